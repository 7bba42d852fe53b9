"""MariaDB for real: reading only, stopping, describing, collecting, rights."""

import threading
import time
from dataclasses import replace
from decimal import Decimal

import pytest

from spravka.customer_databases.caps import Caps, Timeouts
from spravka.customer_databases.collecting_values import collect_values
from spravka.customer_databases.describing import describe_structure
from spravka.customer_databases.errors import (
    ConnectionLost,
    DatabaseUnreachable,
    EncryptionFailed,
    NoSuchDatabase,
    QueryCancelled,
    QueryFailed,
    QueryTimedOut,
    ReadingForbidden,
    StructureChanged,
    WrongPassword,
)
from spravka.customer_databases.fields import ConnectionFields, ConnectionOptions, TlsMode
from spravka.customer_databases.inferring_keys import infer_keys
from spravka.customer_databases.looking_at_values import value_looks
from spravka.customer_databases.opening import open_connection
from spravka.customer_databases.rights import Right, rights_report
from spravka.customer_databases.rows import Truncation
from spravka.query_plans.schema import ColumnKind, Dialect, ForeignKey
from spravka.sql_guard.guarded_query import GuardedQuery
from tests.customer_databases import places
from tests.customer_databases.mariadb import MariadbPlace

SHOP = (
    "CREATE TABLE `клиенты` (id int PRIMARY KEY COMMENT 'номер', `имя клиента` varchar(50) NOT NULL, vip bool, "
    "born date, UNIQUE (`имя клиента`)) COMMENT 'кто покупает'",
    "INSERT INTO `клиенты` VALUES (1, 'Ромашка', 1, '1990-01-01'), (2, 'Ёлка', 0, NULL)",
    "CREATE TABLE orders (id bigint PRIMARY KEY, `id_клиента` int NOT NULL, total decimal(10,2), "
    "doubled decimal(12,2) AS (total * 2), note text, at datetime, kind enum('a','b'), photo blob, "
    "CONSTRAINT c FOREIGN KEY (`id_клиента`) REFERENCES `клиенты` (id))",
    "INSERT INTO orders (id, `id_клиента`, total, at, kind) VALUES (1, 1, 10.50, '2026-01-02 03:04:05', 'a')",
    "CREATE TABLE items (position int, order_id bigint)",
    "INSERT INTO items VALUES (1, 1), (2, 1)",
    "CREATE VIEW sums AS SELECT `id_клиента`, sum(total) AS total FROM orders GROUP BY 1",
)


def guarded(text: str) -> GuardedQuery:
    return places.guarded(text, Dialect.MYSQL, limit=10**9)


@pytest.fixture(scope="module")
def shop(mariadb: MariadbPlace) -> ConnectionFields:
    return mariadb.build("shop", *SHOP)


def test_rows_come_with_typed_columns(shop: ConnectionFields) -> None:
    with open_connection(shop) as connection:
        answer = connection.run(guarded("SELECT `имя клиента`, vip FROM `клиенты` ORDER BY id"))
        assert [row[0] for row in answer.rows] == ["Ромашка", "Ёлка"]
        assert [column.kind for column in answer.columns] == [ColumnKind.TEXT, ColumnKind.BOOLEAN]
        [[total]] = connection.run(guarded("SELECT total FROM orders WHERE note IS NULL AND '%d' = '%d'")).rows
        assert total == Decimal("10.50")


@pytest.mark.parametrize(
    "text", ["INSERT INTO items VALUES (3, 1)", "DROP TABLE items", "TRUNCATE items", "SELECT 1; DELETE FROM items"]
)
def test_nothing_is_written_even_by_a_role_that_may(mariadb: MariadbPlace, text: str) -> None:
    name = f"kept_from_{text.split()[0]}"
    fields = mariadb.build(name, "CREATE TABLE items (position int, order_id int)", "INSERT INTO items VALUES (1, 1)")
    mariadb.run(f"CREATE USER {name}@'%' IDENTIFIED BY 'pw'", f"GRANT ALL ON `{name}`.* TO {name}@'%'")
    with (
        open_connection(replace(fields, user=name, password="pw")) as connection,
        pytest.raises((QueryFailed, ReadingForbidden)),
    ):
        connection.run(guarded(text))
    assert mariadb.run("SELECT * FROM items", database=name) == [(1, 1)]


def test_an_answer_of_many_rows_is_not_read_to_its_end(shop: ConnectionFields) -> None:
    many = (
        "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 900) SELECT a.i FROM n a, n b, n c"
    )
    with open_connection(shop) as connection:
        started = time.monotonic()
        answer = connection.run(guarded(many), Caps(rows=3))
        assert (len(answer.rows), answer.truncated_by) == (3, Truncation.ROWS)
        assert time.monotonic() - started < 5
        assert connection.run(guarded("SELECT 1")).rows == ((1,),)


def test_a_slow_query_is_stopped_and_the_connection_lives_on(shop: ConnectionFields) -> None:
    with open_connection(shop, Timeouts(query_seconds=0.5)) as connection:
        started = time.monotonic()
        with pytest.raises(QueryTimedOut):
            connection.run(guarded("SELECT sleep(20), id FROM orders"))
        assert time.monotonic() - started < 5
        assert connection.run(guarded("SELECT 1")).rows == ((1,),)


def test_another_thread_cancels_a_query(shop: ConnectionFields) -> None:
    with open_connection(shop) as connection:
        threading.Timer(0.3, connection.cancel).start()
        with pytest.raises(QueryCancelled):
            connection.run(guarded("SELECT sleep(20), id FROM orders"))
        assert connection.run(guarded("SELECT 1")).rows == ((1,),)


def test_a_killed_session_is_told_as_lost(shop: ConnectionFields, mariadb: MariadbPlace) -> None:
    with open_connection(shop) as connection:
        [[number]] = connection.run(guarded("SELECT connection_id()")).rows
        threading.Timer(0.3, lambda: mariadb.run(f"KILL {number}")).start()
        with pytest.raises(ConnectionLost):
            connection.run(guarded("SELECT sleep(20), id FROM orders"))


def test_what_is_wrong_with_the_fields_is_told(shop: ConnectionFields) -> None:
    with pytest.raises(WrongPassword):
        open_connection(replace(shop, password="wrong"))
    with pytest.raises(NoSuchDatabase):
        open_connection(replace(shop, database="nowhere"))
    with pytest.raises(DatabaseUnreachable):
        open_connection(replace(shop, port=1))


def test_tls_that_the_server_does_not_have_is_not_gone_without(shop: ConnectionFields) -> None:
    with pytest.raises(EncryptionFailed):
        open_connection(replace(shop, options=ConnectionOptions(tls=TlsMode.REQUIRED)))


def test_a_table_that_went_away_is_told(shop: ConnectionFields) -> None:
    with open_connection(shop) as connection, pytest.raises(StructureChanged):
        connection.run(guarded("SELECT missing FROM orders"))


def test_the_structure_is_described(shop: ConnectionFields) -> None:
    with open_connection(shop) as connection:
        schema = describe_structure(connection)
    customers, orders = schema.tables_by_key["клиенты"], schema.tables_by_key["orders"]
    assert customers.comment == "кто покупает"
    assert customers.primary_key == ("id",)
    assert customers.unique_keys == (("имя клиента",),)
    assert customers.columns[0].comment == "номер"
    assert [column.is_nullable for column in customers.columns] == [False, False, True, True]
    assert {column.name: column.kind for column in orders.columns} == {
        "id": ColumnKind.INTEGER,
        "id_клиента": ColumnKind.INTEGER,
        "total": ColumnKind.NUMBER,
        "doubled": ColumnKind.NUMBER,
        "note": ColumnKind.TEXT,
        "at": ColumnKind.MOMENT,
        "kind": ColumnKind.TEXT,
        "photo": ColumnKind.OTHER,
    }
    assert schema.foreign_keys == (ForeignKey("orders", ("id_клиента",), "клиенты", ("id",)),)
    assert schema.tables_by_key["sums"].is_view
    assert schema.tables_by_key["sums"].comment == ""


def test_keys_are_inferred_and_values_collected(shop: ConnectionFields) -> None:
    with open_connection(shop) as connection:
        schema = describe_structure(connection)
        keys = infer_keys(schema, value_looks(connection))
        collected = collect_values(connection, schema)
    assert keys == (ForeignKey("items", ("order_id",), "orders", ("id",), is_inferred=True),)
    assert collected.values["клиенты", "имя клиента"] == ["Ёлка", "Ромашка"]


def test_a_reading_role_has_no_right_to_write(shop: ConnectionFields) -> None:
    with open_connection(shop) as connection:
        report = rights_report(connection)
    assert not report.is_writable
    assert {finding.right for finding in report.findings} <= {Right.SEE_OTHER_DATABASES}


def test_a_writing_role_is_told(mariadb: MariadbPlace) -> None:
    fields = mariadb.build("written", "CREATE TABLE t (n int)")
    mariadb.run("CREATE USER writer@'%' IDENTIFIED BY 'pw'", "GRANT FILE ON *.* TO writer@'%'")
    mariadb.run("GRANT SELECT, INSERT ON written.* TO writer@'%'")
    with open_connection(replace(fields, user="writer", password="pw")) as connection:
        report = rights_report(connection)
    assert {Right.WRITE_ROWS, Right.READ_FILES, Right.WRITE_FILES} <= {finding.right for finding in report.findings}
    assert report.is_writable
    assert report.is_dangerous
