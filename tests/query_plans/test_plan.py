"""A plan's JSON comes back as the plan it was, and JSON that is no plan is refused in words."""

import datetime
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from spravka.query_plans import plan as plans
from spravka.query_plans.plan import PLAN_JSON, Constant, Output, QueryPlan, Select, TableUse
from tests.query_plans.examples import EXAMPLES

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    TEXTS,
    st.sampled_from(["2024-01-01", "2024-01-01T00:00:00", "1", "true"]),
    st.dates(),
    st.datetimes(),
)


def come_back(plan: QueryPlan) -> QueryPlan:
    return PLAN_JSON.validate_json(PLAN_JSON.dump_json(plan))


@pytest.mark.parametrize("plan", [plan for plan, _ in EXAMPLES.values()], ids=EXAMPLES.keys())
def test_a_plan_comes_back_as_it_was(plan: QueryPlan) -> None:
    assert come_back(plan) == plan


@given(VALUES)
def test_a_constant_keeps_its_value_and_its_type(value: bool | int | float | str | datetime.date | None) -> None:
    plan = Select((Output(Constant(value)),), (TableUse("t", "t"),))
    read = come_back(plan)
    assert isinstance(read, Select)
    constant = read.outputs[0].expression
    assert isinstance(constant, Constant)
    assert (constant.value, type(constant.value)) == (value, type(value))


COLUMNS = st.tuples(TEXTS, TEXTS).map(lambda names: plans.ColumnRef(*names))
UNITS = st.sampled_from(plans.DateUnit)
DATES = st.none() | st.dates()
EXPRESSIONS: st.SearchStrategy[plans.Expression] = st.recursive(
    COLUMNS | VALUES.map(Constant) | st.tuples(UNITS, COLUMNS).map(lambda of: plans.Truncated(*of)),
    lambda inner: (
        st.tuples(inner, inner).map(lambda sides: plans.Arithmetic("/", *sides))
        | st.tuples(st.sampled_from(plans.Aggregate), inner, st.booleans()).map(lambda of: plans.Aggregated(*of))
    ),
    max_leaves=4,
)
CONDITIONS: st.SearchStrategy[plans.Condition] = st.recursive(
    st.tuples(EXPRESSIONS, st.sampled_from(plans.Operator), EXPRESSIONS).map(lambda of: plans.Comparison(*of))
    | st.tuples(COLUMNS, st.sampled_from(plans.TextMatch), TEXTS, st.booleans()).map(lambda of: plans.TextMatches(*of))
    | st.tuples(COLUMNS, DATES, DATES).map(lambda of: plans.InPeriod(of[0], plans.FixedPeriod(of[1], of[2]))),
    lambda inner: st.tuples(inner, inner).map(plans.AnyOf) | inner.map(plans.Negated),
    max_leaves=4,
)
SELECTS = st.tuples(EXPRESSIONS, TEXTS, st.none() | CONDITIONS, st.none() | st.integers(1, 9)).map(
    lambda of: Select((Output(of[0], of[1]),), (TableUse("t", of[1]),), where=of[2], limit=of[3])
)


@settings(max_examples=60)
@given(SELECTS)
def test_any_plan_comes_back_as_it_was(plan: Select) -> None:
    assert come_back(plan) == plan


def with_constant(value: object) -> str:
    return json.dumps(
        {"node": "select", "outputs": [{"expression": {"node": "constant", "value": value}}], "tables": []}
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"node": "select"}', "outputs"),
        ('{"node": "select", "outputs": [], "tables": [], "offset": 3}', "offset"),
        ('{"node": "drop"}', "drop"),
        (with_constant({"date": "yesterday"}), "isoformat"),
        (with_constant({"date": "2026-01-01", "moment": "2026-01-01"}), "date"),
        (with_constant([1]), "constant"),
        ('{"node": "select", "outputs": [], "tables": [], "limit": 0}', "limit"),
    ],
)
def test_what_is_no_plan_is_refused_in_words(text: str, told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        PLAN_JSON.validate_json(text)
