"""The structure of a SQLite file, from its pragmas; stored values tell kinds where the declared type is loose."""

import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.errors import QueryFailed, QueryTimedOut, StructureChanged
from spravka.customer_databases.structure.facts import ColumnFact, Facts, ForeignKeyFact, KeyFact, TableFact
from spravka.customer_databases.structure.sqlite_kinds import declared_kind, stored_kind
from spravka.query_plans.schema import Column, ColumnKind

SAMPLE_ROWS = 200
COUNTING_SECONDS = 2.0
"""For counting the rows of all tables; those that come after have no count."""
UNREADABLE = (QueryFailed, QueryTimedOut, StructureChanged)

_TABLES = """
SELECT name, type = 'view' FROM sqlite_schema
WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name
"""
_COLUMNS = """
SELECT m.name, x.name, x.type, x."notnull", x.pk FROM sqlite_schema m, pragma_table_xinfo(m.name) x
WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND x.hidden <> 1 ORDER BY m.name, x.cid
"""
_VIEW_COLUMNS = "SELECT ?1, name, type, 0, 0 FROM pragma_table_xinfo(?1) ORDER BY cid"
_KEYS = """
SELECT m.name, l.name, i.name FROM sqlite_schema m, pragma_index_list(m.name) l, pragma_index_info(l.name) i
WHERE m.type = 'table' AND l."unique" AND NOT l.partial ORDER BY m.name, l.name, i.seqno
"""
_FOREIGN_KEYS = """
SELECT m.name, f.id, f."table", f."from", f."to" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
WHERE m.type = 'table' ORDER BY m.name, f.id, f.seq
"""


def read_default_namespace(_connection: CustomerConnection) -> str:
    """SQLite has none."""
    return ""


def read_facts(connection: CustomerConnection) -> Facts:
    """All facts: one query each, and two short ones a table, to look at values and to count rows."""
    tables = [(str(name), bool(is_view)) for name, is_view in connection.ask(_TABLES)]
    described = connection.ask(_COLUMNS)
    for name, is_view in tables:
        described += _view_columns(connection, name) if is_view else []
    primary = _primary_keys(described)
    until = time.monotonic() + COUNTING_SECONDS
    return Facts(
        [
            TableFact(("", name), is_view, "", None if is_view else _row_count(connection, name, until))
            for name, is_view in tables
        ],
        list(_columns(connection, described)),
        [KeyFact(("", table), columns, True) for table, columns in primary.items()]
        + list(_unique_keys(connection.ask(_KEYS))),
        list(_foreign_keys(connection.ask(_FOREIGN_KEYS), _true_names(described), primary)),
    )


def quoted(name: str) -> str:
    """The name as an identifier of SQLite."""
    return '"' + name.replace('"', '""') + '"'


def _view_columns(connection: CustomerConnection, view: str) -> list[tuple[Any, ...]]:
    """None where the view reads what is not there any more; asked together, one such view would hide all."""
    try:
        return connection.ask(_VIEW_COLUMNS, (view,))
    except UNREADABLE:
        return []


def _columns(connection: CustomerConnection, described: Sequence[tuple[Any, ...]]) -> Iterator[ColumnFact]:
    grouped: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for table, *column in described:
        grouped[table].append(tuple(column))
    for table, columns in grouped.items():
        samples = _samples(connection, table, [name for name, *_ in columns])
        for (name, declared, is_required, _), values in zip(columns, samples, strict=True):
            kind = _kind(str(declared), values)
            yield ColumnFact(("", table), Column(name, kind, declared, "", not is_required))


def _kind(declared: str, values: Sequence[Any]) -> ColumnKind:
    return stored_kind(declared_kind(declared), values)


def _samples(connection: CustomerConnection, table: str, columns: Sequence[str]) -> list[list[Any]]:
    """The first values of each column; none where the table cannot be read (a view over what is gone)."""
    sql = f"SELECT {', '.join(map(quoted, columns))} FROM {quoted(table)} LIMIT {SAMPLE_ROWS}"  # noqa: S608
    try:
        rows = connection.ask(sql, timeout_seconds=COUNTING_SECONDS)
    except UNREADABLE:
        rows = []
    return [[row[number] for row in rows] for number in range(len(columns))]


def _row_count(connection: CustomerConnection, table: str, until: float) -> int | None:
    left_seconds = until - time.monotonic()
    if left_seconds <= 0:
        return None
    try:
        [[count]] = connection.ask(f"SELECT count(*) FROM {quoted(table)}", timeout_seconds=left_seconds)  # noqa: S608
    except UNREADABLE:
        return None
    return int(count)


def _primary_keys(described: Sequence[tuple[Any, ...]]) -> dict[str, tuple[str, ...]]:
    places: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for table, name, _, _, place in described:
        if place:
            places[table].append((place, name))
    return {table: tuple(name for _, name in sorted(parts)) for table, parts in places.items()}


def _unique_keys(rows: Sequence[tuple[Any, ...]]) -> Iterator[KeyFact]:
    grouped: dict[tuple[str, str], list[str | None]] = defaultdict(list)
    for table, index, column in rows:
        grouped[table, index].append(column)
    for (table, _), columns in grouped.items():
        names = tuple(column for column in columns if column is not None)
        if len(names) == len(columns):  # a part without a name is an expression
            yield KeyFact(("", table), names, False)


def _true_names(described: Sequence[tuple[Any, ...]]) -> dict[str, dict[str, str]]:
    """Columns as they are spelled in their table, by lower-cased table and column: references spell as they like."""
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for table, column, *_ in described:
        names[table.lower()][""] = table
        names[table.lower()][column.lower()] = column
    return names


def _foreign_keys(
    rows: Sequence[tuple[Any, ...]], names: dict[str, dict[str, str]], primary: dict[str, tuple[str, ...]]
) -> Iterator[ForeignKeyFact]:
    grouped: dict[tuple[str, int, str], list[tuple[str, str | None]]] = defaultdict(list)
    for table, number, target, column, to_column in rows:
        grouped[table, number, target].append((column, to_column))
    for (table, _, target), pairs in grouped.items():
        here, there = names.get(table.lower(), {}), names.get(target.lower(), {})
        columns = tuple(here.get(column.lower(), column) for column, _ in pairs)
        to_columns = tuple(there.get((to_column or "").lower(), "") for _, to_column in pairs)
        if None in (to_column for _, to_column in pairs):  # REFERENCES t: its primary key is meant
            to_columns = primary.get(there.get("", ""), ())
        if len(to_columns) == len(columns):
            yield ForeignKeyFact(("", table), columns, ("", there.get("", "")), to_columns)
