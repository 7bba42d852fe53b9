"""Receiving documents: whole on the disk, of a kind that can be read, once in a tenant whatever they are called."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from spravka.auth.access import TenantCaller
from spravka.database.holding import hold
from spravka.documents import queries
from spravka.documents.changing import ask_to_index
from spravka.documents.filing import hold_folders
from spravka.documents.schemas import DocumentOut, ReceivedOut
from spravka.documents.tables import File, FileStatus
from spravka.errors import Problem
from spravka.files.store import Incoming
from spravka.pages.kinds import media_type_of
from spravka.resources import Resources


@dataclass(frozen=True)
class Upload:
    """A file on its way in; ``folder_id`` is where it is to lie."""

    name: str
    chunks: Iterable[bytes]
    folder_id: int | None = None


def receive_documents(
    resources: Resources, caller: TenantCaller, uploads: Sequence[Upload], limit_bytes: int
) -> list[ReceivedOut]:
    """What became of each file. Where none is taken, raises the problem of the first."""
    with resources.sessions() as session:
        for folder_id in {upload.folder_id for upload in uploads if upload.folder_id is not None}:
            queries.get_folder(session, caller.tenant_id, folder_id)
    refused: list[Problem] = []
    received = [_receive_or_refuse(resources, caller, upload, limit_bytes, refused) for upload in uploads]
    if len(refused) == len(uploads):
        raise refused[0]
    return received


def _receive_or_refuse(
    resources: Resources, caller: TenantCaller, upload: Upload, limit_bytes: int, refused: list[Problem]
) -> ReceivedOut:
    try:
        return receive_document(resources, caller, upload, limit_bytes)
    except Problem as problem:
        refused.append(problem)
        return ReceivedOut(name=upload.name, document=None, is_new=False, problem=problem.to_json())


def receive_document(resources: Resources, caller: TenantCaller, upload: Upload, limit_bytes: int) -> ReceivedOut:
    """Store a file and have it indexed; the tenant's document with the same content, where there is one.

    Raises :class:`FileTooLarge`, :class:`UnknownFormat`, :class:`FolderNotFound`.
    """
    with resources.documents.receive(upload.chunks, limit_bytes) as incoming:
        media_type = media_type_of(incoming.path, upload.name)
        with resources.sessions.begin() as session:
            hold_content(session, incoming.content_hash)
            known = queries.find_document_with_content(session, caller.tenant_id, incoming.content_hash)
            document = known or _store(session, resources, caller, upload, incoming, media_type)
            return ReceivedOut(name=upload.name, document=DocumentOut.of(document), is_new=known is None, problem=None)


def hold_content(session: Session, content_hash: str) -> None:
    """Until the transaction ends nobody else stores or deletes bytes with this hash."""
    hold(session, content_hash)


def _store(
    session: Session, resources: Resources, caller: TenantCaller, upload: Upload, incoming: Incoming, media_type: str
) -> File:
    if upload.folder_id is not None:
        hold_folders(session, caller.tenant_id)
        queries.get_folder(session, caller.tenant_id, upload.folder_id)
    resources.documents.keep(incoming)
    document = File(
        tenant_id=caller.tenant_id,
        uploaded_by_id=caller.user_id,
        folder_id=upload.folder_id,
        name=upload.name,
        content_hash=incoming.content_hash,
        content_type=media_type,
        size_bytes=incoming.size_bytes,
        status=FileStatus.QUEUED,
    )
    session.add(document)
    session.flush()
    ask_to_index(session, resources.queues, document, caller.user_id)
    session.refresh(document)
    return document
