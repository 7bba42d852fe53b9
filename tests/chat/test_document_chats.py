"""Chats with documents: messages keep the quotations, follow-ups their context, marks and reviews their place."""

import pytest

from tests.chat.test_chats import ask, new_chat
from tests.database_assistant.department import Department
from tests.documents.library import CONTRACT, MANUAL, Library

PRICE = "How much does a cubic metre of concrete cost?"


@pytest.fixture
def read_library(department: Department) -> Library:
    """A contract and a manual, read and embedded."""
    library = Library(department, department.member)
    library.add(CONTRACT)
    library.add(MANUAL, "crane.pdf")
    return library


def test_a_message_keeps_the_answer_with_its_quotations(read_library: Library) -> None:
    person = read_library.person
    chat_id = new_chat(person, mode="documents")
    told = person.tell(f"/chats/{chat_id}/messages", {"query": PRICE})
    assert told.names == ["kept", "accepted", "stage", "stage", "answer", "message"]
    message = told.events[-1][1]
    assert message["document_answer_id"] == told.events[1][1]["document_answer_id"]
    assert (message["answer_id"], message["sql"], message["table"]) == (None, None, None)
    assert message["answer"] == told.answer["text"]
    assert message["source"]["quotations"] == told.answer["quotations"]
    assert person.get(f"/chats/{chat_id}/messages")["entries"] == [message]
    assert [chat["id"] for chat in person.get("/chats", mode="documents")["entries"]] == [chat_id]
    assert person.get("/chats", mode="databases")["entries"] == []


def test_a_follow_up_in_a_chat_keeps_the_words_and_the_documents_before_it(read_library: Library) -> None:
    contract = next(one for one in read_library.person.get("/documents")["entries"] if one["name"] == "contract.pdf")
    chat_id = new_chat(read_library.person, mode="documents")
    scope = {"document_ids": [contract["id"]]}
    first = ask(read_library.person, chat_id, "Which concrete does the Supplier deliver?", scope=scope)
    second = ask(read_library.person, chat_id, "And how much does it cost?")
    assert second["connected_message_id"] == first["id"]
    answer = read_library.person.get(f"/document-answers/{second['document_answer_id']}")
    assert answer["scope"]["document_ids"] == [contract["id"]]
    assert "6500 roubles" in second["answer"]


def test_marks_and_reviews_are_kept_as_of_any_message(read_library: Library) -> None:
    person = read_library.person
    message = ask(person, new_chat(person, mode="documents"), PRICE)
    path = f"/messages/{message['id']}"
    assert person.put(f"{path}/mark", {"value": "like", "reason": "Точно"})["value"] == "like"
    assert person.get(path)["mark"]["value"] == "like"
    person.delete(f"{path}/mark")
    assert person.get(path)["mark"] is None
    assert person.post(f"{path}/reviews", {"text": "Нашёл сразу"})["text"] == "Нашёл сразу"
    assert [review["text"] for review in person.get(f"{path}/reviews")["entries"]] == ["Нашёл сразу"]


def test_a_deleted_document_leaves_the_answers_given_from_it(read_library: Library) -> None:
    person = read_library.person
    message = ask(person, new_chat(person, mode="documents"), PRICE)
    read_library.delete(message["source"]["quotations"][0]["document_id"])
    assert person.get(f"/messages/{message['id']}")["answer"] == message["answer"]


def test_a_chat_of_another_service_knows_no_documents_of_others(read_library: Library) -> None:
    person = read_library.person
    chat_id = new_chat(person, mode="documents")
    foreign = {"query": PRICE, "scope": {"document_ids": [10**9]}}
    assert person.refused("POST", f"/chats/{chat_id}/messages", foreign)["type"] == "document-not-found"
    read_library.department.switch_off("documents")
    assert person.refused("POST", "/chats", {"mode": "documents"})["type"] == "mode-not-enabled"
    assert person.refused("POST", f"/chats/{chat_id}/messages", {"query": PRICE})["type"] == "mode-not-enabled"
