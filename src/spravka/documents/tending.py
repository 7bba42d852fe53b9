"""Maintenance of documents and of answers from them: what a process that died has left undone."""

from sqlalchemy import or_, select

from spravka.answering.stopping import end_silent
from spravka.documents import queries
from spravka.documents.answering.answers import ANSWERS
from spravka.documents.errors import IndexingBroke, IndexingStopped
from spravka.documents.removing import is_content_used
from spravka.documents.tables import File, FileStatus
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
            document.status = FileStatus.STOPPED if is_stopped else FileStatus.FAILED
            document.status_reason = problem or (IndexingStopped() if is_stopped else IndexingBroke()).to_json()


def remove_unused_documents(resources: Resources) -> None:
    """Delete bytes that no document names: an upload that died before its row was stored has left them."""
    with resources.sessions() as session:
        resources.documents.remove_unused(lambda content_hash: is_content_used(session, content_hash))
