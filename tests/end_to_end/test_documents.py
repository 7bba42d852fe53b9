"""Documents from upload to quotation, over HTTP to a running server with a worker; and with the worker killed."""

from collections.abc import Callable

import pytest

from tests.application import Application
from tests.database_assistant.department import events_of
from tests.documents.library import CONTRACT
from tests.documents.small_pdf import small_pdf
from tests.documents.test_indexing import grove
from tests.end_to_end.office import Json, Office, open_office

BOOK_PAGES = 600


def upload(office: Office, name: str, content: bytes) -> Json:
    answer = office.client.post("/documents", files=[("files", (name, content))])
    assert answer.is_success, answer.text
    document: Json = answer.json()[0]["document"]
    return document


def ask(office: Office, question: str) -> Json:
    told = office.client.post("/documents/questions", json={"question": question})
    assert told.is_success, told.text
    return events_of(told.text)[-1][1]


def test_an_uploaded_document_answers_with_its_page(office: Office) -> None:
    document = upload(office, "contract.pdf", small_pdf(CONTRACT))
    assert office.wait(document["job_id"])["status"] == "finished"
    answer = ask(office, "How much does a cubic metre of concrete cost?")
    assert (answer["state"], answer["quotations"][0]["page"]) == ("answered", 2)


@pytest.mark.slow
def test_a_worker_killed_while_it_reads_goes_on_after_the_last_page(
    start_application: Callable[..., Application],
) -> None:
    application = start_application(SPRAVKA_DOCUMENTS_ENCODER="use-multilingual-3")
    office = open_office(application)
    document = upload(office, "book.pdf", small_pdf([grove(number) for number in range(1, BOOK_PAGES + 1)]))
    office.wait_until(document["job_id"], lambda job: job["ready_count"] > 0)
    application.kill("worker")
    stopped = office.get(f"/documents/{document['id']}")
    assert stopped["status"] in ("reading", "embedding")
    answer = ask(office, "How many young larch trees did the forester plant beside pond 3?")
    assert answer["quotations"][0]["page"] == 3
    application.start_worker()
    assert office.wait(document["job_id"])["status"] == "finished"
    read = office.get(f"/documents/{document['id']}")
    assert (read["status"], read["page_count"], read["ready_page_count"]) == ("ready", BOOK_PAGES, BOOK_PAGES)
    assert read["passage_count"] == BOOK_PAGES
