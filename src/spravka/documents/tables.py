"""Documents of a tenant, their folders, pages and passages, and the answers given from them."""

import enum
import json
from datetime import datetime
from typing import Any

from sqlalchemy import Dialect, Enum, ForeignKey, Index, String, Text, TypeDecorator, UniqueConstraint, false
from sqlalchemy import text as sql_text
from sqlalchemy.dialects.postgresql import JSONB, TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from spravka.answering.tables import AnswerRow
from spravka.database.mapped import BigInt, CreatedAt, IdKey, Table
from spravka.pages.page import TextLayer
from spravka.passages.passage import PassageKind


class FileStatus(enum.StrEnum):
    """How far a document is. Whatever the status, the pages that are ready are searched."""

    QUEUED = "queued"
    READING = "reading"
    EMBEDDING = "embedding"
    """All pages are read and found by their words; vectors, which find them by meaning, are being made."""
    READY = "ready"
    FAILED = "failed"
    """Reading ended before the last page; the reason says why."""
    STOPPED = "stopped"
    """Somebody cancelled the reading before the last page."""

    @property
    def is_settled(self) -> bool:
        """True where nothing more happens by itself."""
        return self in (FileStatus.READY, FileStatus.FAILED, FileStatus.STOPPED)


class DocumentAnswerState(enum.StrEnum):
    """What became of a question to documents."""

    RUNNING = "running"
    ANSWERED = "answered"
    NOT_FOUND = "not_found"
    """The documents that were asked are read, and none of them says it."""
    NOT_READY = "not_ready"
    """Nothing was found in the pages that are read, and others are still to be read, or could not be."""
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        return self is not DocumentAnswerState.RUNNING


class CompactJson(TypeDecorator[dict[str, Any]]):
    """JSON as text of the fewest bytes: what is read only as a whole, and holds whatever letters a document had.
    A text is such JSON already."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dict[str, Any] | str | None, dialect: Dialect) -> str | None:
        if value is None or isinstance(value, str):
            return value
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "replace").decode("utf-8")

    def process_result_value(self, value: str | None, dialect: Dialect) -> dict[str, Any] | None:
        return None if value is None else json.loads(value)


def _texts(kind: type[enum.StrEnum]) -> Enum:
    return Enum(kind, native_enum=False, length=20, values_callable=lambda values: [v.value for v in values])


class Folder(Table):
    """A folder of a tenant's documents."""

    __tablename__ = "folder"
    __table_args__ = (UniqueConstraint("tenant_id", "parent_id", "name", postgresql_nulls_not_distinct=True),)

    id: Mapped[IdKey]
    tenant_id: Mapped[BigInt] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"))
    parent_id: Mapped[BigInt | None] = mapped_column(ForeignKey("folder.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(255))
    created_at: Mapped[CreatedAt]


class File(Table):
    """A document of a tenant; its bytes lie among the stored documents under ``content_hash``."""

    __tablename__ = "file"
    __table_args__ = (
        Index(
            "uq_file_tenant_id_content_hash",
            "tenant_id",
            "content_hash",
            unique=True,
            postgresql_where=sql_text("deleted_at IS NULL"),
        ),
        Index("ix_file_content_hash", "content_hash"),
        Index("ix_file_tenant_id_id", "tenant_id", "id"),
    )

    id: Mapped[IdKey]
    tenant_id: Mapped[BigInt] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"))
    uploaded_by_id: Mapped[BigInt | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"), index=True)
    folder_id: Mapped[BigInt | None] = mapped_column(ForeignKey("folder.id", ondelete="SET NULL"), index=True)
    name: Mapped[str] = mapped_column(String(255))
    content_hash: Mapped[str] = mapped_column(String(64))
    content_type: Mapped[str] = mapped_column(String(100))
    size_bytes: Mapped[BigInt]
    status: Mapped[FileStatus] = mapped_column(_texts(FileStatus), server_default=FileStatus.QUEUED.value)
    status_reason: Mapped[dict[str, Any] | None]
    """The problem that ended the reading, or that left the document without vectors."""
    page_count: Mapped[int | None]
    ready_page_count: Mapped[int] = mapped_column(server_default=sql_text("0"))
    unrecognised_page_count: Mapped[int] = mapped_column(server_default=sql_text("0"))
    """Of the ready pages those without words, because nothing here could read their image."""
    passage_count: Mapped[int] = mapped_column(server_default=sql_text("0"))
    is_stale: Mapped[bool] = mapped_column(server_default=false())
    """What was read before goes when the next run begins."""
    vectors_key: Mapped[str | None] = mapped_column(String(100))
    """The bundle of arrays with the vectors of all passages; None until all of them are made."""
    encoder: Mapped[str | None] = mapped_column(String(64))
    """Which encoder makes the vectors: in whose collection they lie."""
    job_id: Mapped[BigInt | None] = mapped_column(ForeignKey("job.id", ondelete="SET NULL"), index=True)
    created_at: Mapped[CreatedAt]
    deleted_at: Mapped[datetime | None]
    """From then on nobody sees it; a job takes away what is left."""


class DocumentPage(Table):
    """A page as it was read: words, their boxes, and what they make up."""

    __tablename__ = "document_page"

    file_id: Mapped[BigInt] = mapped_column(ForeignKey("file.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str] = mapped_column(Text, server_default="")
    layer: Mapped[TextLayer] = mapped_column(_texts(TextLayer))
    width: Mapped[float]
    height: Mapped[float]
    content: Mapped[dict[str, Any]] = mapped_column(CompactJson, deferred=True)
    """The whole page."""


class DocumentPassage(Table):
    """A stretch of a document that is found as one."""

    __tablename__ = "passage"
    __table_args__ = (
        UniqueConstraint("file_id", "ordinal"),
        Index("ix_passage_lemmas", "tenant_id", "lemmas", postgresql_using="gin"),
        Index("ix_passage_not_embedded", "file_id", "id", postgresql_where=sql_text("NOT is_embedded")),
    )

    id: Mapped[IdKey]
    tenant_id: Mapped[BigInt] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"))
    file_id: Mapped[BigInt] = mapped_column(ForeignKey("file.id", ondelete="CASCADE"))
    ordinal: Mapped[int]
    kind: Mapped[PassageKind] = mapped_column(_texts(PassageKind))
    page: Mapped[int]
    """Where it begins."""
    content: Mapped[dict[str, Any]] = mapped_column(CompactJson)
    """Words, their places on pages, where sentences begin, headings above, header of a table."""
    length: Mapped[int]
    """Words in it."""
    lemmas: Mapped[Any] = mapped_column(TSVECTOR, deferred=True)
    """Lemmas of text, headings and context; no dictionary of PostgreSQL had a part in them."""
    is_embedded: Mapped[bool] = mapped_column(server_default=false())


class DocumentAnswer(AnswerRow):
    """A question to documents, how it was answered, and from where.

    Its ``details``: warnings, how much was searched, the words that were looked for.
    """

    __tablename__ = "document_answer"
    __table_args__ = (Index("ix_document_answer_tenant_id_id", "tenant_id", "id"),)

    previous_answer_id: Mapped[BigInt | None] = mapped_column(
        ForeignKey("document_answer.id", ondelete="SET NULL"), index=True
    )
    scope: Mapped[dict[str, Any]]
    """Ids of documents and folders; both empty: all documents."""
    is_quoted_only: Mapped[bool] = mapped_column(server_default=false())
    """Whoever asks wants no language model."""
    state: Mapped[DocumentAnswerState] = mapped_column(
        _texts(DocumentAnswerState), server_default=DocumentAnswerState.RUNNING.value
    )
    sentences: Mapped[list[Any] | None]
    """What a language model said, sentence by sentence, with the quotations each rests on."""
    quotations: Mapped[list[Any]] = mapped_column(JSONB, server_default=sql_text("'[]'"))
