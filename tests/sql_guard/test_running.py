"""What the guard renders runs in real databases and gives the rows of the query it was, within the filters."""

import sqlite3
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine

from spravka.sql_guard.judging import explain, judge
from spravka.sql_guard.policy import GuardPolicy
from spravka.sql_guard.trying import TRIED_TABLES, read_look_alikes, tried_policy

TABLES = [
    'CREATE TABLE orders (id INT, customer_id INT, total INT, status TEXT, placed_at {moment}, "comment" TEXT)',
    'CREATE TABLE customers (id INT, name TEXT, city TEXT, "delete" INT, "E-mail адрес" TEXT)',
    'CREATE TABLE "Заказы" ("Номер" INT, "Сумма" INT, "Дата" {moment})',
    "CREATE TABLE people (id INT, name TEXT, department TEXT, salary INT)",
    "INSERT INTO orders VALUES (1, 1, 5, 'paid', '2024-01-05', NULL), (2, 1, 50, 'new', '2024-02-01', 'x')",
    "INSERT INTO customers VALUES (1, 'ООО Ромашка', 'Тула', 0, 'a@b'), (2, 'АО Лютик', 'Тверь', 1, NULL)",
    "INSERT INTO \"Заказы\" VALUES (7, 2000, '2024-03-01')",
    "INSERT INTO people VALUES (1, 'Анна', 'sales', 100), (2, 'Борис', 'board', 900)",
]
LEAKS = [
    ("SELECT name FROM people", [("Анна",)]),
    ("SELECT COUNT(*) AS n FROM people", [(1,)]),
    ("SELECT o.id, p.name FROM orders AS o LEFT JOIN people AS p ON p.id = o.id ORDER BY 1", [(1, "Анна"), (2, None)]),
    ("SELECT p.name FROM people AS p RIGHT JOIN orders AS o ON TRUE WHERE o.id = 1", [("Анна",)]),
    ("SELECT (SELECT MAX(name) FROM people WHERE people.id = orders.id) AS n FROM orders WHERE id = 2", [(None,)]),
    ("SELECT id FROM orders WHERE EXISTS (SELECT 1 FROM people WHERE people.id = orders.id)", [(1,)]),
    ("SELECT id FROM orders WHERE id NOT IN (SELECT id FROM people)", [(2,)]),
    ("SELECT name FROM people WHERE department = 'board' OR 1 = 1", [("Анна",)]),
    ("WITH people AS (SELECT * FROM people) SELECT name FROM people", [("Анна",)]),
    ("SELECT name FROM people UNION SELECT name FROM people", [("Анна",)]),
    ("SELECT * FROM people", [(1, "Анна", "sales")]),
    ("SELECT a.name FROM people AS a JOIN people AS b ON a.id <> b.id", []),
    ("SELECT name FROM (SELECT name, RANK() OVER (ORDER BY id) AS r FROM people) AS x", [("Анна",)]),
]


@pytest.fixture
def sqlite() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.execute("ATTACH ':memory:' AS finance")
    for statement in [*TABLES, "CREATE TABLE finance.payments (id INT, order_id INT, amount INT)"]:
        connection.execute(statement.format(moment="TEXT"))
    yield connection
    connection.close()


@pytest.fixture
def postgresql(engine: Engine) -> Iterator[Connection]:
    """Tables in a transaction that is rolled back; no name of theirs is one of the application's own."""
    with engine.connect() as connection, connection.begin() as transaction:
        for statement in ["CREATE SCHEMA tried", "SET search_path TO tried", *TABLES]:
            connection.exec_driver_sql(statement.format(moment="TIMESTAMP"))
        connection.exec_driver_sql("CREATE SCHEMA finance")
        connection.exec_driver_sql("CREATE TABLE finance.payments (id INT, order_id INT, amount INT)")
        yield connection
        transaction.rollback()


def postgresql_policy(row_limit: int = 1_000) -> GuardPolicy:
    return GuardPolicy("postgresql", TRIED_TABLES, row_limit, default_namespace="tried")


def is_unfiltered(sql: str) -> bool:
    """True where the query may run as it was written: no row and no column of it is kept back."""
    return "people" not in sql and "public." not in sql


def sqlite_reads(sql: str) -> bool:
    """SQLite reads no brackets around a whole query, and a CTE named like the table it reads as a circle."""
    return not sql.startswith(("(", "WITH orders"))


def at_one_moment(sql: str) -> str:
    """Two statements of SQLite, unlike two of one PostgreSQL transaction, have each its own `now`."""
    return sql.replace("'now'", "'2026-11-22 12:00:00'")


@pytest.mark.parametrize("sql", [sql for sql in read_look_alikes("sqlite") if is_unfiltered(sql) and sqlite_reads(sql)])
def test_sqlite_gives_the_same_rows_for_what_is_rendered(sqlite: sqlite3.Connection, sql: str) -> None:
    guarded = judge(sql, tried_policy("sqlite"))
    assert "'now'" not in sql or "'now'" in guarded.sql
    assert sqlite.execute(at_one_moment(guarded.sql)).fetchall() == sqlite.execute(at_one_moment(sql)).fetchall()
    assert sqlite.execute(explain(guarded, tried_policy("sqlite")).sql).fetchall()


@pytest.mark.parametrize("sql", [sql for sql in read_look_alikes("postgresql") if is_unfiltered(sql)])
def test_postgresql_gives_the_same_rows_for_what_is_rendered(postgresql: Connection, sql: str) -> None:
    guarded = judge(sql, postgresql_policy())
    expected = postgresql.exec_driver_sql(sql.replace("%", "%%")).fetchall()
    assert postgresql.exec_driver_sql(guarded.sql.replace("%", "%%")).fetchall() == expected


@pytest.mark.parametrize(("sql", "rows"), LEAKS, ids=[sql for sql, _ in LEAKS])
def test_sqlite_shows_nothing_beyond_the_filter(
    sqlite: sqlite3.Connection, sql: str, rows: list[tuple[object, ...]]
) -> None:
    assert sqlite.execute(judge(sql, tried_policy("sqlite")).sql).fetchall() == rows


@pytest.mark.parametrize(("sql", "rows"), LEAKS, ids=[sql for sql, _ in LEAKS])
def test_postgresql_shows_nothing_beyond_the_filter(
    postgresql: Connection, sql: str, rows: list[tuple[object, ...]]
) -> None:
    found = postgresql.exec_driver_sql(judge(sql, postgresql_policy()).sql).fetchall()
    assert [tuple(row) for row in found] == rows


def test_a_condition_is_not_tried_on_rows_that_the_filter_hides(postgresql: Connection) -> None:
    sql = "SELECT name FROM people WHERE 1 / (id - 2) < 5"
    assert postgresql.exec_driver_sql(judge(sql, postgresql_policy()).sql).fetchall() == [("Анна",)]


def test_one_row_more_than_allowed_tells_that_there_are_more(postgresql: Connection) -> None:
    guarded = judge("SELECT id FROM orders", postgresql_policy(row_limit=1))
    assert len(postgresql.exec_driver_sql(guarded.sql).fetchall()) == guarded.row_limit + 1
