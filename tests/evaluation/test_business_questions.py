"""The everyday questions of the business set: their files are sound, and answers are judged by the rule."""

import datetime

import pytest
import sqlglot

from spravka.evaluation.business.answers import GoldRows
from spravka.evaluation.business_questions import (
    SETS,
    BusinessFigures,
    BusinessQuestion,
    Language,
    Outcome,
    Part,
    State,
    business_questions,
    gold_rows,
    state_of,
)
from spravka.question_reading.reading import Reading

TODAY = datetime.date(2026, 11, 22)
COUNTED = BusinessQuestion("count", "сколько складов", "how many warehouses", False, ("SELECT 12",))
UNANSWERABLE = BusinessQuestion("tax", "налоги", "taxes", False, (), unanswerable=True)


@pytest.mark.parametrize("database", SETS)
def test_every_question_has_gold_or_is_marked_as_unanswerable(database: str) -> None:
    assert all(bool(question.gold) != question.unanswerable for question in business_questions(database))


@pytest.mark.parametrize("database", SETS)
def test_every_gold_query_is_one_select(database: str) -> None:
    for question in business_questions(database):
        for query in question.queries(TODAY):
            assert len(sqlglot.parse(query, read="postgres")) == 1, query


@pytest.mark.parametrize("database", SETS)
def test_no_question_is_asked_twice_within_a_part(database: str) -> None:
    questions = business_questions(database)
    assert len({(question.english, question.part) for question in questions}) == len(questions) >= 30


def test_both_parts_are_large() -> None:
    parts = [question.part for database in SETS for question in business_questions(database)]
    assert min(parts.count(part) for part in Part) >= 100


def test_an_answer_that_does_not_run_is_wrong() -> None:
    assert state_of(COUNTED, [GoldRows([(12,)], ordered=False)], None) is State.WRONG


def test_any_answer_to_what_the_data_cannot_answer_is_wrong() -> None:
    assert state_of(UNANSWERABLE, [], []) is State.WRONG


@pytest.mark.parametrize("rows", [None, []])
def test_a_gold_query_without_rows_is_told(rows: list[tuple[object, ...]] | None) -> None:
    with pytest.raises(ValueError, match="count"):
        gold_rows(COUNTED, lambda _: rows, TODAY)


def test_precision_counts_the_right_among_the_answered() -> None:
    states = [(COUNTED, State.RIGHT), (COUNTED, State.WRONG), (COUNTED, State.DECLINED), (UNANSWERABLE, State.DECLINED)]
    outcomes = [Outcome("any", Language.RUSSIAN, question, state, Reading(None, 0.0)) for question, state in states]
    figures = BusinessFigures.of(outcomes)
    assert (figures.right, figures.wrong, figures.declined, figures.declined_rightly) == (1, 1, 2, 1)
    assert figures.precision == 0.5
