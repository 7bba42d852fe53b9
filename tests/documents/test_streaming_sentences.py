"""Sentences of a language model are told one by one, each held against the passages before it is shown."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from spravka.answering.steps import Step
from spravka.answering.stopping import ask_to_stop
from spravka.auth.access import TenantCaller
from spravka.auth.tables import Role
from spravka.documents.answering.asking import Asked, accept_question
from spravka.documents.answering.making import answer_steps
from spravka.documents.assistant import DocumentAssistant
from spravka.documents.queries import get_document_answer
from tests.database_assistant.conftest import UseLlm
from tests.database_assistant.department import Department, Told
from tests.documents.library import Library
from tests.documents.test_answering_by_llm import PRICE, RIGHT, WRONG, kinds, number_of, saying
from tests.llm.scripted_server import Reply, Request, said, scripted_server

PAYS = "The Customer pays within ten working days."
SILENCE = "never said: the connection breaks before"


def sentences(told: Told) -> list[dict[str, Any]]:
    return [data for name, data in told.events if name == "sentence"]


def ask(library: Library, question: str = PRICE) -> Told:
    return library.person.tell("/documents/questions", {"question": question})


def written(text: Callable[[int], str], **changed: Any) -> Callable[[Request], Reply]:
    """An answer written by hand; the function is handed the number of the passage with the price."""
    return lambda request: said(text(number_of(request, "6500")), **changed)


def one(text: str, number: int) -> str:
    return json.dumps({"text": text, "passages": [number]})


def test_each_sentence_is_told_before_the_answer_with_its_quotations(read_library: Library, use_llm: UseLlm) -> None:
    with scripted_server(saying((RIGHT, "6500"), (PAYS, "ten working"))) as llm:
        use_llm(llm)
        told = ask(read_library)
    assert told.names == ["accepted", "stage", "stage", "sentence", "sentence", "stage", "answer"]
    first, second = sentences(told)
    assert (first["number"], first["text"], first["support"]) == (1, RIGHT, "supported")
    assert (second["number"], second["text"]) == (2, PAYS)
    assert first["cited"][0]["number"] == first["quotations"][0]
    assert "6500 roubles" in first["cited"][0]["text"] and first["cited"][0]["boxes"]
    kept = [{name: data[name] for name in told.answer["sentences"][0]} for data in (first, second)]
    assert kept == told.answer["sentences"]


def test_a_sentence_that_nothing_supports_is_told_marked(read_library: Library, use_llm: UseLlm) -> None:
    with scripted_server(saying((RIGHT, "6500"), (WRONG, "6500"))) as llm:
        use_llm(llm)
        told = ask(read_library)
    assert [(data["support"], data["cited"] != []) for data in sentences(told)] == [
        ("supported", True),
        ("unsupported", False),
    ]


def test_nothing_is_shown_before_something_is_supported(read_library: Library, use_llm: UseLlm) -> None:
    with scripted_server(saying((WRONG, "6500"), (RIGHT, "6500"))) as llm:
        use_llm(llm)
        assert [data["text"] for data in sentences(ask(read_library))] == [WRONG, RIGHT]
    with scripted_server(saying((WRONG, "6500"))) as llm:
        use_llm(llm)
        told = ask(read_library)
    assert sentences(told) == []
    assert (told.answer["sentences"], kinds(told.answer)) == (None, ["unsupported"])


@pytest.mark.parametrize(
    "text",
    [
        lambda number: f'{{"found": false, "sentences": [{one(RIGHT, number)}]}}',
        lambda number: f'{{"sentences": [{one(RIGHT, number)}], "found": false}}',
    ],
    ids=["said first", "said last"],
)
def test_sentences_beside_the_word_that_there_is_no_answer_are_not_told(
    read_library: Library, use_llm: UseLlm, text: Callable[[int], str]
) -> None:
    with scripted_server(written(text)) as llm:
        use_llm(llm)
        told = ask(read_library)
    assert (sentences(told), kinds(told.answer)) == ([], ["llm_found_nothing"])


def test_sentences_said_before_the_word_that_there_is_an_answer_wait_for_it(
    read_library: Library, use_llm: UseLlm
) -> None:
    with scripted_server(written(lambda number: f'{{"sentences": [{one(RIGHT, number)}], "found": true}}')) as llm:
        use_llm(llm)
        told = ask(read_library)
    assert [data["text"] for data in sentences(told)] == [RIGHT]


@pytest.mark.parametrize(
    "ends",
    [{"is_cut": True}, {"ending": "content_filter"}, {"ending": None}],
    ids=["broken off", "declined", "ended without a word"],
)
def test_where_the_stream_breaks_the_quotations_stand_as_without_it(
    read_library: Library, use_llm: UseLlm, ends: dict[str, Any]
) -> None:
    without = read_library.ask(PRICE, is_quoted_only=True)
    begun = written(
        lambda number: f'{{"found": true, "sentences": [{one(RIGHT, number)}, {{"text": "{SILENCE[:8]}', **ends
    )
    with scripted_server(begun) as llm:
        use_llm(llm)
        told = ask(read_library)
    assert [data["text"] for data in sentences(told)] == [RIGHT]
    assert told.stage("llm")["state"] == "failed"
    assert (told.answer["text"], told.answer["sentences"]) == (without["text"], None)
    assert told.answer["quotations"] == without["quotations"]
    assert kinds(told.answer) == ["llm_failed"]


def test_an_answer_that_has_to_be_said_again_replaces_what_was_told(read_library: Library, use_llm: UseLlm) -> None:
    cut = written(lambda number: f'{{"found": true, "sentences": [{one(RIGHT, number)}, 7]}}')
    with scripted_server(cut, saying((PAYS, "ten working"))) as llm:
        use_llm(llm)
        told = ask(read_library, "How much does a cubic metre of concrete cost and when is it paid?")
    assert [data["text"] for data in sentences(told)] == [RIGHT]
    assert [sentence["text"] for sentence in told.answer["sentences"]] == [PAYS]
    assert len(llm.requests) == 2


def test_the_tokens_of_a_streamed_answer_are_counted(read_library: Library, use_llm: UseLlm) -> None:
    with scripted_server(saying((RIGHT, "6500"), (PAYS, "ten working"))) as llm:
        use_llm(llm)
        ask(read_library)
    [call] = read_library.department.admin.get("/usage/calls")["entries"]
    assert (call["outcome"], call["sent_tokens"], call["received_tokens"]) == ("answered", 100, 20)


def test_an_answer_is_cancelled_between_two_sentences(read_library: Library, use_llm: UseLlm) -> None:
    """The language model goes on for a minute; nobody waits for that."""
    department = read_library.department

    def reply(request: Request) -> Reply:
        number = number_of(request, "6500")
        begin = f'{{"found": true, "sentences": [{one(RIGHT, number)}'
        return Reply(pieces=[begin, *([f", {one(PAYS, number)}"] * 60)], pause_seconds=1.0)

    with scripted_server(reply) as llm:
        use_llm(llm)
        steps, answer_id = begin_answer(department, PRICE)
        names = []
        for step in steps:
            names.append(step.event)
            if step.event == "sentence":
                with department.resources.sessions.begin() as session:
                    ask_to_stop(session, get_document_answer(session, department.tenant_id, answer_id))
    assert names == ["accepted", "stage", "stage", "sentence", "answer"]
    assert step.data["state"] == "cancelled"
    assert "6500 roubles" in step.data["quotations"][0]["text"], "what was found stays"
    [call] = department.admin.get("/usage/calls")["entries"]
    assert call["outcome"] == "abandoned"


def begin_answer(department: Department, question: str) -> tuple[Iterator[Step], int]:
    """The steps of an answer, each made when it is asked for."""
    caller = TenantCaller(tenant_id=department.tenant_id, role=Role.MEMBER, user_id=department.user_ids[Role.MEMBER])
    with department.resources.sessions.begin() as session:
        answer_id = accept_question(session, caller, Asked(question)).id
    assistant = DocumentAssistant(department.resources, department.app.state.document_memory)
    return answer_steps(assistant, department.tenant_id, answer_id), answer_id
