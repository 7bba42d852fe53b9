"""The gold of the everyday questions: it runs, is not empty, and does not hang on chance."""

import re

import psycopg
import pytest
import sqlglot
from sqlglot import expressions

from spravka.evaluation.business.answers import GoldRows, is_answer, is_ordered
from spravka.evaluation.business_questions import BusinessQuestion, business_questions, gold_rows
from tests.demo.construction.conftest import TODAY
from tests.demo.construction.everyday import everyday_questions

QUESTIONS = everyday_questions()
of_each_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)


def rows_of(connection: psycopg.Connection, query: str) -> list[tuple[object, ...]]:
    return connection.execute(query.encode()).fetchall()


def test_there_are_forty_and_none_is_asked_twice() -> None:
    assert len(QUESTIONS) == 40
    for language in ("name", "russian", "english"):
        assert len({getattr(question, language) for question in QUESTIONS}) == 40


def test_each_is_asked_in_its_language() -> None:
    assert [question.russian for question in QUESTIONS if not re.search("[а-яё]", question.russian)] == []
    assert [question.english for question in QUESTIONS if not re.search("[a-z]{3}", question.english)] == []


@of_each_question
def test_every_gold_query_finds_something(question: BusinessQuestion, reading: psycopg.Connection) -> None:
    for query in question.queries(TODAY):
        rows = rows_of(reading, query)
        assert rows
        assert any(value is not None for row in rows for value in row)


def test_every_gold_query_of_the_business_questions_finds_something(reading: psycopg.Connection) -> None:
    for question in business_questions("construction"):
        gold_rows(question, lambda query: rows_of(reading, query), TODAY)


@of_each_question
def test_the_gold_answers_its_own_question(question: BusinessQuestion, reading: psycopg.Connection) -> None:
    for query in question.queries(TODAY):
        rows = rows_of(reading, query)
        assert is_answer(rows, GoldRows(rows, is_ordered(query)), question.may_show_more)


@of_each_question
def test_no_tie_decides_what_comes_first(question: BusinessQuestion, reading: psycopg.Connection) -> None:
    for query in filter(is_ordered, question.queries(TODAY)):
        measures = [row[-1] for row in rows_of(reading, with_measure_and_one_more(query))]
        assert len(set(measures)) == len(measures)


def with_measure_and_one_more(query: str) -> str:
    """The query with what it orders by as its last column, and with the row after its last one."""
    tree = sqlglot.parse_one(query, read="postgres")
    assert isinstance(tree, expressions.Select)
    by, limit = tree.args["order"].expressions[0].this, tree.args["limit"].expression
    return tree.select(by).limit(int(limit.name) + 1).sql("postgres")
