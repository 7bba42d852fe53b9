"""Words before vectors: whatever was uploaded together is found by its words before anything is found by meaning."""

from sqlalchemy import select

from spravka.documents.jobs import HANDLERS
from spravka.documents.tables import File
from spravka.jobs.running import perform
from spravka.jobs.tables import Job
from spravka.queue.queues import DOCUMENTS, PASSAGE_VECTORS
from tests.documents.library import MANUAL, Library
from tests.documents.small_pdf import small_pdf
from tests.documents.test_indexing import BOOK


def queue_of(library: Library, job_id: int) -> str:
    with library.department.resources.sessions() as session:
        return session.scalars(select(Job.queue).where(Job.id == job_id)).one()


def embedded(library: Library, document_id: int) -> bool:
    with library.department.resources.sessions() as session:
        return session.get_one(File, document_id).vectors_key is not None


def test_a_book_leaves_its_vectors_for_when_no_document_waits_to_be_read(library: Library) -> None:
    book, waiting = library.upload(small_pdf(BOOK), "book.pdf"), library.upload(small_pdf(MANUAL), "crane.pdf")
    assert queue_of(library, book["job_id"]) == DOCUMENTS
    perform(library.department.resources, HANDLERS, book["job_id"])
    read = library.get(book["id"])
    assert (read["ready_page_count"], read["is_found_by_meaning"]) == (30, False)
    assert queue_of(library, book["job_id"]) == PASSAGE_VECTORS
    assert library.person.get(f"/jobs/{book['job_id']}")["status"] == "queued"
    answer = library.ask("How many young larch trees did the forester plant beside pond 3?")
    assert answer["state"] == "answered"
    assert library.get(waiting["id"])["status"] == "queued"
    assert library.indexed(book)["is_found_by_meaning"] and embedded(library, book["id"])


def test_a_letter_is_finished_by_the_run_that_reads_it(library: Library) -> None:
    letter = library.upload(small_pdf(MANUAL), "crane.pdf")
    library.upload(small_pdf(BOOK), "waiting.pdf")
    perform(library.department.resources, HANDLERS, letter["job_id"])
    assert (library.get(letter["id"])["status"], queue_of(library, letter["job_id"])) == ("ready", DOCUMENTS)
