"""Numbers in digits and in words."""

import datetime

import pytest

from spravka.question_reading.hearing.hear import hear

TODAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("больше 1 000 000,50 рублей", [1_000_000.5]),
        ("more than 1,000.5 dollars", [1000.5]),
        ("over 1,000 dollars", [1000]),
        ("дороже 1,5 рублей", [1.5]),
        ("5 тыс. рублей", [5000]),
        ("3 млн", [3_000_000]),
        ("2,5 миллиона", [2_500_000]),
        ("2.5k users", [2500]),
        ("3 million people", [3_000_000]),
        ("сто двадцать пять договоров", [125]),
        ("две тысячи триста человек", [2300]),
        ("двадцать пять", [25]),
        ("two hundred and six", [200, 6]),
        ("twenty-five players", [25]),
        ("three thousand four hundred", [3400]),
        ("от 5 до 10 тонн", [5, 10]),
        ("5-10 rooms", [5, 10]),
        ("пять поставщиков", [5]),
        ("code A-123/4", []),
        ("on 15.03.2024", []),
        ("at 20:49", []),
        ('called "1999"', []),
    ],
)
def test_a_number_is_heard_with_its_multiplier(question: str, values: list[float]) -> None:
    assert [span.value for span in hear(question, TODAY).numbers] == values


@pytest.mark.parametrize("question", ["20 % of sales", "20%", "двадцать процентов", "ten percent"])
def test_a_percentage_says_so(question: str) -> None:
    (span,) = hear(question, TODAY).numbers
    assert span.is_percent
    assert span.last > span.first


def test_a_multiplier_belongs_to_the_number() -> None:
    (span,) = hear("больше 5 тыс. рублей", TODAY).numbers
    assert (span.first, span.last) == (1, 3)
