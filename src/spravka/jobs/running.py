"""Running a job so that it survives the death of its worker at any line.

The fencing token (the job's ``attempt``) follows Kleppmann, "How to do distributed locking", 2016: every
transaction of a run first proves that the run still holds the job.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NoReturn

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from spravka.database.after_commit import after_commit
from spravka.errors import Problem, Unavailable
from spravka.jobs.errors import JobBroke, JobCancelled, JobPutBack, JobSuperseded, WorkerDiedTooOften
from spravka.jobs.queries import current_time, find_job_for_update
from spravka.jobs.tables import Job, JobStatus
from spravka.resources import Resources
from spravka.telemetry import get_logger, log_context

log = get_logger(__name__)

MAX_ATTEMPTS = 10


@dataclass
class Chunk:
    """One transaction of a run: results and counters become durable together."""

    session: Session
    job: Job

    def advance(self, count: int) -> None:
        """``count`` more things are ready."""
        self.job.ready_count += count


@dataclass(frozen=True)
class JobRun:
    """A run of a job, handed to its handler."""

    resources: Resources
    job_id: int
    kind: str
    tenant_id: int
    user_id: int | None
    attempt: int
    arguments: Mapping[str, Any]

    @contextmanager
    def chunk(self) -> Iterator[Chunk]:
        """A transaction that only the run which holds the job can make.

        Raises :class:`JobCancelled` where the job's end was asked for, :class:`JobSuperseded` where another
        run has taken over; either way nothing of the chunk is stored.
        """
        with self.resources.sessions.begin() as session:
            job = _held_job(session, self)
            yield Chunk(session, job)
            job.alive_at = current_time(session)

    def enter_stage(self, stage: str, total_count: int | None = None, ready_count: int = 0) -> None:
        """Tell followers what is being done now; the counters count this stage."""
        with self.chunk() as chunk:
            chunk.job.stage, chunk.job.total_count, chunk.job.ready_count = stage, total_count, ready_count

    def report(self, ready_count: int, total_count: int | None = None) -> None:
        """Tell followers how far work is that stores nothing of its own (training, indexing)."""
        with self.chunk() as chunk:
            chunk.job.ready_count = ready_count
            chunk.job.total_count = total_count if total_count is not None else chunk.job.total_count

    def let_others_go_first(self) -> None:
        """End this run where other work waits; another run goes on behind it, in the queue that the job's row names by
        then. Call it between chunks."""
        if self.resources.queues.is_anything_waiting():
            raise JobPutBack

    def begin_again(self) -> NoReturn:
        """End this run because what it started from is no longer so; another run goes on from what is stored. Call it
        between chunks."""
        raise JobPutBack


JobHandler = Callable[[JobRun], None]


def perform(resources: Resources, handlers: Mapping[str, JobHandler], job_id: int) -> None:
    """Run the job, whatever became of earlier runs. Raises only what makes another try worth while."""
    with log_context(job_id=job_id):
        run = _begin(resources, job_id)
        if run is None:
            log.info("job has nothing left to do")
            return
        with log_context(tenant_id=run.tenant_id, attempt=run.attempt):
            _perform_run(run, handlers)


def _perform_run(run: JobRun, handlers: Mapping[str, JobHandler]) -> None:
    log.info("job started", kind=run.kind)
    try:
        handlers[run.kind](run)
    except JobSuperseded:
        log.warning("job was taken over by another run")
    except JobCancelled:
        _end(run, JobStatus.CANCELLED)
    except JobPutBack:
        _put_back(run)
    except (Unavailable, OperationalError) as error:
        log.warning("job cannot go on now", error=str(error))
        raise
    except Problem as problem:
        _end(run, JobStatus.FAILED, problem)
    except Exception:
        log.exception("job broke")
        _end(run, JobStatus.FAILED, JobBroke(run.job_id))
    else:
        _end(run, JobStatus.FINISHED)


def _begin(resources: Resources, job_id: int) -> JobRun | None:
    """Take the job: the new attempt makes every earlier run unable to store anything."""
    with resources.sessions.begin() as session:
        job = find_job_for_update(session, job_id)
        if job is None or job.status.is_final:
            return None
        now = current_time(session)
        if job.cancel_requested_at is not None:
            job.status, job.finished_at = JobStatus.CANCELLED, now
            return None
        if job.attempt - job.put_back_count >= MAX_ATTEMPTS:
            job.status, job.finished_at = JobStatus.FAILED, now
            job.problem = WorkerDiedTooOften(job.attempt - job.put_back_count).to_json()
            return None
        job.attempt += 1
        job.status, job.alive_at = JobStatus.STARTED, now
        job.started_at = job.started_at or now
        return JobRun(resources, job.id, job.kind, job.tenant_id, job.user_id, job.attempt, dict(job.arguments))


def _held_job(session: Session, run: JobRun) -> Job:
    job = find_job_for_update(session, run.job_id)
    if job is None or job.attempt != run.attempt or job.status is not JobStatus.STARTED:
        raise JobSuperseded
    if job.cancel_requested_at is not None:
        raise JobCancelled
    return job


def _put_back(run: JobRun) -> None:
    """Send the job again, behind what waits; it is not one attempt more that failed."""
    queues = run.resources.queues
    with run.resources.sessions.begin() as session:
        job = find_job_for_update(session, run.job_id)
        if job is None or job.attempt != run.attempt or job.status is not JobStatus.STARTED:
            return
        job.status, job.alive_at = JobStatus.QUEUED, current_time(session)
        job.put_back_count += 1
        queue, ticket = job.queue, job.ticket
        after_commit(session, lambda: queues.send_job(queue, ticket))
    log.info("job lets others go first", turn=ticket.turn)


def _end(run: JobRun, status: JobStatus, problem: Problem | None = None) -> None:
    with run.resources.sessions.begin() as session:
        job = find_job_for_update(session, run.job_id)
        if job is None or job.attempt != run.attempt or job.status is not JobStatus.STARTED:
            return
        job.status, job.finished_at = status, current_time(session)
        job.problem = problem.to_json() if problem else None
    log.info("job ended", status=status.value, problem=problem.type_slug() if problem else None)
