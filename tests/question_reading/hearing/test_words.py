"""Base forms and parts of speech of both languages, and the language of a question."""

import datetime

import pytest

from spravka.question_reading.hearing import english_words, russian_words
from spravka.question_reading.hearing.hear import hear
from spravka.question_reading.hearing.heard import Language
from spravka.question_reading.hearing.languages import language_of
from spravka.question_reading.hearing.time_units import lines_of

TODAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("singers", "singer"),
        ("cities", "city"),
        ("companies", "company"),
        ("classes", "class"),
        ("addresses", "address"),
        ("boxes", "box"),
        ("heroes", "hero"),
        ("wives", "wife"),
        ("children", "child"),
        ("people", "person"),
        ("movies", "movie"),
        ("statuses", "status"),
        ("hired", "hire"),
        ("planned", "plan"),
        ("studies", "study"),
        ("taught", "teach"),
        ("sold", "sell"),
        ("using", "use"),
        ("oldest", "old"),
        ("heaviest", "heavy"),
        ("species", "species"),
        ("bus", "bus"),
    ],
)
def test_an_english_word_has_its_base_form_first(word: str, lemma: str) -> None:
    assert english_words.lemmas_of(word)[0] == lemma


def test_a_word_of_its_own_keeps_its_form_too() -> None:
    assert {"building", "build"} <= set(english_words.lemmas_of("buildings"))


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("договоров", "договор"),
        ("подрядчикам", "подрядчик"),
        ("самолётов", "самолет"),
        ("дней", "день"),
        ("заплатили", "заплатить"),
        ("кол-во", "количество"),
        ("тел", "телефон"),
    ],
)
def test_a_russian_word_has_its_base_form_first(word: str, lemma: str) -> None:
    assert russian_words.lemmas_of(word)[0] == lemma


@pytest.mark.parametrize("word", ["крупнейших", "наибольшую", "лучшего", "старейшей"])
def test_a_russian_superlative_is_a_lemma_of_its_own(word: str) -> None:
    assert russian_words.lemmas_of(word)[-1].endswith(("ейший", "льший", "учший"))


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("сколько договоров", Language.RUSSIAN),
        ("how many contracts", Language.ENGLISH),
        ("рейсы авиакомпании American Airlines Incorporated", Language.RUSSIAN),
        ("how many hours were worked on ЖК «Меридиан» this year", Language.ENGLISH),
        ("all contracts with СтройМонтаж", Language.ENGLISH),
        ("contracts with «ООО Ромашка»", Language.ENGLISH),
        ("", Language.ENGLISH),
        ("2024?", Language.ENGLISH),
    ],
)
def test_the_language_is_that_of_the_asking_words(question: str, language: Language) -> None:
    assert language_of(question) is language


def test_foreign_words_get_the_forms_of_their_own_language() -> None:
    lemmas = [token.lemmas[0] for token in hear("покажи singers и договоры", TODAY).tokens]
    assert lemmas == ["показать", "singer", "и", "договор"]


@pytest.mark.parametrize("file", ["english_phrases.tsv", "russian_phrases.tsv", "buckets.tsv", "period_edges.tsv"])
def test_no_line_of_a_table_is_without_patterns(file: str) -> None:
    lines = list(lines_of(file))
    assert lines
    assert all(name and patterns for name, patterns in lines)


def test_russian_patterns_are_written_without_yo() -> None:
    texts = [pattern for _, patterns in lines_of("russian_phrases.tsv") for pattern in patterns]
    assert [text for text in texts if "ё" in text] == []
