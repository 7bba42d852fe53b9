"""What the application finds inside PostgreSQL: its role, its database, a proof that Russian works."""

import psycopg
from psycopg import sql

from spravka.stack.errors import DatabaseUnfit

ROLE = "spravka"
DATABASE = "spravka"
OLDEST_VERSION = 150000
EXTENSIONS = ("pg_trgm", "unaccent")

CHECKS = {
    "lower('Ё') = 'ё'": "lower('Ё') is not 'ё'",
    "to_tsvector('russian', 'Стальные трубы') @@ to_tsquery('russian', 'труба')": (
        "Russian full-text search does not find «трубы» by «труба»"
    ),
    "current_setting('server_encoding') = 'UTF8'": "its encoding is not UTF-8",
    f"current_setting('server_version_num')::int >= {OLDEST_VERSION}": "it is older than PostgreSQL 15",
}


def prepare_database(admin_address: str, role: str, password: str, database: str) -> None:
    """Make the role and its database where they are missing; the role gets ``password`` in any case."""
    with psycopg.connect(admin_address, autocommit=True) as connection:
        verb = "ALTER" if _exists(connection, "pg_roles", "rolname", role) else "CREATE"
        connection.execute(
            sql.SQL(verb + " ROLE {} LOGIN PASSWORD {}").format(sql.Identifier(role), sql.Literal(password))
        )
        if not _exists(connection, "pg_database", "datname", database):
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(database), sql.Identifier(role))
            )


def check_database(address: str) -> None:
    """Prove that the database at ``address`` is fit for Russian text.

    Raises:
        DatabaseUnfit: it is not; ``finding`` says how.
    """
    with psycopg.connect(address) as connection:
        for check, finding in CHECKS.items():
            if connection.execute(f"SELECT {check}".encode()).fetchone() != (True,):
                raise DatabaseUnfit(finding)
        known = {row[0] for row in connection.execute("SELECT name FROM pg_available_extensions")}
    if missing := [name for name in EXTENSIONS if name not in known]:
        raise DatabaseUnfit(f"the extension {missing[0]} is not installed")


def _exists(connection: psycopg.Connection, catalog: str, column: str, name: str) -> bool:
    query = sql.SQL("SELECT 1 FROM {} WHERE {} = %s").format(sql.Identifier(catalog), sql.Identifier(column))
    return connection.execute(query, [name]).fetchone() is not None
