"""The job: what is to be done, how far it is, how it ended."""

import enum
from datetime import datetime
from typing import Any

from sqlalchemy import Enum, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from spravka.database.mapped import BigInt, CreatedAt, IdKey, Table
from spravka.queue.tickets import Ticket


class JobStatus(enum.StrEnum):
    QUEUED = "queued"
    STARTED = "started"
    FINISHED = "finished"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        """True where nothing more will happen to the job."""
        return self in (JobStatus.FINISHED, JobStatus.FAILED, JobStatus.CANCELLED)


class Job(Table):
    """Work in the background: the truth of it, whatever Redis knows."""

    __tablename__ = "job"
    __table_args__ = (
        Index("ix_job_tenant_id_id", "tenant_id", "id"),
        Index("ix_job_unfinished", "status", postgresql_where=text("status IN ('queued', 'started')")),
    )

    id: Mapped[IdKey]
    tenant_id: Mapped[BigInt] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"))
    user_id: Mapped[BigInt | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"), index=True)
    kind: Mapped[str] = mapped_column(String(64))
    queue: Mapped[str] = mapped_column(String(64))
    arguments: Mapped[dict[str, Any]]
    status: Mapped[JobStatus] = mapped_column(
        Enum(JobStatus, native_enum=False, length=16, values_callable=lambda all_: [one.value for one in all_]),
        server_default=JobStatus.QUEUED.value,
    )
    stage: Mapped[str | None] = mapped_column(String(64))
    ready_count: Mapped[int] = mapped_column(server_default=text("0"))
    total_count: Mapped[int | None]
    problem: Mapped[dict[str, Any] | None]
    attempt: Mapped[int] = mapped_column(server_default=text("0"))
    put_back_count: Mapped[int] = mapped_column(server_default=text("0"))
    """How often a run has let others go first; the next run goes on."""
    cancel_requested_at: Mapped[datetime | None]
    created_at: Mapped[CreatedAt]
    started_at: Mapped[datetime | None]
    alive_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]

    @property
    def ticket(self) -> Ticket:
        """What is sent to have it performed."""
        return Ticket(self.tenant_id, self.id, self.put_back_count or 0)
