"""Deleting documents: gone at once for everybody, and then, step by step, everything that was kept of them.

The job that takes things away names what it needs itself, so that it can begin again after any step.
"""

from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from spravka.auth.access import TenantCaller
from spravka.documents import queries
from spravka.documents.changing import get_changeable, may_change, stop_indexing
from spravka.documents.errors import FolderHoldsOthersDocuments
from spravka.documents.filing import hold_folders
from spravka.documents.pictures import open_pictures
from spravka.documents.tables import DocumentPage, DocumentPassage, File
from spravka.documents.uploading import hold_content
from spravka.documents.vectors import collection_name
from spravka.jobs.queries import current_time
from spravka.jobs.running import JobRun
from spravka.jobs.submitting import JobKind, submit
from spravka.queue.queues import MAINTENANCE, Queues
from spravka.resources import Resources

DELETE_DOCUMENT = JobKind("delete_document", MAINTENANCE)
PASSAGES_AT_ONCE = 2_000


def delete_document(session: Session, queues: Queues, caller: TenantCaller, document_id: int) -> None:
    """Hide the document and have everything of it deleted; raises :class:`DocumentOfSomebodyElse`."""
    document = get_changeable(session, caller, document_id)
    stop_indexing(session, document)
    document.deleted_at = current_time(session)
    arguments: dict[str, Any] = {"document_id": document.id, "content_hash": document.content_hash}
    submit(session, queues, DELETE_DOCUMENT, tenant_id=caller.tenant_id, user_id=caller.user_id, arguments=arguments)


def delete_folder_with_contents(session: Session, queues: Queues, caller: TenantCaller, folder_id: int) -> None:
    """Delete a folder with all folders and documents inside it, or nothing.

    Raises :class:`FolderHoldsOthersDocuments` where the caller may not delete some of them.
    """
    hold_folders(session, caller.tenant_id)
    folder = queries.get_folder(session, caller.tenant_id, folder_id)
    inside = queries.list_folder_ids_below(session, caller.tenant_id, [folder_id])
    documents = queries.list_documents_in(session, caller.tenant_id, inside)
    others = [document.id for document in documents if not may_change(caller, document)]
    if others:
        raise FolderHoldsOthersDocuments(folder_id, others)
    for document in documents:
        delete_document(session, queues, caller, document.id)
    session.flush()
    session.delete(folder)  # the folders inside go with it


def take_away(run: JobRun) -> None:
    """Vectors, passages, pages, the row, and the bytes, unless another document has the same."""
    document_id, content_hash = run.arguments["document_id"], run.arguments["content_hash"]
    clear_contents(run, document_id)
    with run.chunk() as chunk:
        chunk.session.execute(delete(File).where(File.tenant_id == run.tenant_id, File.id == document_id))
    forget_content(run.resources, content_hash)


def clear_contents(run: JobRun, document_id: int) -> None:
    """Take away what was read of the document; its row stays."""
    while _clear_passages(run, document_id):
        pass
    with run.chunk() as chunk:
        document = _find(chunk.session, run.tenant_id, document_id)
        chunk.session.execute(delete(DocumentPage).where(DocumentPage.file_id == document_id))
        key = None if document is None else document.vectors_key
        if document is not None:
            document.vectors_key = document.encoder = document.page_count = None
            document.ready_page_count = document.unrecognised_page_count = document.passage_count = 0
    if key is not None:
        run.resources.arrays.remove(key)


def forget_content(resources: Resources, content_hash: str) -> None:
    """Delete the bytes that no document of any tenant names any more, and the pictures of their pages."""
    with resources.sessions.begin() as session:
        hold_content(session, content_hash)
        if not is_content_used(session, content_hash):
            resources.documents.remove(content_hash)
            open_pictures(resources).remove(content_hash)


def is_content_used(session: Session, content_hash: str) -> bool:
    """Whether a document of any tenant has these bytes."""
    return session.scalar(select(File.id).where(File.content_hash == content_hash).limit(1)) is not None


def _clear_passages(run: JobRun, document_id: int) -> bool:
    """Some passages with their vectors; False where there are none left."""
    some = select(DocumentPassage.id).where(DocumentPassage.file_id == document_id).limit(PASSAGES_AT_ONCE)
    with run.chunk() as chunk:
        document = _find(chunk.session, run.tenant_id, document_id)
        ids = chunk.session.scalars(some).all() if document is not None else []
        if document is None or not ids:
            return False
        if document.encoder is not None:
            run.resources.vectors.remove(collection_name(run.tenant_id, document.encoder), ids)
        chunk.session.execute(delete(DocumentPassage).where(DocumentPassage.id.in_(ids)))
        return True


def _find(session: Session, tenant_id: int, document_id: int) -> File | None:
    """The document, deleted or not."""
    return session.scalar(select(File).where(File.tenant_id == tenant_id, File.id == document_id))
