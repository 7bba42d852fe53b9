"""Customers' databases for the tests: made by an administrator, read by a role that may only read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from spravka.customer_databases.fields import ConnectionFields
from spravka.query_plans.schema import Dialect
from spravka.sql_guard.guarded_query import GuardedQuery, seal_query
from tests.parts import Parts

PASSWORD = "correct horse battery"


def guarded(text: str, dialect: Dialect = Dialect.POSTGRESQL, limit: int = 1_000_000) -> GuardedQuery:
    """A query as the guard would let it through: these tests are of the walls behind the guard."""
    return seal_query(text, dialect.value, frozenset(), limit, is_row_filtered=False)


@dataclass(frozen=True)
class PostgresqlPlace:
    """A database of the test's own in PostgreSQL, with a role that may only read."""

    address: str
    fields: ConnectionFields

    def admin(self) -> psycopg.Connection[tuple[Any, ...]]:
        return psycopg.connect(self.address, autocommit=True)

    def build(self, *statements: str) -> None:
        """Run the statements as administrator, and let the role read all that there is."""
        with self.admin() as connection:
            for statement in statements:
                connection.execute(statement.encode())
            for (namespace,) in connection.execute(_NAMESPACES).fetchall():
                for grant in _GRANTS:
                    words = sql.SQL(grant).format(sql.Identifier(namespace), sql.Identifier(self.fields.user))
                    connection.execute(words)

    def ask(self, text: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with self.admin() as connection:
            return connection.execute(text.encode(), parameters or None).fetchall()


_NAMESPACES = "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'"
_GRANTS = ("GRANT USAGE ON SCHEMA {} TO {}", "GRANT SELECT ON ALL TABLES IN SCHEMA {} TO {}")


def new_postgresql(parts: Parts) -> PostgresqlPlace:
    """An empty database and a role of its own that may read it."""
    name = urlsplit(parts.new_database(template="template1")).path.lstrip("/")
    user = f"reader_of_{name}"
    server = conninfo_to_dict(parts.admin_url)
    words = sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(sql.Identifier(user), sql.Literal(PASSWORD))
    with psycopg.connect(parts.admin_url, autocommit=True) as connection:
        connection.execute(words)
    fields = ConnectionFields(Dialect.POSTGRESQL, name, str(server["host"]), int(str(server["port"])), user, PASSWORD)
    return PostgresqlPlace(psycopg.conninfo.make_conninfo(parts.admin_url, dbname=name), fields)


def with_port(fields: ConnectionFields, port: int) -> ConnectionFields:
    return replace(fields, host="127.0.0.1", port=port)
