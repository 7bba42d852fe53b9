"""Indexing: pages are there as soon as they are read, and whatever happens to a run, the next one goes on."""

import pytest
from sqlalchemy import select, update

from spravka.documents.changing import INDEX_DOCUMENT
from spravka.documents.indexing.page_keeping import PageKeeper
from spravka.documents.indexing.page_reading import read_document
from spravka.documents.indexing.steps import Indexing
from spravka.documents.tables import DocumentPage, DocumentPassage, File
from spravka.documents.tending import settle_documents
from spravka.jobs.running import JobRun, perform
from spravka.pages.reading import read_told_pages
from tests.callers import API
from tests.database_assistant.department import Json
from tests.documents.library import CONTRACT, MANUAL, Library
from tests.documents.small_pdf import small_pdf

TREES = ("oak", "birch", "pine", "larch", "maple", "ash", "elm", "lime", "alder", "aspen", "willow", "poplar", "beech")


def grove(number: int) -> list[str]:
    """A page unlike its neighbours, as pages of a book are: what repeats would be taken for running titles."""
    others = " and ".join(TREES[(number * 7 + step * 5) % 13] for step in range(2 + number % 5))
    return [
        f"# The {TREES[number % 13]} avenue",
        *[f"Here {others} stand {step} paces apart." for step in range(1 + number % 4)],
        f"The forester planted {number + 3} young {TREES[number % 13]} trees beside pond {number}.",
        f"Then came {others}.",
    ]


BOOK = [grove(number) for number in range(1, 31)]


class PowerCut(BaseException):
    """Ends a run at once, as SIGKILL does: nothing of it can react."""


def die_after(page_count: int, library: Library, document: Json) -> None:
    """A run that reads so many pages, stores them, and is gone."""

    def read_some(run: JobRun) -> None:
        indexing = Indexing(run, document["id"])
        with indexing.chunk() as (_, found):
            content_hash, media_type = found.content_hash, found.content_type
        path = run.resources.documents.path(content_hash)
        keeper = PageKeeper(indexing, [], 0)
        for page, told in read_told_pages(path, media_type, run.resources.reading_limits):
            keeper.add(page, told)
            if page.number == page_count:
                raise PowerCut

    with pytest.raises(PowerCut):
        perform(library.department.resources, {INDEX_DOCUMENT.name: read_some}, document["job_id"])


def passages_of(library: Library, document: Json) -> list[tuple[int, int, object]]:
    with library.department.resources.sessions() as session:
        rows = session.scalars(
            select(DocumentPassage).where(DocumentPassage.file_id == document["id"]).order_by(DocumentPassage.ordinal)
        )
        return [(row.ordinal, row.page, row.content) for row in rows]


def page_numbers_of(library: Library, document: Json) -> list[int]:
    with library.department.resources.sessions() as session:
        query = select(DocumentPage.number).where(DocumentPage.file_id == document["id"]).order_by(DocumentPage.number)
        return list(session.scalars(query))


def test_a_run_that_dies_is_gone_on_with_and_every_passage_is_there_once(library: Library) -> None:
    whole = library.add(BOOK, "whole.pdf")
    cut = library.upload(small_pdf(BOOK) + b"% another", "cut.pdf")
    die_after(17, library, cut)
    assert 8 <= library.get(cut["id"])["ready_page_count"] <= 17
    assert library.indexed(cut)["status"] == "ready"
    assert page_numbers_of(library, cut) == list(range(1, 31))
    assert passages_of(library, cut) == passages_of(library, whole)


def test_the_pages_that_are_ready_are_asked_while_the_rest_is_read(library: Library) -> None:
    document = library.upload(small_pdf(BOOK), "book.pdf")
    die_after(17, library, document)
    answer = library.ask("How many young larch trees did the forester plant beside pond 3?")
    assert answer["state"] == "answered"
    assert answer["quotations"][0]["page"] == 3
    assert {warning["kind"] for warning in answer["warnings"]} >= {"still_reading", "by_words_alone"}
    later = library.ask("What does the warranty cover?")
    assert later["state"] == "not_ready"
    assert later["readiness"]["ready_page_count"] < 30


def test_a_run_lets_others_go_first_after_its_time_and_goes_on_behind_them(library: Library) -> None:
    long, short = library.upload(small_pdf(BOOK), "book.pdf"), library.upload(small_pdf(MANUAL), "crane.pdf")

    def read_impatiently(run: JobRun) -> None:
        read_document(Indexing(run, long["id"], slice_seconds=0.0))

    perform(library.department.resources, {INDEX_DOCUMENT.name: read_impatiently}, long["job_id"])
    job = library.person.get(f"/jobs/{long['job_id']}")
    assert (job["status"], library.get(long["id"])["ready_page_count"]) == ("queued", 8)
    assert library.indexed(short)["status"] == "ready"
    assert library.indexed(long)["status"] == "ready"
    assert page_numbers_of(library, long) == list(range(1, 31))


def test_a_damaged_document_ends_with_its_reason(library: Library) -> None:
    document = library.upload(b"%PDF-1.7\n" + b"nothing that makes a document " * 20)
    failed = library.indexed(document)
    assert failed["status"] == "failed"
    assert failed["status_reason"]["type"] == "document-damaged"
    assert library.person.get(f"/jobs/{document['job_id']}")["status"] == "failed"


def test_a_cancelled_job_leaves_the_document_stopped_and_it_can_be_read_again(library: Library) -> None:
    document = library.upload(small_pdf(CONTRACT))
    library.person.client.delete(f"{API}/jobs/{document['job_id']}")
    settle_documents(library.department.resources)
    stopped = library.get(document["id"])
    assert (stopped["status"], stopped["status_reason"]["type"]) == ("stopped", "indexing-stopped")
    again = library.person.post(f"/documents/{document['id']}/indexing")
    assert again["status"] == "queued" and again["job_id"] != document["job_id"]
    assert library.indexed(again)["status"] == "ready"


def test_of_two_jobs_that_read_the_same_document_only_the_one_it_names_stores_anything(library: Library) -> None:
    document = library.upload(small_pdf(CONTRACT))
    with library.department.resources.sessions.begin() as session:
        session.execute(update(File).where(File.id == document["id"]).values(job_id=None))
    assert library.perform(document["job_id"])["status"] == "cancelled"
    untouched = library.get(document["id"])
    assert (untouched["status"], untouched["ready_page_count"]) == ("queued", 0)


def test_indexing_again_takes_the_place_of_what_was_there(library: Library) -> None:
    document = library.add(CONTRACT)
    before = passages_of(library, document)
    library.indexed(library.person.post(f"/documents/{document['id']}/indexing"))
    assert library.get(document["id"])["status"] == "ready"
    assert passages_of(library, document) == before
    assert library.ask("What does a cubic metre of concrete cost?")["state"] == "answered"
