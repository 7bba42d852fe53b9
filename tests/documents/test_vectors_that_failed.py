"""A document whose words are all stored is ready, whatever became of the job that was making its vectors."""

from collections.abc import Sequence
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import update

from spravka.documents.changing import stop_indexing
from spravka.documents.embedding_again import LEFT_ALONE_FOR, TRIED_AGAIN_AFTER, embed_owed_documents
from spravka.documents.jobs import HANDLERS
from spravka.documents.queries import get_document
from spravka.documents.tables import DocumentPassage
from spravka.documents.tending import settle_documents
from spravka.embedding.passage_encoder import PassageEncoder
from spravka.embedding.sentence_encoder import SentenceEncoder
from spravka.jobs.running import MAX_ATTEMPTS, perform
from spravka.jobs.tables import Job
from spravka.resources import Resources
from tests.callers import API
from tests.database_assistant.department import Json
from tests.documents.library import CONTRACT, Choose, Library
from tests.documents.small_pdf import small_pdf
from tests.documents.test_embedding_again import embed_owed, owed_jobs, resources_of, vector_count


def owed_again(library: Library, choose: Choose) -> tuple[Json, Json]:
    """A read document, and the job that is to make its vectors with another encoder."""
    choose(SentenceEncoder())
    document = library.add(CONTRACT)
    choose(PassageEncoder())
    embed_owed_documents(resources_of(library))
    return document, owed_jobs(library)[0]


def let_time_pass(library: Library, time: timedelta) -> None:
    with resources_of(library).sessions.begin() as session:
        own = Job.tenant_id == library.department.tenant_id
        session.execute(update(Job).where(own).values(finished_at=Job.finished_at - time))


def try_too_often(resources: Resources, job_id: int) -> None:
    """As if every worker had died of it."""
    with resources.sessions.begin() as session:
        session.execute(update(Job).where(Job.id == job_id).values(attempt=MAX_ATTEMPTS))
    perform(resources, HANDLERS, job_id)
    settle_documents(resources)


def test_where_every_worker_died_of_its_vectors_it_is_ready_and_they_are_tried_a_day_later(
    library: Library, choose: Choose
) -> None:
    document, job = owed_again(library, choose)
    try_too_often(resources_of(library), job["id"])
    left = library.get(document["id"])
    assert (left["status"], left["status_reason"]["type"]) == ("ready", "worker-died-too-often")
    let_time_pass(library, 2 * TRIED_AGAIN_AFTER)
    assert embed_owed(library) == []
    let_time_pass(library, LEFT_ALONE_FOR)
    assert [job["status"] for job in embed_owed(library)] == ["finished"]
    assert library.get(document["id"])["is_found_by_meaning"]


def test_where_the_making_of_its_vectors_is_cancelled_it_is_ready_and_not_sent_at_once_again(
    library: Library, choose: Choose
) -> None:
    document, job = owed_again(library, choose)
    library.person.client.delete(f"{API}/jobs/{job['id']}")
    settle_documents(resources_of(library))
    left = library.get(document["id"])
    assert (left["status"], left["status_reason"]["type"]) == ("ready", "embedding-stopped")
    let_time_pass(library, 2 * TRIED_AGAIN_AFTER)
    assert embed_owed(library) == []
    assert library.ask("What does a cubic metre of concrete cost?")["state"] == "answered"


class BreakingEncoder(SentenceEncoder):
    """Ends in an error that nobody foresaw."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        raise ZeroDivisionError


def test_where_an_unforeseen_error_ends_the_making_of_its_vectors_it_is_ready(library: Library, choose: Choose) -> None:
    choose(BreakingEncoder())
    document = library.indexed(library.upload(small_pdf(CONTRACT)))
    assert (document["status"], document["status_reason"]["type"]) == ("ready", "embedding-broke")


def test_vectors_that_a_run_put_just_before_it_died_go_with_the_others_of_their_encoder(
    library: Library, choose: Choose
) -> None:
    choose(SentenceEncoder())
    document = library.add(CONTRACT)
    with resources_of(library).sessions.begin() as session:
        own = DocumentPassage.file_id == document["id"]
        session.execute(update(DocumentPassage).where(own).values(is_embedded=False))
    assert vector_count(library, SentenceEncoder.name) > 0
    choose(PassageEncoder())
    assert [job["status"] for job in embed_owed(library)] == ["finished"]
    assert vector_count(library, SentenceEncoder.name) == 0


def test_a_job_that_was_submitted_just_before_a_document_is_deleted_is_cancelled_too(
    library: Library, choose: Choose
) -> None:
    choose(SentenceEncoder())
    document_id = library.add(CONTRACT)["id"]
    with resources_of(library).sessions.begin() as session:
        document = get_document(session, library.department.tenant_id, document_id)
        choose(PassageEncoder())
        embed_owed_documents(resources_of(library))
        stop_indexing(session, document)
    assert [job["status"] for job in owed_jobs(library)] == ["cancelled"]
