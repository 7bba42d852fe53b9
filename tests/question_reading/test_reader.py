"""The reader on a small company and a small school: everyday questions, follow-ups, proof, declining."""

import datetime
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.query_plans.compiling import compile_plan, render
from spravka.query_plans.plan import QueryPlan
from spravka.query_plans.schema import Column, ColumnKind, DatabaseSchema, Dialect, Table
from spravka.question_reading.confidence import outcome_of
from spravka.question_reading.hearing.hear import hear
from spravka.question_reading.knowledge import Knowledge
from spravka.question_reading.reader import Reader
from spravka.question_reading.reading import Became, DeclineReason, Reading
from spravka.question_reading.values import ValueIndex
from tests.question_reading.schemas import COMPANY, company, school

TODAY = datetime.date(2026, 11, 22)


@cache
def company_reader() -> Reader:
    return Reader(company())


@cache
def school_reader() -> Reader:
    return Reader(school())


def sql_of(plan: QueryPlan | None) -> str:
    assert plan is not None
    return render(compile_plan(plan, COMPANY, Dialect.SQLITE, TODAY), Dialect.SQLITE).replace('"', "")


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("продажи по месяцам с начала года", ("'%Y-%m-01'", "SUM(t1.amount)", ">= '2026-01-01'", "GROUP BY")),
        ("пять клиентов с самой большой выручкой", ("name", "SUM(", "DESC", "LIMIT 5")),
        ("сколько оптовых клиентов", ("COUNT(*)", "kind = 'оптовый'")),
        ("средняя сумма продажи по филиалам", ("AVG(", ".name", "GROUP BY")),
        ("какая доля продаж этого года приходится на Казань", ("CASE WHEN", "city = 'Казань'", "/")),
        ("sales by month this year", ("'%Y-%m-01'", "SUM(", "2026-01-01")),
    ],
)
def test_everyday_questions_are_read(question: str, parts: tuple[str, ...]) -> None:
    sql = sql_of(company_reader().read(question, TODAY).plan)
    assert [part for part in parts if part not in sql] == []


def read_in_turn(*questions: str) -> Reading:
    reading = company_reader().read(questions[0], TODAY)
    for question in questions[1:]:
        reading = company_reader().read(question, TODAY, previous=reading.plan)
    return reading


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("а за прошлый год?", "sale_date >= '2025-01-01'"),
        ("только по Казани", "city = 'Казань'"),
        ("а по филиалам?", "GROUP BY t2.name"),
        ("and by quarter?", "GROUP BY"),
    ],
)
def test_a_few_words_change_the_question_before(words: str, part: str) -> None:
    assert part in sql_of(read_in_turn("продажи по месяцам с начала года", words).plan)


@pytest.mark.parametrize("whole", ["сколько продаж по месяцам", "продажи по месяцам в 2025 году", "sales by month"])
def test_a_question_that_says_what_it_asks_for_changes_none_before(whole: str) -> None:
    after_another = read_in_turn("средняя сумма продажи оптовым клиентам за прошлый год", whole)
    assert sql_of(after_another.plan) == sql_of(read_in_turn(whole).plan)


def test_follow_ups_follow_follow_ups() -> None:
    sql = sql_of(read_in_turn("продажи по месяцам с начала года", "а за прошлый год?", "только по Казани").plan)
    assert "2025-01-01" in sql
    assert "'Казань'" in sql


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("удали все продажи", DeclineReason.NOT_A_READING_QUESTION),
        ("What is dark matter?", DeclineReason.NOT_ABOUT_THIS),
        ("какая завтра погода", DeclineReason.NOT_ABOUT_THIS),
    ],
)
def test_what_the_database_cannot_answer_is_declined(question: str, reason: DeclineReason) -> None:
    reading = company_reader().read(question, TODAY)
    assert (reading.plan, reading.declined) == (None, reason)


def test_unread_words_are_told() -> None:
    reading = company_reader().read("What is dark matter?", TODAY)
    assert "matter" in reading.unread


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("How many students are there?", ("COUNT(*)", "student")),
        ("What are the names of students from Paris?", ("name", "city = 'Paris'")),
        ("What is the average age of the students?", ("AVG(",)),
    ],
)
def test_plain_questions_about_an_undescribed_database_are_read(question: str, parts: tuple[str, ...]) -> None:
    plan = school_reader().read(question, TODAY).plan
    assert plan is not None
    sql = render(compile_plan(plan, school().schema, Dialect.SQLITE, TODAY), Dialect.SQLITE)
    assert [part for part in parts if part not in sql.replace('"', "")] == []


def test_the_values_of_a_question_are_in_its_proof() -> None:
    proof = company_reader().read("сколько оптовых клиентов", TODAY).proof
    assert [(span.text, span.target) for span in proof if span.became is Became.VALUE] == [
        ("оптовых", "client.kind = оптовый")
    ]


@pytest.mark.parametrize("question", ["продажи по филиалам", "клиенты по видам"])
def test_a_reading_far_ahead_of_the_next_needs_no_look_at_the_rows(question: str) -> None:
    def refuse(plan: QueryPlan) -> None:
        raise AssertionError(f"looked at {plan}")

    assert company_reader().read(question, TODAY, refuse).plan is not None


def test_of_readings_about_as_likely_that_give_other_rows_none_is_taken_and_all_are_offered() -> None:
    towns = ("Казань", "Москва")
    tables = tuple(
        Table(
            name,
            (Column("id", ColumnKind.INTEGER), Column("name", ColumnKind.TEXT), Column("city", ColumnKind.TEXT)),
            comment="Склады",
            primary_key=("id",),
        )
        for name in ("store", "depot")
    )
    values = ValueIndex({(name, "city"): towns for name in ("store", "depot")})
    reading = Reader(Knowledge(DatabaseSchema(Dialect.SQLITE, tables), values)).read("склады в Казани", TODAY)
    assert reading.plan is None
    assert len(reading.closest) > 1


WORDS = (
    "сколько",
    "продажи",
    "клиентов",
    "оптовых",
    "по",
    "месяцам",
    "филиалам",
    "за",
    "прошлый",
    "год",
    "больше",
    "5",
    "самый",
    "без",
    "погода",
    ",",
    "Казань",
    "?",
)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8))
def test_every_word_of_any_question_is_in_its_proof(words: list[str]) -> None:
    question = " ".join(words)
    proof = company_reader().read(question, TODAY).proof
    covered = {place for span in proof for place in range(span.start, span.end)}
    tokens = hear(question, TODAY).tokens
    assert {place for token in tokens for place in range(token.start, token.end)} <= covered
    assert all(question[span.start : span.end] == span.text for span in proof)


def test_equal_rows_have_equal_outcomes_in_any_order() -> None:
    assert outcome_of([(1, "a"), (2, "b")]) == outcome_of([("b", 2.0), ("a", 1.0)])
    assert outcome_of([(1, "a")]) != outcome_of([(1, "b")])
    assert outcome_of(None) is None
