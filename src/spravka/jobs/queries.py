"""Reading jobs."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from spravka.jobs.errors import JobNotFound
from spravka.jobs.tables import Job, JobStatus

UNFINISHED = (JobStatus.QUEUED, JobStatus.STARTED)


def get_job(session: Session, tenant_id: int, job_id: int) -> Job:
    """The tenant's job; raises :class:`JobNotFound`."""
    job = session.scalar(select(Job).where(Job.tenant_id == tenant_id, Job.id == job_id))
    if job is None:
        raise JobNotFound(job_id)
    return job


def list_jobs(
    session: Session, tenant_id: int, *, before: int | None, limit: int, status: JobStatus | None = None
) -> Sequence[Job]:
    """The tenant's jobs, newest first, those older than job ``before``."""
    query = select(Job).where(Job.tenant_id == tenant_id).order_by(Job.id.desc()).limit(limit)
    if before is not None:
        query = query.where(Job.id < before)
    if status is not None:
        query = query.where(Job.status == status)
    return session.scalars(query).all()


def list_unfinished_jobs(session: Session, *, created_before: datetime) -> Sequence[Job]:
    """Every tenant's jobs that are to be done or being done: for the reconciler alone."""
    query = select(Job).where(Job.status.in_(UNFINISHED), Job.created_at < created_before).order_by(Job.id)
    return session.scalars(query).all()


def find_job_for_update(session: Session, job_id: int) -> Job | None:
    """The job, locked until the transaction ends: for the run that holds it."""
    return session.scalar(
        select(Job).where(Job.id == job_id).with_for_update().execution_options(populate_existing=True)
    )


def current_time(session: Session) -> datetime:
    """The database's clock at the start of the transaction."""
    return session.scalars(select(func.now())).one()
