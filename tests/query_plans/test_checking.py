"""Faults of plans are found, each told by its kind and in words; right plans have none."""

import pytest

from spravka.query_plans.checking import ProblemKind, check_plan
from spravka.query_plans.plan import (
    Aggregate,
    Aggregated,
    AmongRows,
    Comparison,
    Constant,
    DateUnit,
    InPeriod,
    Join,
    OneOf,
    Operator,
    QueryPlan,
    RelativePeriod,
    ScalarQuery,
    Select,
    SetKind,
    SetOperation,
    TableUse,
    Truncated,
)
from tests.query_plans.examples import EXAMPLES
from tests.query_plans.firm import CLIENT, CONTRACT, COUNT, PAYMENT, SCHEMA, column, ids, join, outputs, total

MONTH = RelativePeriod(DateUnit.MONTH, 0, 0)
IDS = Select(outputs("client.id"), (CLIENT,))


def nested(depth: int) -> Select:
    """Selects within each other."""
    plan = IDS
    for _ in range(depth):
        plan = ids(CLIENT, AmongRows(column("client.id"), plan))
    return plan


@pytest.mark.parametrize("plan", [plan for plan, _ in EXAMPLES.values()], ids=EXAMPLES.keys())
def test_a_right_plan_has_no_faults(plan: QueryPlan) -> None:
    assert check_plan(plan, SCHEMA) == ()


@pytest.mark.parametrize(
    ("plan", "kind", "told"),
    [
        (Select((), (CLIENT,)), ProblemKind.NO_OUTPUTS, "output"),
        (Select(outputs(COUNT), ()), ProblemKind.NO_TABLES, "table"),
        (Select(outputs(COUNT), (TableUse("a", "planet"),)), ProblemKind.UNKNOWN_TABLE, "planet"),
        (Select(outputs("client.age"), (CLIENT,)), ProblemKind.UNKNOWN_COLUMN, "id, name, city"),
        (Select(outputs("k.id"), (CLIENT,)), ProblemKind.UNKNOWN_ALIAS, "client"),
        (
            Select(outputs(COUNT), (CLIENT, CLIENT), (Join("client", ()),)),
            ProblemKind.DUPLICATE_ALIAS,
            "client",
        ),
        (Select(outputs("client.id"), (CLIENT, CONTRACT)), ProblemKind.JOINS_MISMATCH, "once"),
        (
            Select(outputs("client.id"), (CLIENT, CONTRACT), (Join("contract", ((column("contract.id"),) * 2,)),)),
            ProblemKind.JOINS_MISMATCH,
            "before it",
        ),
        (ids(CLIENT, Comparison(COUNT, Operator.MORE, Constant(1))), ProblemKind.AGGREGATE_IN_WHERE, "having"),
        (
            Select(outputs(Aggregated(Aggregate.SUM, total("contract.amount"))), (CONTRACT,)),
            ProblemKind.AGGREGATE_IN_AGGREGATE,
            "nested",
        ),
        (Select(outputs(COUNT), (CLIENT,), group_by=(COUNT,)), ProblemKind.AGGREGATE_IN_GROUP, "columns"),
        (Select(outputs("client.name", COUNT), (CLIENT,)), ProblemKind.NOT_GROUPED, "client.name"),
        (Select(outputs(total("contract.signed")), (CONTRACT,)), ProblemKind.AGGREGATE_OF_TEXT, "signed"),
        (Select(outputs(Aggregated(Aggregate.SUM)), (CONTRACT,)), ProblemKind.AGGREGATE_OF_TEXT, "column"),
        (nested(3), ProblemKind.NESTED_TOO_DEEP, "2"),
        (Select(outputs("client.id"), (CLIENT,), limit=10**9), ProblemKind.LIMIT_OUT_OF_BOUNDS, "100000"),
        (
            SetOperation(SetKind.UNION, IDS, Select(outputs("client.id", "client.name"), (CLIENT,))),
            ProblemKind.WIDTHS_DIFFER,
            "left has 1",
        ),
        (
            Select(outputs(ScalarQuery(Select(outputs("client.id", "client.name"), (CLIENT,)))), (CLIENT,)),
            ProblemKind.NOT_ONE_COLUMN,
            "one output",
        ),
        (ids(PAYMENT, InPeriod(column("payment.id"), MONTH)), None, ""),
        (Select(outputs(Truncated(DateUnit.MONTH, column("payment.id"))), (PAYMENT,)), ProblemKind.NOT_A_DATE, "dates"),
        (
            ids(CLIENT, OneOf(column("client.id"), tuple(Constant(number) for number in range(1_001)))),
            ProblemKind.TOO_MANY_VALUES,
            "1000",
        ),
        (
            ids(CLIENT, Comparison(column("client.name"), Operator.EQUAL, Constant("\0"))),
            ProblemKind.UNWRITABLE_TEXT,
            "",
        ),
        (
            Select(outputs(COUNT), (TableUse("rows", "", Select(outputs("client.id"), (CLIENT,))),)),
            ProblemKind.UNNAMED_COLUMN,
            "label",
        ),
    ],
)
def test_a_fault_is_named_and_told(plan: QueryPlan, kind: ProblemKind | None, told: str) -> None:
    problems = check_plan(plan, SCHEMA)
    assert (kind in {problem.kind for problem in problems}) is (kind is not None)
    assert kind is not None or problems == ()
    assert told in " ".join(problem.detail for problem in problems if problem.kind is kind)


def test_columns_that_a_grouped_key_settles_need_no_group() -> None:
    plan = Select(
        outputs("client.name", total("contract.amount")),
        (CONTRACT, CLIENT),
        (join("contract.client_id", "client.id"),),
        group_by=(column("contract.client_id"),),
    )
    assert check_plan(plan, SCHEMA) == ()
