"""Which columns are settled once others are: a key settles its row, and a join to a key settles the joined row."""

from collections.abc import Iterator

from spravka.query_plans.plan import Aggregated, ColumnRef, OfAll, Select
from spravka.query_plans.schema import DatabaseSchema, Table
from spravka.query_plans.scopes import Scope
from spravka.query_plans.walking import Node, children


def settled_aliases(select: Select, schema: DatabaseSchema, known: frozenset[ColumnRef]) -> frozenset[str]:
    """The table uses of which at most one row has the ``known`` values."""
    return settled_from(select, schema, set(known), set())


def settled_by_row(select: Select, schema: DatabaseSchema, alias: str) -> frozenset[str]:
    """The table uses of which at most one row joins each row of ``alias``, itself among them."""
    return settled_from(select, schema, set(), {alias})


def settled_from(select: Select, schema: DatabaseSchema, columns: set[ColumnRef], settled: set[str]) -> frozenset[str]:
    tables = Scope(select, schema).tables
    while True:
        columns |= equal_columns(select, columns, settled)
        found = {alias for alias in tables if is_key(schema, tables[alias], names_of(alias, columns))} - settled
        if not found:
            return frozenset(settled)
        settled |= found


def is_key(schema: DatabaseSchema, table: Table, columns: frozenset[str]) -> bool:
    """Whether no two rows have the same values: a key says so, or that other tables point to these columns."""
    if not columns:
        return False
    return table.is_unique(columns) or any(
        key.to_table == table.key and columns >= set(key.to_columns) for key in schema.foreign_keys
    )


def names_of(alias: str, columns: set[ColumnRef]) -> frozenset[str]:
    return frozenset(ref.column for ref in columns if ref.table == alias)


def equal_columns(select: Select, columns: set[ColumnRef], settled: set[str]) -> set[ColumnRef]:
    """Columns that joins make equal to known ones."""
    found: set[ColumnRef] = set()
    for join in select.joins:
        for left, right in join.on:
            if left in columns or left.table in settled:
                found.add(right)
            if (right in columns or right.table in settled) and not join.is_outer:
                found.add(left)
    return found


def bare_columns(node: Node, grouped: frozenset[Node]) -> Iterator[ColumnRef]:
    """Columns that a node reads outside of aggregates and of what is grouped by."""
    if node in grouped or isinstance(node, Aggregated | OfAll):
        return
    if isinstance(node, ColumnRef):
        yield node
    for child in children(node):
        yield from bare_columns(child, grouped)


def ungrouped_columns(select: Select) -> list[ColumnRef]:
    """Columns that outputs, orders and having conditions of a grouped select read though they are not grouped by."""
    grouped: frozenset[Node] = frozenset(select.group_by)
    read: list[Node] = [output.expression for output in select.outputs]
    read += [ordering.by for ordering in select.order]
    if select.having is not None:
        read.append(select.having)
    return list(dict.fromkeys(ref for node in read for ref in bare_columns(node, grouped)))
