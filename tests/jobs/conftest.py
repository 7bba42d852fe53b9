"""A tenant to have jobs, and ways to submit and perform them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from spravka.jobs.queries import get_job
from spravka.jobs.running import JobHandler, JobRun, perform
from spravka.jobs.submitting import JobKind, submit
from spravka.jobs.tables import Job
from spravka.queue.queues import MAINTENANCE
from spravka.resources import Resources
from spravka.tenants.tables import Tenant

COUNTING = JobKind("counting", MAINTENANCE)


@dataclass
class Workplace:
    """Resources with one tenant; jobs are performed here and now, as a worker's child does it."""

    resources: Resources
    tenant_id: int

    def submit(self, **arguments: Any) -> int:
        with self.resources.sessions.begin() as session:
            job = submit(
                session,
                self.resources.queues,
                COUNTING,
                tenant_id=self.tenant_id,
                user_id=None,
                arguments=arguments,
            )
            return job.id

    def perform(self, job_id: int, work: JobHandler) -> None:
        perform(self.resources, {COUNTING.name: work}, job_id)

    def job(self, job_id: int) -> Job:
        with self.resources.sessions() as session:
            return get_job(session, self.tenant_id, job_id)


@pytest.fixture
def workplace(resources: Resources) -> Workplace:
    with resources.sessions.begin() as session:
        tenant = Tenant(slug="supply", name="Supply")
        session.add(tenant)
        session.flush()
        return Workplace(resources, tenant.id)


CountTo = Callable[[int], JobHandler]


@pytest.fixture
def count_to() -> CountTo:
    """A handler that makes so many steps, each a chunk."""

    def make(steps: int) -> JobHandler:
        def count(run: JobRun) -> None:
            run.enter_stage("counting", steps)
            for _ in range(steps):
                with run.chunk() as chunk:
                    chunk.advance(1)

        return count

    return make
