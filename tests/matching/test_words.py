"""Inflected forms of a word are one word, and short words stay whole."""

import pytest

from spravka.matching.words import stem_of, words_of


@pytest.mark.parametrize(
    ("one", "other"), [("труба", "трубы"), ("кабель", "кабели"), ("болт", "болты"), ("стальная", "стальные")]
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem_of(one) == stem_of(other)


@pytest.mark.parametrize(("one", "other"), [("болт", "бетон"), ("пэ", "пп"), ("медь", "сталь")])
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert stem_of(one) != stem_of(other)


def test_words_are_letters_alone() -> None:
    assert words_of("труба 80х80 пэ-100") == ["труба", "х", "пэ"]
