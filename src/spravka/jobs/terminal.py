"""Following a job on the command line, with a progress bar."""

import time

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from spravka.jobs.errors import JobEndedBadly
from spravka.jobs.queries import get_job
from spravka.jobs.submitting import cancel
from spravka.jobs.tables import Job, JobStatus
from spravka.resources import Resources

POLL_SECONDS = 0.2
WORKER_MISSING_AFTER_SECONDS = 15


def follow_job(resources: Resources, tenant_id: int, job_id: int, what: str) -> Job:
    """Show the job's progress until it has ended; Ctrl-C cancels it. Raises :class:`JobEndedBadly`."""
    with _progress_bar() as progress:
        bar = progress.add_task(what, total=None)
        try:
            job = _wait(resources, tenant_id, job_id, progress, bar, what)
        except KeyboardInterrupt:
            _cancel(resources, tenant_id, job_id)
            raise
    if job.status is not JobStatus.FINISHED:
        raise JobEndedBadly(job_id, job.status.value, job.problem)
    return job


def _wait(resources: Resources, tenant_id: int, job_id: int, progress: Progress, bar: TaskID, what: str) -> Job:
    started = time.monotonic()
    while True:
        with resources.sessions() as session:
            job = get_job(session, tenant_id, job_id)
        waiting = time.monotonic() - started
        progress.update(
            bar,
            description=f"{what}: {_stage(job, waiting)}",
            completed=job.ready_count,
            total=job.total_count,
        )
        if job.status.is_final:
            return job
        time.sleep(POLL_SECONDS)


def _stage(job: Job, waiting_seconds: float) -> str:
    if job.status is JobStatus.QUEUED and waiting_seconds > WORKER_MISSING_AFTER_SECONDS:
        return "waiting for a worker (is one running?)"
    return job.stage or job.status.value


def _progress_bar() -> Progress:
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
    )


def _cancel(resources: Resources, tenant_id: int, job_id: int) -> None:
    with resources.sessions.begin() as session:
        if not get_job(session, tenant_id, job_id).status.is_final:
            cancel(session, tenant_id, job_id)
