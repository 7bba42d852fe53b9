"""Following and cancelling jobs."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.sse import EventSourceResponse, ServerSentEvent

from spravka.auth.access import TenantCallerDep
from spravka.jobs import queries, submitting
from spravka.jobs.schemas import JobOut
from spravka.jobs.tables import JobStatus
from spravka.web.dependencies import ResourcesDep, SessionDep
from spravka.web.events import changes
from spravka.web.fields import Id
from spravka.web.pages import Page, PageRequestDep, to_page

router = APIRouter(tags=["jobs"])


@router.get("/jobs")
def list_jobs(
    session: SessionDep,
    caller: TenantCallerDep,
    page: PageRequestDep,
    status: Annotated[JobStatus | None, Query(description="Only jobs in this status")] = None,
) -> Page[JobOut]:
    """The tenant's jobs, newest first."""
    jobs = queries.list_jobs(session, caller.tenant_id, before=page.after, limit=page.limit + 1, status=status)
    shown, next_after = to_page(jobs, page, key=lambda job: job.id)
    return Page(entries=[JobOut.model_validate(job) for job in shown], next_after=next_after)


@router.get("/jobs/{job_id}")
def get_job(session: SessionDep, caller: TenantCallerDep, job_id: Id) -> JobOut:
    """How far a job is, or how it ended."""
    return JobOut.model_validate(queries.get_job(session, caller.tenant_id, job_id))


@router.delete("/jobs/{job_id}")
def cancel_job(session: SessionDep, caller: TenantCallerDep, job_id: Id) -> JobOut:
    """Cancel a job: a queued one ends now, a started one at its next chunk. What it has stored is kept."""
    return JobOut.model_validate(submitting.cancel(session, caller.tenant_id, job_id))


def get_job_to_follow(session: SessionDep, job: Annotated[JobOut, Depends(get_job)]) -> JobOut:
    """The request's transaction ends here: left open, it would end beside the first read of the stream."""
    session.commit()
    return job


@router.get("/jobs/{job_id}/events", response_class=EventSourceResponse)
async def follow_job(
    resources: ResourcesDep, caller: TenantCallerDep, job: Annotated[JobOut, Depends(get_job_to_follow)]
) -> AsyncIterator[ServerSentEvent]:
    """The job at every change, as server-sent events named `job`, until it has ended."""

    def read() -> JobOut:
        with resources.sessions() as session:
            return JobOut.model_validate(queries.get_job(session, caller.tenant_id, job.id))

    async for state in changes(read, is_last=lambda state: state.status.is_final):
        yield ServerSentEvent(event="job", data=state)
