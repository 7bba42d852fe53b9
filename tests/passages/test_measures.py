"""Numbers with their units and what they are told of."""

import pytest

from spravka.passages.measures import otherwise_measured, strayed_numbers

SAID = [([["Срок", "поставки", "30", "рабочих", "дней."], ["Пеня", "5", "%", "цены,", "500", "в", "месяц."]], ())]


@pytest.mark.parametrize(
    ("claim", "words"),
    [("Срок 30 дней", ()), ("Срок 30 процентов", ("30",)), ("Срок 30", ()), ("Срок 45 дней", ()), ("Пеня 5%", ())],
)
def test_another_unit_is_found(claim: str, words: tuple[str, ...]) -> None:
    assert otherwise_measured(claim.split(), SAID) == words


@pytest.mark.parametrize(
    ("claim", "words"), [("Поставка 30 дней", ()), ("Пеня составляет 30 дней", ("30",)), ("Пеня 45", ())]
)
def test_a_number_of_something_else_is_found(claim: str, words: tuple[str, ...]) -> None:
    assert strayed_numbers(claim.split(), SAID) == words
