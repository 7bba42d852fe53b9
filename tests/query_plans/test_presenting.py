"""A plan as people like to see its answer."""

import pytest

from spravka.query_plans.plan import (
    Aggregate,
    Aggregated,
    ColumnRef,
    DateUnit,
    Ordering,
    Output,
    Select,
    TableUse,
    Truncated,
)
from spravka.query_plans.presenting import presented
from spravka.query_plans.schema import Column, ColumnKind, DatabaseSchema, Dialect, Table

PAYMENT = Table(
    "payment",
    (
        Column("amount", ColumnKind.NUMBER, comment="Сумма платежа, руб."),
        Column("paid_on", ColumnKind.DATE, comment="Дата платежа"),
        Column("salary", ColumnKind.NUMBER, comment="Оклад (в месяц)"),
        Column("purpose", ColumnKind.TEXT),
    ),
)
SCHEMA = DatabaseSchema(Dialect.POSTGRESQL, (PAYMENT,))
USES = (TableUse("p", "payment"),)
MONTH = Truncated(DateUnit.MONTH, ColumnRef("p", "paid_on"))


def total(column: str, function: Aggregate = Aggregate.SUM) -> Aggregated:
    return Aggregated(function, ColumnRef("p", column))


def labels(plan: Select, language: str) -> list[str]:
    shown = presented(plan, SCHEMA, language)
    assert isinstance(shown, Select)
    return [output.label for output in shown.outputs]


@pytest.mark.parametrize(
    ("expression", "russian", "english"),
    [
        (total("amount"), "Сумма платежа", "Amount"),
        (total("salary"), "Итого: Оклад", "Total: Salary"),
        (total("salary", Aggregate.AVERAGE), "Среднее: Оклад", "Average: Salary"),
        (Aggregated(Aggregate.COUNT), "Количество", "Count"),
        (MONTH, "Месяц", "Month"),
        (ColumnRef("p", "purpose"), "Purpose", "Purpose"),
    ],
)
def test_a_column_is_headed_in_the_language_of_the_question(
    expression: Aggregated | Truncated | ColumnRef, russian: str, english: str
) -> None:
    plan = Select((Output(expression),), USES)
    assert labels(plan, "ru") == [russian]
    assert labels(plan, "en") == [english]


def test_a_heading_that_is_there_stays_and_equal_ones_are_numbered() -> None:
    plan = Select((Output(ColumnRef("p", "purpose"), "Зачем"), Output(total("amount")), Output(total("amount"))), USES)
    assert labels(plan, "ru") == ["Зачем", "Сумма платежа", "Сумма платежа 2"]


def test_months_come_in_order() -> None:
    plan = Select((Output(MONTH), Output(total("amount"))), USES, group_by=(MONTH,))
    shown = presented(plan, SCHEMA, "ru")
    assert isinstance(shown, Select)
    assert shown.order == (Ordering(MONTH),)


def test_an_order_that_was_asked_for_stays() -> None:
    order = (Ordering(total("amount"), descending=True),)
    plan = Select((Output(MONTH), Output(total("amount"))), USES, group_by=(MONTH,), order=order)
    shown = presented(plan, SCHEMA, "ru")
    assert isinstance(shown, Select)
    assert shown.order == order


def test_the_ten_largest_are_shown_with_what_they_are_large_in() -> None:
    order = (Ordering(ColumnRef("p", "amount"), descending=True),)
    plan = Select((Output(ColumnRef("p", "purpose")),), USES, order=order, limit=10)
    assert labels(plan, "ru") == ["Purpose", "Сумма платежа"]


def test_an_alphabet_is_not_shown_as_a_number() -> None:
    plan = Select((Output(total("amount")),), USES, order=(Ordering(ColumnRef("p", "purpose")),), limit=10)
    assert labels(plan, "ru") == ["Сумма платежа"]
