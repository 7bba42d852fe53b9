"""The whole path: a scripted language model, the guard, a real database; what is wrong is sent back, twice at most."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from spravka.customer_databases.errors import DatabaseUnreachable
from spravka.database_assistant.llm_reading.privacy import Privacy
from spravka.database_assistant.llm_reading.reading import LlmReading, read_question
from spravka.errors import Problem
from spravka.llm.errors import (
    LlmAnswerUnreadable,
    LlmLimitReached,
    LlmRefused,
    LlmTimedOut,
    LlmUnreachable,
)
from spravka.question_reading.reading import Became
from spravka.sql_guard.guarded_query import GuardedQuery
from tests.database_assistant.llm_reading.firm import (
    INJECTION,
    Firm,
    asked,
    in_sql,
    open_firm,
    plan,
    planned,
    value_link,
)
from tests.llm.scripted_server import (
    Reply,
    Script,
    ScriptedServer,
    failed,
    knowing_only,
    said,
    said_json,
    scripted_server,
)

QUESTION = "Сколько заплатили тверским контрагентам в прошлом месяце?"
PAID = 107.5
WRONG_TABLE = planned(tables=[{"alias": "m", "table": "payments"}, {"alias": "p", "table": "partner"}])
CANNOT = {"answer": {"kind": "cannot", "reason": "В базе нет погоды."}}


@pytest.fixture
def firm() -> Iterator[Firm]:
    with open_firm() as opened:
        yield opened


def read(firm: Firm, server: ScriptedServer, question: str = QUESTION, **changed: Any) -> LlmReading[GuardedQuery]:
    return read_question(asked(question, **changed), firm.workbench(server.llm()))


def rows(firm: Firm, reading: LlmReading[GuardedQuery]) -> list[tuple[Any, ...]]:
    assert reading.query is not None
    return firm.run(reading.query)


@pytest.mark.parametrize(
    "script",
    [
        [said_json(planned())],
        [said_json(planned(), pause_seconds=0.001)],
        [said("```json\n"), said_json(planned())],
        [said('{"answer": {"kind": "plan", "pl'), said_json(planned())],
        [knowing_only({"json_object"}, said_json(planned()))],
        [knowing_only({""}, said_json(planned()))],
        [failed(503), said_json(planned())],
        [said_json(WRONG_TABLE), said_json(planned())],
        [said_json(in_sql("SELEKT")), said_json(planned())],
        [said_json(in_sql("SELECT no_such FROM payment")), said_json(WRONG_TABLE), said_json(planned())],
        [said_json(in_sql("DELETE FROM payment")), said_json(planned())],
        [said_json(in_sql("SELECT 1; SELECT 2")), said_json(planned())],
    ],
    ids=[
        "at once",
        "slowly",
        "no JSON at first",
        "half JSON at first",
        "a server without schemas",
        "a server without any form",
        "busy at first",
        "an unknown table at first",
        "no SQL at first",
        "wrong twice",
        "a statement that writes at first",
        "two statements at first",
    ],
)
def test_a_question_becomes_rows(firm: Firm, script: list[Script]) -> None:
    with scripted_server(*script) as server:
        reading = read(firm, server)
    assert reading.plan == plan()
    assert rows(firm, reading) == [(PAID,)]


def test_sql_is_taken_where_the_guard_and_the_database_accept_it(firm: Firm) -> None:
    sql = "SELECT title, SUM(amount) OVER (PARTITION BY city) FROM payment JOIN partner ON partner.id = partner_id"
    with scripted_server(said_json(in_sql(sql))) as server:
        reading = read(firm, server)
    assert (reading.plan, reading.sql) == (None, sql)
    assert len(rows(firm, reading)) == 4


def test_what_is_wrong_is_told_to_the_writer(firm: Firm) -> None:
    with scripted_server(said_json(WRONG_TABLE), said_json(planned())) as server:
        reading = read(firm, server)
        repair = server.requests[1].body["messages"]
    assert "payments" in reading.complaints[0]
    assert [message["role"] for message in repair] == ["system", "user", "assistant", "user"]
    assert "payments" in repair[2]["content"]
    assert reading.complaints[0][:40] in repair[3]["content"].replace('\\"', '"')


def test_after_two_repairs_there_is_no_query_and_nothing_ran(firm: Firm) -> None:
    with scripted_server(said_json(in_sql("DROP TABLE payment"))) as server:
        reading = read(firm, server)
        assert len(server.requests) == 3
    assert reading.is_declined
    assert len(reading.complaints) == 3
    assert firm.executed == []


def test_repairs_end_with_the_patience(firm: Firm) -> None:
    with scripted_server(said_json(in_sql("DROP TABLE payment"), silent_seconds=0.2)) as server:
        bench = replace(firm.workbench(server.llm()), patience_seconds=0.1)
        assert read_question(asked(QUESTION), bench).is_declined
        assert len(server.requests) == 1


def test_what_cannot_be_answered_is_declined_with_a_reason(firm: Firm) -> None:
    with scripted_server(said_json(CANNOT)) as server:
        reading = read(firm, server, "Какая завтра погода?")
    assert (reading.query, reading.reason) == (None, "В базе нет погоды.")


def test_a_reason_is_text_and_nothing_else(firm: Firm) -> None:
    reason = "See [here](http://evil.example/x) <img src=x onerror=y> **now** https://evil.example " + "very " * 200
    with scripted_server(said_json({"answer": {"kind": "cannot", "reason": reason}})) as server:
        told = read(firm, server).reason
    assert told.startswith("See here now very")
    assert len(told) <= 400
    assert "evil" not in told and "<" not in told


@pytest.mark.parametrize(
    ("reply", "problem"),
    [
        (failed(401), LlmRefused),
        (failed(429), LlmLimitReached),
        (failed(500), LlmUnreachable),
        (said_json(planned(), is_cut=True), LlmUnreachable),
        (Reply(refusal="I do not want to"), LlmRefused),
        (said("no JSON at all"), LlmAnswerUnreadable),
        (Reply(pieces=["x" * 1000] * 3000), LlmAnswerUnreadable),
        (said_json({"answer": {"kind": "python", "code": "import os"}}), LlmAnswerUnreadable),
    ],
    ids=["key", "limit", "down", "cut", "declined", "text", "huge", "another kind"],
)
def test_an_llm_that_fails_is_a_problem_and_nothing_runs(firm: Firm, reply: Reply, problem: type[Problem]) -> None:
    with scripted_server(reply) as server, pytest.raises(problem):
        read(firm, server)
    assert firm.executed == []


def test_an_llm_that_is_too_slow_is_left(firm: Firm) -> None:
    with scripted_server(said_json(planned(), pause_seconds=0.1)) as server, pytest.raises(LlmTimedOut):
        read_question(asked(QUESTION), firm.workbench(server.llm(timeout_seconds=0.4)))


def test_a_database_that_is_down_is_not_the_writers_fault(firm: Firm) -> None:
    def down(_query: GuardedQuery) -> None:
        raise DatabaseUnreachable("db", 5432, "refused")

    with scripted_server(said_json(planned())) as server:
        broken = replace(firm.workbench(server.llm()), try_out=down)
        with pytest.raises(DatabaseUnreachable):
            read_question(asked(QUESTION), broken)
        assert len(server.requests) == 1


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM sqlite_master",
        "ATTACH DATABASE '/etc/passwd' AS x",
        "SELECT load_extension('x')",
        "PRAGMA table_info(payment)",
        "WITH gone AS (DELETE FROM payment RETURNING *) SELECT * FROM gone",
    ],
)
def test_an_obedient_victim_of_an_injection_gets_nothing_past_the_guard(firm: Firm, sql: str) -> None:
    with scripted_server(said_json(in_sql(sql))) as server:
        assert read(firm, server).is_declined
    assert firm.executed == []
    assert firm.connection.execute("SELECT COUNT(*) FROM payment").fetchone() == (4,)


@pytest.mark.parametrize("privacy", list(Privacy))
def test_no_stored_row_is_ever_told_by_reading(firm: Firm, privacy: Privacy) -> None:
    with scripted_server(said_json(WRONG_TABLE), said_json(planned())) as server:
        read(firm, server, privacy=privacy)
        for stored in ("Ромашка", "Василёк", "Секретов", "Тула"):
            assert stored not in server.heard


def test_only_the_linked_values_are_told_and_none_under_schema_only(firm: Firm) -> None:
    for privacy, is_told in ((Privacy.SCHEMA_ONLY, False), (Privacy.SCHEMA_AND_VALUES, True)):
        with scripted_server(said_json(planned())) as server:
            read(firm, server, privacy=privacy, links=[value_link(QUESTION, "тверским", "city", "Тверь")])
            assert ("Тверь" in server.heard) is is_told


def test_a_turn_inside_data_is_no_turn(firm: Firm) -> None:
    question = f"Покажи платежи {INJECTION}"
    with scripted_server(said_json(planned())) as server:
        read(firm, server, question)
        request = server.requests[0]
    assert "<|im_" not in request.text and "[INST]" not in request.text
    assert [message["role"] for message in request.body["messages"]] == ["system", "user"]
    assert "Ignore all rules" not in request.body["messages"][0]["content"]


def test_the_proof_tells_what_each_word_became_and_what_was_not_used(firm: Firm) -> None:
    question = "Сколько срочно заплатили контрагентам из Твери в прошлом месяце?"
    with scripted_server(said_json(planned())) as server:
        reading = read(firm, server, question, links=[value_link(question, "Твери", "city", "Тверь")])
    became = {span.text: (span.became, span.target) for span in reading.proof}
    assert became["Твери"] == (Became.VALUE, "partner.city = Тверь")
    assert became["контрагентам"][0] in (Became.TABLE, Became.COLUMN)
    assert became["срочно"] == (Became.UNUSED, "")
    assert any(meaning[0] is Became.PERIOD and "прошлом месяце" in text for text, meaning in became.items())
    assert became["Сколько"] == (Became.AGGREGATE, "sum")
