"""Which questions lean on the one before, and what they take from it."""

import pytest

from spravka.documents.answering.following import MOST_WORDS, searched_text

BEFORE = "В какой срок поставщик отгружает бетон по договору?"


@pytest.mark.parametrize(
    "question",
    ["а сколько это стоит?", "И кто его принимает?", "сколько?", "Какова его цена за кубометр?", "And who accepts it?"],
)
def test_a_question_that_leans_takes_the_words_before_it(question: str) -> None:
    text = searched_text(question, BEFORE)
    assert text.startswith(question)
    assert "бетон" in text and "договору" in text


@pytest.mark.parametrize(
    "question", ["Какой штраф платит покупатель за просрочку оплаты?", "What is the penalty for late payment?"]
)
def test_a_question_that_stands_alone_is_left_alone(question: str) -> None:
    assert searched_text(question, BEFORE) == question


def test_the_first_question_has_nothing_to_lean_on() -> None:
    assert searched_text("а это?", None) == "а это?"


def test_words_that_both_have_are_not_said_twice_and_a_long_talk_is_cut() -> None:
    assert searched_text("а цена бетона?", BEFORE).count("бетон") == 1
    long = " ".join(f"слово{number}" for number in range(100))
    assert len(searched_text("а это?", long).split()) == 2 + MOST_WORDS
