"""Uploads at their limits: too large, too many, no room on the disk; what is refused leaves nothing behind."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from spravka.documents.settings import DocumentsSettings
from tests.callers import API
from tests.documents.library import CONTRACT, MANUAL, Library
from tests.documents.small_pdf import small_pdf

MEGABYTE = 1 << 20
LIMITS = DocumentsSettings(file_megabytes=1, upload_megabytes=3, upload_files=3)


@pytest.fixture
def narrow(library: Library) -> Iterator[Library]:
    """A library whose server takes a megabyte a file and three files a request."""
    state = library.department.app.state
    before = state.settings
    state.settings = before.model_copy(update={"documents": LIMITS})
    yield library
    state.settings = before


def bytes_left(library: Library) -> list[Path]:
    """Whatever lies among the documents and belongs to no document."""
    root = library.department.resources.documents.root
    return list(root.glob(".incoming-*"))


def large(size: int = MEGABYTE) -> bytes:
    return small_pdf(MANUAL) + b"%" * size


def test_a_file_that_is_too_large_is_refused_and_the_others_are_taken(narrow: Library) -> None:
    received = narrow.upload_many([("large.pdf", large()), ("contract.pdf", small_pdf(CONTRACT))])
    assert [one["is_new"] for one in received] == [False, True]
    assert received[0]["problem"]["type"] == "file-too-large" and "1 MB" in received[0]["problem"]["detail"]
    assert bytes_left(narrow) == []


def test_the_limit_of_a_file_is_told_before_one_is_sent(narrow: Library) -> None:
    assert narrow.person.get("/document-abilities")["file_limit_bytes"] == MEGABYTE


def test_where_none_is_taken_the_problem_is_the_answer(narrow: Library) -> None:
    answer = narrow.person.client.post(f"{API}/documents", files={"files": ("large.pdf", large())})
    assert (answer.status_code, answer.headers["content-type"]) == (413, "application/problem+json")
    assert answer.json()["type"].endswith("#file-too-large")
    assert narrow.person.get("/documents")["entries"] == []


def test_too_many_files_are_refused_together(narrow: Library) -> None:
    files = [("files", (f"{number}.txt", f"Text {number}".encode())) for number in range(4)]
    answer = narrow.person.client.post(f"{API}/documents", files=files)
    assert (answer.status_code, answer.json()["type"].rpartition("#")[2]) == (413, "too-many-files")
    assert answer.json()["limit"] == 3
    assert narrow.person.get("/documents")["entries"] == []


FORMS: list[dict[str, Any]] = [{"data": {"files": "text"}}, {"files": {"file": ("a.txt", b"a")}}, {"json": {}}]


@pytest.mark.parametrize("form", FORMS, ids=["text in the field", "another field", "no form"])
def test_a_form_without_files_is_told_so(library: Library, form: dict[str, Any]) -> None:
    answer = library.person.client.post(f"{API}/documents", **form)
    assert (answer.status_code, answer.json()["faults"][0]["at"]) == (422, "body/files")


def test_files_of_a_stranger_are_not_received(library: Library) -> None:
    answer = library.person.client.post(
        f"{API}/documents", files={"files": ("a.txt", b"a")}, headers={"Authorization": "Bearer nobody"}
    )
    assert answer.status_code == 401


def test_documents_have_a_limit_of_their_own_above_that_of_other_requests(library: Library) -> None:
    settings = library.department.app.state.settings
    assert settings.documents.upload_megabytes > settings.web.upload_limit_megabytes
    size = (settings.web.upload_limit_megabytes + 1) * MEGABYTE
    assert library.upload(large(size), "large scan.pdf")["size_bytes"] > size


def test_a_full_disk_is_told_and_nothing_of_the_file_stays(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(_descriptor: int, _content: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(os, "write", no_room)
        answer = library.person.client.post(f"{API}/documents", files={"files": ("a.pdf", small_pdf(CONTRACT))})
    assert (answer.status_code, answer.json()["type"].rpartition("#")[2]) == (507, "disk-full")
    assert bytes_left(library) == []
    assert library.person.get("/documents")["entries"] == []


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("Договор № 17 «итог».txt", "Договор № 17 «итог».txt"),
        ('Письмо "срочно".txt', 'Письмо "срочно".txt'),
        ("C:\\Users\\me\\план.txt", "план.txt"),
        ("../../etc/passwd", "passwd"),
        ("д" * 400 + ".txt", "д" * 251 + ".txt"),
        ("a\u202etxt.exe", "atxt.exe"),
    ],
)
def test_a_name_is_shown_as_it_was_sent_without_folders(library: Library, sent: str, shown: str) -> None:
    assert library.upload(f"Text of {sent}".encode(), sent)["name"] == shown
