"""Indexing a document from where it is to its end; how it ended stands on the document."""

from spravka.documents import queries
from spravka.documents.errors import EmbeddingBroke, EmbeddingStopped, IndexingBroke, IndexingStopped
from spravka.documents.indexing.embedding import embed_document
from spravka.documents.indexing.page_reading import read_document
from spravka.documents.indexing.steps import Indexing
from spravka.documents.removing import clear_contents
from spravka.documents.tables import File, FileStatus
from spravka.embedding.errors import EncoderUnavailable
from spravka.errors import Problem, Unavailable
from spravka.jobs.errors import JobCancelled, JobPutBack, JobSuperseded
from spravka.jobs.running import JobRun
from spravka.vectors.store import VectorStoreDown

WITHOUT_VECTORS = (EncoderUnavailable, VectorStoreDown)
"""What leaves a document without vectors for now: found by its words it is ready all the same, and it is embedded when
that can be done (:mod:`spravka.documents.embedding_again`)."""


def index_document(run: JobRun) -> None:
    """The whole of it. A rerun goes on after the last page, and the last vector, that was stored."""
    document_id = run.arguments["document_id"]
    try:
        _index(Indexing(run, document_id))
    except (JobSuperseded, JobPutBack, Unavailable):
        raise
    except JobCancelled:
        note_end(run, document_id, FileStatus.STOPPED, IndexingStopped())
        raise
    except Problem as problem:
        note_end(run, document_id, FileStatus.FAILED, problem)
        raise
    except Exception:
        note_end(run, document_id, FileStatus.FAILED, IndexingBroke())
        raise


def _index(indexing: Indexing) -> None:
    if indexing.read().is_stale:
        clear_contents(indexing.run, indexing.document_id)
        with indexing.chunk() as (_, document):
            document.is_stale = False
    read_document(indexing)
    indexing.leave_vectors_for_later()
    try:
        embed_document(indexing)
    except WITHOUT_VECTORS as problem:
        note_end(indexing.run, indexing.document_id, FileStatus.READY, problem)


def note_end(run: JobRun, document_id: int, status: FileStatus, reason: Problem) -> None:
    """Tell on the document how its indexing ended, unless another job has begun meanwhile."""
    with run.resources.sessions.begin() as session:
        document = queries.find_document_for_update(session, run.tenant_id, document_id)
        if document is not None and document.job_id == run.job_id:
            settle(document, status, reason)


def settle(document: File, status: FileStatus, reason: Problem) -> None:
    """The document's last word on its indexing. Where all of its words are stored it is ready whatever became of its
    vectors."""
    if document.status is FileStatus.EMBEDDING:
        status, reason = FileStatus.READY, _about_vectors(reason)
    document.status, document.status_reason = status, reason.to_json()


def _about_vectors(reason: Problem) -> Problem:
    """What stopped or broke was not the reading any more."""
    match reason:
        case IndexingStopped():
            return EmbeddingStopped()
        case IndexingBroke():
            return EmbeddingBroke()
    return reason
