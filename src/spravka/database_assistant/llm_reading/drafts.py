"""What the language model may answer: a plan, SQL where a plan cannot say it, or that it cannot be answered."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal, get_args

from pydantic import Field, TypeAdapter
from pydantic.dataclasses import dataclass

from spravka.llm.shapes import Shape, name_unions, plain_schema
from spravka.query_plans.plan import Condition, Expression, QueryPlan

MAX_SQL_CHARACTERS = 20_000
MAX_REASON_CHARACTERS = 400
DEEPEST = 60
"""Levels of JSON. A plan with a nested plan in a having condition has about twenty-five."""


@dataclass(frozen=True)
class PlanDraft:
    plan: QueryPlan
    kind: Literal["plan"] = "plan"


@dataclass(frozen=True)
class SqlDraft:
    sql: Annotated[str, Field(min_length=1, max_length=MAX_SQL_CHARACTERS)]
    kind: Literal["sql"] = "sql"


@dataclass(frozen=True)
class CannotDraft:
    reason: str = ""
    kind: Literal["cannot"] = "cannot"


Draft = PlanDraft | SqlDraft | CannotDraft


@dataclass(frozen=True)
class Drafted:
    """Servers want an object at the root, not a union."""

    answer: Annotated[Draft, Field(discriminator="kind")]


def _members(union: Any) -> frozenset[str]:
    return frozenset(one.__name__ for one in get_args(get_args(union)[0]))


UNIONS = {_members(Expression): "Expression", _members(Condition): "Condition", _members(QueryPlan): "Plan"}
_DRAFTED: TypeAdapter[Drafted] = TypeAdapter(Drafted)


def _read(value: Any) -> Draft:
    if is_deeper_than(value, DEEPEST):
        raise ValueError(f"It is nested deeper than {DEEPEST} levels.")
    return _DRAFTED.validate_python(value).answer


def is_deeper_than(parsed: object, limit: int) -> bool:
    """Level by level, so that no depth can exhaust the stack."""
    level: list[object] = [parsed]
    for _ in range(limit):
        level = [part for held in level for part in _parts(held)]
        if not level:
            return False
    return True


def _parts(parsed: object) -> Iterable[object]:
    if isinstance(parsed, dict):
        return parsed.values()
    return parsed if isinstance(parsed, list) else ()


DRAFT_SHAPE: Shape[Draft] = Shape(
    "answer_to_question", name_unions(plain_schema(_DRAFTED.json_schema()), UNIONS), _read
)
"""Reads a draft; raises ``ValueError`` where it is none."""
