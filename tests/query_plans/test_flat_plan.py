"""A flat plan, as a language model fills it in, becomes a plan or is refused in words."""

import json
from typing import Any

import pytest

from spravka.query_plans.flat_plan import FlatPlan, plan_of_flat_json
from spravka.query_plans.plan_json import UnreadablePlanError
from tests.query_plans.firm import SCHEMA, rows_of

CONTRACTS = {"alias": "k", "table": "contract"}
PAYMENTS = {"alias": "p", "table": "payment", "on": ["p.contract_id = k.id"]}
ID = {"expression": {"column": "k.id"}}


def select(**members: Any) -> dict[str, Any]:
    return {"tables": [CONTRACTS], "outputs": [ID], **members}


def condition(test: str, **members: Any) -> dict[str, Any]:
    return {"where": [[{"left": {"column": "k.amount"}, "test": test, **members}]]}


PAID = {"column": "p.amount", "aggregate": "sum"}
AVERAGE = select(outputs=[{"expression": {"column": "k.amount", "aggregate": "average"}}])


@pytest.mark.parametrize(
    ("flat", "rows"),
    [
        ({"select": select(**condition(">", values=[60]))}, [(10,), (12,)]),
        ({"select": select(**condition("between", values=[50, 70], negated=True))}, [(10,), (13,)]),
        ({"select": select(**condition("one of", values=[5, 70]))}, [(12,), (13,)]),
        ({"select": select(**condition("empty"))}, []),
        ({"select": select(**condition(">", nested=0)), "nested": [AVERAGE]}, [(10,), (12,)]),
        (
            {
                "select": select(
                    where=[
                        [
                            {
                                "left": {"column": "k.signed"},
                                "test": "period",
                                "period": {"unit": "month", "first": -1, "last": -1},
                            }
                        ]
                    ]
                )
            },
            [(11,)],
        ),
        (
            {
                "select": select(
                    where=[
                        [
                            {
                                "left": {"column": "k.signed"},
                                "test": "<",
                                "values": ["2026-01-01"],
                                "values_are_dates": True,
                            }
                        ]
                    ]
                )
            },
            [(12,)],
        ),
        (
            {
                "select": select(
                    tables=[CONTRACTS, PAYMENTS],
                    outputs=[
                        ID,
                        {"expression": {**PAID, "operator": "/", "second": {"column": "k.amount"}}, "label": "part"},
                    ],
                    group_by=[{"column": "k.id"}, {"column": "k.amount"}],
                    having=[[{"left": PAID, "test": ">=", "values": [50]}]],
                    order=[{"by": PAID, "descending": True}],
                    limit=1,
                )
            },
            [(10, 0.6)],
        ),
        ({"select": select(), "combine": "except", "second": select(**condition(">", values=[5]))}, [(13,)]),
    ],
)
def test_a_flat_plan_gives_the_rows_that_it_asks_for(flat: dict[str, Any], rows: list[tuple[object, ...]]) -> None:
    plan = plan_of_flat_json(json.dumps(flat))
    assert sorted(rows_of(plan), key=str) == rows
    assert SCHEMA.tables_by_key


@pytest.mark.parametrize(
    ("flat", "told"),
    [
        ({"select": select(offset=3)}, "offset"),
        ({"select": select(outputs=[{"expression": {"column": "amount"}}])}, "alias.column"),
        ({"select": select(outputs=[{"expression": {"column": "*"}}])}, "counted"),
        ({"select": select(**condition("among", nested=3))}, "nested select 3"),
        ({"select": select(**condition("=", values=[1, 2]))}, "one value"),
        ({"select": select(**condition("between", values=[1]))}, "two values"),
        ({"select": select(**condition("period"))}, "period"),
        ({"select": select(**condition("=", values=["soon"], values_are_dates=True))}, "no date"),
        ({"select": select(limit=0)}, "limit"),
        ({"select": select(tables=[CONTRACTS, {**PAYMENTS, "on": ["p.contract_id"]}])}, "pairs"),
    ],
)
def test_what_a_flat_plan_cannot_mean_is_told(flat: dict[str, Any], told: str) -> None:
    with pytest.raises(UnreadablePlanError, match=told):
        plan_of_flat_json(json.dumps(flat))


def references(schema: object) -> set[str]:
    if isinstance(schema, dict):
        own = {schema["$ref"]} if isinstance(schema.get("$ref"), str) else set()
        return own.union(*(references(part) for part in schema.values()))
    return set().union(*(references(part) for part in schema)) if isinstance(schema, list) else set()


def test_its_json_schema_has_no_recursion_and_is_small() -> None:
    schema = FlatPlan.model_json_schema()
    left = {f"#/$defs/{name}": references(body) for name, body in schema["$defs"].items()}
    while left:
        settled = {name for name, needs in left.items() if not needs & left.keys()}
        assert settled, "definitions refer to each other in a circle"
        left = {name: needs for name, needs in left.items() if name not in settled}
    assert len(json.dumps(schema)) < 8_000
