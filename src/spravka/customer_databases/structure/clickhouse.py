"""The structure of a ClickHouse database, from ``system``, which shows what the role may see.

A primary key of ClickHouse orders rows and does not make them unique, so none is told; foreign keys there are none.
"""

from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.structure.facts import ColumnFact, Facts, TableFact
from spravka.customer_databases.vendors.clickhouse_types import is_nullable, kind_of_type
from spravka.query_plans.schema import Column

TABLES_SQL = """
SELECT database, name, engine LIKE '%View', comment, total_rows FROM system.tables
WHERE database IN splitByChar('\n', {namespaces:String}) AND is_temporary = 0 AND name NOT LIKE '.inner%'
ORDER BY database, name
"""
COLUMNS_SQL = """
SELECT database, table, name, type, comment FROM system.columns
WHERE database IN splitByChar('\n', {namespaces:String}) ORDER BY database, table, position
"""


def read_default_namespace(connection: CustomerConnection) -> str:
    """The database of the connection."""
    return connection.fields.database


def read_facts(connection: CustomerConnection) -> Facts:
    """All facts, one query each."""
    namespaces = "\n".join(connection.fields.options.namespaces or (connection.fields.database,))
    tables = connection.ask(TABLES_SQL, {"namespaces": namespaces})
    columns = connection.ask(COLUMNS_SQL, {"namespaces": namespaces})
    return Facts(
        [TableFact((row[0], row[1]), bool(row[2]), row[3], row[4]) for row in tables],
        [
            ColumnFact((row[0], row[1]), Column(row[2], kind_of_type(row[3]), row[3], row[4], is_nullable(row[3])))
            for row in columns
        ],
    )
