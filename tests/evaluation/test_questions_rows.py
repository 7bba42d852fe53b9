"""When two answers have the same rows, and how queries are run."""

import sqlite3
from pathlib import Path

import pytest

from spravka.evaluation.questions_rows import Rows, SqliteDatabase, same_rows


@pytest.mark.parametrize(
    ("answer", "gold", "ordered"),
    [
        ([(1, "a"), (2, "b")], [("b", 2), ("a", 1)], False),
        ([(1,), (2,)], [(1.0,), (2.0000001,)], True),
        ([(None,), ("x",)], [("x",), (None,)], False),
        ([], [], True),
        ([(0.1 + 0.2, "a")], [(0.3, "a")], False),
        ([(1, 1), (2, 2)], [(2, 2), (1, 1)], False),
    ],
)
def test_the_same_rows_are_the_same(answer: Rows, gold: Rows, ordered: bool) -> None:
    assert same_rows(answer, gold, ordered=ordered)


@pytest.mark.parametrize(
    ("answer", "gold", "ordered"),
    [
        ([(1,), (2,)], [(2,), (1,)], True),
        ([(1,)], [(1,), (1,)], False),
        ([(1, 2)], [(1,)], False),
        ([(1, "b"), (2, "a")], [(1, "a"), (2, "b")], False),
        ([(1.001,)], [(1,)], False),
        ([("1",)], [(1,)], False),
    ],
)
def test_other_rows_are_not(answer: Rows, gold: Rows, ordered: bool) -> None:
    assert not same_rows(answer, gold, ordered=ordered)


@pytest.fixture
def database(tmp_path: Path) -> SqliteDatabase:
    file = tmp_path / "a.sqlite"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE t (x INTEGER)")
        connection.executemany("INSERT INTO t VALUES (?)", [(number,) for number in range(300)])
    return SqliteDatabase(file, timeout_seconds=0.05)


def test_rows_are_read(database: SqliteDatabase) -> None:
    assert database.rows("SELECT count(*) FROM t") == [(300,)]


def test_nothing_is_written(database: SqliteDatabase) -> None:
    with pytest.raises(sqlite3.Error):
        database.rows("DELETE FROM t")


def test_a_slow_query_is_stopped(database: SqliteDatabase) -> None:
    with pytest.raises(sqlite3.Error):
        database.rows("SELECT count(*) FROM t a, t b, t c, t d")
