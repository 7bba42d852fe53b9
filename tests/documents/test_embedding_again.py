"""Vectors that are owed are made without reading again: after another encoder was chosen, or came back."""

from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray
from sqlalchemy import func, select, update

from spravka.documents.embedding_again import EMBED_DOCUMENT, embed_owed_documents, forget_other_bundles
from spravka.documents.jobs import HANDLERS
from spravka.documents.tables import DocumentPassage
from spravka.documents.vectors import collection_name
from spravka.embedding.encoder import AskedEncoder
from spravka.embedding.errors import ProcessorTooOld
from spravka.embedding.no_encoder import NoEncoder
from spravka.embedding.passage_encoder import PassageEncoder
from spravka.embedding.sentence_encoder import SentenceEncoder
from spravka.jobs.running import perform
from spravka.jobs.tables import Job
from spravka.passages.passage import Passage, PassageKind, Place
from spravka.passages.shelf import is_worth_a_vector
from spravka.resources import Resources
from tests.callers import API
from tests.database_assistant.department import Json
from tests.documents.library import CONTRACT, MANUAL, Choose, Library
from tests.documents.small_pdf import small_pdf
from tests.documents.test_indexing import BOOK
from tests.embedding.embedding_server import EmbeddingServer, embedding_server, failed

PRICE = "How much does a cubic metre of concrete cost?"


class PowerCut(BaseException):
    """Ends a run at once, as SIGKILL does: nothing of it can react."""


class DyingEncoder(SentenceEncoder):
    """Encodes so many batches, and is gone with its process."""

    def __init__(self, batch_count: int) -> None:
        self._left = batch_count

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self._left -= 1
        if self._left < 0:
            raise PowerCut
        return super().encode(texts)

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return super().encode(texts)


class OldMachine(PassageEncoder):
    """As on a processor without AVX2."""

    def _encode(self, texts: Sequence[str], *, is_query: bool) -> NDArray[np.float32]:
        raise ProcessorTooOld


@pytest.fixture
def server() -> Iterator[EmbeddingServer]:
    with embedding_server() as running:
        yield running


def resources_of(library: Library) -> Resources:
    return library.department.resources


def owed_jobs(library: Library) -> list[Json]:
    """The department's jobs that make vectors anew, the newest first."""
    return [job for job in library.person.get("/jobs")["entries"] if job["kind"] == EMBED_DOCUMENT.name]


def embed_owed(library: Library) -> list[Json]:
    """What maintenance and the worker do; the jobs when they have ended."""
    embed_owed_documents(resources_of(library))
    return [library.perform(job["id"]) for job in owed_jobs(library) if job["status"] == "queued"]


def vector_count(library: Library, encoder: str) -> int:
    return resources_of(library).vectors.count(collection_name(library.department.tenant_id, encoder))


def kinds(answer: Json) -> list[str]:
    return [warning["kind"] for warning in answer["warnings"]]


def be_patient(library: Library) -> None:
    """As if the last tries were long ago."""
    with resources_of(library).sessions.begin() as session:
        own = Job.tenant_id == library.department.tenant_id
        session.execute(update(Job).where(own).values(finished_at=Job.finished_at - func.make_interval(0, 0, 0, 1)))


def passage_ids(library: Library) -> list[int]:
    """What is read again has others."""
    with resources_of(library).sessions() as session:
        own = DocumentPassage.tenant_id == library.department.tenant_id
        return list(session.scalars(select(DocumentPassage.id).where(own).order_by(DocumentPassage.id)))


def test_another_encoder_gets_every_document_anew_without_reading_it(library: Library, choose: Choose) -> None:
    choose(SentenceEncoder())
    documents = [library.add(CONTRACT), library.add(MANUAL, "crane.pdf")]
    read = passage_ids(library)
    choose(PassageEncoder())
    forget_other_bundles(resources_of(library))
    assert not any(library.get(document["id"])["is_found_by_meaning"] for document in documents)
    meanwhile = library.ask("How many roubles does one cubic metre of concrete cost?")
    assert (meanwhile["state"], kinds(meanwhile)) == ("answered", ["by_words_alone"])
    assert [job["status"] for job in embed_owed(library)] == ["finished", "finished"]
    again = [library.get(document["id"]) for document in documents]
    assert [(one["status"], one["is_found_by_meaning"]) for one in again] == [("ready", True)] * 2
    assert vector_count(library, SentenceEncoder.name) == 0
    assert vector_count(library, PassageEncoder.name) == sum(one["passage_count"] for one in again)
    assert kinds(library.ask(PRICE)) == []
    assert embed_owed(library) == []
    assert passage_ids(library) == read


def test_vectors_that_the_store_has_lost_are_made_anew_when_they_are_needed(library: Library, choose: Choose) -> None:
    choose(SentenceEncoder())
    document = library.add(CONTRACT)
    count = vector_count(library, SentenceEncoder.name)
    resources_of(library).vectors.drop(collection_name(library.department.tenant_id, SentenceEncoder.name))
    choose(NoEncoder())
    forget_other_bundles(resources_of(library))
    choose(SentenceEncoder())
    be_patient(library)
    assert [job["status"] for job in embed_owed(library)] == ["finished"]
    assert vector_count(library, SentenceEncoder.name) == count > 0
    assert library.get(document["id"])["is_found_by_meaning"]


def test_a_run_killed_at_any_batch_is_gone_on_with(library: Library, choose: Choose) -> None:
    choose(PassageEncoder())
    resources_of(library).queues.redis.flushdb()
    document = library.add(BOOK[:20], "book.pdf")
    count = document["passage_count"]
    assert count > 16
    for batch_count in (0, 1):
        choose(DyingEncoder(batch_count))
        embed_owed_documents(resources_of(library))
        resources_of(library).queues.redis.flushdb()
        with pytest.raises(PowerCut):
            perform(resources_of(library), HANDLERS, owed_jobs(library)[0]["id"])
    assert vector_count(library, SentenceEncoder.name) == 16
    choose(SentenceEncoder())
    [job] = owed_jobs(library)
    finished = library.perform(job["id"])
    assert (finished["status"], finished["ready_count"], finished["total_count"]) == ("finished", count, count)
    assert vector_count(library, SentenceEncoder.name) == count
    assert vector_count(library, PassageEncoder.name) == 0
    assert library.get(document["id"])["is_found_by_meaning"]


@pytest.mark.parametrize("encoder", [OldMachine(), NoEncoder()], ids=["old", "none"])
def test_an_encoder_that_cannot_run_here_leaves_documents_ready_and_makes_no_jobs(
    library: Library, choose: Choose, encoder: AskedEncoder
) -> None:
    choose(encoder)
    document = library.indexed(library.upload(small_pdf(CONTRACT)))
    assert (document["status"], document["is_found_by_meaning"]) == ("ready", False)
    assert document["status_reason"]["type"] in ("processor-too-old", "vectors-switched-off")
    be_patient(library)
    assert embed_owed(library) == []
    answer = library.ask("How many roubles does one cubic metre of concrete cost?")
    assert (answer["state"], kinds(answer)) == ("answered", ["by_words_alone"])


def test_while_the_embedding_server_is_down_documents_are_read_and_get_their_vectors_when_it_is_back(
    library: Library, choose: Choose, server: EmbeddingServer
) -> None:
    choose(server.encoder())
    server.script(failed(503))
    document = library.indexed(library.upload(small_pdf(CONTRACT)))
    assert library.person.get(f"/jobs/{document['job_id']}")["status"] == "finished"
    assert (document["status"], document["status_reason"]["type"]) == ("ready", "embedding-server-unreachable")
    be_patient(library)
    assert embed_owed(library) == []
    choose(server.encoder())
    with embedding_server() as back:
        choose(back.encoder())
        assert [job["status"] for job in embed_owed(library)] == ["finished"]
        assert library.get(document["id"])["status_reason"] is None
        answer = library.ask(PRICE)
    assert (answer["state"], kinds(answer)) == ("answered", [])
    assert "6500 roubles" in answer["quotations"][0]["text"]


def test_where_searching_by_meaning_is_switched_off_answers_do_not_promise_it(library: Library, choose: Choose) -> None:
    choose(NoEncoder())
    library.add(CONTRACT)
    [warning] = library.ask("How many roubles does one cubic metre of concrete cost?")["warnings"]
    assert (warning["kind"], warning["problem"]) == ("by_words_alone", "vectors-switched-off")
    assert warning["text"] == "Searched by words alone: searching by meaning is switched off here."


def test_a_document_that_an_encoder_has_failed_is_left_alone_for_a_while(
    library: Library, choose: Choose, server: EmbeddingServer
) -> None:
    choose(server.encoder())
    server.script(failed(503))
    document = library.indexed(library.upload(small_pdf(CONTRACT)))
    with embedding_server() as back:
        choose(back.encoder())
        assert embed_owed(library) == []
        be_patient(library)
        assert len(embed_owed(library)) == 1
    assert library.get(document["id"])["is_found_by_meaning"]


def test_a_question_is_answered_by_words_when_the_embedding_server_is_down(
    library: Library, choose: Choose, server: EmbeddingServer
) -> None:
    choose(server.encoder())
    library.add(CONTRACT)
    server.script(failed(500))
    choose(server.encoder())
    answer = library.ask("How many roubles does one cubic metre of concrete cost?")
    assert answer["state"] == "answered" and "6500 roubles" in answer["quotations"][0]["text"]
    [warning] = answer["warnings"]
    assert (warning["kind"], warning["problem"]) == ("by_words_alone", "embedding-server-unreachable")


def test_a_deleted_document_is_not_embedded_again(library: Library, choose: Choose) -> None:
    choose(SentenceEncoder())
    document = library.add(CONTRACT)
    choose(PassageEncoder())
    embed_owed_documents(resources_of(library))
    [job] = owed_jobs(library)
    library.person.client.delete(f"{API}/documents/{document['id']}")
    assert library.perform(job["id"])["status"] == "cancelled"
    assert embed_owed(library) == []


@pytest.mark.parametrize(
    ("words", "kind", "is_worth"),
    [
        (("Масса", "8", "т"), PassageKind.TABLE, True),
        (("4.2", "17", "—"), PassageKind.TABLE, False),
        (("2.1", "Поставка", "14"), PassageKind.CONTENTS, False),
    ],
)
def test_lines_of_contents_and_bare_numbers_need_no_vector(
    words: tuple[str, ...], kind: PassageKind, is_worth: bool
) -> None:
    assert is_worth_a_vector(Passage(words, (Place(1, 0, len(words)),), kind=kind)) is is_worth
