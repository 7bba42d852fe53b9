"""What a select's names mean: its table uses by alias, and the kind of any expression over them."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from spravka.query_plans.plan import (
    Aggregate,
    Aggregated,
    Arithmetic,
    ColumnRef,
    Constant,
    DatePart,
    DateUnit,
    Expression,
    OfAll,
    QueryPlan,
    ScalarQuery,
    Select,
    SetOperation,
    Truncated,
)
from spravka.query_plans.schema import TEMPORAL, Column, ColumnKind, DatabaseSchema, Table


@dataclass(frozen=True)
class Scope:
    """The tables of one select. Aliases and columns that the schema lacks are ``None`` to every question asked here."""

    select: Select
    schema: DatabaseSchema

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """The table of each alias that has one: the schema's, or what a nested plan gives."""
        known = self.schema.tables_by_key
        found = {use.alias: known[use.table] for use in self.select.tables if use.plan is None and use.table in known}
        nested = ((use.alias, use.plan) for use in self.select.tables if use.plan is not None)
        return found | {alias: rows_of(plan, alias, self.schema) for alias, plan in nested}

    @cached_property
    def outer_aliases(self) -> frozenset[str]:
        """Table uses whose columns may be null for want of a partner."""
        return frozenset(join.alias for join in self.select.joins if join.is_outer)

    def column(self, ref: ColumnRef) -> Column | None:
        table = self.tables.get(ref.table)
        return None if table is None else table.columns_by_name.get(ref.column)

    def is_nullable(self, expression: Expression) -> bool:
        """Whether the expression's value may be null."""
        if isinstance(expression, ColumnRef):
            return self.is_nullable_column(expression)
        if isinstance(expression, Constant):
            return expression.value is None
        return not (isinstance(expression, Aggregated) and expression.function is Aggregate.COUNT)

    def is_nullable_column(self, ref: ColumnRef) -> bool:
        found = self.column(ref)
        return found is None or found.is_nullable or ref.table in self.outer_aliases

    def kind(self, expression: Expression) -> ColumnKind:
        """What the values of the expression are; ``OTHER`` where it cannot be told."""
        if isinstance(expression, ColumnRef):
            found = self.column(expression)
            return found.kind if found else ColumnKind.OTHER
        if isinstance(expression, Constant):
            return constant_kind(expression)
        if isinstance(expression, DatePart):
            return ColumnKind.INTEGER
        if isinstance(expression, Truncated):
            return ColumnKind.MOMENT if expression.unit is DateUnit.HOUR else ColumnKind.DATE
        if isinstance(expression, ScalarQuery):
            return query_kind(expression.plan, self.schema)
        return self.computed_kind(expression)

    def computed_kind(self, expression: Aggregated | OfAll | Arithmetic) -> ColumnKind:
        if isinstance(expression, OfAll):
            return self.computed_kind(expression.of)
        if isinstance(expression, Arithmetic):
            kinds = {self.kind(expression.left), self.kind(expression.right)}
            is_whole = expression.operator != "/" and kinds == {ColumnKind.INTEGER}
            return ColumnKind.INTEGER if is_whole or kinds <= TEMPORAL else ColumnKind.NUMBER
        if expression.function is Aggregate.COUNT or expression.of is None:
            return ColumnKind.INTEGER
        return ColumnKind.NUMBER if expression.function is Aggregate.AVERAGE else self.kind(expression.of)


CONSTANT_KINDS: dict[type, ColumnKind] = {
    bool: ColumnKind.BOOLEAN,
    int: ColumnKind.INTEGER,
    float: ColumnKind.NUMBER,
    datetime.datetime: ColumnKind.MOMENT,
    datetime.date: ColumnKind.DATE,
    str: ColumnKind.TEXT,
}


def constant_kind(constant: Constant) -> ColumnKind:
    return CONSTANT_KINDS.get(type(constant.value), ColumnKind.OTHER)


def first_select(plan: QueryPlan) -> Select:
    """The leftmost select: its outputs head the answer's columns."""
    while isinstance(plan, SetOperation):
        plan = plan.left
    return plan


def query_kind(plan: QueryPlan, schema: DatabaseSchema) -> ColumnKind:
    """The kind of a plan's first output."""
    select = first_select(plan)
    return Scope(select, schema).kind(select.outputs[0].expression) if select.outputs else ColumnKind.OTHER


def rows_of(plan: QueryPlan, alias: str, schema: DatabaseSchema) -> Table:
    """The rows of a nested plan as a table; what it groups by is its key where all of that is put out."""
    select = first_select(plan)
    scope = Scope(select, schema)
    columns = tuple(
        Column(output.label, scope.kind(output.expression), is_nullable=scope.is_nullable(output.expression))
        for output in select.outputs
    )
    return Table(alias, columns, primary_key=group_key(plan))


def group_key(plan: QueryPlan) -> tuple[str, ...]:
    """The labels of the outputs that tell a grouped plan's rows apart, if all of them are put out."""
    if isinstance(plan, SetOperation):
        return ()
    labels = {output.expression: output.label for output in plan.outputs}
    is_whole = all(expression in labels for expression in plan.group_by)
    return tuple(labels[expression] for expression in plan.group_by) if is_whole else ()
