"""A downloaded result speaks the language of the price list."""

import pytest

from spravka.nomenclature.result_words import ENGLISH, RUSSIAN, ResultWords, words_for
from spravka.nomenclature.tables import RowDecision


@pytest.mark.parametrize(
    ("header", "names", "words"),
    [
        (("Наименование", "Цена"), ("Pipe 57x3.5",), RUSSIAN),
        (("name",), ("Труба 57х3,5",), RUSSIAN),
        (("Item", "Price"), ("Pipe 57x3.5",), ENGLISH),
        ((), (), ENGLISH),
    ],
)
def test_cyrillic_letters_tell_the_language(
    header: tuple[str, ...], names: tuple[str, ...], words: ResultWords
) -> None:
    assert words_for(header, names) is words


@pytest.mark.parametrize("words", [ENGLISH, RUSSIAN])
def test_every_decision_has_a_word_and_the_languages_have_the_same_columns(words: ResultWords) -> None:
    assert set(words.decisions) == set(RowDecision)
    assert len(words.header) == len(ENGLISH.header)
    assert words.reasons.keys() == ENGLISH.reasons.keys()


def test_reasons_are_told_in_order_and_empty_ones_left_out() -> None:
    reasons = {"words_shared": ["труба"], "differing": [], "agreeing": ["размеры 57х3.5"], "sources": ["words"]}
    assert RUSSIAN.tell_reasons(reasons) == "совпало: размеры 57х3.5; общие слова: труба"
