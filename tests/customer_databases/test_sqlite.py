"""SQLite for real: files made by the test, read only, kinds told by values."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from spravka.customer_databases.caps import Caps, Timeouts
from spravka.customer_databases.collecting_values import collect_values
from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.describing import describe_structure
from spravka.customer_databases.errors import (
    NoSuchDatabase,
    QueryCancelled,
    QueryFailed,
    QueryTimedOut,
    ReadingForbidden,
    StructureChanged,
)
from spravka.customer_databases.fields import AllowedFolders, ConnectionFields
from spravka.customer_databases.opening import open_connection
from spravka.customer_databases.rights import rights_report
from spravka.query_plans.schema import ColumnKind, Dialect, ForeignKey
from spravka.sql_guard.guarded_query import GuardedQuery
from tests.customer_databases import places

SHOP = """
CREATE TABLE "Клиенты ""О"" все" (id INTEGER PRIMARY KEY, name VARCHAR(20) UNIQUE, born TEXT, code TEXT, rating TEXT,
    loose, price "decimal(10,2)", seen DATETIME, odd DATE, flag BOOL, photo BLOB);
INSERT INTO "Клиенты ""О"" все" VALUES
    (1, 'Ёлка', '1990-01-31', '007', '5', 1.5, 10, '2026-01-01 10:00:00', '31/01/2026', 1, x'00'),
    (2, 'Ромашка', '1991-02-28', '012', '4', 2.5, 10.5, '2026-01-02', '01/02/2026', 0, NULL);
CREATE TABLE orders (number INTEGER, client INTEGER REFERENCES "клиенты ""О"" все", UNIQUE (number, client));
INSERT INTO orders VALUES (1, 1), (2, 1);
CREATE VIEW many AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;
CREATE VIEW broken AS SELECT missing FROM orders;
"""
CLIENTS = 'Клиенты "О" все'


def guarded(text: str) -> GuardedQuery:
    return places.guarded(text, Dialect.SQLITE, limit=10**9)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sqlite")
    with sqlite3.connect(made / "магазин 1.db") as connection:
        connection.executescript(SHOP)
    connection.close()
    return made


@pytest.fixture
def shop(folder: Path) -> Iterator[CustomerConnection]:
    fields = ConnectionFields(Dialect.SQLITE, "магазин 1.db")
    with open_connection(fields, Timeouts(query_seconds=1), AllowedFolders(sqlite=folder)) as connection:
        yield connection


@pytest.mark.parametrize(
    "text",
    [
        "INSERT INTO orders VALUES (9, 9)",
        "CREATE TEMP TABLE t (n)",
        "ATTACH 'other.db' AS other",
        "PRAGMA query_only = OFF",
        "PRAGMA journal_mode = DELETE",
        "VACUUM INTO 'copy.db'",
        "SELECT load_extension('x')",
    ],
)
def test_only_reading_is_authorised(shop: CustomerConnection, folder: Path, text: str) -> None:
    with pytest.raises((ReadingForbidden, QueryFailed)):
        shop.run(guarded(text))
    assert [file.name for file in folder.iterdir()] == ["магазин 1.db"]


def test_rows_come_with_kinds_told_by_values(shop: CustomerConnection) -> None:
    answer = shop.run(guarded(f'SELECT id, name, born, loose FROM "{CLIENTS.replace(chr(34), chr(34) * 2)}"'))
    assert [column.kind for column in answer.columns] == [
        ColumnKind.INTEGER,
        ColumnKind.TEXT,
        ColumnKind.DATE,
        ColumnKind.NUMBER,
    ]


def test_an_endless_query_is_stopped_and_the_connection_lives_on(shop: CustomerConnection) -> None:
    with pytest.raises(QueryTimedOut):
        shop.run(guarded("SELECT max(i) FROM many"))
    assert shop.run(guarded("SELECT i FROM many"), Caps(rows=5)).truncated


def test_another_thread_cancels_a_query(shop: CustomerConnection) -> None:
    threading.Timer(0.2, shop.cancel).start()
    with pytest.raises(QueryCancelled):
        shop.run(guarded("SELECT max(i) FROM many"))


def test_a_column_that_is_not_there_is_told(shop: CustomerConnection) -> None:
    with pytest.raises(StructureChanged):
        shop.run(guarded("SELECT missing FROM orders"))


def test_a_file_that_is_no_database_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("these are notes, and long enough to be looked at" * 50)
    with pytest.raises(NoSuchDatabase):
        open_connection(ConnectionFields(Dialect.SQLITE, "notes.db"), folders=AllowedFolders(sqlite=tmp_path))


def test_the_structure_is_described_with_kinds_told_by_values(shop: CustomerConnection) -> None:
    schema = describe_structure(shop)
    clients = schema.tables_by_key[CLIENTS]
    assert {column.name: column.kind for column in clients.columns} == {
        "id": ColumnKind.INTEGER,
        "name": ColumnKind.TEXT,
        "born": ColumnKind.DATE,
        "code": ColumnKind.TEXT,
        "rating": ColumnKind.INTEGER,
        "loose": ColumnKind.NUMBER,
        "price": ColumnKind.NUMBER,
        "seen": ColumnKind.MOMENT,
        "odd": ColumnKind.TEXT,
        "flag": ColumnKind.BOOLEAN,
        "photo": ColumnKind.OTHER,
    }
    assert clients.primary_key == ("id",)
    assert clients.unique_keys == (("name",),)
    assert clients.row_count == 2
    assert schema.tables_by_key["orders"].unique_keys == (("number", "client"),)
    assert schema.foreign_keys == (ForeignKey("orders", ("client",), CLIENTS, ("id",)),)


def test_a_view_that_cannot_be_read_does_not_hide_the_others(shop: CustomerConnection) -> None:
    names = {table.name for table in describe_structure(shop).tables}
    assert {"orders", "many", CLIENTS} <= names


def test_values_are_collected_and_nothing_grants_writing(shop: CustomerConnection) -> None:
    collected = collect_values(shop, describe_structure(shop))
    assert collected.values[CLIENTS, "name"] == ["Ёлка", "Ромашка"]
    assert not rights_report(shop).findings
