"""Item ids and their positions in the arrays."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from spravka.catalogues.contents import positions_of

IDS = st.lists(st.integers(1, 50), unique=True).map(sorted)


@given(IDS, st.lists(st.integers(1, 60)))
def test_an_id_is_found_at_its_position_and_an_unknown_one_nowhere(item_ids: list[int], wanted: list[int]) -> None:
    positions = positions_of(np.array(wanted, dtype=np.int64), np.array(item_ids, dtype=np.int64))
    expected = [item_ids.index(one) if one in item_ids else -1 for one in wanted]
    assert positions.tolist() == expected
