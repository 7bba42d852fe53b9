"""Faults of a plan, told in words by which its writer can repair it. A plan without any compiles and runs."""

import enum
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spravka.query_plans.dependence import settled_aliases, ungrouped_columns
from spravka.query_plans.plan import (
    Aggregate,
    Aggregated,
    AmongRows,
    ColumnRef,
    Constant,
    DatePart,
    InPeriod,
    OfAll,
    OneOf,
    QueryPlan,
    ScalarQuery,
    Select,
    SetOperation,
    TextMatches,
    Truncated,
)
from spravka.query_plans.schema import NUMERIC, ColumnKind, DatabaseSchema
from spravka.query_plans.scopes import Scope, first_select
from spravka.query_plans.walking import (
    Node,
    children,
    columns_below,
    has_aggregate,
    is_aggregating,
    nested_plans,
    nodes,
)

DEEPEST_NESTING = 2
"""Plans within plans: a query over the rows of another may still compare with a third."""
LARGEST_LIMIT = 100_000
MOST_TABLES = 12
MOST_VALUES = 1_000


class ProblemKind(enum.StrEnum):
    """What is wrong with a plan."""

    NO_OUTPUTS = "no-outputs"
    NO_TABLES = "no-tables"
    TOO_MANY_TABLES = "too-many-tables"
    UNKNOWN_TABLE = "unknown-table"
    UNKNOWN_ALIAS = "unknown-alias"
    UNKNOWN_COLUMN = "unknown-column"
    DUPLICATE_ALIAS = "duplicate-alias"
    JOINS_MISMATCH = "joins-mismatch"
    AGGREGATE_IN_WHERE = "aggregate-in-where"
    AGGREGATE_IN_AGGREGATE = "aggregate-in-aggregate"
    AGGREGATE_IN_GROUP = "aggregate-in-group"
    AGGREGATE_OF_TEXT = "aggregate-of-text"
    NOT_GROUPED = "not-grouped"
    NESTED_TOO_DEEP = "nested-too-deep"
    LIMIT_OUT_OF_BOUNDS = "limit-out-of-bounds"
    WIDTHS_DIFFER = "widths-differ"
    NOT_ONE_COLUMN = "not-one-column"
    NOT_A_DATE = "not-a-date"
    TOO_MANY_VALUES = "too-many-values"
    UNWRITABLE_TEXT = "unwritable-text"
    UNNAMED_COLUMN = "unnamed-column"


@dataclass(frozen=True, slots=True)
class PlanProblem:
    """One fault; ``detail`` is a sentence that says what to do instead."""

    kind: ProblemKind
    detail: str


def check_plan(plan: QueryPlan, schema: DatabaseSchema) -> tuple[PlanProblem, ...]:
    """Every fault of the plan, the outer selects' first; empty where there is none."""
    return tuple(dict.fromkeys(check_query(plan, schema, 0)))


def check_query(plan: QueryPlan, schema: DatabaseSchema, depth: int) -> Iterator[PlanProblem]:
    if depth > DEEPEST_NESTING:
        yield PlanProblem(ProblemKind.NESTED_TOO_DEEP, f"Nest plans at most {DEEPEST_NESTING} deep.")
    elif isinstance(plan, SetOperation):
        yield from check_set_operation(plan, schema, depth)
    else:
        yield from SelectCheck(plan, schema).problems()
        for nested in nested_plans(plan):
            yield from check_query(nested, schema, depth + 1)


def check_set_operation(plan: SetOperation, schema: DatabaseSchema, depth: int) -> Iterator[PlanProblem]:
    widths = [len(first_select(side).outputs) for side in (plan.left, plan.right)]
    if widths[0] != widths[1]:
        detail = f"Both sides need equally many outputs; the left has {widths[0]}, the right {widths[1]}."
        yield PlanProblem(ProblemKind.WIDTHS_DIFFER, detail)
    yield from check_query(plan.left, schema, depth)
    yield from check_query(plan.right, schema, depth)


class SelectCheck:
    """The faults of one select."""

    def __init__(self, select: Select, schema: DatabaseSchema) -> None:
        self.select = select
        self.schema = schema
        self.scope = Scope(select, schema)
        self.aliases = [use.alias for use in select.tables]

    def problems(self) -> Iterator[PlanProblem]:
        yield from self.shape()
        yield from self.tables()
        yield from self.joins()
        for ref in self.columns():
            yield from self.column(ref)
        yield from self.aggregates()
        yield from self.groups()
        for node in nodes(self.select):
            yield from self.node(node)

    def shape(self) -> Iterator[PlanProblem]:
        limit = self.select.limit
        if not self.select.outputs:
            yield PlanProblem(ProblemKind.NO_OUTPUTS, "A select needs at least one output.")
        if not self.select.tables:
            yield PlanProblem(ProblemKind.NO_TABLES, "A select needs at least one table.")
        if len(self.aliases) > MOST_TABLES:
            yield PlanProblem(ProblemKind.TOO_MANY_TABLES, f"Use at most {MOST_TABLES} tables in a select.")
        if limit is not None and not 1 <= limit <= LARGEST_LIMIT:
            yield PlanProblem(ProblemKind.LIMIT_OUT_OF_BOUNDS, f"The limit is from 1 to {LARGEST_LIMIT}.")

    def tables(self) -> Iterator[PlanProblem]:
        for alias, count in Counter(alias.lower() for alias in self.aliases).items():
            if count > 1:
                yield PlanProblem(ProblemKind.DUPLICATE_ALIAS, f"The alias {alias} is used twice; rename one.")
        for use in self.select.tables:
            if use.plan is not None:
                yield from self.nested_columns(use.alias, use.plan)
            elif use.table not in self.schema.tables_by_key:
                yield PlanProblem(ProblemKind.UNKNOWN_TABLE, f"There is no table {use.table}.")

    def nested_columns(self, alias: str, plan: QueryPlan) -> Iterator[PlanProblem]:
        labels = [output.label for output in first_select(plan).outputs]
        if "" in labels or len(set(labels)) < len(labels):
            detail = f"Every output of the nested plan {alias} needs a label of its own."
            yield PlanProblem(ProblemKind.UNNAMED_COLUMN, detail)

    def joins(self) -> Iterator[PlanProblem]:
        joined = [join.alias for join in self.select.joins]
        if joined != self.aliases[1:]:
            detail = "Join every table but the first, once, in the order of the tables."
            yield PlanProblem(ProblemKind.JOINS_MISMATCH, detail)
            return
        for position, join in enumerate(self.select.joins, start=1):
            before = set(self.aliases[:position])
            for pair in join.on:
                sides = {pair[0].table, pair[1].table}
                if join.alias not in sides or not sides & before or not sides <= before | {join.alias}:
                    detail = f"The join of {join.alias} has to pair a column of it with one of a table before it."
                    yield PlanProblem(ProblemKind.JOINS_MISMATCH, detail)

    def columns(self) -> Iterator[ColumnRef]:
        for node in nodes(self.select):
            if isinstance(node, ColumnRef):
                yield node
        for join in self.select.joins:
            for pair in join.on:
                yield from pair

    def column(self, ref: ColumnRef) -> Iterator[PlanProblem]:
        table = self.scope.tables.get(ref.table)
        if ref.table not in self.aliases:
            known = ", ".join(self.aliases)
            detail = f"There is no alias {ref.table} in this select; its aliases are {known}."
            yield PlanProblem(ProblemKind.UNKNOWN_ALIAS, detail)
        elif table is not None and ref.column not in table.columns_by_name:
            known = ", ".join(table.columns_by_name)
            detail = f"The table {table.key} has no column {ref.column}; its columns are {known}."
            yield PlanProblem(ProblemKind.UNKNOWN_COLUMN, detail)

    def aggregates(self) -> Iterator[PlanProblem]:
        if self.select.where is not None and has_aggregate(self.select.where):
            detail = "An aggregate cannot stand in where; put the condition into having."
            yield PlanProblem(ProblemKind.AGGREGATE_IN_WHERE, detail)
        if any(has_aggregate(key) for key in self.select.group_by):
            yield PlanProblem(ProblemKind.AGGREGATE_IN_GROUP, "Group by columns, not by an aggregate.")

    def groups(self) -> Iterator[PlanProblem]:
        """Ungrouped columns are fine where the grouped ones settle their row."""
        if not is_aggregating(self.select):
            return
        grouped = frozenset(key for key in self.select.group_by if isinstance(key, ColumnRef))
        settled = settled_aliases(self.select, self.schema, grouped)
        for ref in ungrouped_columns(self.select):
            if ref.table not in settled:
                detail = f"{ref.table}.{ref.column} is neither aggregated nor grouped by; add it to group_by."
                yield PlanProblem(ProblemKind.NOT_GROUPED, detail)

    def node(self, node: Node) -> Iterator[PlanProblem]:
        if isinstance(node, Aggregated):
            yield from self.aggregated(node)
        elif isinstance(node, ScalarQuery | AmongRows):
            yield from self.one_column(node.plan)
        elif isinstance(node, Truncated | DatePart):
            yield from self.temporal(node.of, allowed=frozenset())
        elif isinstance(node, InPeriod):
            yield from self.temporal(node.left, allowed=NUMERIC)
        elif isinstance(node, OneOf) and len(node.values) > MOST_VALUES:
            yield PlanProblem(ProblemKind.TOO_MANY_VALUES, f"Name at most {MOST_VALUES} values.")
        yield from unwritable(node)

    def aggregated(self, node: Aggregated) -> Iterator[PlanProblem]:
        if any(isinstance(below, Aggregated | OfAll) or has_aggregate(below) for below in children(node)):
            detail = "An aggregate of an aggregate needs a nested plan as a table."
            yield PlanProblem(ProblemKind.AGGREGATE_IN_AGGREGATE, detail)
        if node.of is None and node.function is not Aggregate.COUNT:
            detail = f"{node.function.value} needs a column to be taken of."
            yield PlanProblem(ProblemKind.AGGREGATE_OF_TEXT, detail)
        elif node.of is not None and node.function in (Aggregate.SUM, Aggregate.AVERAGE):
            yield from self.numeric(node)

    def numeric(self, node: Aggregated) -> Iterator[PlanProblem]:
        """SQLite, which stores anything anywhere, has no columns of which the kind could be sure."""
        assert node.of is not None
        kind = self.scope.kind(node.of)
        if kind in (ColumnKind.DATE, ColumnKind.MOMENT) or (
            kind is ColumnKind.TEXT and self.schema.dialect != "sqlite"
        ):
            read = ", ".join(f"{ref.table}.{ref.column}" for ref in columns_below(node.of))
            detail = f"{node.function.value} of {read} is not possible: its values are no numbers."
            yield PlanProblem(ProblemKind.AGGREGATE_OF_TEXT, detail)

    def one_column(self, plan: QueryPlan) -> Iterator[PlanProblem]:
        if len(first_select(plan).outputs) != 1:
            yield PlanProblem(ProblemKind.NOT_ONE_COLUMN, "A nested plan used as a value needs exactly one output.")

    def temporal(self, of: Node, allowed: frozenset[ColumnKind]) -> Iterator[PlanProblem]:
        if not isinstance(of, ColumnRef):
            return
        kind = self.scope.kind(of)
        if kind is ColumnKind.BOOLEAN or (kind in NUMERIC and kind not in allowed):
            yield PlanProblem(ProblemKind.NOT_A_DATE, f"{of.table}.{of.column} holds no dates.")


def unwritable(node: Node) -> Iterator[PlanProblem]:
    """Texts that no database takes: with a NUL, or with half a character."""
    text = node.text if isinstance(node, TextMatches) else node.value if isinstance(node, Constant) else None
    if isinstance(text, str) and ("\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text)):
        yield PlanProblem(ProblemKind.UNWRITABLE_TEXT, "A text holds a character that databases do not take.")
