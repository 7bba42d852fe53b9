"""Databases made of dumps in a server that is started for a measurement, and the role that reads them all."""

from collections.abc import Mapping

import psycopg
from psycopg import sql
from sqlalchemy.engine import URL

from spravka.customer_databases.fields import ConnectionFields
from spravka.evaluation.postgres_dump import load_dump
from spravka.query_plans.schema import Dialect

READER = "measuring_reader"
READER_PASSWORD = "only-while-measuring"  # noqa: S105 - a role thrown away with its server


def add_reader(admin: URL) -> None:
    """Make the role that may read every table of the server, and nothing else."""
    with psycopg.connect(libpq_address(admin), autocommit=True) as connection:
        role = sql.Identifier(READER)
        connection.execute(sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(role, sql.Literal(READER_PASSWORD)))
        connection.execute(sql.SQL("GRANT pg_read_all_data TO {}").format(role))


def make_database(admin: URL, name: str, dump: str, settings: Mapping[str, str] | None = None) -> None:
    """A new database with what ``dump`` holds; ``settings`` are those of its sessions."""
    with psycopg.connect(libpq_address(admin), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        for setting, value in (settings or {}).items():
            words = sql.SQL("ALTER DATABASE {} SET {} = {}")
            connection.execute(words.format(sql.Identifier(name), sql.SQL(setting), sql.Literal(value)))
    with psycopg.connect(libpq_address(admin.set(database=name)), autocommit=True) as connection:
        load_dump(connection, dump)
        connection.execute("ANALYZE")


def reader_fields(admin: URL, name: str) -> ConnectionFields:
    """Where the database is for the reader."""
    host, port = admin.host or "127.0.0.1", admin.port
    return ConnectionFields(Dialect.POSTGRESQL, name, host, port, READER, READER_PASSWORD)


def reader_address(admin: URL, name: str) -> str:
    """The same in libpq's form."""
    return libpq_address(admin.set(database=name, username=READER, password=READER_PASSWORD))


def libpq_address(address: URL) -> str:
    """An address of SQLAlchemy's as libpq takes it."""
    return address.set(drivername="postgresql").render_as_string(hide_password=False)
