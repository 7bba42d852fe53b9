"""Follow-up questions change one thing of a plan and keep the rest."""

import pytest

from spravka.query_plans.checking import check_plan
from spravka.query_plans.editing import (
    UneditableError,
    add_filter,
    change_limit,
    regroup,
    regroup_by_time,
    replace_filter_on_same_column,
    without_filter,
)
from spravka.query_plans.plan import (
    AllOf,
    Comparison,
    Constant,
    DateUnit,
    InPeriod,
    Operator,
    Ordering,
    Output,
    RelativePeriod,
    Select,
    Truncated,
)
from spravka.query_plans.suggesting import similar_plans
from tests.query_plans.firm import CLIENT, CONTRACT, COUNT, PAYMENT, SCHEMA, column, join, outputs, rows_of, total

PAID_AT = column("payment.paid_at")
LAST_MONTH = InPeriod(PAID_AT, RelativePeriod(DateUnit.MONTH, -1, -1))
THIS_MONTH = InPeriod(PAID_AT, RelativePeriod(DateUnit.MONTH, 0, 0))
IN_MOSCOW = Comparison(column("client.city"), Operator.EQUAL, Constant("Москва"))
PAID = total("payment.amount")
SUMS = Select(
    outputs("client.name", PAID),
    (PAYMENT, CONTRACT, CLIENT),
    (join("payment.contract_id", "contract.id"), join("contract.client_id", "client.id")),
    where=LAST_MONTH,
    group_by=(column("client.name"),),
    order=(Ordering(PAID, True),),
)
ROWS = Select(outputs("client.name"), (CLIENT,))


def test_a_filter_comes_on_top_once() -> None:
    added = add_filter(SUMS, IN_MOSCOW)
    assert added.where == AllOf((LAST_MONTH, IN_MOSCOW))
    assert add_filter(added, IN_MOSCOW) == added
    assert without_filter(added, IN_MOSCOW) == SUMS


def test_a_filter_of_groups_goes_to_having() -> None:
    of_groups = Comparison(COUNT, Operator.MORE, Constant(1))
    assert add_filter(SUMS, of_groups).having == of_groups


def test_another_period_stands_instead_of_the_first() -> None:
    assert replace_filter_on_same_column(SUMS, THIS_MONTH).where == THIS_MONTH
    assert replace_filter_on_same_column(SUMS, IN_MOSCOW).where == AllOf((LAST_MONTH, IN_MOSCOW))


def test_by_months_puts_months_in_order() -> None:
    changed = regroup_by_time(SUMS, PAID_AT, DateUnit.MONTH, "месяц")
    month = Truncated(DateUnit.MONTH, PAID_AT)
    assert changed.group_by == (month,)
    assert changed.outputs == (Output(month, "месяц"), Output(PAID))
    assert changed.order == (Ordering(month),)
    assert rows_of(changed) == [("2026-10-01", 60)]


def test_by_another_column_keeps_the_order_of_the_measure() -> None:
    changed = regroup(SUMS, outputs("client.city"))
    assert (changed.group_by, changed.order) == ((column("client.city"),), SUMS.order)


def test_the_first_three_of_an_unordered_measure_are_the_largest() -> None:
    unordered = Select(SUMS.outputs, SUMS.tables, SUMS.joins, group_by=SUMS.group_by)
    assert change_limit(unordered, 3).order == (Ordering(PAID, True),)
    assert change_limit(ROWS, 3) == Select(ROWS.outputs, ROWS.tables, limit=3)


def test_what_is_not_measured_is_not_grouped() -> None:
    with pytest.raises(UneditableError):
        regroup(ROWS, outputs("client.city"))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "ru",
            [
                "Сумма поля «Сумма платежа» из таблиц «Платежи», «Договоры» и «Клиенты» "
                "по месяцам (поле «Дата платежа»), "
                "где «Дата платежа» за прошлый месяц",
                "Сумма поля «Сумма платежа» из таблиц «Платежи», «Договоры» и «Клиенты» "
                "по каждому значению поля «Город», "
                "где «Дата платежа» за прошлый месяц, по убыванию: сумма поля «Сумма платежа»",
                "Сумма поля «Сумма платежа» из таблиц «Платежи», «Договоры» и «Клиенты» по каждому значению поля "
                "«Название клиента», где «Дата платежа» за этот месяц, по убыванию: сумма поля «Сумма платежа»",
            ],
        ),
    ],
)
def test_similar_questions_differ_in_one_thing(language: str, expected: list[str]) -> None:
    assert [near.text for near in similar_plans(SUMS, SCHEMA, language, limit=3)] == expected


@pytest.mark.parametrize(
    "plan", [SUMS, ROWS, add_filter(SUMS, IN_MOSCOW), regroup_by_time(SUMS, PAID_AT, DateUnit.MONTH)]
)
def test_similar_questions_can_be_answered(plan: Select) -> None:
    for near in similar_plans(plan, SCHEMA, "en"):
        assert check_plan(near.plan, SCHEMA) == ()
        assert near.plan != plan
        rows_of(near.plan)
