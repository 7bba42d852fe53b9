"""The structure of a MySQL or MariaDB database, from ``information_schema``, which shows what the role may see."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.structure.facts import ColumnFact, Facts, ForeignKeyFact, KeyFact, TableFact
from spravka.query_plans.schema import Column, ColumnKind

_TABLES = """
SELECT table_schema, table_name, table_type LIKE '%%VIEW', IF(table_type LIKE '%%VIEW', '', table_comment), table_rows
FROM information_schema.tables
WHERE table_schema IN ({namespaces}) AND table_type <> 'SEQUENCE' ORDER BY table_schema, table_name
"""
_COLUMNS = """
SELECT table_schema, table_name, column_name, data_type, column_type, column_comment, is_nullable = 'YES'
FROM information_schema.columns
WHERE table_schema IN ({namespaces}) ORDER BY table_schema, table_name, ordinal_position
"""
_KEYS = """
SELECT table_schema, table_name, index_name, column_name
FROM information_schema.statistics
WHERE table_schema IN ({namespaces}) AND non_unique = 0
ORDER BY table_schema, table_name, index_name, seq_in_index
"""
_FOREIGN_KEYS = """
SELECT table_schema, table_name, constraint_name, column_name,
       referenced_table_schema, referenced_table_name, referenced_column_name
FROM information_schema.key_column_usage
WHERE table_schema IN ({namespaces}) AND referenced_table_name IS NOT NULL
ORDER BY table_schema, table_name, constraint_name, ordinal_position
"""
_KINDS = {
    **dict.fromkeys(("tinyint", "smallint", "mediumint", "int", "bigint", "year"), ColumnKind.INTEGER),
    **dict.fromkeys(("decimal", "float", "double"), ColumnKind.NUMBER),
    **dict.fromkeys(("datetime", "timestamp"), ColumnKind.MOMENT),
    **dict.fromkeys(("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set"), ColumnKind.TEXT),
    "date": ColumnKind.DATE,
    "time": ColumnKind.TIME,
}
_TRUTH_VALUES = frozenset({"tinyint(1)", "bit(1)"})


def kind_of_type(data_type: str, column_type: str) -> ColumnKind:
    """``tinyint(1)`` is how MySQL writes ``boolean``."""
    if column_type in _TRUTH_VALUES:
        return ColumnKind.BOOLEAN
    return _KINDS.get(data_type.lower(), ColumnKind.OTHER)


def read_default_namespace(connection: CustomerConnection) -> str:
    """The database of the connection."""
    [[name]] = connection.ask("SELECT DATABASE()")
    return str(name)


def read_facts(connection: CustomerConnection) -> Facts:
    """All facts, one query each."""
    return Facts(
        [TableFact((row[0], row[1]), bool(row[2]), row[3] or "", row[4]) for row in _ask(connection, _TABLES)],
        list(_columns(_ask(connection, _COLUMNS))),
        list(_keys(_ask(connection, _KEYS))),
        list(_foreign_keys(_ask(connection, _FOREIGN_KEYS))),
    )


def _ask(connection: CustomerConnection, sql: str) -> list[tuple[Any, ...]]:
    namespaces = connection.fields.options.namespaces or (connection.fields.database,)
    return connection.ask(sql.format(namespaces=", ".join(["%s"] * len(namespaces))), namespaces)


def _columns(rows: Sequence[tuple[Any, ...]]) -> Iterator[ColumnFact]:
    for namespace, table, name, data_type, column_type, comment, is_nullable in rows:
        kind = kind_of_type(data_type, column_type)
        yield ColumnFact((namespace, table), Column(name, kind, column_type, comment or "", bool(is_nullable)))


def _keys(rows: Sequence[tuple[Any, ...]]) -> Iterator[KeyFact]:
    grouped: dict[tuple[str, str, str], list[str | None]] = defaultdict(list)
    for namespace, table, index, column in rows:
        grouped[namespace, table, index].append(column)
    for (namespace, table, index), columns in grouped.items():
        names = tuple(column for column in columns if column is not None)
        if len(names) == len(columns):  # a part without a name is an expression
            yield KeyFact((namespace, table), names, index == "PRIMARY")


def _foreign_keys(rows: Sequence[tuple[Any, ...]]) -> Iterator[ForeignKeyFact]:
    grouped: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for namespace, table, constraint, column, to_namespace, to_table, to_column in rows:
        grouped[namespace, table, constraint, to_namespace, to_table].append((column, to_column))
    for (namespace, table, _, to_namespace, to_table), pairs in grouped.items():
        columns, to_columns = zip(*pairs, strict=True)
        yield ForeignKeyFact((namespace, table), columns, (to_namespace, to_table), to_columns)
