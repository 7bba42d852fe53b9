"""Gold queries that the guard refuses are counted, with the reason."""

import gzip
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from spravka.evaluation.database_accuracy import measure_given, measure_guard
from spravka.evaluation.guard_refusals import defog_refusals, question_refusals
from spravka.evaluation.problems import MeasuringDataMissing

GOLD = [
    ("How many towns are there?", "SELECT count(*) FROM town"),
    ("What are the names of the towns?", "SELECT name FROM town"),
    ("Which tables are there?", "SELECT name FROM sqlite_master"),
]


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    folder = tmp_path / "databases" / "towns"
    folder.mkdir(parents=True)
    with closing(sqlite3.connect(folder / "towns.sqlite")) as connection, connection:
        connection.execute("CREATE TABLE town (id INTEGER PRIMARY KEY, name TEXT)")
        connection.executemany("INSERT INTO town VALUES (?, ?)", [(1, "Oslo"), (2, "Rome"), (3, "Bern")])
    file = tmp_path / "questions.json"
    rows = [{"db_id": "towns", "question_en": question, "sql": sql} for question, sql in GOLD]
    file.write_text(json.dumps(rows), encoding="utf-8")
    return file


def test_a_query_over_the_catalogue_is_counted_as_refused(questions: Path) -> None:
    found = question_refusals(questions, questions.parent / "databases")
    assert (found.judged_count, [sql for sql, _ in found.refused]) == (3, ["SELECT name FROM sqlite_master"])
    assert found.share == pytest.approx(1 / 3)


def test_any_set_of_questions_is_measured_by_the_names_of_the_shared_one(questions: Path) -> None:
    figures = measure_given(questions, questions.parent / "databases", lambda _text: None).values
    assert figures["questions_questions"] == 3
    assert figures["spider_accuracy"] == figures["questions_accuracy"]
    assert figures["questions_accuracy"] >= 1 / 3
    assert figures["guard_refused_share"] == pytest.approx(1 / 3)


def test_queries_of_each_dialect_are_judged_against_the_dump_of_that_dialect(tmp_path: Path) -> None:
    for ending, dump, query in (
        ("postgres", "shop", "SELECT city FROM orders LIMIT 3"),
        ("mysql", "shop_mysql", "SELECT `city` FROM shop.orders LIMIT 3;SELECT city FROM orders"),
        ("sqlite", "shop_sqlite", "SELECT city FROM orders"),
        ("tsql", "shop_tsql", "SELECT TOP 3 city FROM secrets"),
    ):
        text = "CREATE TABLE orders (id INT, city VARCHAR(20));\nINSERT INTO orders VALUES (1, 'x');"
        (tmp_path / f"{dump}.sql.gz").write_bytes(gzip.compress(text.encode()))
        lines = ["db_name,query", f'shop,"{query}"']
        (tmp_path / f"instruct_basic_{ending}.csv").write_text("\n".join(lines), encoding="utf-8")
    found = defog_refusals(tmp_path)
    assert (found.judged_count, [sql for sql, _ in found.refused]) == (5, ["SELECT TOP 3 city FROM secrets"])


def test_a_set_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(MeasuringDataMissing, match=r"spider_train\.json\.gz"):
        measure_guard(tmp_path, lambda _text: None)
