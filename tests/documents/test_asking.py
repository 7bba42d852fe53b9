"""Questions to documents: the sentence that answers, its page, its place; or that nothing says it, and why."""

import pytest

from tests.database_assistant.department import new_department
from tests.documents.library import CONTRACT, MANUAL, Library
from tests.documents.small_pdf import small_pdf

PRICE = "How much does a cubic metre of concrete cost?"
WARRANTY = "Who won the football championship in Brazil?"


def test_the_answer_is_the_sentence_with_its_document_page_and_boxes(read_library: Library) -> None:
    told = read_library.person.tell("/documents/questions", {"question": PRICE})
    assert told.names == ["accepted", "stage", "stage", "answer"]
    assert told.stage_names == ["search", "quotations"]
    answer = told.answer
    best = answer["quotations"][0]
    assert (answer["state"], answer["warnings"]) == ("answered", [])
    assert "6500 roubles" in best["text"] and best["is_answer"]
    assert (best["document_name"], best["page"]) == ("contract.pdf", 2)
    assert answer["text"] == f"“{best['text']}” — contract.pdf, p. 2"
    box = best["boxes"][0]
    assert box["page"] == 2 and 60 < box["left"] < 80 and 300 < box["right"] < 595
    assert best["pages"] == [{"number": 2, "label": "", "layer": "original", "width": 595.0, "height": 842.0}]
    assert read_library.person.get(f"/document-answers/{answer['id']}") == answer


def test_what_the_documents_do_not_say_is_said_to_be_absent(read_library: Library) -> None:
    answer = read_library.ask(WARRANTY)
    assert (answer["state"], answer["text"]) == ("not_found", "These documents do not say it.")
    assert answer["quotations"] == []
    assert read_library.ask("Кто выиграл чемпионат по футболу?")["text"] == "В этих документах ответа нет."


def test_what_is_not_read_yet_is_another_answer_than_what_is_absent(read_library: Library) -> None:
    read_library.upload(small_pdf(CONTRACT) + b"% not read yet")
    answer = read_library.ask(WARRANTY)
    assert answer["state"] == "not_ready"
    assert "3 pages are ready, how many there are is not known yet" in answer["text"]
    assert answer["readiness"]["unread_document_count"] == 1


def test_without_documents_there_is_nothing_to_ask(library: Library) -> None:
    assert library.person.refused("POST", "/documents/questions", {"question": PRICE})["type"] == "no-documents"


def test_a_question_may_be_put_to_some_documents_or_folders_alone(library: Library) -> None:
    folder = library.person.post("/folders", {"name": "Machines"})
    inner = library.person.post("/folders", {"name": "Cranes", "parent_id": folder["id"]})
    contract, manual = library.add(CONTRACT), library.add(MANUAL, "crane.pdf", folder_id=inner["id"])
    for scope, states in (
        ({"document_ids": [contract["id"]]}, "answered"),
        ({"document_ids": [manual["id"]]}, "not_found"),
        ({"folder_ids": [folder["id"]]}, "not_found"),
        ({"folder_ids": [folder["id"]], "document_ids": [contract["id"]]}, "answered"),
    ):
        answer = library.ask(PRICE, scope=scope)
        assert answer["state"] == states, scope
        assert answer["readiness"]["document_count"] == len(scope)


@pytest.mark.parametrize(("name", "problem"), [("document_ids", "document"), ("folder_ids", "folder")])
def test_what_is_another_tenants_is_not_there_to_be_asked(read_library: Library, name: str, problem: str) -> None:
    other = new_department(read_library.department.app, read_library.person.client)
    theirs = Library(other, other.member)
    ids = {
        "document_ids": theirs.upload(small_pdf(MANUAL))["id"],
        "folder_ids": theirs.person.post("/folders", {"name": "x"})["id"],
    }
    question = {"question": PRICE, "scope": {name: [ids[name]]}}
    assert read_library.person.refused("POST", "/documents/questions", question)["type"] == f"{problem}-not-found"


def test_one_tenant_never_reads_anothers_words(read_library: Library) -> None:
    other = new_department(read_library.department.app, read_library.person.client)
    theirs = Library(other, other.member)
    theirs.add([["# Secret", "One cubic metre of concrete costs 1 rouble for our friends."]], "secret.pdf")
    answer = read_library.ask(PRICE)
    assert {quotation["document_name"] for quotation in answer["quotations"]} <= {"contract.pdf", "crane.pdf"}


def test_a_follow_up_is_asked_with_the_words_before_it_and_of_the_same_documents(read_library: Library) -> None:
    contract, _ = sorted(read_library.person.get("/documents")["entries"], key=lambda one: str(one["name"]))
    first = read_library.ask("Which concrete does the Supplier deliver?", scope={"document_ids": [contract["id"]]})
    second = read_library.ask("And how much does it cost?", previous_document_answer_id=first["id"])
    assert second["previous_document_answer_id"] == first["id"]
    assert second["scope"] == first["scope"]
    assert "concrete" in second["details"]["searched"]
    assert "6500 roubles" in second["quotations"][0]["text"]


def test_another_users_answer_is_not_there(read_library: Library) -> None:
    answer = read_library.ask(PRICE)
    for path, method in ((f"/document-answers/{answer['id']}", "GET"), (f"/document-answers/{answer['id']}", "DELETE")):
        assert read_library.department.admin.refused(method, path)["type"] == "document-answer-not-found"
    follow_up = {"question": "and then", "previous_document_answer_id": answer["id"]}
    refused = read_library.department.admin.refused("POST", "/documents/questions", follow_up)
    assert refused["type"] == "document-answer-not-found"


def test_a_document_of_which_only_the_words_are_ready_is_found_by_them(read_library: Library) -> None:
    with read_library.department.resources.sessions.begin() as session:
        for document in read_library.person.get("/documents")["entries"]:
            read_library.forget_vectors(session, document["id"])
    answer = read_library.ask("How many roubles does one cubic metre of concrete cost?")
    assert answer["state"] == "answered" and "6500 roubles" in answer["quotations"][0]["text"]
    assert [warning["kind"] for warning in answer["warnings"]] == ["by_words_alone"]


@pytest.mark.parametrize("question", ["?", "   ", "…!"])
def test_a_question_without_a_word_is_refused(read_library: Library, question: str) -> None:
    refused = read_library.person.refused("POST", "/documents/questions", {"question": question})
    assert refused["type"] == "question-without-words"
