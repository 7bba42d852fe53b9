"""Base forms and grammar of Russian words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.morphology.russian import is_russian_word, russian_forms, russian_lemma

RUSSIAN_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"


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


@given(st.text(RUSSIAN_LETTERS, min_size=1, max_size=20))
def test_any_word_has_a_lemma_without_ё(word: str) -> None:
    lemma = russian_lemma(word)
    assert lemma
    assert "ё" not in lemma


def test_a_form_of_several_words_is_read_as_each_of_them() -> None:
    assert {form.lemma for form in russian_forms("банка")} == {"банк", "банка"}


@pytest.mark.parametrize(
    ("word", "part", "case", "number"),
    [
        ("договоров", "noun", "gent", "plur"),
        ("Отделам", "noun", "datv", "plur"),
        ("заплатил", "verb", "", "sing"),
        ("для", "preposition", "", ""),
    ],
)
def test_a_form_tells_its_grammar(word: str, part: str, case: str, number: str) -> None:
    form = russian_forms(word)[0]
    assert (form.part, form.case, form.number) == (part, case, number)


@pytest.mark.parametrize("word", ["покажи", "показать"])
def test_imperatives_and_infinitives_command(word: str) -> None:
    assert russian_forms(word)[0].is_command


def test_comparatives_are_known() -> None:
    assert russian_forms("дороже")[0].is_comparative
    assert not russian_forms("дорогой")[0].is_comparative


def test_a_word_of_endless_letters_reads_as_itself() -> None:
    assert [form.lemma for form in russian_forms("Ё" * 70)] == ["е" * 70]


@given(st.text(RUSSIAN_LETTERS + "abc-", min_size=1, max_size=80))
def test_any_word_can_be_read_in_some_way(word: str) -> None:
    assert russian_forms(word)


@pytest.mark.parametrize(
    ("word", "is_known"), [("подрядчиком", True), ("елка", True), ("ïîäðÿä", False), ("зюю", False)]
)
def test_words_of_the_dictionary_are_known(word: str, is_known: bool) -> None:
    assert is_russian_word(word) is is_known
