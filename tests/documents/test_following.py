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
    assert text.startswith(question[:4])
    assert "бетон" in text and "договору" in text


@pytest.mark.parametrize(
    ("before", "question", "text"),
    [
        ("Какая арендная плата?", "а когда её платить?", "а когда арендная плата платить?"),
        (BEFORE, "И кто его принимает?", "И кто бетон принимает? поставщик договору"),
        ("Which concrete does the Supplier deliver?", "And how much does it cost?", "And how much does concrete cost?"),
        ("How much is the rent?", "when is it paid?", "when is rent paid?"),
        (
            "Какой номер договора аренды?",
            "и до какого года действует?",
            "и до какого года действует? номер договора аренды",
        ),
        ("Какой штраф за порчу имущества?", "а за просрочку?", "а за просрочку? Какой штраф"),
        ("What is the penalty for late payment?", "and for late delivery?", "and for late delivery? What penalty"),
        ("Сколько стоит погрузчик?", "а стеллажи почём", "а стеллажи почём стоит"),
        ("Сколько стоит погрузчик?", "а огнетушитель?", "а огнетушитель? Сколько стоит"),
        ("Сколько стоит погрузчик?", "а гарантия?", "а гарантия? стоит погрузчик"),
        ("Когда платить аренду?", "а коммуналку?", "а коммуналку? Когда платить"),
    ],
)
def test_what_it_replaces_and_what_it_says_itself_is_not_taken(before: str, question: str, text: str) -> None:
    assert searched_text(question, before) == text


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
