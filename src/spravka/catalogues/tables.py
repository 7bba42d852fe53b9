"""Catalogues, their groups, items, imports, classifier versions and confirmed matches."""

import enum
from datetime import datetime
from typing import Any

from sqlalchemy import Computed, Enum, ForeignKey, Index, String, Text, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from spravka.database.mapped import BigInt, CreatedAt, IdKey, Table


class Catalogue(Table):
    """A tenant's reference catalogue, its thresholds, and the key of the arrays its matcher reads."""

    __tablename__ = "catalogue"
    __table_args__ = (UniqueConstraint("tenant_id", "slug"),)

    id: Mapped[IdKey]
    tenant_id: Mapped[BigInt] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"))
    slug: Mapped[str] = mapped_column(String(63))
    name: Mapped[str] = mapped_column(String(200))
    accept_from: Mapped[float] = mapped_column(server_default=text("0.9"))
    no_item_below: Mapped[float] = mapped_column(server_default=text("0.1"))
    index_key: Mapped[str | None] = mapped_column(String(100))
    indexed_at: Mapped[datetime | None]
    created_at: Mapped[CreatedAt]


class CatalogueGroup(Table):
    """A node of the catalogue's tree, known by its code."""

    __tablename__ = "catalogue_group"
    __table_args__ = (UniqueConstraint("catalogue_id", "code"),)

    id: Mapped[IdKey]
    catalogue_id: Mapped[BigInt] = mapped_column(ForeignKey("catalogue.id", ondelete="CASCADE"))
    code: Mapped[str] = mapped_column(String(100))
    name: Mapped[str | None] = mapped_column(String(500))
    parent_code: Mapped[str | None] = mapped_column(String(100))


class CatalogueItem(Table):
    """An item of the catalogue, known by its code (the id it has in 1C or in the file)."""

    __tablename__ = "catalogue_item"
    __table_args__ = (
        UniqueConstraint("catalogue_id", "code"),
        Index("ix_catalogue_item_catalogue_id_group_code_id", "catalogue_id", "group_code", "id"),
        Index(
            "ix_catalogue_item_not_embedded",
            "catalogue_id",
            "id",
            postgresql_where=text("NOT is_embedded AND deleted_at IS NULL"),
        ),
        Index(
            "ix_catalogue_item_name_trigrams",
            "name",
            postgresql_using="gin",
            postgresql_ops={"name": "gin_trgm_ops"},
        ),
    )

    id: Mapped[IdKey]
    catalogue_id: Mapped[BigInt] = mapped_column(ForeignKey("catalogue.id", ondelete="CASCADE"))
    code: Mapped[str] = mapped_column(String(200))
    name: Mapped[str] = mapped_column(Text)
    group_code: Mapped[str] = mapped_column(String(100))
    unit: Mapped[str | None] = mapped_column(String(50))
    is_embedded: Mapped[bool] = mapped_column(server_default=false())
    deleted_at: Mapped[datetime | None]
    changed_at: Mapped[CreatedAt]


class CatalogueImport(Table):
    """One file brought into a catalogue: which columns it had, what became of its rows."""

    __tablename__ = "catalogue_import"
    __table_args__ = (Index("ix_catalogue_import_catalogue_id_id", "catalogue_id", "id"),)

    id: Mapped[IdKey]
    catalogue_id: Mapped[BigInt] = mapped_column(ForeignKey("catalogue.id", ondelete="CASCADE"))
    job_id: Mapped[BigInt | None] = mapped_column(ForeignKey("job.id", ondelete="SET NULL"), index=True)
    file_name: Mapped[str] = mapped_column(String(255))
    content_hash: Mapped[str] = mapped_column(String(64))
    sheet_name: Mapped[str | None] = mapped_column(String(255))
    columns: Mapped[dict[str, Any]]
    removes_absent: Mapped[bool] = mapped_column(server_default=false())
    created_count: Mapped[int] = mapped_column(server_default=text("0"))
    changed_count: Mapped[int] = mapped_column(server_default=text("0"))
    unchanged_count: Mapped[int] = mapped_column(server_default=text("0"))
    removed_count: Mapped[int] = mapped_column(server_default=text("0"))
    rejected_count: Mapped[int] = mapped_column(server_default=text("0"))
    ready_row_count: Mapped[int] = mapped_column(server_default=text("0"))
    finished_at: Mapped[datetime | None]
    created_at: Mapped[CreatedAt]


class ImportRejection(Table):
    """A row of an imported file that was refused, with the reason."""

    __tablename__ = "import_rejection"

    import_id: Mapped[BigInt] = mapped_column(ForeignKey("catalogue_import.id", ondelete="CASCADE"), primary_key=True)
    row_number: Mapped[int] = mapped_column(primary_key=True)
    reason: Mapped[str] = mapped_column(String(64))
    detail: Mapped[str] = mapped_column(Text)
    cells: Mapped[list[Any]]


class ClassifierStatus(enum.StrEnum):
    READY = "ready"
    ACTIVE = "active"
    RETIRED = "retired"


class ClassifierVersion(Table):
    """One training of a catalogue's group classifier; its arrays lie in the file store under ``arrays_key``."""

    __tablename__ = "classifier_version"
    __table_args__ = (
        UniqueConstraint("catalogue_id", "version"),
        Index(
            "uq_classifier_version_active",
            "catalogue_id",
            unique=True,
            postgresql_where=text("status = 'active'"),
        ),
    )

    id: Mapped[IdKey]
    catalogue_id: Mapped[BigInt] = mapped_column(ForeignKey("catalogue.id", ondelete="CASCADE"))
    version: Mapped[int]
    status: Mapped[ClassifierStatus] = mapped_column(
        Enum(
            ClassifierStatus,
            native_enum=False,
            length=16,
            values_callable=lambda all_: [one.value for one in all_],
        )
    )
    arrays_key: Mapped[str] = mapped_column(String(100))
    accuracy: Mapped[float | None]
    macro_f1: Mapped[float | None]
    held_out_count: Mapped[int]
    item_count: Mapped[int]
    confirmed_count: Mapped[int]
    group_count: Mapped[int]
    training_seconds: Mapped[float]
    trained_by_job_id: Mapped[BigInt | None] = mapped_column(ForeignKey("job.id", ondelete="SET NULL"), index=True)
    promoted_at: Mapped[datetime | None]
    created_at: Mapped[CreatedAt]


class ConfirmedMatch(Table):
    """A supplier name that a person tied to an item; the newest word on a name stands alone."""

    __tablename__ = "confirmed_match"
    __table_args__ = (
        UniqueConstraint("catalogue_id", "normalised_hash"),
        Index("ix_confirmed_match_catalogue_id_id", "catalogue_id", "id"),
    )

    id: Mapped[IdKey]
    catalogue_id: Mapped[BigInt] = mapped_column(ForeignKey("catalogue.id", ondelete="CASCADE"))
    item_id: Mapped[BigInt] = mapped_column(ForeignKey("catalogue_item.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(Text)
    normalised_name: Mapped[str] = mapped_column(Text)
    normalised_hash: Mapped[str] = mapped_column(String(32), Computed("md5(normalised_name)", persisted=True))
    confirmed_by_id: Mapped[BigInt | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"), index=True)
    created_at: Mapped[CreatedAt]
    changed_at: Mapped[CreatedAt]
