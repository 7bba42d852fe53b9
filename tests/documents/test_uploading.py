"""Documents on their way in: of a kind that can be read, once in a tenant, each with its fate told."""

import pytest

from tests.callers import API
from tests.database_assistant.department import Department, new_department
from tests.documents.library import CONTRACT, MANUAL, Library
from tests.documents.small_pdf import small_pdf

NOISE = bytes(range(256)) * 8


def test_many_files_come_at_once_and_each_is_read_by_a_job_of_its_own(library: Library) -> None:
    files = [("contract.pdf", small_pdf(CONTRACT)), ("crane.pdf", small_pdf(MANUAL))]
    received = library.upload_many(files)
    documents = [one["document"] for one in received]
    assert [one["name"] for one in received] == ["contract.pdf", "crane.pdf"]
    assert [document["status"] for document in documents] == ["queued", "queued"]
    assert len({document["job_id"] for document in documents}) == 2
    read = [library.indexed(document) for document in documents]
    assert [(one["status"], one["page_count"], one["ready_page_count"]) for one in read] == [
        ("ready", 2, 2),
        ("ready", 1, 1),
    ]
    assert [one["content_type"] for one in read] == ["application/pdf"] * 2
    assert all(one["is_found_by_meaning"] and one["passage_count"] > 0 for one in read)


def test_the_same_content_is_one_document_whatever_it_is_called(library: Library) -> None:
    content = small_pdf(CONTRACT)
    first = library.upload(content)
    [again] = library.upload_many([("copy of the contract.pdf", content)], status=200)
    assert (again["document"]["id"], again["is_new"]) == (first["id"], False)
    received = library.upload_many([("copy.pdf", content), ("crane.pdf", small_pdf(MANUAL))])
    assert [one["is_new"] for one in received] == [False, True]
    assert len(library.person.get("/documents")["entries"]) == 2


def test_another_tenant_with_the_same_content_has_a_document_of_its_own(library: Library) -> None:
    first = library.upload(small_pdf(CONTRACT))
    other = new_department(library.department.app, library.person.client)
    theirs = Library(other, other.member)
    second = theirs.upload(small_pdf(CONTRACT))
    assert second["id"] != first["id"]
    assert theirs.person.refused("GET", f"/documents/{first['id']}")["type"] == "document-not-found"


def test_a_file_of_an_unknown_kind_is_refused_with_its_reason_and_leaves_nothing(library: Library) -> None:
    answer = library.person.client.post(f"{API}/documents", files=[("files", ("contract.pdf", NOISE))])
    assert (answer.status_code, answer.json()["type"].rpartition("#")[2]) == (422, "unknown-format")
    assert library.person.get("/documents")["entries"] == []


def test_an_unknown_file_among_others_does_not_hold_them_up(library: Library) -> None:
    received = library.upload_many([("noise.bin", NOISE), ("contract.pdf", small_pdf(CONTRACT))])
    assert received[0]["problem"]["type"] == "unknown-format" and received[0]["document"] is None
    assert received[1]["problem"] is None and received[1]["is_new"]


def test_a_machine_uploads_too(department: Department) -> None:
    document = Library(department, department.machine).upload(small_pdf(CONTRACT))
    assert document["uploaded_by_id"] is None
    assert department.member.get(f"/documents/{document['id']}")["name"] == "contract.pdf"


def test_documents_are_listed_newest_first_by_folder_status_and_name(library: Library) -> None:
    folder = library.person.post("/folders", {"name": "Contracts"})
    inside = library.upload(small_pdf(CONTRACT), folder_id=folder["id"])
    outside = library.indexed(library.upload(small_pdf(MANUAL), "crane.pdf"))

    def listed(**query: object) -> list[int]:
        return [one["id"] for one in library.person.get("/documents", **query)["entries"]]

    assert listed() == [outside["id"], inside["id"]]
    assert listed(folder_id=folder["id"]) == [inside["id"]]
    assert listed(status="ready") == [outside["id"]]
    assert listed(search="CRANE") == [outside["id"]]
    page = library.person.get("/documents", limit=1)
    assert listed(after=page["next_after"]) == [inside["id"]]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_without_the_service_there_are_no_documents(library: Library, method: str) -> None:
    library.department.switch_off("documents")
    assert library.person.refused(method, "/documents")["type"] == "mode-not-enabled"
