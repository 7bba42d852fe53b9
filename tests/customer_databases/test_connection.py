"""A query runs read-only, within its time and its caps, and what goes wrong is told in typed words."""

import datetime
import threading
import time
from dataclasses import replace
from decimal import Decimal

import pytest

from spravka.customer_databases.caps import Caps, Timeouts
from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.errors import (
    ConnectionLost,
    DatabaseUnreachable,
    NoSuchDatabase,
    QueryCancelled,
    QueryFailed,
    QueryTimedOut,
    ReadingForbidden,
    StructureChanged,
    WrongPassword,
)
from spravka.customer_databases.opening import open_connection
from spravka.customer_databases.rows import ResultColumn, Truncation
from spravka.query_plans.schema import ColumnKind, Dialect
from spravka.sql_guard.guarded_query import seal_query
from tests.customer_databases.places import PASSWORD, PostgresqlPlace, guarded


def test_rows_come_with_typed_columns_and_exact_values(connection: CustomerConnection) -> None:
    text = "SELECT 1 AS n, 1.10::numeric AS p, 'да'::text AS t, DATE '2026-01-31' AS d, NULL::bool AS b"
    answer = connection.run(guarded(text))
    assert answer.rows == ((1, Decimal("1.10"), "да", datetime.date(2026, 1, 31), None),)
    assert [(column.name, column.kind) for column in answer.columns] == [
        ("n", ColumnKind.INTEGER),
        ("p", ColumnKind.NUMBER),
        ("t", ColumnKind.TEXT),
        ("d", ColumnKind.DATE),
        ("b", ColumnKind.BOOLEAN),
    ]
    assert not answer.truncated


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("'infinity'::date", "infinity"),
        ("DATE '0044-03-15 BC'", "0044-03-15 BC"),
        ("'NaN'::float8", "NaN"),
        ("'NaN'::numeric", "NaN"),
        ("'-1234.50'::numeric::money", Decimal("-1234.50")),
        ("'{\"a\": 1}'::jsonb", '{"a": 1}'),
        ("ARRAY[1, 2]", "[1, 2]"),
        ("'\\x0102'::bytea", "0x0102"),
        ("interval '1 day'", "1 day, 0:00:00"),
        ("'100%'", "100%"),
    ],
)
def test_what_python_cannot_hold_is_shown_as_text(connection: CustomerConnection, text: str, cell: object) -> None:
    assert connection.run(guarded(f"SELECT {text}")).rows == ((cell,),)


def test_an_answer_without_rows_still_has_its_columns(connection: CustomerConnection) -> None:
    answer = connection.run(guarded("SELECT 1 AS n WHERE false"))
    assert answer.columns == (ResultColumn("n", ColumnKind.INTEGER, "int4"),)
    assert answer.rows == ()


def test_rows_beyond_the_cap_are_not_fetched(connection: CustomerConnection) -> None:
    started = time.monotonic()
    answer = connection.run(guarded("SELECT generate_series(1, 10000000000) AS n"), Caps(rows=7))
    assert len(answer.rows) == 7
    assert answer.truncated_by is Truncation.ROWS
    assert time.monotonic() - started < 2


def test_exactly_as_many_rows_as_the_cap_are_not_truncated(connection: CustomerConnection) -> None:
    assert not connection.run(guarded("SELECT n FROM generate_series(1, 7) n"), Caps(rows=7)).truncated


def test_the_guards_own_limit_counts_too(connection: CustomerConnection) -> None:
    query = guarded("SELECT n FROM generate_series(1, 4) n LIMIT 4", limit=3)
    assert connection.run(query).truncated_by is Truncation.ROWS


def test_bytes_beyond_the_cap_end_the_answer(connection: CustomerConnection) -> None:
    answer = connection.run(guarded("SELECT repeat('x', 1000) FROM generate_series(1, 100)"), Caps(size_bytes=5_500))
    assert (len(answer.rows), answer.truncated_by) == (5, Truncation.SIZE)


def test_a_long_text_is_cut(connection: CustomerConnection) -> None:
    [[cell]] = connection.run(guarded("SELECT repeat('x', 1000)"), Caps(cell_characters=10)).rows
    assert cell == "x" * 10 + "…"


def test_a_stream_gives_rows_before_the_answer_ends(connection: CustomerConnection) -> None:
    with connection.stream(guarded("SELECT generate_series(1, 10000000000) AS n"), Caps(rows=10**9)) as stream:
        assert next(iter(stream)) == (1,)
    assert connection.run(guarded("SELECT 2")).rows == ((2,),)


def test_an_explanation_is_read_like_rows(connection: CustomerConnection) -> None:
    assert "Result" in str(connection.run(guarded("EXPLAIN SELECT 1")).rows[0][0])


@pytest.mark.parametrize(
    "text",
    [
        "CREATE TABLE t (n int)",
        "INSERT INTO written VALUES (1)",
        "WITH w AS (DELETE FROM written RETURNING 1) SELECT * FROM w",
        "SELECT 1; DROP TABLE written",
        "COMMIT; SELECT 1",
    ],
)
def test_nothing_is_written_even_by_a_role_that_may(postgresql: PostgresqlPlace, text: str) -> None:
    postgresql.build("CREATE TABLE written (n int)", "INSERT INTO written VALUES (0)")
    with postgresql.admin() as admin:
        admin.execute(f'GRANT ALL ON written TO "{postgresql.fields.user}"'.encode())
        admin.execute(f'GRANT ALL ON SCHEMA public TO "{postgresql.fields.user}"'.encode())
    with open_connection(postgresql.fields) as connection, pytest.raises(QueryFailed):
        connection.run(guarded(text))
    assert postgresql.ask("SELECT n FROM written") == [(0,)]


def test_a_query_of_another_dialect_is_not_asked(connection: CustomerConnection) -> None:
    with pytest.raises(ValueError, match="cannot be asked"):
        connection.run(guarded("SELECT 1", Dialect.MYSQL))


def test_a_slow_view_is_stopped_by_its_timeout_and_the_connection_lives_on(postgresql: PostgresqlPlace) -> None:
    postgresql.build("CREATE VIEW slow AS SELECT pg_sleep(30)::text AS slept")
    with open_connection(postgresql.fields, Timeouts(query_seconds=0.3)) as connection:
        started = time.monotonic()
        with pytest.raises(QueryTimedOut) as told:
            connection.run(guarded("SELECT * FROM slow"))
        assert time.monotonic() - started < 2
        assert told.value.timeout_seconds == 0.3
        assert connection.run(guarded("SELECT 1")).rows == ((1,),)


def test_rows_that_trickle_are_stopped_too(connection: CustomerConnection) -> None:
    trickling = "SELECT n, pg_sleep(0.001)::text FROM generate_series(1, 100000) n"
    with pytest.raises(QueryTimedOut):
        connection.run(guarded(trickling), Caps(rows=10**9, timeout_seconds=1))


def test_a_locked_table_is_not_waited_for(postgresql: PostgresqlPlace) -> None:
    postgresql.build("CREATE TABLE locked (n int)")
    with postgresql.admin() as admin, open_connection(postgresql.fields, Timeouts(lock_seconds=0.2)) as connection:
        admin.execute("BEGIN")
        admin.execute("LOCK TABLE locked IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(QueryTimedOut):
            connection.run(guarded("SELECT * FROM locked"))


def test_another_thread_cancels_a_query(connection: CustomerConnection) -> None:
    canceller = threading.Timer(0.3, connection.cancel)
    canceller.start()
    with pytest.raises(QueryCancelled):
        connection.run(guarded("SELECT pg_sleep(30)"))
    assert connection.run(guarded("SELECT 1")).rows == ((1,),)


def test_a_terminated_session_is_told_as_lost(connection: CustomerConnection, postgresql: PostgresqlPlace) -> None:
    [[pid]] = connection.run(guarded("SELECT pg_backend_pid()")).rows
    killer = threading.Timer(0.3, lambda: postgresql.ask("SELECT pg_terminate_backend(%s)", (pid,)))
    killer.start()
    with pytest.raises(ConnectionLost):
        connection.run(guarded("SELECT pg_sleep(30)"))
    assert not connection.is_open
    with pytest.raises(ConnectionLost):
        connection.run(guarded("SELECT 1"))


def test_a_table_that_went_away_is_told_as_a_changed_structure(postgresql: PostgresqlPlace) -> None:
    postgresql.build("CREATE TABLE going (n int, m int)")
    with open_connection(postgresql.fields) as connection:
        connection.run(guarded("SELECT m FROM going"))
        postgresql.build("ALTER TABLE going DROP COLUMN m")
        with pytest.raises(StructureChanged, match="refresh"):
            connection.run(guarded("SELECT m FROM going"))
        postgresql.build("DROP TABLE going")
        with pytest.raises(StructureChanged):
            connection.run(guarded("SELECT n FROM going"))


def test_a_table_without_the_right_is_told_as_forbidden(postgresql: PostgresqlPlace) -> None:
    with postgresql.admin() as admin:
        admin.execute("CREATE TABLE secret (n int)")
    with open_connection(postgresql.fields) as connection, pytest.raises(ReadingForbidden):
        connection.run(guarded("SELECT * FROM secret"))


def test_the_databases_words_are_told_in_one_line(connection: CustomerConnection) -> None:
    with pytest.raises(QueryFailed) as told:
        connection.run(guarded("SELECT 1 / 0"))
    assert told.value.message == "division by zero"


def test_where_rows_are_kept_back_the_databases_words_are_too(connection: CustomerConnection) -> None:
    query = seal_query("SELECT 'тайна'::int", "postgresql", frozenset(), 10, is_row_filtered=True)
    with pytest.raises(QueryFailed) as told:
        connection.run(query)
    assert "тайна" not in str(told.value)


def test_a_wrong_password_is_told_without_showing_it(shared_postgresql: PostgresqlPlace) -> None:
    fields = replace(shared_postgresql.fields, password="wrong horse")
    with pytest.raises(WrongPassword) as told:
        open_connection(fields)
    assert "wrong horse" not in f"{told.value} {fields!r} {told.value.to_json()}"
    assert PASSWORD not in repr(shared_postgresql.fields)


def test_a_database_that_is_not_there_is_told(shared_postgresql: PostgresqlPlace) -> None:
    with pytest.raises(NoSuchDatabase, match="nowhere"):
        open_connection(replace(shared_postgresql.fields, database="nowhere"))


def test_a_port_where_nobody_listens_is_told(shared_postgresql: PostgresqlPlace) -> None:
    with pytest.raises(DatabaseUnreachable, match="refused"):
        open_connection(replace(shared_postgresql.fields, port=1))
