"""Filling the demo database by its owner: tables, comments, rows, and the reader's rights to them."""

import datetime
from collections.abc import Iterator, Sequence

import psycopg
from psycopg import sql

from spravka.demo.construction.company import DEFAULT_SEED, Row, make_company
from spravka.demo.construction.structure import BALANCE_QUERY, BALANCE_VIEW, REFERENCES, TABLES
from spravka.query_plans.schema import Column, Table


def fill_database(
    owner_address: str, reader: str, today: datetime.date, seed: int = DEFAULT_SEED, again: bool = False
) -> bool:
    """Make the tables with their rows and let the role ``reader`` select from them; whether it was done.

    A filled database stays as it is, unless ``again``: then its rows are made anew for ``today``. It is one
    transaction: who reads meanwhile sees the old rows or the new ones.
    """
    with psycopg.connect(owner_address) as connection:
        if _is_filled(connection):
            if not again:
                return False
            _drop(connection)
        _create(connection)
        for table, rows in make_company(today, seed).items():
            _copy(connection, table, rows)
        for statement in _finishing(reader):
            connection.execute(statement)
    with psycopg.connect(owner_address, autocommit=True) as connection:
        connection.execute("ANALYZE")
    return True


def _is_filled(connection: psycopg.Connection) -> bool:
    return connection.execute("SELECT to_regclass(%s)", [BALANCE_VIEW.name]).fetchone() != (None,)


def _drop(connection: psycopg.Connection) -> None:
    connection.execute(sql.SQL("DROP VIEW {}").format(sql.Identifier(BALANCE_VIEW.name)))
    names = sql.SQL(", ").join(sql.Identifier(table.name) for table in TABLES)
    connection.execute(sql.SQL("DROP TABLE {}").format(names))


def _create(connection: psycopg.Connection) -> None:
    for table in TABLES:
        columns = sql.SQL(", ").join(map(_column, table.columns))
        key = sql.SQL(", ").join(map(sql.Identifier, table.primary_key))
        connection.execute(
            sql.SQL("CREATE TABLE {} ({}, PRIMARY KEY ({}))").format(sql.Identifier(table.name), columns, key)
        )


def _column(column: Column) -> sql.Composed:
    rule = sql.SQL("" if column.is_nullable else " NOT NULL")
    # The type is one of structure.TYPES, written in this program.
    return sql.SQL("{} {}{}").format(sql.Identifier(column.name), sql.SQL(column.type_name), rule)


def _copy(connection: psycopg.Connection, table: str, rows: Sequence[Row]) -> None:
    with (
        connection.cursor() as cursor,
        cursor.copy(sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(table))) as copy,
    ):
        for row in rows:
            copy.write_row(row)


def _finishing(reader: str) -> Iterator[sql.Composed]:
    """What is cheaper or possible only after the rows: keys, indexes, the view, comments, rights."""
    for table, references in REFERENCES.items():
        for column, to_table in references.items():
            names = sql.Identifier(table), sql.Identifier(column)
            yield sql.SQL("ALTER TABLE {} ADD FOREIGN KEY ({}) REFERENCES {}").format(*names, sql.Identifier(to_table))
            yield sql.SQL("CREATE INDEX ON {} ({})").format(*names)
    columns = sql.SQL(", ").join(sql.Identifier(column.name) for column in BALANCE_VIEW.columns)
    view = sql.Identifier(BALANCE_VIEW.name)
    yield sql.SQL("CREATE VIEW {} ({}) AS {}").format(view, columns, sql.SQL(BALANCE_QUERY))
    for described in (*TABLES, BALANCE_VIEW):
        yield from _comments(described)
        yield sql.SQL("GRANT SELECT ON {} TO {}").format(sql.Identifier(described.name), sql.Identifier(reader))


def _comments(table: Table) -> Iterator[sql.Composed]:
    kind, name = sql.SQL("VIEW" if table.is_view else "TABLE"), sql.Identifier(table.name)
    yield sql.SQL("COMMENT ON {} {} IS {}").format(kind, name, sql.Literal(table.comment))
    for column in table.columns:
        path = sql.Identifier(table.name, column.name)
        yield sql.SQL("COMMENT ON COLUMN {} IS {}").format(path, sql.Literal(column.comment))
