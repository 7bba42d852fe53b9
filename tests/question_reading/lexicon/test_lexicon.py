"""Translations and synonyms of general vocabulary."""

from collections.abc import Iterable
from importlib.resources import files

import pytest

from spravka.question_reading.hearing.heard import Language
from spravka.question_reading.hearing.russian_words import lemmas_of
from spravka.question_reading.lexicon import lexicon

LINES = files(lexicon.__package__).joinpath("translations.tsv").read_text("utf-8").splitlines()
HEADS = sorted(line.split("\t")[0] for line in LINES if not line.startswith("#"))
"""Every Russian word and phrase that has a translation."""


def words(related: Iterable[lexicon.Related]) -> set[str]:
    return {each.word for each in related}


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("певец", {"singer", "vocalist"}),
        ("договор", {"contract", "agreement"}),
        ("цена", {"price"}),
        ("самолёт", {"airplane", "aircraft", "plane"}),
        ("сотрудник", {"employee", "staff"}),
        ("красный", {"red"}),
        ("купить", {"buy", "purchase"}),
        ("стаж", {"experience"}),
        ("щебень", {"gravel"}),
    ],
)
def test_a_russian_word_is_translated(russian: str, english: set[str]) -> None:
    assert english <= words(lexicon.weighted_english_of(russian))


@pytest.mark.parametrize(("english", "russian"), [("singer", "певец"), ("Price", "цена"), ("red", "красный")])
def test_an_english_word_is_translated_back_likeliest_first(english: str, russian: str) -> None:
    assert lexicon.weighted_russian_of(english)[0].word == russian


@pytest.mark.parametrize(
    ("word", "language", "synonym"),
    [
        ("price", Language.ENGLISH, "cost"),
        ("qty", Language.ENGLISH, "quantity"),
        ("quantity", Language.ENGLISH, "qty"),
        ("dob", Language.ENGLISH, "birthday"),
        ("vendor", Language.ENGLISH, "supplier"),
        ("car", Language.ENGLISH, "vehicle"),
        ("контрагент", Language.RUSSIAN, "поставщик"),
        ("платёж", Language.RUSSIAN, "оплата"),
        ("стройка", Language.RUSSIAN, "объект"),
    ],
)
def test_a_word_has_its_synonyms(word: str, language: Language, synonym: str) -> None:
    assert synonym in words(lexicon.weighted_synonyms_of(word, language))


def test_exact_counterparts_come_before_loose_ones() -> None:
    for related in (
        lexicon.weighted_english_of("певец"),
        lexicon.weighted_synonyms_of("price", Language.ENGLISH),
        lexicon.weighted_russian_of("price"),
    ):
        weights = [each.weight for each in related]
        assert weights == sorted(weights, reverse=True)
        assert set(weights) <= {lexicon.EXACT, lexicon.LOOSE}


def test_an_unknown_word_has_nothing() -> None:
    assert lexicon.weighted_english_of("абвгд") == ()
    assert lexicon.weighted_russian_of("qwxz") == ()
    assert lexicon.weighted_synonyms_of("qwxz", Language.ENGLISH) == ()
    assert not lexicon.knows_english("qwxz")


def test_the_lexicon_is_large_enough_for_any_domain() -> None:
    assert len(HEADS) >= 3000


def test_nearly_every_russian_head_can_be_met_as_a_lemma() -> None:
    single = [head for head in HEADS if " " not in head][::3]
    unmet = [head for head in single if head not in lemmas_of(head)]
    assert len(unmet) < 0.02 * len(single)
    assert not any("ё" in head for head in HEADS)
