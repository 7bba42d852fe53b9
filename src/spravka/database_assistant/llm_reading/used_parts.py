"""What a plan or a query uses: its tables, columns, values and operations, whoever wrote it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from spravka.query_plans.plan import (
    Aggregate,
    Aggregated,
    Between,
    ColumnRef,
    Comparison,
    Constant,
    InPeriod,
    Operator,
    QueryPlan,
    Select,
    TextMatches,
)
from spravka.query_plans.schema import DatabaseSchema, Table
from spravka.query_plans.walking import Node, nodes, selects
from spravka.query_plans.writing.dialects import sqlglot_dialect

SQL_AGGREGATES: Mapping[type[exp.Expr], Aggregate] = {
    exp.Count: Aggregate.COUNT,
    exp.Sum: Aggregate.SUM,
    exp.Avg: Aggregate.AVERAGE,
    exp.Min: Aggregate.MINIMUM,
    exp.Max: Aggregate.MAXIMUM,
}
SQL_DATES = (exp.CurrentDate, exp.CurrentTimestamp, exp.DateTrunc, exp.TimestampTrunc, exp.Extract, exp.DateSub)
SQL_COMPARISONS = (exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.Between)


@dataclass(frozen=True)
class UsedParts:
    """``columns`` are pairs of a table's key and a column; ``texts`` and ``numbers`` stand in conditions."""

    tables: frozenset[str] = frozenset()
    columns: frozenset[tuple[str, str]] = frozenset()
    texts: frozenset[str] = frozenset()
    numbers: frozenset[float] = frozenset()
    aggregates: frozenset[Aggregate] = frozenset()
    limits: frozenset[int] = frozenset()
    has_period: bool = False
    has_order: bool = False
    has_grouping: bool = False
    has_comparison: bool = False
    is_distinct: bool = False


def parts_of_plan(plan: QueryPlan) -> UsedParts:
    """What all selects of the plan use, the nested too."""
    found = list(selects(plan))
    inside = [node for select in found for node in nodes(select)]
    return UsedParts(
        tables=frozenset(use.table for select in found for use in select.tables if use.table),
        columns=frozenset(pair for select in found for pair in _columns(select)),
        texts=frozenset(text for node in inside for text in _texts(node)),
        numbers=frozenset(number for node in inside for number in _numbers(node)),
        aggregates=frozenset(node.function for node in inside if isinstance(node, Aggregated)),
        limits=frozenset(select.limit for select in found if select.limit is not None),
        has_period=any(isinstance(node, InPeriod) for node in inside),
        has_order=any(select.order for select in found),
        has_grouping=any(select.group_by for select in found),
        has_comparison=any(_compares(node) for node in inside),
        is_distinct=any(select.distinct for select in found)
        or any(isinstance(node, Aggregated) and node.distinct for node in inside),
    )


def _columns(select: Select) -> Iterator[tuple[str, str]]:
    tables = {use.alias: use.table for use in select.tables}
    for node in nodes(select):
        if isinstance(node, ColumnRef) and tables.get(node.table):
            yield tables[node.table], node.column


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, TextMatches):
        yield node.text
    elif hasattr(node, "values"):
        yield from (one.value for one in node.values if isinstance(one.value, str))


def _numbers(node: Node) -> Iterator[float]:
    if isinstance(node, Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
        yield float(node.value)


def _compares(node: Node) -> bool:
    return isinstance(node, Between) or (isinstance(node, Comparison) and node.operator is not Operator.EQUAL)


def parts_of_sql(sql: str, schema: DatabaseSchema) -> UsedParts:
    """The same of SQL that was judged already; nothing where it cannot be read."""
    try:
        tree = sqlglot.parse_one(sql, dialect=sqlglot_dialect(schema.dialect))
    except (SqlglotError, RecursionError):
        return UsedParts()
    tables = [table for table in schema.tables if _names(tree, table)]
    named = {column.name.casefold() for column in tree.find_all(exp.Column)}
    literals = list(tree.find_all(exp.Literal))
    limits = frozenset(int(one.expression.name) for one in tree.find_all(exp.Limit) if one.expression.name.isdigit())
    return UsedParts(
        tables=frozenset(table.key for table in tables),
        columns=frozenset(
            (table.key, column.name) for table in tables for column in table.columns if column.name.casefold() in named
        ),
        texts=frozenset(one.name.strip("%") for one in literals if one.is_string),
        numbers=frozenset(float(one.name) for one in literals if not one.is_string),
        aggregates=frozenset(function for kind, function in SQL_AGGREGATES.items() if tree.find(kind)),
        limits=limits,
        has_period=tree.find(*SQL_DATES) is not None,
        has_order=tree.find(exp.Order) is not None,
        has_grouping=tree.find(exp.Group) is not None,
        has_comparison=tree.find(*SQL_COMPARISONS) is not None,
        is_distinct=tree.find(exp.Distinct) is not None,
    )


def _names(tree: exp.Expr, table: Table) -> bool:
    return any(
        use.name.casefold() == table.name.casefold() and use.db.casefold() in ("", table.namespace.casefold())
        for use in tree.find_all(exp.Table)
    )
