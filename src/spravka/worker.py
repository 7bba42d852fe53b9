"""The door of the background: an RQ worker whose jobs survive its death.

Run as ``python -m spravka.worker``. What RQ calls stands here by name, :func:`perform_job` and
:func:`perform_maintenance`; each call runs in a process of its own, forked from the worker.
"""

import ctypes
import gc
import signal
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import FrameType

from rq import Queue, Worker
from rq.job import Job as SentJob
from rq.serializers import JSONSerializer

import spravka.all_tables  # noqa: F401
from spravka.auth.cleaning import remove_old_sign_ins
from spravka.catalogues import jobs as catalogue_jobs
from spravka.database_assistant import jobs as database_jobs
from spravka.database_assistant.replaying import replay_due_examples
from spravka.database_assistant.tending import end_silent_answers, learn_old_databases
from spravka.documents import jobs as document_jobs
from spravka.documents.embedding_again import embed_owed_documents
from spravka.documents.tending import end_silent_document_answers, remove_unused_documents, settle_documents
from spravka.jobs.reconciling import resend_forgotten_jobs
from spravka.jobs.running import JobHandler, perform
from spravka.nomenclature import jobs as nomenclature_jobs
from spravka.pages.forking import prepare_readers
from spravka.passages.words.lemmas import word_terms
from spravka.queue.queues import QUEUE_NAMES, Queues, open_redis
from spravka.resources import Resources
from spravka.settings import load_settings
from spravka.telemetry import configure_logging, get_logger, log_context

log = get_logger(__name__)

HANDLERS: Mapping[str, JobHandler] = {
    **catalogue_jobs.HANDLERS,
    **nomenclature_jobs.HANDLERS,
    **database_jobs.HANDLERS,
    **document_jobs.HANDLERS,
}

ARRAY_USERS = (catalogue_jobs.used_arrays, database_jobs.used_arrays, document_jobs.used_arrays)
"""For each room that keeps bundles of arrays: the keys that its rows name."""

WORKER_TTL_SECONDS = 20
HORSE_HEARTBEAT_SECONDS = 15
MONITORING_SECONDS = 5
MAINTENANCE_SECONDS = 10

PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class MaintenanceTask:
    """Something done every so often, once however many workers there are."""

    every_seconds: int
    perform: Callable[[Resources], object]


def remove_unused_arrays(resources: Resources) -> None:
    """Delete bundles of arrays that no room's row names any more."""
    with resources.sessions() as session:
        used = {key for room in ARRAY_USERS for key in room(session) if key is not None}
    resources.arrays.remove_unused(used, time.time())


MAINTENANCE: Mapping[str, MaintenanceTask] = {
    "resend-forgotten-jobs": MaintenanceTask(15, resend_forgotten_jobs),
    "remove-old-sign-ins": MaintenanceTask(3600, remove_old_sign_ins),
    "remove-unused-arrays": MaintenanceTask(3600, remove_unused_arrays),
    "end-silent-answers": MaintenanceTask(60, end_silent_answers),
    "end-silent-document-answers": MaintenanceTask(60, end_silent_document_answers),
    "settle-documents": MaintenanceTask(60, settle_documents),
    "embed-owed-documents": MaintenanceTask(60, embed_owed_documents),
    "remove-unused-documents": MaintenanceTask(3600, remove_unused_documents),
    "learn-old-databases": MaintenanceTask(3600, learn_old_databases),
    "replay-due-examples": MaintenanceTask(3600, replay_due_examples),
}


def perform_job(job_id: int) -> None:
    """Perform the job whose row has that id."""
    resources = _open()
    try:
        perform(resources, HANDLERS, job_id)
    finally:
        resources.close()


def perform_maintenance(task: str) -> None:
    """Perform a maintenance task and see to its next turn."""
    resources = _open()
    with log_context(maintenance=task):
        try:
            MAINTENANCE[task].perform(resources)
        finally:
            schedule_maintenance(resources.queues)
            resources.close()


def schedule_maintenance(queues: Queues) -> None:
    """See to the next turn of every maintenance task."""
    for name, task in MAINTENANCE.items():
        queues.schedule_maintenance(name, task.every_seconds, datetime.now(UTC))


class DurableWorker(Worker):
    """A worker whose death is noticed within seconds, and whose children never outlive it."""

    def run_maintenance_tasks(self) -> None:
        """Besides RQ's own tasks: a Redis that lost its contents gets our schedule again."""
        super().run_maintenance_tasks()  # type: ignore[no-untyped-call]
        schedule_maintenance(Queues(self.connection))

    def fork_work_horse(self, job: SentJob, queue: Queue) -> None:
        """The process of the job finds the one that its readers are forked from."""
        prepare_readers()
        super().fork_work_horse(job, queue)

    def main_work_horse(self, job: SentJob, queue: Queue) -> None:
        """In the forked child: die with the worker, or a job would run on beside its rerun."""
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        super().main_work_horse(job, queue)

    def get_heartbeat_ttl(self, job: SentJob, working_time: float = 0.0) -> int:
        """How long a job counts as running without a sign of life; RQ's own answer is over a minute."""
        return HORSE_HEARTBEAT_SECONDS

    def request_stop(self, signum: int, frame: FrameType | None) -> None:
        """Stop at once: a job in the middle is killed and goes on where it stopped at the next start."""
        self._forget_running_job()
        self.request_force_stop(signum, frame)

    def _forget_running_job(self) -> None:
        """Let the reconciler send the job again at once, instead of waiting for its heartbeat to run out."""
        if self.horse_pid and (sent := self.get_current_job()) is not None:
            self.kill_horse()
            sent.delete()


def main() -> None:
    """Listen to all queues until told to stop."""
    settings = load_settings()
    configure_logging(settings.log_level)
    _catch_up()
    _prepare_forks()
    connection = open_redis(settings.queue)
    worker = DurableWorker(
        [Queue(name, connection=connection, serializer=JSONSerializer) for name in QUEUE_NAMES],
        connection=connection,
        serializer=JSONSerializer,
        worker_ttl=WORKER_TTL_SECONDS,
        job_monitoring_interval=MONITORING_SECONDS,
        maintenance_interval=MAINTENANCE_SECONDS,
    )
    worker.work(with_scheduler=True, logging_level="WARNING")


def _catch_up() -> None:
    """Before listening: send what was accepted while no worker was there to see it forgotten."""
    resources = _open()
    try:
        resend_forgotten_jobs(resources)
        schedule_maintenance(resources.queues)
    except Exception:
        log.exception("could not catch up; the scheduled maintenance will")
    finally:
        resources.close()


def _prepare_forks() -> None:
    """What every process forked for a job needs, read once here: the dictionary of Russian. Nothing that is here now is
    looked through for garbage there, which would copy the memory that they share (Python's documentation of ``gc``)."""
    word_terms("словарь")
    gc.collect()
    gc.freeze()


def _open() -> Resources:
    settings = load_settings()
    return settings.open_resources()


if __name__ == "__main__":
    main()
