"""A downloaded result speaks the language of the price list."""

import numpy as np
import pytest

from spravka.matching.catalogue_index import CatalogueIndex, CatalogueTexts, ConfirmedNames
from spravka.matching.matcher import Matcher
from spravka.matching.ranker import Ranker
from spravka.nomenclature.reading import NOTE_CODES
from spravka.nomenclature.result_words import ENGLISH, RUSSIAN, ResultLanguage, ResultWords, words_for
from spravka.nomenclature.tables import RowDecision

NO_NAMES = ConfirmedNames([], np.empty(0, np.int64))


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


def test_the_language_asked_for_goes_before_that_of_the_price_list() -> None:
    assert words_for(("Наименование",), (), ResultLanguage.ENGLISH) is ENGLISH
    assert words_for(("Item",), (), ResultLanguage.RUSSIAN) is RUSSIAN


def test_what_the_matcher_notes_of_a_name_is_told_in_both_languages() -> None:
    matcher = Matcher(CatalogueIndex.build(CatalogueTexts([], [], []), None), None, Ranker.default(), NO_NAMES)
    notes = [match.note for match in matcher.match(["🙂", "труба"])]
    assert [NOTE_CODES[note or ""] for note in notes] == ["unreadable_name", "empty_catalogue"]
    assert set(ENGLISH.notes) == set(RUSSIAN.notes) == set(NOTE_CODES.values())


@pytest.mark.parametrize("words", [ENGLISH, RUSSIAN])
def test_every_decision_has_a_word_and_the_languages_have_the_same_columns(words: ResultWords) -> None:
    assert set(words.decisions) == set(RowDecision)
    assert len(words.header) == len(ENGLISH.header)
    assert words.reasons.keys() == ENGLISH.reasons.keys()


def test_reasons_are_told_in_order_and_empty_ones_left_out() -> None:
    reasons = {"words_shared": ["труба"], "differing": [], "agreeing": ["размеры 57х3.5"], "sources": ["words"]}
    assert RUSSIAN.tell_reasons(reasons) == "совпало: размеры 57х3.5; общие слова: труба"
