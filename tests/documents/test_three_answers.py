"""That documents do not say it, that they are not read, that they are not yours: three answers nobody can mistake."""

import io
import zipfile
from typing import Any

import pytest

from tests.database_assistant.department import new_department
from tests.documents.library import CONTRACT, MANUAL, Library
from tests.documents.small_pdf import small_pdf

QUESTION = "Who won the football championship in Brazil?"
DAMAGED = b"%PDF-1.7\n" + b"nothing that makes a document " * 20


def asked_of(library: Library, document: dict[str, Any], question: str = QUESTION) -> dict[str, Any]:
    return library.ask(question, scope={"document_ids": [document["id"]]})


def kinds(answer: dict[str, Any]) -> list[str]:
    return [warning["kind"] for warning in answer["warnings"]]


def test_read_being_read_and_not_yours_are_answered_differently(library: Library) -> None:
    read, waiting = library.add(CONTRACT), library.upload(small_pdf(MANUAL))
    other = new_department(library.department.app, library.person.client)
    theirs = Library(other, other.member).add(CONTRACT)
    assert asked_of(library, read)["state"] == "not_found"
    assert asked_of(library, waiting)["state"] == "not_ready"
    scope = {"question": QUESTION, "scope": {"document_ids": [theirs["id"]]}}
    refused = library.person.refused("POST", "/documents/questions", scope)
    assert (refused["status"], refused["type"]) == (404, "document-not-found")
    library.department.switch_off("documents")
    refused = library.person.refused("POST", "/documents/questions", {"question": QUESTION})
    assert (refused["status"], refused["type"]) == (403, "mode-not-enabled")


def test_a_document_that_could_not_be_read_does_not_say_no(library: Library) -> None:
    failed = library.indexed(library.upload(DAMAGED))
    assert failed["status"] == "failed"
    answer = asked_of(library, failed)
    assert (answer["state"], kinds(answer)) == ("not_ready", ["unfinished"])
    assert (
        answer["text"] == "There is nothing to look into: not a word of these documents is read. Each of them says why."
    )
    assert "не прочитано ни слова" in asked_of(library, failed, "Сколько стоит бетон?")["text"]


def test_beside_documents_that_are_read_it_is_a_warning(library: Library) -> None:
    library.add(CONTRACT)
    library.indexed(library.upload(DAMAGED))
    absent, present = library.ask(QUESTION), library.ask("How much does a cubic metre of concrete cost?")
    assert (absent["state"], kinds(absent)) == ("not_found", ["unfinished"])
    assert (present["state"], kinds(present)) == ("answered", ["unfinished"])


def test_an_empty_folder_is_told_from_documents_that_do_not_say_it(library: Library) -> None:
    library.add(CONTRACT)
    folder = library.person.post("/folders", {"name": "Empty"})
    answer = library.ask(QUESTION, scope={"folder_ids": [folder["id"]]})
    assert (answer["state"], answer["text"]) == ("not_found", "There is no document where it was to be looked for.")


def test_how_much_is_still_unread_counts_documents_of_unknown_length(library: Library) -> None:
    library.add(CONTRACT)
    library.upload_many([("a.pdf", small_pdf(MANUAL)), ("b.txt", b"Text of some length.")])
    answer = library.ask("How much does a cubic metre of concrete cost?")
    [warning] = answer["warnings"]
    assert (warning["kind"], warning["ready"], warning["total"], warning["count"]) == ("still_reading", 2, "2+", 2)


def zipped(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return packed.getvalue()


WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("empty.pdf", b"", "nothing-to-read"),
        ("blank.txt", b" \r\n\t ", "nothing-to-read"),
        ("archive.zip", zipped(a=b"a"), "unknown-format"),
        ("cut.docx", zipped(word__document=WORD)[:60], "document-damaged"),
        (
            "locked.docx",
            bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
            "document-protected",
        ),
        ("program.pdf", b"MZ" + bytes(range(256)), "unknown-format"),
    ],
    ids=["empty", "blank", "archive", "cut short", "locked", "program"],  # an archive holds the time it was made
)
def test_a_file_that_cannot_be_read_is_refused_at_once_with_its_reason(
    library: Library, name: str, content: bytes, problem: str
) -> None:
    received = library.upload_many([(name, content), ("good.txt", b"Good.")])
    assert received[0]["problem"]["type"] == problem
    assert received[0]["document"] is None and received[1]["is_new"]
