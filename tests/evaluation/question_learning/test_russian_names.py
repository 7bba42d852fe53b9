"""Noun phrases for names of tables and columns."""

import random

import pytest

from spravka.evaluation.question_learning.russian_names import Noun, agreeing, noun_of


class FirstOfAll(random.Random):
    """Always takes the first translation."""

    def random(self) -> float:
        return 0.5


@pytest.mark.parametrize(
    ("name", "case", "number", "told"),
    [
        ("document_type", "nomn", "sing", "тип документа"),
        ("document_type", "ablt", "sing", "типом документа"),
        ("max_price", "gent", "sing", "максимальной цены"),
        ("Ref_Document_Types", "gent", "plur", "типов документа"),
        ("date_of_order", "accs", "sing", "дату заказа"),
        ("id", "gent", "sing", "id"),
    ],
)
def test_a_name_is_told_as_a_noun_phrase_in_the_case_asked_for(name: str, case: str, number: str, told: str) -> None:
    noun = noun_of(name, FirstOfAll(1))

    assert noun is not None
    assert noun.form(case, number) == told


def test_what_is_counted_stands_in_the_genitive_plural() -> None:
    noun = noun_of("room_count", FirstOfAll(1))

    assert noun is not None
    assert noun.counted is not None
    assert noun.form("ablt").endswith("комнат")


def test_a_name_without_a_known_main_word_has_no_phrase() -> None:
    assert noun_of("document_xqzv", FirstOfAll(1)) is None


def test_an_adjective_agrees_with_its_noun() -> None:
    assert agreeing("каждый", Noun("цена"), "gent") == "каждой"
    assert agreeing("каждый", Noun("город"), "loct") == "каждом"
