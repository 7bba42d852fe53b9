"""Values asked for: in the strictest form a server knows, read out of whatever it says, repaired once."""

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from spravka.llm.asking import Message, Speaker
from spravka.llm.errors import LlmAnswerUnreadable, LlmRefused
from spravka.llm.habits import Form, Habits, after_refusal
from spravka.llm.shapes import Shape, outline, plain_schema
from spravka.llm.structured import ask, find_json
from tests.llm.scripted_server import Reply, failed, knowing_only, said, said_json, scripted_server


@dataclass
class City:
    name: str
    people: int


CITY = TypeAdapter(City)
SHAPE = Shape("city", plain_schema(CITY.json_schema()), CITY.validate_python)
TVER = {"name": "Тверь", "people": 416_000}
QUESTION = [Message(Speaker.USER, "Какой город?")]


@pytest.mark.parametrize(
    ("known", "forms", "remembered"),
    [
        ({"json_schema", "json_object", ""}, ["json_schema", "json_schema"], Form.JSON_SCHEMA),
        ({"json_object", ""}, ["json_schema", "json_object", "json_object"], Form.JSON_OBJECT),
        ({""}, ["json_schema", "json_object", "", ""], Form.TEXT),
    ],
    ids=["schema", "object", "words only"],
)
def test_the_strictest_form_that_a_server_knows_is_found_once(
    known: set[str], forms: list[str], remembered: Form
) -> None:
    with scripted_server(knowing_only(known, said_json(TVER))) as server:
        llm = server.llm()
        assert [ask(llm, QUESTION, SHAPE) for _ in range(2)] == [City("Тверь", 416_000)] * 2
        assert server.forms == forms
    assert llm.habits.form is remembered


def test_a_server_that_breaks_on_a_schema_is_asked_in_a_weaker_form() -> None:
    with scripted_server(failed(500), failed(500), said_json(TVER)) as server:
        assert ask(server.llm(), QUESTION, SHAPE).name == "Тверь"
        assert server.forms == ["json_schema", "json_schema", "json_object"]


def test_a_question_too_long_for_a_server_teaches_nothing_about_its_forms() -> None:
    with scripted_server(failed(400, "maximum context length is 4096 tokens")) as server:
        llm = server.llm()
        with pytest.raises(LlmRefused):
            ask(llm, QUESTION, SHAPE)
        assert len(server.requests) == 1
    assert llm.habits == Habits()


def test_a_server_whose_template_knows_no_system_hears_the_rules_from_the_user() -> None:
    rules = Message(Speaker.SYSTEM, "Говори коротко.")
    with scripted_server(failed(400, "System role not supported"), said_json(TVER)) as server:
        llm = server.llm()
        for _ in range(2):
            assert ask(llm, [rules, *QUESTION], SHAPE).name == "Тверь"
        first, *others = [request.body["messages"] for request in server.requests]
        assert [one["role"] for one in first] == ["system", "user"]
        for messages in others:
            assert [one["role"] for one in messages] == ["user"]
            assert messages[0]["content"].startswith("Говори коротко.")
            assert messages[0]["content"].endswith("Какой город?")
        assert set(server.forms) == {"json_schema"}


def test_free_text_is_asked_without_a_form() -> None:
    with scripted_server() as server:
        server.llm().complete(QUESTION).text()
        assert server.forms == [""]


def test_the_shape_is_told_in_words_too() -> None:
    with scripted_server(said_json(TVER)) as server:
        ask(server.llm(), QUESTION, SHAPE)
        assert "type Answer = {name: string, people: integer}" in server.heard


@pytest.mark.parametrize(
    "bad",
    [
        said("Тверь"),
        said('{"name": "Тверь", "peo'),
        said_json({"name": "Тверь"}),
        said_json({"name": "Тверь", "people": "много"}),
        said_json([TVER, TVER][0:0]),
        said('{"name": "Твер', ending="length"),
        said(""),
    ],
    ids=["no JSON", "half JSON", "a member missing", "a wrong type", "a list", "cut at the length", "nothing"],
)
def test_an_answer_that_cannot_be_read_is_sent_back_once_with_what_is_wrong(bad: Reply) -> None:
    with scripted_server(bad, said_json(TVER)) as server:
        assert ask(server.llm(), QUESTION, SHAPE) == City("Тверь", 416_000)
        first, second = server.requests
    assert "cannot be used" not in first.text
    assert "cannot be used" in second.text
    assert [message["role"] for message in second.body["messages"]] == ["system", "user", "assistant", "user"]


def test_an_answer_that_stays_unreadable_is_a_problem() -> None:
    with scripted_server(said("Тверь")) as server:
        with pytest.raises(LlmAnswerUnreadable, match="no whole JSON"):
            ask(server.llm(), QUESTION, SHAPE)
        assert len(server.requests) == 2


def test_a_huge_unreadable_answer_is_sent_back_in_part() -> None:
    with scripted_server(Reply(pieces=["ы" * 5000] * 10), said_json(TVER)) as server:
        ask(server.llm(), QUESTION, SHAPE)
        assert len(server.requests[1].text) < 6000


@pytest.mark.parametrize(
    "text",
    [
        '{"name": "x"}',
        '```json\n{"name": "x"}\n```',
        'Here it is: {"name": "x"} I hope it helps {"name": "y"}',
        '<think>maybe {"name": "wrong"}</think>{"name": "x"}',
        'a set {1, 2} of things: {"name": "x"}',
    ],
)
def test_json_is_found_whatever_stands_around_it(text: str) -> None:
    assert find_json(text) == {"name": "x"}


@pytest.mark.parametrize("text", ["", "[1]", "{" * 5000, '<think>{"name": "x"}', '{"a": ' * 3000])
def test_where_there_is_no_whole_object_nothing_is_found(text: str) -> None:
    with pytest.raises(ValueError, match="no whole JSON"):
        find_json(text)


@given(st.text(max_size=200))
def test_finding_json_never_fails_otherwise(text: str) -> None:
    try:
        assert isinstance(find_json(text), dict)
    except ValueError as error:
        assert "no whole JSON" in str(error)


@pytest.mark.parametrize(
    ("schema", "told"),
    [
        ({"type": "string"}, "type Answer = string"),
        ({"enum": ["a", "b"]}, 'type Answer = "a" | "b"'),
        ({"anyOf": [{"type": "integer"}, {"type": "null"}]}, "type Answer = integer | null"),
        ({"type": "array", "items": {"$ref": "#/$defs/City"}}, "type Answer = City[]"),
        ({"type": "array", "items": {"enum": ["a", "b"]}}, 'type Answer = ("a" | "b")[]'),
        ({"type": "array", "prefixItems": [{"type": "string"}, {}]}, "type Answer = [string, any]"),
        (
            {"type": "object", "properties": {"a": {"const": 1}, "b": {"format": "date", "type": "string"}}},
            "type Answer = {a?: 1, b?: date}",
        ),
    ],
)
def test_a_schema_is_told_as_types(schema: dict[str, Any], told: str) -> None:
    assert outline(schema) == told


def test_a_plain_schema_has_closed_objects_with_their_constants_required_and_one_kind_of_union() -> None:
    decorated = {
        "title": "T",
        "type": "object",
        "properties": {
            "title": {"type": "string", "title": "Title", "default": ""},
            "node": {"const": "x", "default": "x"},
            "one": {"oneOf": [{"type": "null"}], "discriminator": {"propertyName": "node"}},
        },
    }
    assert plain_schema(decorated) == {
        "type": "object",
        "properties": {"title": {"type": "string"}, "node": {"const": "x"}, "one": {"anyOf": [{"type": "null"}]}},
        "required": ["node"],
        "additionalProperties": False,
    }


@given(st.text(max_size=60))
def test_trying_other_habits_ends_whatever_a_server_complains_of(complaint: str) -> None:
    habits: Habits | None = Habits()
    text = f"{complaint} stream_options max_completion_tokens temperature system role"
    for _ in range(7):
        habits = after_refusal(habits, text, has_shape=True) if habits else None
    assert habits is None
