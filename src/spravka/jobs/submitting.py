"""Submitting and cancelling jobs."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from spravka.database.after_commit import after_commit
from spravka.jobs.errors import JobAlreadyEnded
from spravka.jobs.queries import current_time, find_job_for_update, get_job
from spravka.jobs.tables import Job, JobStatus
from spravka.queue.queues import Queues


@dataclass(frozen=True)
class JobKind:
    """What is to be done, and the queue for it. A room declares its kinds; the worker knows who performs them."""

    name: str
    queue: str


def submit(
    session: Session,
    queues: Queues,
    kind: JobKind,
    *,
    tenant_id: int,
    user_id: int | None,
    arguments: dict[str, Any],
    total_count: int | None = None,
) -> Job:
    """Accept a job: its row is part of the caller's transaction, and it is sent once that is committed.

    ``arguments`` are ids and switches, never contents. Where Redis is down at that moment, the reconciler
    sends the job later.
    """
    job = Job(
        tenant_id=tenant_id,
        user_id=user_id,
        kind=kind.name,
        queue=kind.queue,
        arguments=arguments,
        total_count=total_count,
    )
    session.add(job)
    session.flush()
    ticket = job.ticket
    after_commit(session, lambda: queues.send_job(kind.queue, ticket))
    return job


def cancel(session: Session, tenant_id: int, job_id: int) -> Job:
    """End a queued job now, a started one at its next chunk; what it has stored is kept."""
    get_job(session, tenant_id, job_id)
    job = find_job_for_update(session, job_id)
    assert job is not None
    if job.status.is_final:
        raise JobAlreadyEnded(job_id, job.status.value)
    now = current_time(session)
    job.cancel_requested_at = now
    if job.status is JobStatus.QUEUED:
        job.status, job.finished_at = JobStatus.CANCELLED, now
    session.flush()
    return job
