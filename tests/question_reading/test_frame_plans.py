"""Frames become plans with their tables joined."""

import datetime

import pytest

from spravka.query_plans import plan
from spravka.query_plans.plan import Aggregate, DateUnit, Operator, SetKind
from spravka.question_reading.frame_plans import CannotJoin, PlanWriter
from spravka.question_reading.frames import ROWS, Arith, Field, Frame, Item, Pair, Sorting, Test, TestKind
from spravka.question_reading.schema_graph import SchemaGraph
from tests.question_reading.schemas import COMPANY

AMOUNT, DAY = Item(Field("sale", "amount")), Item(Field("sale", "sale_date"))
CITY, CLIENT = Item(Field("branch", "city")), Item(Field("client", "name"))
TOTAL = Item(Field("sale", "amount"), Aggregate.SUM)


def _written(frame: Frame) -> plan.Select:
    select = PlanWriter(COMPANY, SchemaGraph(COMPANY)).write(frame)
    assert isinstance(select, plan.Select)
    return select


def test_each_table_is_used_once_and_joined_once() -> None:
    select = _written(Frame((CITY, TOTAL), group=(CITY,)))
    assert sorted(use.table for use in select.tables) == ["branch", "sale"]
    assert len(select.joins) == 1


def test_a_table_named_besides_the_columns_is_joined_too() -> None:
    select = _written(Frame((ROWS,), tables=frozenset({"client", "sale"})))
    assert {use.table for use in select.tables} == {"client", "sale"}


def test_a_bucket_of_time_is_a_truncated_date() -> None:
    month = Item(DAY.field, unit=DateUnit.MONTH)
    select = _written(Frame((month, TOTAL), group=(month,)))
    assert isinstance(select.group_by[0], plan.Truncated)


def test_order_and_limit_are_kept() -> None:
    select = _written(Frame((CLIENT,), order=(Sorting(AMOUNT, True),), limit=5))
    assert (select.limit, select.order[0].descending) == (5, True)


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        (Test(CITY, TestKind.COMPARE, Operator.UNEQUAL, ("Казань",)), plan.Comparison),
        (Test(AMOUNT, TestKind.BETWEEN, values=(1, 2)), plan.Between),
        (Test(CLIENT, TestKind.MATCH, values=("Рома",)), plan.TextMatches),
        (Test(CITY, TestKind.ONE_OF, values=("Казань", "Москва")), plan.OneOf),
        (Test(DAY, TestKind.EMPTY), plan.IsEmpty),
        (Test(AMOUNT, TestKind.COMPARE, values=(1,), negated=True), plan.Negated),
        (Test(DAY, TestKind.PERIOD, period=plan.FixedPeriod(datetime.date(2026, 1, 1), None)), plan.InPeriod),
        (Test(AMOUNT, TestKind.COMPARE_INNER, Operator.MORE, inner=Frame((TOTAL,))), plan.Comparison),
    ],
)
def test_a_test_is_a_condition_of_its_kind(test: Test, expected: type) -> None:
    assert isinstance(_written(Frame((CLIENT,), tests=(test,))).where, expected)


def test_two_frames_are_united() -> None:
    other = Frame((CLIENT,), tests=(Test(AMOUNT, TestKind.COMPARE, values=(1,)),))
    written = PlanWriter(COMPANY, SchemaGraph(COMPANY)).write(Frame((CLIENT,), set_kind=SetKind.EXCEPT, other=other))
    assert isinstance(written, plan.SetOperation)


def test_a_share_of_the_groups_divides_by_all_of_them() -> None:
    expression = _written(Frame((CITY, Pair(Arith.SHARE, TOTAL)), group=(CITY,))).outputs[1].expression
    assert isinstance(expression, plan.Arithmetic)
    assert isinstance(expression.right, plan.OfAll)


def test_tables_without_a_way_between_them_are_refused() -> None:
    with pytest.raises(CannotJoin):
        PlanWriter(COMPANY, SchemaGraph(COMPANY)).write(Frame((Item(None, Aggregate.COUNT),)))
