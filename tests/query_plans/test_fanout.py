"""Joins that multiply a measure's rows are found from the keys, and undone where that is certain."""

import pytest

from spravka.query_plans.checking import check_plan
from spravka.query_plans.describing import describe_counted_once, describe_fan_out
from spravka.query_plans.fanout import fan_out_warnings
from spravka.query_plans.plan import Aggregate, Comparison, Constant, Expression, Operator, Select, TableUse
from spravka.query_plans.presenting import presented
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


def test_branches_are_summed_up_for_each_group() -> None:
    plan = Select(
        outputs("client.name", total("payment.amount"), total("work.id", Aggregate.COUNT)),
        (CLIENT, CONTRACT, PAYMENT, WORK),
        (join("client.id", "contract.client_id"), TO_PAYMENTS, TO_WORKS),
        group_by=(column("client.name"),),
    )
    found = without_fan_out(plan, SCHEMA)
    assert found is not None
    assert set(rows_of(plan)) == {("Вектор", 120, 4), ("Ёлка 50%", 30, 2)}
    assert set(rows_of(found)) == {("Вектор", 60, 2), ("Ёлка 50%", 30, 1)}


@pytest.mark.parametrize(
    "plan",
    [
        of_contracts(total("contract.id", Aggregate.COUNT)),
        of_both(total("payment.amount"), total("work.cost")),
    ],
)
def test_a_plan_that_counts_once_is_faultless_and_headed_as_the_first(plan: Select) -> None:
    shown = presented(plan, SCHEMA, "en")
    found = without_fan_out(shown, SCHEMA)
    assert found is not None
    assert check_plan(found, SCHEMA) == ()
    assert isinstance(shown, Select) and isinstance(found, Select)
    assert [output.label for output in found.outputs] == [output.label for output in shown.outputs]
    assert without_fan_out(found, SCHEMA) is None


def test_what_is_not_multiplied_stays_as_it_is() -> None:
    assert without_fan_out(of_contracts(total("payment.amount")), SCHEMA) is None


def test_what_is_counted_once_is_told_in_words() -> None:
    plan = of_contracts(total("contract.amount"))
    assert describe_counted_once(plan, SCHEMA, "en").endswith(
        "from “contract” and “payment”, each row of “contract” counted once"
    )
    assert describe_counted_once(plan, SCHEMA, "ru").endswith("каждая строка из «Договоры» учтена один раз")


@pytest.mark.parametrize(
    "plan",
    [
        Select(
            outputs("payment.note", total("contract.amount")),
            (CONTRACT, PAYMENT),
            (TO_PAYMENTS,),
            group_by=(column("payment.note"),),
        ),
        Select(
            outputs("client.name", total("contract.amount")),
            (CLIENT, CONTRACT, PAYMENT),
            (join("client.id", "contract.client_id", is_outer=True), join("contract.id", "payment.contract_id", True)),
            group_by=(column("client.name"),),
        ),
        of_contracts(total("contract.amount"), total("payment.amount"), COUNT),
        of_both(total("payment.id", Aggregate.COUNT), total("work.cost")),
    ],
    ids=["grouped by what multiplies", "rows without a partner", "rows counted too", "no rows counted as none"],
)
def test_what_cannot_be_counted_once_for_certain_is_left_alone(plan: Select) -> None:
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
