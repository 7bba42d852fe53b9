"""Keys shared by pairs of texts are counted in bulk exactly as they would be one by one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from spravka.matching.facts import FactRows, Ragged, count_shared, read_facts

ROWS = st.lists(st.lists(st.integers(0, 9), max_size=5), min_size=3, max_size=3)


@given(ROWS, ROWS, st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=8))
def test_shared_keys_are_counted_as_sets_are(
    left: list[list[int]], right: list[list[int]], pairs: list[tuple[int, int]]
) -> None:
    rows, items = (np.array([pair[side] for pair in pairs], dtype=np.int64) for side in (0, 1))
    counted = count_shared(Ragged.of(left), rows, Ragged.of(right), items)
    assert counted.tolist() == [len(set(left[row]) & set(right[item])) for row, item in pairs]


def test_facts_survive_being_stored() -> None:
    facts = read_facts(["труба 80х80х5 белая", "", "бетон в25"])
    again = FactRows.from_arrays(facts.to_arrays())
    assert again.typed.keys.tolist() == facts.typed.keys.tolist()
    assert again.words.starts.tolist() == facts.words.starts.tolist()


def test_inflected_words_are_the_same_word() -> None:
    facts = read_facts(["труба стальная", "трубы стальные"])
    first, second = (np.array([place]) for place in (0, 1))
    assert count_shared(facts.words, first, facts.words, second).tolist() == [2]
