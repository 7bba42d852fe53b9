"""What may be read of a table takes the table's place in the tree.

A use of a table with row filters or hidden columns, or one whose columns are all asked for, becomes a subquery under
the same label: outer joins, correlated subqueries and aliases of columns see the allowed rows and columns and nothing
else, whatever the query around it says.
"""

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal

from sqlglot import exp

from spravka.sql_guard.finding_tables import reference_to
from spravka.sql_guard.policy import AllowedTable, FilterOperator, FilterValue, GuardPolicy, RowFilter
from spravka.sql_guard.scopes import TableUse

COMPARISONS: Mapping[FilterOperator, Callable[..., exp.Expr]] = {
    FilterOperator.EQUAL: exp.EQ,
    FilterOperator.NOT_EQUAL: exp.NEQ,
    FilterOperator.LESS: exp.LT,
    FilterOperator.AT_MOST: exp.LTE,
    FilterOperator.GREATER: exp.GT,
    FilterOperator.AT_LEAST: exp.GTE,
}


def restrict(use: TableUse, policy: GuardPolicy) -> None:
    """Put the allowed part of the table in the place of its use."""
    node, label = use.node, use.source.label
    if not (use.table.is_restricted or use.source.is_starred):
        name_truly(node, use, policy)
        return
    alias = node.args.get("alias") or exp.TableAlias()
    alias.set("this", exp.to_identifier(label, quoted=True))
    node.replace(exp.Subquery(this=allowed_part(use.table, policy), alias=alias, joins=node.args.get("joins")))


def name_truly(node: exp.Table, use: TableUse, policy: GuardPolicy) -> None:
    """The whole table under its true name."""
    reference = reference_to(use.table, policy)
    node.set("this", reference.this)
    node.set("db", reference.args.get("db"))
    if node.alias:
        node.args["alias"].set("this", exp.to_identifier(use.source.label, quoted=True))


def allowed_part(table: AllowedTable, policy: GuardPolicy) -> exp.Select:
    """``SELECT columns FROM table WHERE filters``.

    In PostgreSQL ``OFFSET 0`` keeps the planner from trying a condition of the query on rows that the filter hides,
    whose values an error message would tell.
    """
    part = exp.Select(expressions=visible(table, policy), from_=exp.From(this=reference_to(table, policy)))
    if table.row_filters:
        part.set("where", exp.Where(this=exp.and_(*(condition(each, policy) for each in table.row_filters))))
        if policy.dialect == "postgresql":
            part.set("offset", exp.Offset(expression=exp.Literal.number(0)))
    return part


def visible(table: AllowedTable, policy: GuardPolicy) -> list[exp.Expr]:
    """The columns that may be seen, or a plain 1; T-SQL names each column of a subquery by an alias."""
    columns = [quoted_column(name) for name in table.visible_columns]
    if policy.dialect == "mssql":
        return [exp.alias_(column, column.name, quoted=True) for column in columns] or [exp.alias_("1", "row")]
    return [*columns] or [exp.Literal.number(1)]


def quoted_column(name: str) -> exp.Column:
    return exp.Column(this=exp.to_identifier(name, quoted=True))


def condition(row_filter: RowFilter, policy: GuardPolicy) -> exp.Expr:
    column = quoted_column(row_filter.column)
    values = [literal(value, policy) for value in row_filter.values]
    if row_filter.operator in COMPARISONS:
        return COMPARISONS[row_filter.operator](this=column, expression=values[0])
    if row_filter.operator is FilterOperator.IS_EMPTY:
        return exp.Is(this=column, expression=exp.Null())
    if row_filter.operator is FilterOperator.IS_NOT_EMPTY:
        return exp.Not(this=exp.Is(this=column, expression=exp.Null()))
    return membership(column, values, is_inside=row_filter.operator is FilterOperator.ONE_OF)


def membership(column: exp.Expr, values: list[exp.Expr], *, is_inside: bool) -> exp.Expr:
    """IN and NOT IN; without values no row is inside, and every row outside."""
    if not values:
        return exp.EQ(this=exp.Literal.number(1), expression=exp.Literal.number(0 if is_inside else 1))
    inside = exp.In(this=column, expressions=values)
    return inside if is_inside else exp.Not(this=inside)


def literal(value: FilterValue, policy: GuardPolicy) -> exp.Expr:
    """The value as SQL writes it; moments by ISO 8601, with a T for SQL Server."""
    if isinstance(value, bool):
        return exp.Literal.number(int(value)) if policy.dialect == "mssql" else exp.Boolean(this=value)
    if isinstance(value, datetime.datetime):
        return exp.Literal.string(value.isoformat("T" if policy.dialect == "mssql" else " "))
    if isinstance(value, datetime.date):
        return exp.Literal.string(value.isoformat())
    if isinstance(value, str):
        return exp.Literal.string(value)
    return number(value)


def number(value: int | float | Decimal) -> exp.Expr:
    written = exp.Literal.number(format(abs(value), "f") if isinstance(value, Decimal) else repr(abs(value)))
    return exp.Neg(this=written) if value < 0 else written
