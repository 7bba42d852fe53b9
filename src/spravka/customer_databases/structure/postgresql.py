"""The structure of a PostgreSQL database, from ``pg_catalog``: five queries, whatever the number of tables.

Only what the role may read is told; partitions are part of their table and extensions' tables are nobody's.
"""

from collections.abc import Iterator
from typing import Any

from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.structure.facts import ColumnFact, Facts, ForeignKeyFact, KeyFact, TableFact
from spravka.customer_databases.vendors.postgresql_types import kind_of_type
from spravka.query_plans.schema import Column

DEFAULT_NAMESPACE = "public"

_READABLE = """
readable AS MATERIALIZED (
    SELECT c.oid, n.nspname, c.relname, c.relkind, c.reltuples
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
      AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'
      AND (cardinality(%s::text[]) = 0 OR n.nspname = ANY (%s::text[]))
      AND has_schema_privilege(n.oid, 'USAGE')
      AND (has_table_privilege(c.oid, 'SELECT') OR has_any_column_privilege(c.oid, 'SELECT'))
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                      AND d.deptype = 'e')
)
"""
_TABLES = f"""
WITH RECURSIVE {_READABLE},
leaves AS (
    SELECT oid AS root, oid FROM readable WHERE relkind = 'p'
    UNION ALL SELECT l.root, i.inhrelid FROM leaves l JOIN pg_inherits i ON i.inhparent = l.oid
),
sizes AS (
    SELECT l.root, sum({{estimate}}) AS estimate
    FROM leaves l JOIN pg_class c ON c.oid = l.oid WHERE c.relkind <> 'p' GROUP BY l.root
)
SELECT c.nspname, c.relname, c.relkind IN ('v', 'm'), coalesce(obj_description(c.oid, 'pg_class'), ''),
       CASE c.relkind WHEN 'v' THEN NULL WHEN 'p' THEN (SELECT s.estimate FROM sizes s WHERE s.root = c.oid)
            ELSE {{estimate}} END::bigint
FROM readable c ORDER BY 1, 2
""".format(  # noqa: S608
    estimate="CASE WHEN c.reltuples >= 0 THEN c.reltuples ELSE nullif(pg_stat_get_live_tuples(c.oid), 0) END"
)
_COLUMNS = f"""
WITH RECURSIVE {_READABLE},
bases AS (
    SELECT oid, oid AS base FROM pg_type WHERE typtype <> 'd'
    UNION ALL SELECT t.oid, b.base FROM pg_type t JOIN bases b ON t.typbasetype = b.oid WHERE t.typtype = 'd'
)
SELECT c.nspname, c.relname, a.attname, t.typname, t.typtype = 'e', format_type(a.atttypid, a.atttypmod),
       coalesce(col_description(c.oid, a.attnum), ''), NOT a.attnotnull
FROM readable c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN bases b ON b.oid = a.atttypid JOIN pg_type t ON t.oid = b.base
WHERE has_column_privilege(c.oid, a.attnum, 'SELECT')
ORDER BY c.oid, a.attnum
"""  # noqa: S608
_KEYS = f"""
WITH {_READABLE}
SELECT c.nspname, c.relname, i.indisprimary,
       ARRAY(SELECT a.attname::text FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(attnum, place)
             JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
             WHERE k.place <= i.indnkeyatts ORDER BY k.place)
FROM readable c JOIN pg_index i ON i.indrelid = c.oid
WHERE i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
ORDER BY i.indexrelid
"""  # noqa: S608
_FOREIGN_KEYS = f"""
WITH {_READABLE}
SELECT c.nspname, c.relname, t.nspname, t.relname,
       ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY n(attnum, place)
             JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = n.attnum ORDER BY n.place),
       ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY n(attnum, place)
             JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = n.attnum ORDER BY n.place)
FROM pg_constraint k JOIN readable c ON c.oid = k.conrelid JOIN readable t ON t.oid = k.confrelid
WHERE k.contype = 'f' AND k.conparentid = 0
ORDER BY k.oid
"""  # noqa: S608


def read_default_namespace(_connection: CustomerConnection) -> str:
    """The namespace of unqualified names: the session's ``search_path`` makes it so."""
    return DEFAULT_NAMESPACE


def read_facts(connection: CustomerConnection) -> Facts:
    """All facts, one query each."""
    return Facts(
        [TableFact((row[0], row[1]), row[2], row[3], row[4]) for row in _ask(connection, _TABLES)],
        list(_columns(_ask(connection, _COLUMNS))),
        [KeyFact((row[0], row[1]), tuple(row[3]), row[2]) for row in _ask(connection, _KEYS)],
        [
            ForeignKeyFact((row[0], row[1]), tuple(row[4]), (row[2], row[3]), tuple(row[5]))
            for row in _ask(connection, _FOREIGN_KEYS)
        ],
    )


def _ask(connection: CustomerConnection, sql: str) -> list[tuple[Any, ...]]:
    namespaces = list(connection.fields.options.namespaces)
    return connection.ask(sql, (namespaces, namespaces))


def _columns(rows: list[tuple[Any, ...]]) -> Iterator[ColumnFact]:
    for namespace, table, name, type_name, is_enumeration, shown_type, comment, is_nullable in rows:
        kind = kind_of_type(type_name, is_enumeration)
        yield ColumnFact((namespace, table), Column(name, kind, shown_type, comment, is_nullable))
