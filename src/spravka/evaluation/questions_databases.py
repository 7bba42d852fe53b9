"""What a reader knows of a SQLite database used for measuring: its schema and the values of its text columns."""

# ruff: noqa: S608 -- every name put into a query is quoted

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from spravka.query_plans.schema import Column, ColumnKind, DatabaseSchema, Dialect, ForeignKey, Table
from spravka.question_reading.knowledge import Knowledge
from spravka.question_reading.values import ValueIndex

MOST_VALUES_OF_A_COLUMN = 5_000
LONGEST_VALUE = 100
SAMPLE_ROWS = 200

KINDS_BY_PREFIX = (
    ("bool", ColumnKind.BOOLEAN),
    ("bit", ColumnKind.BOOLEAN),
    ("datetime", ColumnKind.MOMENT),
    ("timestamp", ColumnKind.MOMENT),
    ("date", ColumnKind.DATE),
    ("time", ColumnKind.TIME),
    ("year", ColumnKind.INTEGER),
    ("tinyint", ColumnKind.INTEGER),
    ("int", ColumnKind.INTEGER),
    ("bigint", ColumnKind.INTEGER),
    ("smallint", ColumnKind.INTEGER),
    ("mediumint", ColumnKind.INTEGER),
    ("integer", ColumnKind.INTEGER),
    ("real", ColumnKind.NUMBER),
    ("float", ColumnKind.NUMBER),
    ("double", ColumnKind.NUMBER),
    ("decimal", ColumnKind.NUMBER),
    ("numeric", ColumnKind.NUMBER),
    ("number", ColumnKind.NUMBER),
    ("money", ColumnKind.NUMBER),
    ("char", ColumnKind.TEXT),
    ("varchar", ColumnKind.TEXT),
    ("nvarchar", ColumnKind.TEXT),
    ("text", ColumnKind.TEXT),
    ("blob", ColumnKind.OTHER),
)


def sqlite_knowledge(file: Path) -> Knowledge:
    """Schema and values of a database; raises ``sqlite3.Error`` where it cannot be read."""
    connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    try:
        schema = _schema(connection)
        return Knowledge(schema, _values(connection, schema))
    finally:
        connection.close()


def _schema(connection: sqlite3.Connection) -> DatabaseSchema:
    names = [
        str(name)
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
        )
    ]
    tables = tuple(_table(connection, name) for name in names)
    keys = {table.name.lower(): table for table in tables}
    return DatabaseSchema(Dialect.SQLITE, tables, tuple(dict.fromkeys(_foreign_keys(connection, keys))))


def _table(connection: sqlite3.Connection, name: str) -> Table:
    rows = connection.execute(f"PRAGMA table_info({_quoted(name)})").fetchall()
    columns = tuple(Column(row[1], _kind(connection, name, row[1], row[2]), row[2]) for row in rows)
    key = tuple(row[1] for row in sorted(rows, key=lambda row: int(row[5])) if row[5])
    (count,) = connection.execute(f"SELECT count(*) FROM {_quoted(name)}").fetchone()
    return Table(name, columns, primary_key=key, row_count=int(count))


def _kind(connection: sqlite3.Connection, table: str, column: str, type_name: str) -> ColumnKind:
    """By the declared type; a column whose declared type says text but whose values are numbers stays text."""
    lowered = type_name.lower().strip()
    named = max((prefix for prefix, _ in KINDS_BY_PREFIX if lowered.startswith(prefix)), key=len, default=None)
    kind = dict(KINDS_BY_PREFIX).get(named or "")
    if kind is None or kind is ColumnKind.OTHER:
        kind = _kind_of_values(connection, table, column)
    if kind is ColumnKind.INTEGER and _has_fractions(connection, table, column):
        return ColumnKind.NUMBER
    return kind


def _kind_of_values(connection: sqlite3.Connection, table: str, column: str) -> ColumnKind:
    types = {
        str(name)
        for (name,) in connection.execute(
            f"SELECT typeof({_quoted(column)}) FROM {_quoted(table)} "
            f"WHERE {_quoted(column)} IS NOT NULL LIMIT {SAMPLE_ROWS}"
        )
    }
    if types == {"integer"}:
        return ColumnKind.INTEGER
    if types and types <= {"integer", "real"}:
        return ColumnKind.NUMBER
    return ColumnKind.OTHER if types == {"blob"} else ColumnKind.TEXT


def _has_fractions(connection: sqlite3.Connection, table: str, column: str) -> bool:
    query = f"SELECT 1 FROM {_quoted(table)} WHERE typeof({_quoted(column)}) = 'real' LIMIT 1"
    return connection.execute(query).fetchone() is not None


def _foreign_keys(connection: sqlite3.Connection, tables: dict[str, Table]) -> Iterator[ForeignKey]:
    for table in tables.values():
        rows = connection.execute(f"PRAGMA foreign_key_list({_quoted(table.name)})").fetchall()
        for key_id in dict.fromkeys(row[0] for row in rows):
            parts = sorted((row for row in rows if row[0] == key_id), key=lambda row: int(row[1]))
            target = tables.get(str(parts[0][2]).lower())
            if target is not None:
                yield from _foreign_key(table, target, [(row[3], row[4]) for row in parts])


def _foreign_key(table: Table, target: Table, pairs: list[tuple[str, str | None]]) -> Iterator[ForeignKey]:
    own = {column.name.lower(): column.name for column in table.columns}
    its = {column.name.lower(): column.name for column in target.columns}
    columns = [own.get(name.lower()) for name, _ in pairs]
    named = [
        other or (target.primary_key[at] if at < len(target.primary_key) else "") for at, (_, other) in enumerate(pairs)
    ]
    to_columns = [its.get(name.lower()) for name in named]
    if None not in columns and None not in to_columns:
        yield ForeignKey(
            table.key, tuple(str(name) for name in columns), target.key, tuple(str(name) for name in to_columns)
        )


def _values(connection: sqlite3.Connection, schema: DatabaseSchema) -> ValueIndex:
    values: dict[tuple[str, str], tuple[str, ...]] = {}
    incomplete = set[tuple[str, str]]()
    for table in schema.tables:
        for column in table.columns:
            if column.kind is not ColumnKind.TEXT:
                continue
            found = _distinct(connection, table.name, column.name)
            if len(found) > MOST_VALUES_OF_A_COLUMN:
                incomplete.add((table.key, column.name))
            values[table.key, column.name] = tuple(found[:MOST_VALUES_OF_A_COLUMN])
    return ValueIndex(values, frozenset(incomplete))


def _distinct(connection: sqlite3.Connection, table: str, column: str) -> list[str]:
    query = (
        f"SELECT DISTINCT {_quoted(column)} FROM {_quoted(table)} WHERE {_quoted(column)} IS NOT NULL "
        f"AND length({_quoted(column)}) <= {LONGEST_VALUE} LIMIT {MOST_VALUES_OF_A_COLUMN + 1}"
    )
    return [str(value) for (value,) in connection.execute(query)]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
