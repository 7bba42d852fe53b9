"""Reading documents, folders, pages, passages and answers; the tenant first."""

from collections.abc import Mapping, Sequence, Set
from typing import Any, NamedTuple

from sqlalchemy import ARRAY, BigInteger, BindParameter, Select, any_, func, literal, select
from sqlalchemy.orm import InstrumentedAttribute, Session, undefer

from spravka.documents.errors import DocumentAnswerNotFound, DocumentNotFound, FolderNotFound
from spravka.documents.tables import (
    DocumentAnswer,
    DocumentPage,
    DocumentPassage,
    File,
    FileStatus,
    Folder,
)


class FolderCounts(NamedTuple):
    """What lies in a folder itself."""

    document_count: int = 0
    folder_count: int = 0


UNSETTLED = tuple(status for status in FileStatus if not status.is_settled)


def _documents(tenant_id: int) -> Select[File]:
    return select(File).where(File.tenant_id == tenant_id, File.deleted_at.is_(None))


def get_document(session: Session, tenant_id: int, document_id: int) -> File:
    document = session.scalar(_documents(tenant_id).where(File.id == document_id))
    if document is None:
        raise DocumentNotFound(document_id)
    return document


def check_documents(session: Session, tenant_id: int, document_ids: Sequence[int]) -> None:
    """Raises :class:`DocumentNotFound` for the first that is not the tenant's."""
    known = _documents(tenant_id).with_only_columns(File.id).where(File.id == any_(_ids(document_ids)))
    _raise_for_unknown(DocumentNotFound, document_ids, set(session.scalars(known)))


def check_folders(session: Session, tenant_id: int, folder_ids: Sequence[int]) -> None:
    """Raises :class:`FolderNotFound` for the first that is not the tenant's."""
    known = select(Folder.id).where(Folder.tenant_id == tenant_id, Folder.id == any_(_ids(folder_ids)))
    _raise_for_unknown(FolderNotFound, folder_ids, set(session.scalars(known)))


def _ids(ids: Sequence[int]) -> BindParameter[Any]:
    """One parameter, however many there are."""
    return literal(list(ids), ARRAY(BigInteger))


def _raise_for_unknown(
    problem: type[DocumentNotFound] | type[FolderNotFound], ids: Sequence[int], known: Set[int]
) -> None:
    for one in ids:
        if one not in known:
            raise problem(one)


def find_document_with_content(session: Session, tenant_id: int, content_hash: str) -> File | None:
    return session.scalar(_documents(tenant_id).where(File.content_hash == content_hash))


def has_documents(session: Session, tenant_id: int) -> bool:
    return session.scalar(_documents(tenant_id).with_only_columns(File.id).limit(1)) is not None


def find_document_for_update(session: Session, tenant_id: int, document_id: int) -> File | None:
    """The document, locked until the transaction ends."""
    query = _documents(tenant_id).where(File.id == document_id)
    return session.scalar(query.with_for_update().execution_options(populate_existing=True))


def list_documents(
    session: Session,
    tenant_id: int,
    *,
    folder_id: int | None,
    is_unfiled: bool = False,
    status: FileStatus | None,
    search: str | None,
    before: int | None,
    limit: int,
) -> Sequence[File]:
    """The tenant's documents, newest first."""
    query = _documents(tenant_id).order_by(File.id.desc()).limit(limit)
    if folder_id is not None:
        query = query.where(File.folder_id == folder_id)
    if is_unfiled:
        query = query.where(File.folder_id.is_(None))
    if status is not None:
        query = query.where(File.status == status)
    if search is not None:
        query = query.where(File.name.icontains(search, autoescape=True))
    return session.scalars(query if before is None else query.where(File.id < before)).all()


def get_folder(session: Session, tenant_id: int, folder_id: int) -> Folder:
    folder = session.scalar(select(Folder).where(Folder.tenant_id == tenant_id, Folder.id == folder_id))
    if folder is None:
        raise FolderNotFound(folder_id)
    return folder


def find_folder(session: Session, tenant_id: int, parent_id: int | None, name: str) -> Folder | None:
    query = select(Folder).where(Folder.tenant_id == tenant_id, Folder.name == name)
    return session.scalar(query.where(Folder.parent_id.is_not_distinct_from(parent_id)))


def list_folders(
    session: Session, tenant_id: int, *, parent_id: int | None, after: int | None, limit: int
) -> Sequence[Folder]:
    """The tenant's folders, or those inside one."""
    query = select(Folder).where(Folder.tenant_id == tenant_id).order_by(Folder.id).limit(limit)
    if parent_id is not None:
        query = query.where(Folder.parent_id == parent_id)
    return session.scalars(query if after is None else query.where(Folder.id > after)).all()


def list_folder_ids_below(session: Session, tenant_id: int, folder_ids: Sequence[int]) -> Sequence[int]:
    """These folders and all inside them."""
    inside = (
        select(Folder.id).where(Folder.tenant_id == tenant_id, Folder.id.in_(folder_ids)).cte("inside", recursive=True)
    )
    below = select(Folder.id).join(inside, Folder.parent_id == inside.c.id).where(Folder.tenant_id == tenant_id)
    inside = inside.union(below)
    return session.scalars(select(inside.c.id)).all()


def count_in_folders(session: Session, tenant_id: int, folder_ids: Sequence[int]) -> Mapping[int, FolderCounts]:
    """How much lies in each of these folders itself."""
    documents = _counts(session, _documents(tenant_id), File.folder_id, folder_ids)
    folders = _counts(session, select(Folder).where(Folder.tenant_id == tenant_id), Folder.parent_id, folder_ids)
    return {one: FolderCounts(documents.get(one, 0), folders.get(one, 0)) for one in folder_ids}


def _counts(
    session: Session, query: Select[Any], place: InstrumentedAttribute[int | None], folder_ids: Sequence[int]
) -> dict[int, int]:
    counted = query.with_only_columns(place, func.count()).where(place.in_(folder_ids)).group_by(place)
    return {folder_id: count for folder_id, count in session.execute(counted) if folder_id is not None}


def list_documents_in(session: Session, tenant_id: int, folder_ids: Sequence[int]) -> Sequence[File]:
    """The documents that lie in these folders themselves."""
    return session.scalars(_documents(tenant_id).where(File.folder_id.in_(folder_ids)).order_by(File.id)).all()


def find_page(session: Session, tenant_id: int, document_id: int, page_number: int) -> DocumentPage | None:
    """A page with its words."""
    query = select(DocumentPage).join(File, File.id == DocumentPage.file_id).options(undefer(DocumentPage.content))
    return session.scalar(
        query.where(File.tenant_id == tenant_id, File.id == document_id, DocumentPage.number == page_number)
    )


def list_pages(session: Session, tenant_id: int, document_id: int, *, after: int, limit: int) -> Sequence[DocumentPage]:
    """Pages with their words, in order."""
    query = select(DocumentPage).join(File, File.id == DocumentPage.file_id).options(undefer(DocumentPage.content))
    query = query.where(File.tenant_id == tenant_id, File.id == document_id, DocumentPage.number > after)
    return session.scalars(query.order_by(DocumentPage.number).limit(limit)).all()


def list_passages(session: Session, tenant_id: int, passage_ids: Sequence[int]) -> Sequence[DocumentPassage]:
    query = select(DocumentPassage).where(DocumentPassage.tenant_id == tenant_id)
    return session.scalars(query.where(DocumentPassage.id.in_(passage_ids))).all()


def list_first_passages(session: Session, tenant_id: int, document_ids: Sequence[int]) -> Sequence[DocumentPassage]:
    query = select(DocumentPassage).where(DocumentPassage.tenant_id == tenant_id, DocumentPassage.ordinal == 0)
    return session.scalars(query.where(DocumentPassage.file_id.in_(document_ids))).all()


def get_document_answer(session: Session, tenant_id: int, document_answer_id: int) -> DocumentAnswer:
    answer = session.scalar(
        select(DocumentAnswer).where(DocumentAnswer.tenant_id == tenant_id, DocumentAnswer.id == document_answer_id)
    )
    if answer is None:
        raise DocumentAnswerNotFound(document_answer_id)
    return answer


def get_own_document_answer(
    session: Session, tenant_id: int, user_id: int | None, document_answer_id: int
) -> DocumentAnswer:
    """An answer that this user asked for; of machines (None) any machine's of the tenant."""
    answer = get_document_answer(session, tenant_id, document_answer_id)
    if answer.user_id != user_id:
        raise DocumentAnswerNotFound(document_answer_id)
    return answer
