"""An OpenAI-compatible server, asked over real HTTP: what arrives, what is counted, what goes wrong."""

import time

import pytest

from spravka.errors import Problem
from spravka.llm.asking import Message, Speaker, Tokens
from spravka.llm.errors import LlmAnswerUnreadable, LlmLimitReached, LlmRefused, LlmTimedOut, LlmUnreachable
from spravka.llm.openai_server import OpenAiServer, open_llm
from spravka.llm.settings import LlmSettings
from tests.llm.scripted_server import LLM_NAME, Reply, Script, failed, said, scripted_server

QUESTION = [Message(Speaker.USER, "Сколько договоров?")]


def test_an_answer_arrives_piece_by_piece() -> None:
    with scripted_server(said("Сто двадцать договоров")) as server:
        pieces = list(server.llm().complete(QUESTION))
    assert "".join(pieces) == "Сто двадцать договоров"
    assert len(pieces) == 4


def test_the_first_piece_is_heard_before_the_last_is_said() -> None:
    with scripted_server(said("warm"), said("a" * 70, pause_seconds=0.1)) as server:
        llm = server.llm()
        llm.complete(QUESTION).text()
        answer = llm.complete(QUESTION)
        begun = time.monotonic()
        next(iter(answer))
        first_seconds = time.monotonic() - begun
        answer.text()
    assert first_seconds < (time.monotonic() - begun) / 2


def test_nothing_is_asked_before_the_answer_is_listened_to() -> None:
    with scripted_server() as server:
        answer = server.llm().complete(QUESTION)
        assert server.requests == []
        answer.text()
        assert len(server.requests) == 1


def test_the_request_names_the_llm_and_its_key_and_nothing_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_ADMIN_KEY"):
        monkeypatch.setenv(name, "from-the-environment")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Ambient: from-the-environment\nAuthorization: from-the-environment")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with scripted_server() as server:
        server.llm(api_key="the-key").complete(QUESTION).text()
        request = server.requests[0]
    assert request.path == "/v1/chat/completions"
    assert request.body["model"] == LLM_NAME
    assert request.headers["authorization"] == "Bearer the-key"
    assert request.headers["user-agent"] == "spravka"
    assert not [name for name in request.headers if name.startswith(("x-", "openai-"))]
    assert "from-the-environment" not in str(request)


def test_a_proxy_of_the_environment_is_used_only_where_the_settings_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    with scripted_server(said("through the proxy")) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url.removesuffix("/v1"))
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        settings = LlmSettings(base_url="http://llm.invalid/v1", name="x", trusts_environment=True)
        assert OpenAiServer(settings).complete(QUESTION).text() == "through the proxy"


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (said("да" * 10, usage=(321, 12)), Tokens(321, 12, is_estimated=False)),
        (said("да" * 10, usage=None), Tokens(11, 8, is_estimated=True)),
    ],
    ids=["told by the server", "estimated"],
)
def test_tokens_are_counted(reply: Reply, expected: Tokens) -> None:
    with scripted_server(reply) as server:
        answer = server.llm().complete(QUESTION)
        answer.text()
    assert answer.tokens == expected


def test_what_was_received_before_a_failure_is_counted() -> None:
    with scripted_server(said("да" * 10, is_cut=True)) as server:
        answer = server.llm().complete(QUESTION)
        with pytest.raises(LlmUnreachable):
            answer.text()
    assert answer.tokens.sent == 11
    assert answer.tokens.received > 0


def test_an_answer_that_is_closed_lets_the_server_go() -> None:
    with scripted_server(said("a" * 7000, pause_seconds=0.05)) as server:
        answer = server.llm().complete(QUESTION)
        begun = time.monotonic()
        assert next(iter(answer))
        answer.close()
    assert time.monotonic() - begun < 3
    assert answer.tokens.received > 0


BROKEN = Reply(raw_lines=['{"choices": [{"delta": {"con'])
NO_OBJECT = Reply(raw_lines=["[1, 2]", '{"choices": null}', '{"choices": [null]}', '{"choices": [{"delta": 5}]}'])
REPORTED = Reply(raw_lines=['{"error": {"message": "key sk-secret is wrong"}}'])


@pytest.mark.parametrize(
    ("script", "problem"),
    [
        ([failed(401, "wrong key sk-secret")], LlmRefused),
        ([failed(403)], LlmRefused),
        ([failed(404)], LlmRefused),
        ([failed(400, "sk-secret")], LlmRefused),
        ([failed(429)], LlmLimitReached),
        ([failed(500, "sk-secret")], LlmUnreachable),
        ([failed(503)], LlmUnreachable),
        ([BROKEN], LlmAnswerUnreadable),
        ([NO_OBJECT], LlmUnreachable),
        ([REPORTED], LlmUnreachable),
        ([said("half", is_cut=True)], LlmUnreachable),
        ([said("half", ending=None)], LlmUnreachable),
        ([Reply(refusal="I cannot help with sk-secret")], LlmRefused),
        ([said("half", ending="content_filter")], LlmRefused),
    ],
)
def test_what_goes_wrong_is_told_without_the_servers_own_words(
    script: list[Script], problem: type[Problem], capfd: pytest.CaptureFixture[str]
) -> None:
    with scripted_server(*script) as server, pytest.raises(problem) as raised:
        server.llm(api_key="sk-secret").complete(QUESTION).text()
    assert "sk-secret" not in str(raised.value.to_json()) + "".join(capfd.readouterr())


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/v1", "http://no:port/v1"])
def test_a_server_that_is_not_there_is_told_within_seconds(address: str) -> None:
    settings = LlmSettings(base_url=address, name="x")
    begun = time.monotonic()
    with pytest.raises(LlmUnreachable):
        OpenAiServer(settings).complete(QUESTION).text()
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_server_that_is_busy_or_down_is_asked_once_more(status: int) -> None:
    with scripted_server(failed(status), said("at last")) as server:
        assert server.llm().complete(QUESTION).text() == "at last"
        assert len(server.requests) == 2


@pytest.mark.parametrize(("reply", "count"), [(failed(503), 2), (failed(401), 1), (failed(404), 1)])
def test_a_server_is_never_asked_more_often_than_twice(reply: Reply, count: int) -> None:
    with scripted_server(reply) as server:
        with pytest.raises(Problem):
            server.llm().complete(QUESTION).text()
        assert len(server.requests) == count


def test_a_server_that_asks_for_a_long_pause_is_let_alone() -> None:
    with scripted_server(failed(429, retry_after="600")) as server:
        with pytest.raises(LlmLimitReached) as raised:
            server.llm().complete(QUESTION).text()
        assert len(server.requests) == 1
    assert raised.value.retry_after_seconds == 600


@pytest.mark.parametrize(
    "reply",
    [
        Reply(silent_seconds=3),
        said("a" * 700, pause_seconds=0.05),
        said("a" * 14, pause_seconds=3),
    ],
    ids=["silent from the start", "a word at a time", "silent in the middle"],
)
def test_the_deadline_is_for_the_whole_answer(reply: Reply) -> None:
    with scripted_server(reply) as server:
        llm = server.llm(timeout_seconds=0.6)
        begun = time.monotonic()
        with pytest.raises(LlmTimedOut):
            llm.complete(QUESTION).text()
    assert time.monotonic() - begun < 2.9


def test_the_length_is_bounded_by_the_settings_whatever_a_caller_wants() -> None:
    with scripted_server() as server:
        llm = server.llm(max_tokens=100)
        for wanted in (None, 30, 5000):
            llm.complete(QUESTION, max_tokens=wanted).text()
        assert [request.body["max_tokens"] for request in server.requests] == [100, 30, 100]


def test_an_answer_cut_at_its_length_says_so() -> None:
    with scripted_server(said("half", ending="length")) as server:
        answer = server.llm().complete(QUESTION)
        assert answer.text() == "half"
    assert answer.is_cut


def test_a_server_that_does_not_end_its_answer_is_cut_off() -> None:
    with scripted_server(Reply(pieces=["x" * 100] * 30_000)) as server:
        answer = server.llm(max_tokens=16).complete(QUESTION)
        assert len(answer.text()) == 200
    assert answer.is_cut


def test_a_server_that_sends_more_than_any_answer_can_have_is_left() -> None:
    with scripted_server(Reply(raw_lines=["x" * 300_000] * 5)) as server, pytest.raises(LlmAnswerUnreadable):
        server.llm(max_tokens=16).complete(QUESTION).text()
    with scripted_server(Reply(raw_lines=["x" * 3_000_000])) as server, pytest.raises(LlmUnreachable):
        server.llm(max_tokens=16).complete(QUESTION).text()


def test_a_redirect_is_not_followed_with_the_key() -> None:
    with scripted_server() as other, scripted_server(failed(307, location=other.url)) as server:
        with pytest.raises(LlmRefused):
            server.llm(api_key="secret").complete(QUESTION).text()
        assert other.requests == []


@pytest.mark.parametrize(
    ("complaint", "left_out"),
    [
        ("stream_options is not supported", "stream_options"),
        ("Unsupported parameter: use 'max_completion_tokens'", "max_tokens"),
        ("temperature does not support 0", "temperature"),
    ],
)
def test_what_a_server_does_not_know_is_left_out_from_then_on(complaint: str, left_out: str) -> None:
    with scripted_server(failed(400, complaint), said("yes")) as server:
        llm = server.llm()
        for _ in range(2):
            assert llm.complete(QUESTION).text() == "yes"
        assert [left_out in request.body for request in server.requests] == [True, False, False]


def test_without_an_address_there_is_no_llm() -> None:
    assert open_llm(LlmSettings()) is None
    assert open_llm(LlmSettings(base_url="http://127.0.0.1:9/v1", name="x")) is not None


def test_settings_show_no_key() -> None:
    settings = LlmSettings.model_validate({"base_url": "http://a/v1", "name": "x", "api_key": "sk-secret"})
    assert "sk-secret" not in repr(settings) + settings.model_dump_json()


@pytest.mark.parametrize(
    "fields",
    [{"base_url": "http://a/v1"}, {"base_url": "ftp://a", "name": "x"}, {"base_url": "http://me:pw@a/v1", "name": "x"}],
)
def test_settings_that_lead_nowhere_are_refused(fields: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"base_url|needs a name"):
        LlmSettings.model_validate(fields)
