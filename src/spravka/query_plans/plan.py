"""The query plan's classes: frozen trees, equal by value, JSON-able by ``PLAN_JSON``.

Every class has a ``node`` that names it in JSON, so that a plan written by a language model, kept with an answer
or sent by a page is read back as it was, or refused.
"""

import datetime
import enum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass

from spravka.query_plans.constants import Value

EXACT = ConfigDict(extra="forbid")
"""A member that a class does not have is refused: a plan must not lose what its writer meant."""


class Aggregate(enum.StrEnum):
    COUNT = "count"
    SUM = "sum"
    AVERAGE = "average"
    MINIMUM = "minimum"
    MAXIMUM = "maximum"


class DateUnit(enum.StrEnum):
    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"


class Operator(enum.StrEnum):
    EQUAL = "="
    UNEQUAL = "!="
    LESS = "<"
    LESS_OR_EQUAL = "<="
    MORE = ">"
    MORE_OR_EQUAL = ">="


class TextMatch(enum.StrEnum):
    """Where in a text the words must stand; letter case never counts."""

    CONTAINS = "contains"
    STARTS = "starts"
    ENDS = "ends"
    IS = "is"
    LIKE = "like"
    """The pattern is one of SQL's ``LIKE``, with ``%`` and ``_``."""


@dataclass(frozen=True, slots=True, config=EXACT)
class ColumnRef:
    """A column of one of the select's table uses (its alias, not the table's name)."""

    table: str
    column: str
    node: Literal["column"] = "column"


@dataclass(frozen=True, slots=True, config=EXACT)
class Constant:
    """A value; in JSON a day is ``{"date": "2026-11-22"}`` and a moment ``{"moment": "…"}``, never a bare text."""

    value: Value
    node: Literal["constant"] = "constant"


@dataclass(frozen=True, slots=True, config=EXACT)
class DatePart:
    """A number out of a date: the year 2026, the month 1…12, the quarter 1…4."""

    unit: DateUnit
    of: "Expression"
    node: Literal["date-part"] = "date-part"


@dataclass(frozen=True, slots=True, config=EXACT)
class Truncated:
    """The first day of the unit in which a date lies: what "by months" groups by, over several years too."""

    unit: DateUnit
    of: "Expression"
    node: Literal["truncated"] = "truncated"


@dataclass(frozen=True, slots=True, config=EXACT)
class Aggregated:
    """An aggregate; ``of`` is ``None`` for a count of rows. ``only`` counts just the rows that fulfil it."""

    function: Aggregate
    of: "Expression | None" = None
    distinct: bool = False
    only: "Condition | None" = None
    node: Literal["aggregated"] = "aggregated"


@dataclass(frozen=True, slots=True, config=EXACT)
class Arithmetic:
    """A division is a true one, and its result is null where the divisor is zero."""

    operator: Literal["+", "-", "*", "/"]
    left: "Expression"
    right: "Expression"
    node: Literal["arithmetic"] = "arithmetic"


@dataclass(frozen=True, slots=True, config=EXACT)
class OfAll:
    """An aggregate over all the groups of the select, for shares: the sum over the sums."""

    of: Aggregated
    node: Literal["of-all"] = "of-all"


@dataclass(frozen=True, slots=True, config=EXACT)
class ScalarQuery:
    """A nested plan that gives one value."""

    plan: "QueryPlan"
    node: Literal["scalar-query"] = "scalar-query"


Expression = Annotated[
    ColumnRef | Constant | DatePart | Truncated | Aggregated | Arithmetic | OfAll | ScalarQuery,
    Field(discriminator="node"),
]


@dataclass(frozen=True, slots=True, config=EXACT)
class RelativePeriod:
    """Whole units counted from today's: ``first`` … ``last`` are offsets (-1 … -1 is the unit before this one).

    ``until_today`` ends the period with today («с начала года»).
    """

    unit: DateUnit
    first: int
    last: int
    until_today: bool = False
    node: Literal["relative"] = "relative"


@dataclass(frozen=True, slots=True, config=EXACT)
class FixedPeriod:
    """Days from ``start`` to before ``end``; ``None`` leaves a side open."""

    start: datetime.date | None
    end: datetime.date | None
    node: Literal["fixed"] = "fixed"


Period = Annotated[RelativePeriod | FixedPeriod, Field(discriminator="node")]


@dataclass(frozen=True, slots=True, config=EXACT)
class Comparison:
    left: Expression
    operator: Operator
    right: Expression
    node: Literal["comparison"] = "comparison"


@dataclass(frozen=True, slots=True, config=EXACT)
class Between:
    """Both bounds included."""

    left: Expression
    low: Expression
    high: Expression
    node: Literal["between"] = "between"


@dataclass(frozen=True, slots=True, config=EXACT)
class TextMatches:
    left: Expression
    match: TextMatch
    text: str
    negated: bool = False
    node: Literal["text-matches"] = "text-matches"


@dataclass(frozen=True, slots=True, config=EXACT)
class OneOf:
    left: Expression
    values: tuple[Constant, ...]
    negated: bool = False
    node: Literal["one-of"] = "one-of"


@dataclass(frozen=True, slots=True, config=EXACT)
class AmongRows:
    """The value is (not) among the rows of a nested plan with one output; nulls among them never hide a row."""

    left: Expression
    plan: "QueryPlan"
    negated: bool = False
    node: Literal["among-rows"] = "among-rows"


@dataclass(frozen=True, slots=True, config=EXACT)
class IsEmpty:
    left: Expression
    negated: bool = False
    node: Literal["is-empty"] = "is-empty"


@dataclass(frozen=True, slots=True, config=EXACT)
class InPeriod:
    left: Expression
    period: Period
    negated: bool = False
    node: Literal["in-period"] = "in-period"


@dataclass(frozen=True, slots=True, config=EXACT)
class AllOf:
    conditions: tuple["Condition", ...]
    node: Literal["all-of"] = "all-of"


@dataclass(frozen=True, slots=True, config=EXACT)
class AnyOf:
    conditions: tuple["Condition", ...]
    node: Literal["any-of"] = "any-of"


@dataclass(frozen=True, slots=True, config=EXACT)
class Negated:
    condition: "Condition"
    node: Literal["negated"] = "negated"


Condition = Annotated[
    Comparison | Between | TextMatches | OneOf | AmongRows | IsEmpty | InPeriod | AllOf | AnyOf | Negated,
    Field(discriminator="node"),
]


@dataclass(frozen=True, slots=True, config=EXACT)
class TableUse:
    """A table of the schema (``Table.key``) under the alias by which the select's columns name it.

    Or the rows of a nested ``plan``, whose columns are named by its outputs' labels; ``table`` is then empty.
    """

    alias: str
    table: str
    plan: "QueryPlan | None" = None


@dataclass(frozen=True, slots=True, config=EXACT)
class Join:
    """How a table use joins those before it: pairs of equal columns, ``is_outer`` keeps rows without a partner."""

    alias: str
    on: tuple[tuple[ColumnRef, ColumnRef], ...]
    is_outer: bool = False


@dataclass(frozen=True, slots=True, config=EXACT)
class Output:
    """A column of the answer; ``label`` is its heading, in the words of the question's language."""

    expression: Expression
    label: str = ""


@dataclass(frozen=True, slots=True, config=EXACT)
class Ordering:
    by: Expression
    descending: bool = False


@dataclass(frozen=True, slots=True, config=EXACT)
class Select:
    """One select. The first of ``tables`` is joined by none of ``joins``, each other by exactly one, in order."""

    outputs: tuple[Output, ...]
    tables: tuple[TableUse, ...]
    joins: tuple[Join, ...] = ()
    where: Condition | None = None
    group_by: tuple[Expression, ...] = ()
    having: Condition | None = None
    order: tuple[Ordering, ...] = ()
    limit: Annotated[int, Field(ge=1)] | None = None
    distinct: bool = False
    node: Literal["select"] = "select"


class SetKind(enum.StrEnum):
    UNION = "union"
    INTERSECT = "intersect"
    EXCEPT = "except"


@dataclass(frozen=True, slots=True, config=EXACT)
class SetOperation:
    """Rows of both, of either, or of the left and not of the right; without duplicates."""

    kind: SetKind
    left: "QueryPlan"
    right: "QueryPlan"
    node: Literal["set-operation"] = "set-operation"


QueryPlan = Annotated[Select | SetOperation, Field(discriminator="node")]

PLAN_JSON: TypeAdapter[Select | SetOperation] = TypeAdapter(QueryPlan)
"""Reads and writes a plan as JSON; its ``json_schema()`` is what a language model fills in."""
