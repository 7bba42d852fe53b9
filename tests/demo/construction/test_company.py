"""The company's rows: the same for the same day and seed, and such as a real company's are."""

import datetime
import functools
from collections import Counter
from collections.abc import Mapping, Sequence

import pytest

from spravka.demo.construction.building import INN_WEIGHTS
from spravka.demo.construction.company import Row, make_company
from spravka.demo.construction.structure import TABLES
from tests.demo.construction.conftest import TODAY

NEW_YEAR = datetime.date(2027, 1, 1)
company_of = functools.cache(make_company)
COMPANY = company_of(TODAY)
COLUMNS = {table.name: [column.name for column in table.columns] for table in TABLES}


def column(table: str, name: str, company: Mapping[str, Sequence[Row]] = COMPANY) -> list[object]:
    return [row[COLUMNS[table].index(name)] for row in company[table]]


def test_the_same_day_and_seed_give_the_same_company_and_another_seed_another() -> None:
    assert make_company(TODAY) == COMPANY
    assert make_company(TODAY, seed=7) != COMPANY


def test_every_table_has_rows_as_wide_as_it_is() -> None:
    assert list(COMPANY) == list(COLUMNS)
    for table, rows in COMPANY.items():
        assert {len(row) for row in rows} == {len(COLUMNS[table])}


def test_there_are_rows_enough_to_ask_about_and_few_enough_to_load() -> None:
    assert 60_000 <= sum(map(len, COMPANY.values())) <= 120_000


@pytest.mark.parametrize("today", [TODAY, NEW_YEAR, datetime.date(2028, 2, 29)])
def test_five_years_end_today_and_payments_are_planned_ahead(today: datetime.date) -> None:
    company = company_of(today)
    paid = [day for day in column("payment", "payment_date", company) if isinstance(day, datetime.date)]
    planned = [day for day in column("planned_payment", "planned_date", company) if isinstance(day, datetime.date)]
    assert max(paid) <= today
    assert min(paid).year in (today.year - 5, today.year - 4)
    assert today + datetime.timedelta(days=100) < max(planned) <= today + datetime.timedelta(days=180)


@pytest.mark.parametrize("today", [TODAY, NEW_YEAR, datetime.date(2028, 2, 29)])
def test_some_objects_are_to_be_handed_over_in_every_quarter(today: datetime.date) -> None:
    quarter = (today.year, (today.month - 1) // 3)
    days = column("project", "planned_finish_date", company_of(today))
    due = [day for day in days if isinstance(day, datetime.date) and (day.year, (day.month - 1) // 3) == quarter]
    assert len(due) >= 4


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("counterparty", "name"),
        ("employee", "full_name"),
        ("project", "name"),
        ("contract", "number"),
        ("material", "name"),
    ],
)
def test_no_name_is_given_twice(table: str, name: str) -> None:
    assert max(Counter(column(table, name)).values()) == 1


def test_no_company_can_have_such_a_tax_number() -> None:
    for inn in map(str, column("counterparty", "inn")):
        check = sum(int(digit) * weight for digit, weight in zip(inn[:9], INN_WEIGHTS, strict=True)) % 11 % 10
        assert int(inn[9]) != check


def test_values_are_missing_here_and_there() -> None:
    for table in TABLES:
        for described in table.columns:
            assert (None in column(table.name, described.name)) is described.is_nullable, described
