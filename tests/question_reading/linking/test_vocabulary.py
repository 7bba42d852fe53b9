"""Which words of names a spoken word may be, and why."""

import pytest

from spravka.question_reading.hearing.hear import hear
from spravka.question_reading.linking.abbreviations import expansions_of
from spravka.question_reading.linking.links import Evidence
from spravka.question_reading.linking.relations import related_words
from spravka.question_reading.linking.spoken import spoken_words
from spravka.question_reading.linking.vocabulary import Sense, Vocabulary, is_abbreviation
from tests.question_reading.linking.yards import TODAY

WORDS = Vocabulary(["salary", "city", "voyage", "qtrly", "оплата", "headquarters", "workbench", "kazan"], related_words)


def surest(word: str) -> Sense | None:
    spoken = spoken_words(hear(word, TODAY))
    return next(iter(WORDS.senses(spoken[0])), None)


@pytest.mark.parametrize(
    ("spoken", "word", "evidence"),
    [
        ("salary", "salary", Evidence.EXACT),
        ("cities", "city", Evidence.LEMMAS),
        ("оплатой", "оплата", Evidence.LEMMAS),
        ("зарплата", "salary", Evidence.DICTIONARY),
        ("voyge", "voyage", Evidence.TYPO),
        ("headqarters", "headquarters", Evidence.TYPO),
        ("quarterly", "qtrly", Evidence.ABBREVIATION),
        ("benches", "workbench", Evidence.PARTIAL),
        ("Казань", "kazan", Evidence.DICTIONARY),
    ],
)
def test_a_word_is_recognised_and_the_reason_told(spoken: str, word: str, evidence: Evidence) -> None:
    sense = surest(spoken)
    assert sense is not None
    assert (sense.word, sense.evidence) == (word, evidence)


def test_a_word_of_nothing_has_no_sense() -> None:
    assert surest("zzyzx") is None


@pytest.mark.parametrize(
    ("short", "word", "stands"),
    [("qnty", "quantity", True), ("dpt", "department", True), ("cat", "carpet", False), ("xyz", "quantity", False)],
)
def test_an_abbreviation_keeps_the_order_of_the_letters_and_is_no_word(short: str, word: str, stands: bool) -> None:
    assert is_abbreviation(short, word) is stands


def test_an_abbreviation_may_stand_for_several_phrases() -> None:
    assert expansions_of("dep") == (("department",), ("departure",))
    assert expansions_of("dob") == (("date", "birth"),)
    assert expansions_of("harbour") == ()
