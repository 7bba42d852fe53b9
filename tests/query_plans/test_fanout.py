"""Joins that multiply a measure's rows are found from the keys, and undone where that is certain."""

import pytest

from spravka.query_plans.describing import describe_fan_out
from spravka.query_plans.fanout import fan_out_warnings
from spravka.query_plans.plan import Aggregate, Comparison, Constant, Expression, Operator, Select, TableUse
from spravka.query_plans.unfolding import without_fan_out
from tests.query_plans.firm import (
    CLIENT,
    CONTRACT,
    COUNT,
    PAYMENT,
    SCHEMA,
    WORK,
    column,
    join,
    outputs,
    rows_of,
    total,
)

TO_PAYMENTS = join("contract.id", "payment.contract_id")
TO_WORKS = join("contract.id", "work.contract_id")
TO_CLIENTS = join("contract.client_id", "client.id")


def of_contracts(*measures: Expression | str) -> Select:
    return Select(outputs(*measures), (CONTRACT, PAYMENT), (TO_PAYMENTS,))


def of_both(*measures: Expression | str) -> Select:
    """Payments and works of contracts side by side: each repeats the other."""
    return Select(outputs(*measures), (CONTRACT, PAYMENT, WORK), (TO_PAYMENTS, TO_WORKS))


@pytest.mark.parametrize(
    ("plan", "joined"),
    [
        (of_contracts(total("contract.amount")), ["payment"]),
        (of_contracts(total("contract.amount", Aggregate.AVERAGE)), ["payment"]),
        (of_contracts(total("contract.id", Aggregate.COUNT)), ["payment"]),
        (of_contracts(total("contract.id", Aggregate.COUNT, distinct=True)), []),
        (of_contracts(total("contract.amount", Aggregate.MAXIMUM)), []),
        (of_contracts(total("payment.amount"), COUNT), []),
        (Select(outputs(total("contract.amount")), (CONTRACT, CLIENT), (TO_CLIENTS,)), []),
        (of_both(total("payment.amount"), total("work.cost")), ["work", "payment"]),
        (of_both(COUNT), ["work"]),
    ],
)
def test_a_measure_is_warned_of_where_a_join_repeats_its_rows(plan: Select, joined: list[str]) -> None:
    assert [warning.joined_table for warning in fan_out_warnings(plan, SCHEMA)] == joined


def test_a_warning_names_the_measure_and_the_tables_in_words() -> None:
    plan = of_contracts(total("contract.amount"))
    (warning,) = fan_out_warnings(plan, SCHEMA)
    assert describe_fan_out(warning, plan, SCHEMA, "ru") == (
        "Сумма поля «Сумма договора»: соединение с таблицей «Платежи» повторяет строки таблицы «Договоры», "
        "поэтому значение может быть завышено"
    )


def test_a_count_becomes_one_of_different_keys() -> None:
    plan = without_fan_out(of_contracts(total("contract.id", Aggregate.COUNT)), SCHEMA)
    assert plan is not None
    assert rows_of(plan) == [(3,)]


def test_a_table_that_only_filters_moves_into_a_nested_plan() -> None:
    where = Comparison(column("payment.amount"), Operator.MORE, Constant(10))
    found = without_fan_out(
        Select(
            outputs("client.name", total("contract.amount")),
            (PAYMENT, CONTRACT, CLIENT),
            (join("payment.contract_id", "contract.id"), TO_CLIENTS),
            where=where,
            group_by=(column("client.name"),),
        ),
        SCHEMA,
    )
    assert found is not None
    assert set(rows_of(found)) == {("Вектор", 150), ("Ёлка 50%", 70)}


def test_branches_are_summed_up_before_they_are_joined() -> None:
    found = without_fan_out(of_both(total("payment.amount"), total("work.cost")), SCHEMA)
    assert isinstance(found, Select)
    assert [use.plan is not None for use in found.tables] == [False, True, True]
    assert rows_of(found) == [(90, 24)]
    assert fan_out_warnings(found, SCHEMA) == ()


def test_what_needs_a_decision_is_left_alone() -> None:
    plan = Select(
        outputs("payment.note", total("contract.amount")),
        (CONTRACT, PAYMENT),
        (TO_PAYMENTS,),
        group_by=(column("payment.note"),),
    )
    assert fan_out_warnings(plan, SCHEMA) != ()
    assert without_fan_out(plan, SCHEMA) is None


def test_grouped_rows_of_a_nested_plan_repeat_nothing() -> None:
    nested = Select((*outputs("payment.contract_id"),), (PAYMENT,), group_by=(column("payment.contract_id"),))
    named = Select(
        tuple(type(output)(output.expression, "contract") for output in nested.outputs),
        nested.tables,
        group_by=nested.group_by,
    )
    plan = Select(
        outputs(total("contract.amount")),
        (CONTRACT, TableUse("paid", "", named)),
        (join("contract.id", "paid.contract"),),
    )
    assert fan_out_warnings(plan, SCHEMA) == ()
    assert rows_of(plan) == [(220,)]
