"""Calls that count: set aside before, settled after, never beyond the limit, however many at once."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session, sessionmaker

from spravka.errors import Problem
from spravka.llm import structured
from spravka.llm.asking import Message, Speaker, Tokens
from spravka.llm.errors import LlmUnreachable
from spravka.llm.shapes import Shape
from spravka.tenants.tables import Tenant
from spravka.usage import spending
from spravka.usage.errors import TokenLimitReached
from spravka.usage.metering import MeteredLlm
from spravka.usage.tables import LlmCall, LlmLimit, Outcome
from tests.llm.scripted_server import Reply, Script, failed, said, scripted_server
from tests.parts import Parts
from tests.usage.ledger import record_call

QUESTION = [Message(Speaker.USER, "Сколько?")]
NOON = datetime(2026, 3, 15, 12, tzinfo=UTC)
MAX_TOKENS = 100


@pytest.fixture
def ledger(parts: Parts) -> Iterator[sessionmaker[Session]]:
    """Sessions over a database of the test's own, with a tenant 1."""
    engine = create_engine(parts.new_database())
    sessions = sessionmaker(engine, expire_on_commit=False)
    with sessions.begin() as session:
        session.add(Tenant(id=1, slug="north", name="Север"))
    yield sessions
    engine.dispose()


def calls(ledger: sessionmaker[Session]) -> list[LlmCall]:
    with ledger() as session:
        return list(session.scalars(select(LlmCall).order_by(LlmCall.id)))


def limit(ledger: sessionmaker[Session], tokens_a_day: int | None, tokens_a_month: int | None = None) -> None:
    with ledger.begin() as session:
        session.merge(LlmLimit(tenant_id=1, tokens_a_day=tokens_a_day, tokens_a_month=tokens_a_month))


def spend(ledger: sessionmaker[Session], tokens: int, at: datetime) -> None:
    with ledger.begin() as session:
        record_call(session, 1, (tokens, 0), at, "reading", Outcome.ANSWERED)


def ask(ledger: sessionmaker[Session], *script: Script, at: datetime = NOON) -> str:
    with scripted_server(*script) as server:
        return MeteredLlm(server.llm(), ledger, 1, "reading", MAX_TOKENS, lambda: at).complete(QUESTION).text()


def test_a_call_is_counted_as_the_server_tells(ledger: sessionmaker[Session]) -> None:
    assert ask(ledger, said("Сто", usage=(40, 7))) == "Сто"
    (call,) = calls(ledger)
    assert (call.sent_tokens, call.received_tokens, call.is_estimated) == (40, 7, False)
    assert (call.purpose, call.llm_name, call.outcome, call.problem) == ("reading", "scripted", "answered", None)
    assert call.milliseconds is not None and call.milliseconds >= 0


@pytest.mark.parametrize(
    ("reply", "problem", "is_counted"),
    [
        (said("Сто двадцать", is_cut=True), "llm-unreachable", True),
        (Reply(refusal="no", usage=(40, 7)), "llm-refused", True),
        (failed(401), "llm-refused", False),
    ],
    ids=["cut in the middle", "declined", "not taken"],
)
def test_a_call_that_fails_is_counted_with_what_it_cost(
    ledger: sessionmaker[Session], reply: Reply, problem: str, is_counted: bool
) -> None:
    with pytest.raises(Problem):
        ask(ledger, reply)
    (call,) = calls(ledger)
    assert (call.outcome, call.problem) == (Outcome.FAILED, problem)
    assert (call.sent_tokens > 0 and call.received_tokens > 0) is is_counted


def test_a_call_nobody_listens_to_is_counted(ledger: sessionmaker[Session]) -> None:
    with scripted_server(said("a" * 700, pause_seconds=0.02)) as server:
        answer = MeteredLlm(server.llm(), ledger, 1, "reading", MAX_TOKENS).complete(QUESTION)
        next(iter(answer))
        answer.close()
    (call,) = calls(ledger)
    assert call.outcome is Outcome.ABANDONED
    assert call.received_tokens > 0


def test_while_a_call_runs_its_tokens_are_set_aside(ledger: sessionmaker[Session]) -> None:
    with scripted_server(said("a" * 70, usage=(9, 1))) as server:
        answer = MeteredLlm(server.llm(), ledger, 1, "reading", MAX_TOKENS).complete(QUESTION)
        next(iter(answer))
        (call,) = calls(ledger)
        assert (call.outcome, call.received_tokens) == (Outcome.STARTED, MAX_TOKENS)
        answer.text()
    assert [one.received_tokens for one in calls(ledger)] == [1]


def test_an_unfinished_call_of_a_killed_process_still_counts(ledger: sessionmaker[Session]) -> None:
    limit(ledger, tokens_a_day=150)
    with ledger.begin() as session:
        spending.begin_call(session, 1, "reading", "x", Tokens(10, 100), NOON)
    with pytest.raises(TokenLimitReached, match="110 are spent or set aside"):
        ask(ledger, said("yes"))


@pytest.mark.parametrize(
    ("a_day", "a_month", "spent", "spent_at", "period"),
    [
        (1000, None, 950, NOON, "day"),
        (1000, None, 950, NOON - timedelta(days=1), None),
        (None, 1000, 950, NOON - timedelta(days=1), "month"),
        (None, 1000, 950, NOON - timedelta(days=20), None),
        (0, None, 0, NOON, "day"),
        (None, None, 10**9, NOON, None),
        (1000, 500, 450, NOON, "month"),
    ],
)
def test_a_limit_holds_for_its_day_or_month(
    ledger: sessionmaker[Session],
    a_day: int | None,
    a_month: int | None,
    spent: int,
    spent_at: datetime,
    period: str | None,
) -> None:
    limit(ledger, a_day, a_month)
    spend(ledger, spent, spent_at)
    if period is None:
        assert ask(ledger, said("yes")) == "yes"
        return
    with scripted_server() as server:
        llm = MeteredLlm(server.llm(), ledger, 1, "reading", MAX_TOKENS, lambda: NOON)
        with pytest.raises(TokenLimitReached) as raised:
            llm.complete(QUESTION).text()
        assert server.requests == []
    assert raised.value.period == period


def test_calls_at_once_stay_under_the_limit_together(ledger: sessionmaker[Session]) -> None:
    limit(ledger, tokens_a_day=3 * (MAX_TOKENS + 20))
    with scripted_server(said("yes", usage=(8, MAX_TOKENS), silent_seconds=0.3)) as server:
        llm = MeteredLlm(server.llm(), ledger, 1, "reading", MAX_TOKENS, lambda: NOON)

        def try_once(_: int) -> str:
            try:
                return llm.complete(QUESTION).text()
            except TokenLimitReached:
                return "refused"

        with ThreadPoolExecutor(8) as crowd:
            assert Counter(crowd.map(try_once, range(8))) == {"yes": 3, "refused": 5}
    assert len(calls(ledger)) == 3


def test_a_repetition_is_a_call_of_its_own(ledger: sessionmaker[Session]) -> None:
    shape: Shape[int] = Shape(
        "number", {"type": "object", "properties": {"n": {"type": "integer"}}}, lambda one: one["n"]
    )
    with scripted_server(said("many"), said('{"n": 7}')) as server:
        assert structured.ask(MeteredLlm(server.llm(), ledger, 1, "reading", MAX_TOKENS), QUESTION, shape) == 7
    assert [call.outcome for call in calls(ledger)] == [Outcome.ANSWERED] * 2


def test_each_purpose_is_counted_by_its_name(ledger: sessionmaker[Session]) -> None:
    with scripted_server() as server:
        llm = MeteredLlm(server.llm(), ledger, 1, "reading", MAX_TOKENS)
        llm.for_purpose("description").complete(QUESTION).text()
    assert [call.purpose for call in calls(ledger)] == ["description"]


def test_a_server_that_is_down_costs_nothing(ledger: sessionmaker[Session]) -> None:
    with pytest.raises(LlmUnreachable):
        ask(ledger, failed(503))
    assert [(call.sent_tokens, call.received_tokens) for call in calls(ledger)] == [(0, 0)]
