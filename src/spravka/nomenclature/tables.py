"""Mapping runs and their rows."""

import enum
from datetime import datetime
from typing import Any

from sqlalchemy import Enum, ForeignKey, Index, String, Text, false, select, text
from sqlalchemy.orm import Mapped, column_property, mapped_column

from spravka.database.mapped import BigInt, CreatedAt, IdKey, Table
from spravka.jobs.tables import Job, JobStatus


class RowDecision(enum.StrEnum):
    """What is held to be true of a row."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    NEEDS_REVIEW = "needs_review"
    NO_SUCH_ITEM = "no_such_item"


class MappingRun(Table):
    """A list of names to be mapped to one catalogue, and the job that maps it."""

    __tablename__ = "mapping_run"
    __table_args__ = (Index("ix_mapping_run_tenant_id_id", "tenant_id", "id"),)

    id: Mapped[IdKey]
    tenant_id: Mapped[BigInt] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"))
    catalogue_id: Mapped[BigInt] = mapped_column(ForeignKey("catalogue.id", ondelete="CASCADE"), index=True)
    user_id: Mapped[BigInt | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"), index=True)
    job_id: Mapped[BigInt] = mapped_column(ForeignKey("job.id"), index=True)
    title: Mapped[str] = mapped_column(String(255))
    file_name: Mapped[str | None] = mapped_column(String(255))
    header: Mapped[list[Any]]
    name_column: Mapped[int]
    candidate_count: Mapped[int]
    row_count: Mapped[int]
    notes: Mapped[list[Any]] = mapped_column(server_default=text("'[]'"))
    created_at: Mapped[CreatedAt]
    job_status: Mapped[JobStatus] = column_property(select(Job.status).where(Job.id == job_id).scalar_subquery())


class MappingRow(Table):
    """A name to be mapped, in its original row, and what was found for it."""

    __tablename__ = "mapping_row"
    __table_args__ = (
        Index("ix_mapping_row_mapping_run_id_decision_number", "mapping_run_id", "decision", "number"),
        Index("ix_mapping_row_mapping_run_id_name_hash", "mapping_run_id", text("md5(name)")),
    )

    mapping_run_id: Mapped[BigInt] = mapped_column(ForeignKey("mapping_run.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    file_row_number: Mapped[int | None]
    cells: Mapped[list[Any]]
    name: Mapped[str] = mapped_column(Text)
    decision: Mapped[RowDecision] = mapped_column(
        Enum(
            RowDecision,
            native_enum=False,
            length=16,
            values_callable=lambda all_: [one.value for one in all_],
        ),
        server_default=RowDecision.PENDING.value,
    )
    group_code: Mapped[str | None] = mapped_column(String(100))
    group_confidence: Mapped[float | None]
    groups: Mapped[list[Any] | None]
    item_id: Mapped[BigInt | None] = mapped_column(ForeignKey("catalogue_item.id", ondelete="SET NULL"), index=True)
    confidence: Mapped[float | None]
    candidates: Mapped[list[Any] | None]
    note: Mapped[str | None] = mapped_column(String(64))
    decided_by_id: Mapped[BigInt | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"), index=True)
    decided_by_person: Mapped[bool] = mapped_column(server_default=false())
    decided_at: Mapped[datetime | None]
