"""What two texts share is the same however it is computed."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from spravka.matching.overlaps import overlaps

PIECES = 12


def matrices(rows: int) -> st.SearchStrategy[sparse.csr_matrix]:
    weights = st.sampled_from([0.0, 0.0, 0.25, 0.5, 1.0])
    lists = st.lists(st.lists(weights, min_size=PIECES, max_size=PIECES), min_size=rows, max_size=rows)
    return lists.map(lambda values: sparse.csr_matrix(np.array(values, dtype=np.float32)))


PAIRS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 4)), max_size=12).map(sorted)


@given(matrices(3), matrices(3), matrices(5), PAIRS)
def test_pairs_are_compared_as_their_vectors_are(
    names: sparse.csr_matrix, expansions: sparse.csr_matrix, things: sparse.csr_matrix, pairs: list[tuple[int, int]]
) -> None:
    rows = np.array([row for row, _ in pairs], dtype=np.int64)
    items = np.array([item for _, item in pairs], dtype=np.int64)
    told = overlaps(names, expansions, things, rows, items)
    for place, (row, item) in enumerate(pairs):
        name, expansion, thing = (m.toarray()[r] for m, r in ((names, row), (expansions, row), (things, item)))
        assert np.isclose(told.similar[place], name @ thing)
        assert np.isclose(told.name_covered[place], (name[thing != 0] ** 2).sum())
        assert np.isclose(told.item_covered[place], (thing[name != 0] ** 2).sum())
        assert np.isclose(told.expanded[place], expansion @ thing)
