"""The structure of an MS SQL database, from ``sys``; descriptions are the extended properties ``MS_Description``."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.structure.facts import ColumnFact, Facts, ForeignKeyFact, KeyFact, TableFact
from spravka.query_plans.schema import Column, ColumnKind

DEFAULT_NAMESPACE_SQL = "SELECT SCHEMA_NAME()"
TABLES_SQL = """
SELECT s.name, o.name, CASE WHEN o.type = 'V' THEN 1 ELSE 0 END, CAST(p.value AS nvarchar(4000)), r.row_count
FROM sys.objects o JOIN sys.schemas s ON s.schema_id = o.schema_id
LEFT JOIN sys.extended_properties p
       ON p.class = 1 AND p.major_id = o.object_id AND p.minor_id = 0 AND p.name = 'MS_Description'
LEFT JOIN (SELECT object_id, SUM(rows) AS row_count FROM sys.partitions WHERE index_id IN (0, 1) GROUP BY object_id) r
       ON r.object_id = o.object_id
WHERE o.type IN ('U', 'V') AND o.is_ms_shipped = 0
  AND HAS_PERMS_BY_NAME(QUOTENAME(s.name) + '.' + QUOTENAME(o.name), 'OBJECT', 'SELECT') = 1
ORDER BY s.name, o.name
"""
COLUMNS_SQL = """
SELECT s.name, o.name, c.name, COALESCE(b.name, t.name), c.max_length, c.precision, c.scale,
       CAST(p.value AS nvarchar(4000)), c.is_nullable
FROM sys.columns c JOIN sys.objects o ON o.object_id = c.object_id JOIN sys.schemas s ON s.schema_id = o.schema_id
JOIN sys.types t ON t.user_type_id = c.user_type_id
LEFT JOIN sys.types b ON b.user_type_id = c.system_type_id
LEFT JOIN sys.extended_properties p
       ON p.class = 1 AND p.major_id = c.object_id AND p.minor_id = c.column_id AND p.name = 'MS_Description'
WHERE o.type IN ('U', 'V') AND o.is_ms_shipped = 0
ORDER BY c.object_id, c.column_id
"""
KEYS_SQL = """
SELECT s.name, o.name, i.index_id, i.is_primary_key, c.name
FROM sys.indexes i JOIN sys.objects o ON o.object_id = i.object_id JOIN sys.schemas s ON s.schema_id = o.schema_id
JOIN sys.index_columns k ON k.object_id = i.object_id AND k.index_id = i.index_id AND k.is_included_column = 0
JOIN sys.columns c ON c.object_id = k.object_id AND c.column_id = k.column_id
WHERE i.is_unique = 1 AND i.has_filter = 0 AND o.type IN ('U', 'V') AND o.is_ms_shipped = 0
ORDER BY i.object_id, i.index_id, k.key_ordinal
"""
FOREIGN_KEYS_SQL = """
SELECT f.object_id, s.name, o.name, ts.name, t.name, c.name, tc.name
FROM sys.foreign_keys f JOIN sys.foreign_key_columns k ON k.constraint_object_id = f.object_id
JOIN sys.objects o ON o.object_id = f.parent_object_id JOIN sys.schemas s ON s.schema_id = o.schema_id
JOIN sys.objects t ON t.object_id = f.referenced_object_id JOIN sys.schemas ts ON ts.schema_id = t.schema_id
JOIN sys.columns c ON c.object_id = k.parent_object_id AND c.column_id = k.parent_column_id
JOIN sys.columns tc ON tc.object_id = k.referenced_object_id AND tc.column_id = k.referenced_column_id
ORDER BY f.object_id, k.constraint_column_id
"""
_KINDS = {
    **dict.fromkeys(("tinyint", "smallint", "int", "bigint"), ColumnKind.INTEGER),
    **dict.fromkeys(("decimal", "numeric", "money", "smallmoney", "float", "real"), ColumnKind.NUMBER),
    **dict.fromkeys(("datetime", "datetime2", "smalldatetime", "datetimeoffset"), ColumnKind.MOMENT),
    **dict.fromkeys(("char", "varchar", "nchar", "nvarchar", "text", "ntext", "sysname"), ColumnKind.TEXT),
    "date": ColumnKind.DATE,
    "time": ColumnKind.TIME,
    "bit": ColumnKind.BOOLEAN,
}
_TWO_BYTES = frozenset({"nchar", "nvarchar"})


def kind_of_type(name: str) -> ColumnKind:
    """What a column of that type holds."""
    return _KINDS.get(name, ColumnKind.OTHER)


def shown_type(name: str, max_length: int, precision: int, scale: int) -> str:
    """``nvarchar(50)``, ``decimal(10,2)``, as it is declared; lengths in the catalogue are bytes, -1 is ``max``."""
    if name in {"decimal", "numeric"}:
        return f"{name}({precision},{scale})"
    if name in {"char", "varchar", "nchar", "nvarchar"}:
        length = max_length // 2 if name in _TWO_BYTES else max_length
        return f"{name}({'max' if max_length < 0 else length})"
    return name


def read_default_namespace(connection: CustomerConnection) -> str:
    """The default schema of the user: unqualified names are looked for there first."""
    [[name]] = connection.ask(DEFAULT_NAMESPACE_SQL)
    return str(name or "dbo")


def read_facts(connection: CustomerConnection) -> Facts:
    """All facts, one query each, of the namespaces that the fields name."""
    wanted = set(connection.fields.options.namespaces)
    tables = connection.ask(TABLES_SQL)
    return Facts(
        [
            TableFact((row[0], row[1]), bool(row[2]), row[3] or "", row[4])
            for row in tables
            if not wanted or row[0] in wanted
        ],
        list(_columns(connection.ask(COLUMNS_SQL))),
        list(_keys(connection.ask(KEYS_SQL))),
        list(_foreign_keys(connection.ask(FOREIGN_KEYS_SQL))),
    )


def _columns(rows: Sequence[tuple[Any, ...]]) -> Iterator[ColumnFact]:
    for namespace, table, name, type_name, max_length, precision, scale, comment, is_nullable in rows:
        shown = shown_type(type_name, max_length, precision, scale)
        column = Column(name, kind_of_type(type_name), shown, comment or "", bool(is_nullable))
        yield ColumnFact((namespace, table), column)


def _keys(rows: Sequence[tuple[Any, ...]]) -> Iterator[KeyFact]:
    grouped: dict[tuple[str, str, int, bool], list[str]] = defaultdict(list)
    for namespace, table, index, is_primary, column in rows:
        grouped[namespace, table, index, bool(is_primary)].append(column)
    for (namespace, table, _, is_primary), columns in grouped.items():
        yield KeyFact((namespace, table), tuple(columns), is_primary)


def _foreign_keys(rows: Sequence[tuple[Any, ...]]) -> Iterator[ForeignKeyFact]:
    grouped: dict[tuple[Any, ...], list[tuple[str, str]]] = defaultdict(list)
    for number, namespace, table, to_namespace, to_table, column, to_column in rows:
        grouped[number, namespace, table, to_namespace, to_table].append((column, to_column))
    for (_, namespace, table, to_namespace, to_table), pairs in grouped.items():
        columns, to_columns = zip(*pairs, strict=True)
        yield ForeignKeyFact((namespace, table), columns, (to_namespace, to_table), to_columns)
