"""Stored values among many: words that thousands of values share, and values said in part."""

import pytest

from spravka.question_reading.hearing.hear import hear
from spravka.question_reading.linking.relations import related_words
from spravka.question_reading.linking.spoken import spoken_words
from spravka.question_reading.linking.value_links import MOST_VALUES_OF_A_WORD, ValueFinder, ValueFit
from spravka.question_reading.values import ValueIndex
from tests.question_reading.linking.yards import TODAY

STREETS = [f"Street {number}" for number in range(2 * MOST_VALUES_OF_A_WORD)]
ADDRESSES = ValueIndex({("house", "address"): [*STREETS, "Mulberry Street", "Harbour Road", "New York York Road"]})


def fits_of(values: ValueIndex, question: str) -> list[ValueFit]:
    heard = hear(question, TODAY)
    return ValueFinder(values, related_words).fits(spoken_words(heard))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("houses in Mulberry Street", "Mulberry Street"),
        ("houses in Mulbery Street", "Mulberry Street"),
        ("houses in Street 3711", "Street 3711"),
        ("houses on harbour roads", "Harbour Road"),
        ("houses in New York York Road", "New York York Road"),
    ],
)
def test_a_value_is_found_among_thousands_that_share_a_word(question: str, value: str) -> None:
    whole = [fit.text for fit in fits_of(ADDRESSES, question) if fit.covered > 0.99]
    assert value in whole


def test_a_word_of_thousands_of_values_alone_names_none() -> None:
    assert fits_of(ADDRESSES, "houses in this street") == []


def test_a_form_of_company_may_be_left_out() -> None:
    firms = ValueIndex({("firm", "title"): ["ООО «Ромашка»", "ЗАО «Василёк Плюс»"]})
    covered = {fit.text: fit.covered for fit in fits_of(firms, "договоры Ромашки и Василька")}
    assert covered["ООО «Ромашка»"] == pytest.approx(1 / 1.1)
    assert covered["ЗАО «Василёк Плюс»"] == pytest.approx(1 / 2.1)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("boats of United Arab Emirates", "UAE"),
        ("boats from Florida", "FL"),
        ("лодки, проданные в пятницу", "Friday"),
        ("boats of the GMS", "Grand Marine Society"),
    ],
)
def test_short_and_long_forms_are_one(question: str, value: str) -> None:
    known = ValueIndex({("boat", "state"): ["UAE", "FL", "Friday", "Grand Marine Society"]})
    found = {fit.text for fit in fits_of(known, question)}
    assert value in found


def test_little_words_are_no_values() -> None:
    known = ValueIndex({("exam", "mark"): ["A", "B", "in", "or", "the"]})
    assert [fit.text for fit in fits_of(known, "pupils in the school who got an A or so")] == ["A"]
