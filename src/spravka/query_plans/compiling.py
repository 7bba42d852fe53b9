"""A plan compiled to an SQL tree of a dialect, and the tree rendered.

What a caller must know: identifiers are always quoted and spelled as the schema spells them; periods become literals
counted from ``today``; nulls come last in every order; columns of the answer stand in the order of the outputs.
"""

import datetime
from dataclasses import replace

from sqlglot import exp

from spravka.query_plans.dependence import ungrouped_columns
from spravka.query_plans.editing import and_also
from spravka.query_plans.plan import (
    Aggregated,
    Constant,
    IsEmpty,
    Join,
    Ordering,
    Output,
    QueryPlan,
    Select,
    SetKind,
    SetOperation,
    TableUse,
)
from spravka.query_plans.schema import DatabaseSchema, Dialect
from spravka.query_plans.scopes import Scope, first_select
from spravka.query_plans.walking import has_aggregate
from spravka.query_plans.writing.conditions import ConditionWriter, joined
from spravka.query_plans.writing.dialects import sqlglot_dialect
from spravka.query_plans.writing.literals import column, identifier, number

SET_OPERATIONS: dict[SetKind, type[exp.SetOperation]] = {
    SetKind.UNION: exp.Union,
    SetKind.INTERSECT: exp.Intersect,
    SetKind.EXCEPT: exp.Except,
}
LABEL_BYTES = 63
"""PostgreSQL cuts longer names by itself, and a half of a Cyrillic letter with them."""


def compile_plan(plan: QueryPlan, schema: DatabaseSchema, dialect: Dialect, today: datetime.date) -> exp.Query:
    """The plan as a tree of the dialect. ``today`` may be a ``datetime`` where periods of hours are asked for.

    Raises ``UnknownTableError`` for a table that the schema lacks and ``UnwritableNumberError`` for NaN.
    """
    return Compilation(schema, dialect, today).query(plan)


def render(tree: exp.Expr, dialect: Dialect) -> str:
    """The tree as text, on one line and without comments."""
    return sqlglot_dialect(dialect).generate(tree, comments=False)


class UnknownTableError(KeyError):
    """A plan uses a table that the schema does not have."""


class Compilation:
    """One plan on its way to a tree."""

    def __init__(self, schema: DatabaseSchema, dialect: Dialect, today: datetime.date) -> None:
        self.schema = schema
        self.dialect = dialect
        self.today = today

    def query(self, plan: QueryPlan) -> exp.Query:
        if isinstance(plan, SetOperation):
            return self.set_operation(plan)
        return SelectWriter(self, plan).select_query()

    def set_operation(self, plan: SetOperation) -> exp.Query:
        if self.dialect is Dialect.MYSQL and plan.kind is not SetKind.UNION:
            return self.set_by_exists(plan)
        left, right = self.member(plan.left), self.member(plan.right)
        return SET_OPERATIONS[plan.kind](this=left, expression=right, distinct=True)

    def member(self, plan: QueryPlan) -> exp.Query:
        """A side of a set operation; ordered, limited and nested ones stand in a select of their own."""
        if isinstance(plan, Select):
            if plan.limit is None:
                return self.query(replace(plan, order=()))
            if not plan.order and self.dialect is Dialect.MSSQL:
                return self.query(plan)
        return select_all(exp.Star(), self.derived(plan, "part"))

    def derived(self, plan: QueryPlan, alias: str) -> exp.Subquery:
        return exp.Subquery(this=self.query(plan), alias=exp.TableAlias(this=identifier(alias)))

    def set_by_exists(self, plan: SetOperation) -> exp.Query:
        """INTERSECT and EXCEPT as rows with (without) an equal one: MySQL has them only since 8.0.31."""
        width = len(first_select(plan).outputs)
        left, right = self.derived(numbered(plan.left), "left"), self.derived(numbered(plan.right), "right")
        equal = [exp.NullSafeEQ(this=column("left", name), expression=column("right", name)) for name in names(width)]
        exists: exp.Expr = exp.Exists(this=select_where(number(1), right, joined(list[exp.Expr](equal), exp.And)))
        found = exp.Not(this=exists) if plan.kind is SetKind.EXCEPT else exists
        query = select_where(exp.Column(this=exp.Star(), table=identifier("left")), left, found)
        query.set("distinct", exp.Distinct())
        return query


def names(width: int) -> list[str]:
    return [f"c{position}" for position in range(1, width + 1)]


def numbered(plan: QueryPlan) -> QueryPlan:
    """The plan with its columns called c1, c2, …"""
    if isinstance(plan, SetOperation):
        return replace(plan, left=numbered(plan.left), right=numbered(plan.right))
    labelled = zip(plan.outputs, names(len(plan.outputs)), strict=True)
    return replace(plan, outputs=tuple(Output(output.expression, name) for output, name in labelled))


def select_all(what: exp.Expr, source: exp.Expr) -> exp.Select:
    return exp.Select(expressions=[what], from_=exp.From(this=source))


def select_where(what: exp.Expr, source: exp.Expr, where: exp.Expr) -> exp.Select:
    query = select_all(what, source)
    query.set("where", exp.Where(this=where))
    return query


class SelectWriter(ConditionWriter):
    """Writes one select."""

    def __init__(self, compilation: Compilation, select: Select) -> None:
        super().__init__(select, compilation.schema, compilation.dialect, compilation.today)
        self.compilation = compilation

    def query(self, plan: QueryPlan) -> exp.Query:
        return self.compilation.query(unordered(plan))

    def of_all_rows(self, aggregated: Aggregated) -> exp.Query:
        select = self.select
        return self.query(Select((Output(aggregated),), select.tables, select.joins, select.where))

    def listed(self, plan: QueryPlan) -> exp.Query:
        """MySQL takes no LIMIT right after IN."""
        if self.dialect is Dialect.MYSQL and isinstance(plan, Select) and plan.limit is not None:
            return select_all(exp.Star(), self.compilation.derived(plan, "listed"))
        return self.query(plan)

    def rows_without_nulls(self, plan: QueryPlan) -> exp.Query:
        if isinstance(plan, Select) and plan.limit is None and plan.outputs:
            return self.query(without_nulls(plan, self.schema))
        present = exp.Not(this=exp.Is(this=column("listed", "c1"), expression=exp.Null()))
        return select_where(column("listed", "c1"), self.compilation.derived(numbered(plan), "listed"), present)

    def select_query(self) -> exp.Select:
        select = self.select
        query = exp.Select(expressions=[self.output(output) for output in select.outputs], from_=self.source())
        if select.joins:
            query.set("joins", [self.join(join) for join in select.joins])
        if select.where is not None:
            query.set("where", exp.Where(this=self.condition(select.where)))
        self.add_groups(query)
        if select.distinct:
            query.set("distinct", exp.Distinct())
        if select.order:
            query.set("order", exp.Order(expressions=[self.ordered(ordering) for ordering in select.order]))
        if select.limit is not None:
            query.set("limit", exp.Limit(expression=exp.Literal.number(str(select.limit))))
        return query

    def add_groups(self, query: exp.Select) -> None:
        """Constants group nothing; but for SQLite every ungrouped column has to be named."""
        grouped = [expression for expression in self.select.group_by if not isinstance(expression, Constant)]
        if grouped and self.dialect is not Dialect.SQLITE:
            grouped.extend(ungrouped_columns(self.select))
        if grouped:
            query.set("group", exp.Group(expressions=[self.expression(expression) for expression in grouped]))
        if self.select.having is not None:
            query.set("having", exp.Having(this=self.condition(self.select.having)))

    def output(self, output: Output) -> exp.Expr:
        written = self.expression(output.expression)
        return exp.Alias(this=written, alias=identifier(heading(output.label))) if output.label else written

    def source(self) -> exp.From:
        return exp.From(this=self.table(self.select.tables[0]))

    def table(self, use: TableUse) -> exp.Expr:
        if use.plan is not None:
            return self.compilation.derived(unordered(use.plan), use.alias)
        table = self.scope.tables.get(use.alias)
        if table is None:
            raise UnknownTableError(use.table)
        return exp.Table(
            this=identifier(table.name),
            db=identifier(table.namespace) if table.namespace else None,
            alias=exp.TableAlias(this=identifier(use.alias)),
        )

    def join(self, join: Join) -> exp.Join:
        use = next(use for use in self.select.tables if use.alias == join.alias)
        if not join.on:
            return exp.Join(this=self.table(use), kind="CROSS")
        equal: list[exp.Expr] = [
            exp.EQ(this=column(left.table, left.column), expression=column(right.table, right.column))
            for left, right in join.on
        ]
        side = {"side": "LEFT"} if join.is_outer else {}
        return exp.Join(this=self.table(use), on=joined(equal, exp.And), **side)

    def ordered(self, ordering: Ordering) -> exp.Ordered:
        """Nulls last, said only where the dialect has them elsewhere and where there can be any."""
        nulls_first = self.puts_nulls_first(ordering.descending) and not self.can_move_nulls(ordering)
        return exp.Ordered(this=self.expression(ordering.by), desc=ordering.descending, nulls_first=nulls_first)

    def puts_nulls_first(self, descending: bool) -> bool:
        """Where the dialect has nulls if nothing is said."""
        if self.dialect is Dialect.CLICKHOUSE:
            return False
        return descending is (self.dialect is Dialect.POSTGRESQL)

    def can_move_nulls(self, ordering: Ordering) -> bool:
        is_sortable = self.dialect in (Dialect.POSTGRESQL, Dialect.SQLITE) or not self.select.distinct
        return is_sortable and self.scope.is_nullable(ordering.by)


def heading(label: str) -> str:
    """A label that fits a column's name."""
    return label.encode()[:LABEL_BYTES].decode(errors="ignore")


def unordered(plan: QueryPlan) -> QueryPlan:
    """A nested plan needs no order unless it is cut."""
    if isinstance(plan, Select) and plan.order and plan.limit is None:
        return replace(plan, order=())
    return plan


def without_nulls(plan: Select, schema: DatabaseSchema) -> Select:
    """The plan without rows whose first output is null."""
    listed = plan.outputs[0].expression
    if not Scope(plan, schema).is_nullable(listed):
        return plan
    present = IsEmpty(listed, negated=True)
    if has_aggregate(listed):
        return replace(plan, having=and_also(plan.having, present))
    return replace(plan, where=and_also(plan.where, present))
