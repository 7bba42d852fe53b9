"""Who may change a document, and making it named otherwise, lie elsewhere, be read again."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from spravka.auth.access import TenantCaller
from spravka.auth.tables import Role
from spravka.documents import queries
from spravka.documents.errors import DocumentOfSomebodyElse
from spravka.documents.filing import hold_folders
from spravka.documents.schemas import DocumentChange
from spravka.documents.tables import File, FileStatus
from spravka.jobs.queries import find_job_for_update
from spravka.jobs.submitting import JobKind, cancel, submit
from spravka.jobs.tables import Job
from spravka.queue.queues import DOCUMENTS, Queues

INDEX_DOCUMENT = JobKind("index_document", DOCUMENTS)


def get_changeable(session: Session, caller: TenantCaller, document_id: int) -> File:
    """The document, if the caller has uploaded it or is an admin; raises :class:`DocumentOfSomebodyElse`."""
    document = queries.get_document(session, caller.tenant_id, document_id)
    if not may_change(caller, document):
        raise DocumentOfSomebodyElse(document_id)
    return document


def may_change(caller: TenantCaller, document: File) -> bool:
    """Whether the caller has uploaded the document or is an admin."""
    return caller.role is Role.ADMIN or document.uploaded_by_id == caller.user_id


def change_document(session: Session, caller: TenantCaller, document_id: int, change: DocumentChange) -> File:
    """Rename, or move to another folder."""
    document = get_changeable(session, caller, document_id)
    if change.name is not None:
        document.name = change.name
    if "folder_id" in change.model_fields_set:
        if change.folder_id is not None:
            hold_folders(session, caller.tenant_id)
            queries.get_folder(session, caller.tenant_id, change.folder_id)
        document.folder_id = change.folder_id
    session.flush()
    return document


def index_again(session: Session, queues: Queues, caller: TenantCaller, document_id: int) -> File:
    """Read the document anew from its first page; what was read before goes when that begins."""
    document = get_changeable(session, caller, document_id)
    stop_indexing(session, document)
    document.is_stale = True
    return ask_to_index(session, queues, document, caller.user_id)


def ask_to_index(session: Session, queues: Queues, document: File, user_id: int | None) -> File:
    """Have the document indexed in the background, from where it is."""
    job = submit(
        session,
        queues,
        INDEX_DOCUMENT,
        tenant_id=document.tenant_id,
        user_id=user_id,
        arguments={"document_id": document.id},
        total_count=document.page_count,
    )
    document.status, document.status_reason, document.job_id = FileStatus.QUEUED, None, job.id
    session.flush()
    return document


def stop_indexing(session: Session, document: File) -> None:
    """Cancel the job that indexes the document, if there is one: nothing of it is stored from now on, nor another one
    submitted until the transaction ends."""
    job = _hold_job(session, document)
    while not _hold_document(session, document):
        session.expire(document)
        job = _hold_job(session, queries.get_document(session, document.tenant_id, document.id))
    if job is not None and not job.status.is_final:
        cancel(session, document.tenant_id, job.id)


def _hold_job(session: Session, document: File) -> Job | None:
    return None if document.job_id is None else find_job_for_update(session, document.job_id)


def _hold_document(session: Session, document: File) -> bool:
    """Lock the document's row, after its job as runs do it; False where another job has been submitted meanwhile."""
    same = select(File.id).where(File.id == document.id, File.deleted_at.is_(None))
    same = same.where(File.job_id.is_not_distinct_from(document.job_id))
    return session.scalar(same.with_for_update()) is not None
