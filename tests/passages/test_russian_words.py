"""Lemmas of Russian words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.passages.russian_words import russian_lemma


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("договора", "договор"),
        ("прибылей", "прибыль"),
        ("поставлена", "поставить"),
        ("ёлки", "елка"),
        ("елки", "елка"),
        ("стали", "стать"),
        ("людей", "человек"),
        ("пэнтерсов", "пэнтерс"),
    ],
)
def test_a_form_is_led_back_to_its_lemma(word: str, lemma: str) -> None:
    assert russian_lemma(word) == lemma


@given(st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", min_size=1, max_size=20))
def test_any_word_has_one_without_ё(word: str) -> None:
    lemma = russian_lemma(word)
    assert lemma
    assert "ё" not in lemma
