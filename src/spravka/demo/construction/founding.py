"""Making the demo database in a PostgreSQL server: an owner who fills it and a reader who may only select.

The administrator is needed for this step alone, and only where something is missing. The application's own role
is neither of the two, and the reader cannot enter the application's database.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import psycopg
from psycopg import sql

DATABASE = "construction"
OWNER = "construction_owner"
READER = "construction_reader"
READER_CONNECTIONS = 20


@dataclass(frozen=True)
class DemoRoles:
    """Names of the database and its two roles, with their passwords."""

    owner_password: str
    reader_password: str
    database: str = DATABASE
    owner: str = OWNER
    reader: str = READER


def found_database(admin_address: str, roles: DemoRoles, closed: Iterable[str] = ()) -> None:
    """Make the roles and the empty database where they are missing; the passwords are set in any case.

    ``closed`` are databases of the same server that only their owners shall enter from now on, the
    application's own above all: PostgreSQL lets every role into every database until it is told otherwise.
    Raises ``psycopg.Error`` where the address is no administrator's.
    """
    with psycopg.connect(admin_address, autocommit=True) as connection:
        _set_role(connection, roles.owner, roles.owner_password)
        _set_role(connection, roles.reader, roles.reader_password)
        if not _exists(connection, "pg_database", "datname", roles.database):
            connection.execute(_say("CREATE DATABASE {} OWNER {}", roles.database, roles.owner))
        for database in (roles.database, *closed):
            connection.execute(_say("REVOKE ALL ON DATABASE {} FROM PUBLIC", database))
        connection.execute(_say("GRANT CONNECT ON DATABASE {} TO {}", roles.database, roles.reader))
        connection.execute(_say("ALTER ROLE {} SET default_transaction_read_only = on", roles.reader))
        connection.execute(_say(f"ALTER ROLE {{}} CONNECTION LIMIT {READER_CONNECTIONS}", roles.reader))


def _set_role(connection: psycopg.Connection, role: str, password: str) -> None:
    verb = "ALTER" if _exists(connection, "pg_roles", "rolname", role) else "CREATE"
    rights = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION"
    words = sql.SQL(f"{verb} ROLE {{}} {rights} PASSWORD {{}}")
    connection.execute(words.format(sql.Identifier(role), sql.Literal(password)))


def _exists(connection: psycopg.Connection, catalog: str, column: str, name: str) -> bool:
    query = sql.SQL("SELECT 1 FROM {} WHERE {} = %s").format(sql.Identifier(catalog), sql.Identifier(column))
    return connection.execute(query, [name]).fetchone() is not None


def _say(words: str, *names: str) -> sql.Composed:
    return sql.SQL(words).format(*map(sql.Identifier, names))
