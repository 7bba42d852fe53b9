"""What is known of a measured SQLite database."""

import sqlite3
from pathlib import Path

import pytest

from spravka.evaluation.questions_accuracy import Readers, measure_declined, measure_questions
from spravka.evaluation.questions_databases import sqlite_knowledge
from spravka.evaluation.questions_labelling import MeasuredDatabases
from spravka.evaluation.questions_loading import GoldQuestion, UnanswerableQuestion
from spravka.query_plans.schema import ColumnKind
from spravka.question_reading.knowledge import Knowledge


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with sqlite3.connect(tmp_path / "school.sqlite") as connection:
        connection.executescript(
            """
            CREATE TABLE student (id INTEGER PRIMARY KEY, name VARCHAR(20), height REAL, born DATE, paid BOOLEAN);
            CREATE TABLE pet (id INTEGER PRIMARY KEY, owner INTEGER REFERENCES student, kind);
            INSERT INTO student VALUES (1, 'Ann', 1.7, '2001-02-03', 1), (2, 'Bob', 1.8, '2002-02-03', 0);
            INSERT INTO pet VALUES (1, 1, 'cat');
            """
        )
    return tmp_path


@pytest.fixture
def knowledge(folder: Path) -> Knowledge:
    return sqlite_knowledge(folder / "school.sqlite")


def test_kinds_are_told_by_declared_types_else_by_values(knowledge: Knowledge) -> None:
    student, pet = knowledge.schema.tables
    assert [column.kind for column in student.columns] == [
        ColumnKind.INTEGER,
        ColumnKind.TEXT,
        ColumnKind.NUMBER,
        ColumnKind.DATE,
        ColumnKind.BOOLEAN,
    ]
    assert pet.columns[2].kind is ColumnKind.TEXT


def test_a_key_without_a_column_refers_to_the_primary_key(knowledge: Knowledge) -> None:
    (key,) = knowledge.schema.foreign_keys
    assert (key.table, key.columns, key.to_table, key.to_columns) == ("pet", ("owner",), "student", ("id",))


def test_the_values_of_text_columns_are_known(knowledge: Knowledge) -> None:
    assert list(knowledge.values.values["student", "name"]) == ["Ann", "Bob"]
    assert ("student", "height") not in knowledge.values.values


def test_answers_are_counted_against_the_gold(folder: Path) -> None:
    databases = MeasuredDatabases(folder)
    questions = [
        GoldQuestion("How many students are there?", "school", "SELECT count(*) FROM student"),
        GoldQuestion("How many students are there?", "school", "SELECT 17"),
        GoldQuestion("How many?", "school", "SELECT id FROM student WHERE 0", is_empty=True),
        GoldQuestion("How many?", "nowhere", "SELECT 1"),
    ]
    figures = measure_questions(questions, databases, Readers(databases))
    assert (figures.asked, figures.skipped) == (2, 2)
    assert (figures.answered, figures.right) == (2, 1)
    assert (figures.accuracy, figures.answered_share, figures.precision) == (0.5, 1.0, 0.5)


def test_the_unanswerable_are_declined(folder: Path) -> None:
    questions = [UnanswerableQuestion("What is dark matter?", "school"), UnanswerableQuestion("Why?", "nowhere")]
    assert measure_declined(questions, Readers(MeasuredDatabases(folder))) == 1.0
