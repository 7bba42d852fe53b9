"""Folders hold documents and folders; who has uploaded a document, or an admin, changes it."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from spravka.documents import filing
from spravka.documents.schemas import FolderChange, NewFolder
from tests.callers import API
from tests.database_assistant.department import Department
from tests.documents.library import CONTRACT, Library
from tests.documents.small_pdf import small_pdf


def test_folders_make_a_tree_that_can_be_rearranged(library: Library) -> None:
    person = library.person
    contracts = person.post("/folders", {"name": "Contracts"})
    supply = person.post("/folders", {"name": "Supply", "parent_id": contracts["id"]})
    archive = person.post("/folders", {"name": "Archive"})
    assert [one["name"] for one in person.get("/folders", parent_id=contracts["id"])["entries"]] == ["Supply"]
    moved = person.patch(f"/folders/{supply['id']}", {"parent_id": archive["id"], "name": "Old"})
    assert (moved["parent_id"], moved["name"]) == (archive["id"], "Old")
    assert person.patch(f"/folders/{supply['id']}", {"parent_id": None})["parent_id"] is None
    assert person.patch(f"/folders/{supply['id']}", {"name": "Older"})["parent_id"] is None


def test_a_folder_is_not_put_into_itself_nor_beside_one_of_its_name(library: Library) -> None:
    person = library.person
    outer = person.post("/folders", {"name": "Outer"})
    inner = person.post("/folders", {"name": "Inner", "parent_id": outer["id"]})
    refused = person.refused("PATCH", f"/folders/{outer['id']}", {"parent_id": inner["id"]})
    assert refused["type"] == "folder-inside-itself"
    assert person.refused("POST", "/folders", {"name": "Outer"})["type"] == "folder-exists"
    assert person.post("/folders", {"name": "Outer", "parent_id": outer["id"]})["parent_id"] == outer["id"]


def test_of_two_equal_folders_made_at_the_same_time_the_second_is_told_of_the_first(library: Library) -> None:
    resources, tenant_id = library.department.resources, library.department.tenant_id
    with ThreadPoolExecutor() as threads:
        with resources.sessions.begin() as session:
            filing.make_folder(session, tenant_id, NewFolder(name="Contracts"))
            second = threads.submit(library.person.refused, "POST", "/folders", {"name": "Contracts"})
            with pytest.raises(TimeoutError):
                second.result(timeout=0.3)
        assert second.result()["type"] == "folder-exists"


def test_two_moves_at_the_same_time_do_not_put_folders_into_each_other(library: Library) -> None:
    resources, tenant_id, person = library.department.resources, library.department.tenant_id, library.person
    one, other = (person.post("/folders", {"name": name})["id"] for name in ("One", "Other"))
    with ThreadPoolExecutor() as threads:
        with resources.sessions.begin() as session:
            filing.change_folder(session, tenant_id, one, FolderChange(parent_id=other))
            second = threads.submit(person.refused, "PATCH", f"/folders/{other}", {"parent_id": one})
            with pytest.raises(TimeoutError):
                second.result(timeout=0.3)
        assert second.result()["type"] == "folder-inside-itself"


def test_a_document_does_not_come_into_a_folder_that_is_being_deleted(library: Library) -> None:
    resources, tenant_id, person = library.department.resources, library.department.tenant_id, library.person
    folder_id, document = person.post("/folders", {"name": "Contracts"})["id"], library.upload(b"one", "one.txt")
    with ThreadPoolExecutor() as threads:
        with resources.sessions.begin() as session:
            filing.delete_folder(session, tenant_id, folder_id)
            session.flush()
            moved = threads.submit(person.refused, "PATCH", f"/documents/{document['id']}", {"folder_id": folder_id})
            sent = threads.submit(
                person.client.post,
                f"{API}/documents",
                files={"files": ("two.txt", b"two")},
                params={"folder_id": folder_id},
            )
            with pytest.raises(TimeoutError):
                moved.result(timeout=0.3)
        assert [moved.result()["type"], sent.result().json()["type"].rpartition("#")[2]] == [
            "folder-not-found",
            "folder-not-found",
        ]


def test_a_folder_is_deleted_when_it_is_empty(library: Library) -> None:
    person = library.person
    folder = person.post("/folders", {"name": "Contracts"})
    document = library.upload(small_pdf(CONTRACT), folder_id=folder["id"])
    assert person.refused("DELETE", f"/folders/{folder['id']}")["type"] == "folder-not-empty"
    assert person.patch(f"/documents/{document['id']}", {"folder_id": None})["folder_id"] is None
    person.delete(f"/folders/{folder['id']}")
    assert person.get("/folders")["entries"] == []


def test_a_document_is_changed_by_whoever_has_uploaded_it_and_by_admins(department: Department) -> None:
    document = Library(department, department.member).upload(small_pdf(CONTRACT))
    path = f"/documents/{document['id']}"
    for somebody_else in (department.expert, department.machine):
        for method, at, body in (
            ("PATCH", path, {"name": "x"}),
            ("DELETE", path, None),
            ("POST", f"{path}/indexing", None),
        ):
            assert somebody_else.refused(method, at, body)["type"] == "document-of-somebody-else"
        assert somebody_else.get(path)["name"] == "contract.pdf"
    assert department.member.patch(path, {"name": "Договор 17.pdf"})["name"] == "Договор 17.pdf"
    assert department.admin.patch(path, {"name": "Договор.pdf"})["name"] == "Договор.pdf"
    department.admin.delete(path)
    assert department.member.refused("GET", path)["type"] == "document-not-found"


def test_a_folder_tells_how_much_lies_in_it_and_what_lies_in_none_is_listed(library: Library) -> None:
    person = library.person
    outer = person.post("/folders", {"name": "Contracts"})
    person.post("/folders", {"name": "Supply", "parent_id": outer["id"]})
    for text, folder_id in (("one", outer["id"]), ("two", outer["id"]), ("three", None)):
        library.upload(text.encode(), f"{text}.txt", **({"folder_id": folder_id} if folder_id else {}))
    counts = {one["name"]: (one["document_count"], one["folder_count"]) for one in person.get("/folders")["entries"]}
    assert counts == {"Contracts": (2, 1), "Supply": (0, 0)}
    assert [one["name"] for one in person.get("/documents", is_unfiled=True)["entries"]] == ["three.txt"]
    assert person.patch(f"/folders/{outer['id']}", {"name": "All"})["document_count"] == 2


def test_a_folder_is_deleted_with_everything_in_it_when_that_is_asked_for(library: Library) -> None:
    person = library.person
    outer = person.post("/folders", {"name": "Contracts"})
    inner = person.post("/folders", {"name": "Supply", "parent_id": outer["id"]})
    kept = library.upload(b"kept", "kept.txt")
    for text, folder in (("one", outer), ("two", inner)):
        library.upload(text.encode(), f"{text}.txt", folder_id=folder["id"])
    person.delete(f"/folders/{outer['id']}?with_contents=true")
    assert person.get("/folders")["entries"] == []
    assert [one["id"] for one in person.get("/documents")["entries"]] == [kept["id"]]
    jobs = [job for job in person.get("/jobs")["entries"] if job["kind"] == "delete_document"]
    assert [library.perform(job["id"])["status"] for job in jobs] == ["finished", "finished"]


def test_a_folder_with_documents_of_others_is_deleted_by_an_admin_alone(department: Department) -> None:
    ours, theirs = Library(department, department.member), Library(department, department.expert)
    folder = department.member.post("/folders", {"name": "Contracts"})
    ours.upload(b"ours", "ours.txt", folder_id=folder["id"])
    other = theirs.upload(b"theirs", "theirs.txt", folder_id=folder["id"])
    path = f"/folders/{folder['id']}?with_contents=true"
    refused = department.member.refused("DELETE", path)
    assert (refused["type"], refused["document_ids"]) == ("folder-holds-others-documents", [other["id"]])
    assert len(department.member.get("/documents", folder_id=folder["id"])["entries"]) == 2
    department.admin.delete(path)
    assert department.member.get("/documents")["entries"] == []
