"""The index of stored values: what is put in is found, and it survives being kept as arrays."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.question_reading.values import HashedKeys, Postings, StoredTexts, ValueIndex

CITIES = ("town", "name")
FIRMS = ("firm", "title")
INDEX = ValueIndex(
    {CITIES: ["Нижний Новгород", "New York", "York"], FIRMS: ["ООО «Газпром строй»", "United Steel of Anglia"]},
    frozenset({FIRMS}),
)


def words_by(index: ValueIndex, key: str) -> set[str]:
    return {index.word_arrays.words[int(number)] for number in index.word_arrays.keys.find(key)}


@pytest.mark.parametrize(
    ("key", "word"), [("=york", "york"), ("~новгород", "новгород"), ("^gsprm", "газпром"), ("~нижн", "нижний")]
)
def test_a_word_is_found_by_its_letters_its_stub_and_its_sound(key: str, word: str) -> None:
    assert word in words_by(INDEX, key)


def test_a_word_leads_to_the_values_that_have_it() -> None:
    arrays = INDEX.word_arrays
    york = int(arrays.keys.find("=york")[0])
    assert [INDEX.text_of(int(number)) for number in arrays.values_of_word[york]] == ["New York", "York"]


def test_a_value_knows_its_column() -> None:
    found = [(INDEX.columns[INDEX.place_of(number)], INDEX.text_of(number)) for number in range(5)]
    assert found[2:4] == [(CITIES, "York"), (FIRMS, "ООО «Газпром строй»")]


def test_a_value_is_found_by_the_first_letters_of_its_words() -> None:
    assert [INDEX.text_of(int(number)) for number in INDEX.word_arrays.initials.find("usoa")] == [
        "United Steel of Anglia"
    ]


def test_a_column_that_the_budget_cut_is_not_complete() -> None:
    assert (INDEX.is_complete(CITIES), INDEX.is_complete(FIRMS), INDEX.is_complete(("a", "b"))) == (True, False, False)


def test_an_index_without_values_finds_nothing() -> None:
    assert len(ValueIndex().word_arrays.keys.find("=york")) == 0


def test_slices_of_stored_texts_are_stored_texts() -> None:
    texts = StoredTexts.of(["a", "бв", "", "г"])
    assert (list(texts[1:3]), texts[-1], len(texts[3:1])) == (["бв", ""], "г", 0)
    with pytest.raises(IndexError):
        texts[4]


@given(st.lists(st.text(max_size=12), max_size=8), st.lists(st.text(max_size=12), max_size=8))
def test_an_index_read_back_from_arrays_is_the_one_that_was_kept(first: list[str], second: list[str]) -> None:
    index = ValueIndex({("a", "x"): first, ("b", "y"): second}, frozenset({("b", "y")}))
    arrays, facts = index.to_arrays()
    read = ValueIndex.from_arrays(arrays, json.loads(json.dumps(facts)))
    assert {column: list(texts) for column, texts in read.values.items()} == {("a", "x"): first, ("b", "y"): second}
    assert read.incomplete == index.incomplete
    assert list(read.word_arrays.words) == list(index.word_arrays.words)
    kept, _ = read.to_arrays()
    assert all(np.array_equal(arrays[name], kept[name]) for name in arrays)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 99)), max_size=30))
def test_postings_hold_just_the_pairs_they_were_made_of(pairs: list[tuple[int, int]]) -> None:
    rows = np.array([row for row, _ in pairs], dtype=np.int64)
    postings = Postings.of(rows, np.array([number for _, number in pairs], dtype=np.int32), 6)
    assert [postings[row].tolist() for row in range(6)] == [[n for r, n in pairs if r == row] for row in range(6)]


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 9)), max_size=20))
def test_a_key_finds_all_its_numbers(pairs: list[tuple[str, int]]) -> None:
    from spravka.question_reading.word_keys import hash_of

    keys = HashedKeys.of([(hash_of(key), number) for key, number in pairs])
    for sought in "abcde":
        assert keys.find(sought).tolist() == [number for key, number in pairs if key == sought]
