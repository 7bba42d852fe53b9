"""Where sentences end, and where a full stop is part of a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.passages.sentences import sentence_starts

CASES = [
    "Родился в 1905 г. в Москве. | Умер в 1955 г. | Похоронен там же.",
    "Офис находится в г. Москва. | Второй закрыт.",
    "А. С. Пушкин и др. писали (см. п. 4.2). | Далее, т. е. потом, молчали.",
    "1. Общие положения. | Настоящий договор заключён.",
    "Mr. Smith met Dr. Jones at 5 p.m. | The U.S. Army left. | See Fig. 2. | It is 3.5 km away! | Really? | Yes.",
    "«Кто там?» — спросил он. | Никого.",
    "Цена 300 руб. | Итого 600 руб. за 2 шт. и т. д. | Конец.",
    "Стоит 5 тыс. руб. в год. | «Дорого», — сказал он.",
    "Подождите… | Сейчас будет.",
    "В XIX в. в России, т.е. до 1900 г., было иначе.",
    "Acme Inc. sells pipes vs. tubes, e.g. Steel ones.",
]


@pytest.mark.parametrize("marked", CASES)
def test_sentences_begin_where_a_reader_begins_them(marked: str) -> None:
    expected, words = [0], list[str]()
    for word in marked.split():
        if word == "|":
            expected.append(len(words))
        else:
            words.append(word)
    assert sentence_starts(words) == expected


def test_a_break_begins_a_sentence_in_any_case() -> None:
    assert sentence_starts(["Состав", "поставки", "трубы", "и", "фитинги"], breaks=[0, 2, 4]) == [0, 2, 4]


def test_no_words_have_no_sentences() -> None:
    assert sentence_starts([]) == []
    assert sentence_starts([], breaks=[0]) == []


@given(st.lists(st.sampled_from(["Да.", "г.", "слово", "А.", "«Нет»", "5.", "?!", "—", "т.", "д."])))
def test_starts_ascend_within_the_words(words: list[str]) -> None:
    starts = sentence_starts(words)
    assert starts == sorted(set(starts))
    assert all(0 <= start < len(words) for start in starts)
    assert bool(starts) == bool(words)
