"""The letters of words."""

import pytest

from spravka.morphology.letters import folded, is_cyrillic


@pytest.mark.parametrize(
    ("word", "expected"), [("договор", True), ("Ё", True), ("СНиП-2", True), ("ABC", False), ("", False)]
)
def test_a_word_with_a_russian_letter_is_cyrillic(word: str, expected: bool) -> None:
    assert is_cyrillic(word) is expected


def test_folding_makes_letters_small_and_ё_е() -> None:
    assert folded("Учёт ЁЛОК") == "учет елок"
