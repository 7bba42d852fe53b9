"""Maintenance of documents and of answers from them: what a process that died has left undone."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from spravka.answering.stopping import end_silent
from spravka.documents import queries
from spravka.documents.answering.answers import ANSWERS
from spravka.documents.errors import IndexingBroke, IndexingStopped
from spravka.documents.indexing.indexing import settle
from spravka.documents.removing import is_content_used
from spravka.documents.tables import File, FileStatus
from spravka.documents.uploading import hold_content
from spravka.jobs.tables import Job, JobStatus
from spravka.resources import Resources

ENDED = [status for status in JobStatus if status.is_final]


def end_silent_document_answers(resources: Resources) -> None:
    """Answers whose process died say so, instead of running for ever."""
    end_silent(resources, ANSWERS)


def settle_documents(resources: Resources) -> None:
    """Documents whose job ended without telling them how (cancelled in the queue, tried too often) tell it now."""
    with resources.sessions.begin() as session:
        left = select(File, Job).outerjoin(Job, Job.id == File.job_id)
        left = left.where(File.deleted_at.is_(None), File.status.in_(queries.UNSETTLED))
        left = left.where(or_(Job.id.is_(None), Job.status.in_(ENDED)))
        for document, job in session.execute(left.with_for_update(skip_locked=True, of=File)).all():
            is_stopped = job is not None and job.status is JobStatus.CANCELLED
            problem = None if job is None else job.problem
            if is_stopped:
                settle(document, FileStatus.STOPPED, IndexingStopped())
            else:
                settle(document, FileStatus.FAILED, IndexingBroke())
            document.status_reason = problem or document.status_reason


def remove_unused_documents(resources: Resources) -> None:
    """Delete bytes that no document names: an upload that died before its row was stored has left them."""
    with resources.sessions() as session:
        resources.documents.remove_unused(lambda content_hash: _is_needed(session, content_hash))


def _is_needed(session: Session, content_hash: str) -> bool:
    """Looked at twice where nobody names it: whoever is just storing the same bytes comes to the end of that first."""
    if is_content_used(session, content_hash):
        return True
    hold_content(session, content_hash)
    return is_content_used(session, content_hash)
