"""The documents that a question is put to, and how far they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from spravka.documents import queries
from spravka.documents.tables import File


@dataclass(frozen=True)
class Scope:
    """Ids of documents, and of folders with all inside them; where both are empty, all documents of the tenant."""

    document_ids: tuple[int, ...] = ()
    folder_ids: tuple[int, ...] = ()

    @property
    def is_everything(self) -> bool:
        return not self.document_ids and not self.folder_ids

    def to_json(self) -> dict[str, Any]:
        return {"document_ids": list(self.document_ids), "folder_ids": list(self.folder_ids)}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        return cls(tuple(kept.get("document_ids", ())), tuple(kept.get("folder_ids", ())))

    def check(self, session: Session, tenant_id: int) -> None:
        """Raises :class:`DocumentNotFound`, :class:`FolderNotFound` for what is not the tenant's."""
        queries.check_documents(session, tenant_id, self.document_ids)
        queries.check_folders(session, tenant_id, self.folder_ids)


@dataclass(frozen=True)
class AskedDocument:
    """What searching needs to know of a document."""

    id: int
    name: str
    page_count: int | None
    ready_page_count: int
    unrecognised_page_count: int
    passage_count: int
    is_settled: bool
    vectors_key: str | None


@dataclass(frozen=True)
class Readiness:
    """How much of the asked documents can be searched."""

    document_count: int
    page_count: int
    """Of documents whose pages are counted."""
    ready_page_count: int
    unrecognised_page_count: int
    unread_document_count: int
    """Documents that are still being read."""
    uncounted_document_count: int
    """Of these the ones whose pages are not even counted."""
    unfinished_document_count: int
    """Documents whose reading failed or was stopped before the last page; nobody reads on by himself."""
    unembedded_document_count: int
    """Documents with passages that have no vectors: they are found by their words alone."""
    passage_count: int

    @property
    def is_nothing_read(self) -> bool:
        """Whether there are documents and not one word of theirs to look into."""
        return self.document_count > 0 and self.passage_count == 0

    def to_json(self) -> dict[str, int]:
        return dict(vars(self))


def read_documents(session: Session, tenant_id: int, scope: Scope) -> list[AskedDocument]:
    """The documents of the scope; one that was deleted since it was named is left out."""
    found = select(File).where(
        File.tenant_id == tenant_id, File.deleted_at.is_(None), *_inside(session, tenant_id, scope)
    )
    return [_asked(file) for file in session.scalars(found.order_by(File.id))]


def readiness_of(documents: Sequence[AskedDocument]) -> Readiness:
    """The sums over the documents."""
    return Readiness(
        document_count=len(documents),
        page_count=sum(one.page_count or one.ready_page_count for one in documents),
        ready_page_count=sum(one.ready_page_count for one in documents),
        unrecognised_page_count=sum(one.unrecognised_page_count for one in documents),
        unread_document_count=sum(_is_being_read(one) for one in documents),
        uncounted_document_count=sum(_is_being_read(one) and one.page_count is None for one in documents),
        unfinished_document_count=sum(one.is_settled and not _is_whole(one) for one in documents),
        unembedded_document_count=sum(one.vectors_key is None and one.passage_count > 0 for one in documents),
        passage_count=sum(one.passage_count for one in documents),
    )


def _is_being_read(document: AskedDocument) -> bool:
    return not document.is_settled and not _is_whole(document)


def _is_whole(document: AskedDocument) -> bool:
    return document.page_count is not None and document.ready_page_count >= document.page_count


def _inside(session: Session, tenant_id: int, scope: Scope) -> list[ColumnElement[bool]]:
    if scope.is_everything:
        return []
    folder_ids = queries.list_folder_ids_below(session, tenant_id, scope.folder_ids) if scope.folder_ids else []
    return [or_(File.id.in_(scope.document_ids), File.folder_id.in_(folder_ids))]


def _asked(file: File) -> AskedDocument:
    return AskedDocument(
        id=file.id,
        name=file.name,
        page_count=file.page_count,
        ready_page_count=file.ready_page_count,
        unrecognised_page_count=file.unrecognised_page_count,
        passage_count=file.passage_count,
        is_settled=file.status.is_settled,
        vectors_key=file.vectors_key,
    )
