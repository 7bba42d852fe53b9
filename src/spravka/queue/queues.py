"""Sending jobs to RQ. What is sent is a job's id; what is to be done stands in Postgres."""

from datetime import datetime, timedelta

from redis import Redis
from redis.exceptions import RedisError
from rq import Queue, Retry, Worker
from rq.exceptions import NoSuchJobError
from rq.job import Job as SentJob
from rq.job import JobStatus as SentStatus
from rq.serializers import JSONSerializer
from rq.worker.base import BaseWorker

from spravka.errors import Unavailable
from spravka.queue.settings import QueueSettings
from spravka.queue.tickets import Ticket, take_fair_place

MAPPING = "mapping_nomenclatures"
SYNC = "sync_nomenclatures"
RETRAIN = "retrain_classifier"
DOCUMENTS = "documents"
PASSAGE_VECTORS = "passage_vectors"
MAINTENANCE = "maintenance"

QUEUE_NAMES = (MAINTENANCE, MAPPING, SYNC, RETRAIN, DOCUMENTS, PASSAGE_VECTORS)
"""In the order a worker looks into them: short work first."""

PERFORM_JOB = "spravka.worker.perform_job"
PERFORM_MAINTENANCE = "spravka.worker.perform_maintenance"

JOB_TIMEOUT_SECONDS = 6 * 3600
MAINTENANCE_TIMEOUT_SECONDS = 300
REDIS_TIMEOUT_SECONDS = 5
SILENCE_OF_THE_DEAD = timedelta(seconds=30)
"""A worker tells every few seconds that it lives, also while it works."""
ALIVE = {SentStatus.QUEUED, SentStatus.STARTED, SentStatus.SCHEDULED, SentStatus.DEFERRED, SentStatus.CREATED}


class QueueDown(Unavailable):
    title = "The queue does not answer"

    @property
    def detail(self) -> str:
        return "Nothing was lost: accepted work is sent when Redis answers. /health/ready names the part that is down."


def open_redis(settings: QueueSettings) -> "Redis":
    """A client of Redis; connects at the first call."""
    return Redis.from_url(
        settings.redis_url, socket_connect_timeout=REDIS_TIMEOUT_SECONDS, socket_timeout=REDIS_TIMEOUT_SECONDS
    )


class Queues:
    """The queues over one Redis."""

    def __init__(self, redis: "Redis") -> None:
        self.redis = redis

    def queue(self, name: str) -> Queue:
        """The queue of that name, with the JSON serializer: nothing in Redis is ever unpickled."""
        return Queue(name, connection=self.redis, serializer=JSONSerializer)

    def send_job(self, queue_name: str, ticket: Ticket) -> None:
        """Have a worker perform the job; among those that wait, tenants take turns."""
        queue = self.queue(queue_name)
        queue.enqueue_call(
            PERFORM_JOB,
            args=(ticket.job_id,),
            job_id=ticket.sent_id,
            timeout=JOB_TIMEOUT_SECONDS,
            retry=Retry(max=5, interval=[0, 1, 5, 15, 30]),
            result_ttl=0,
            failure_ttl=3600,
            description=f"job {ticket.job_id}",
        )
        take_fair_place(self.redis, queue.key, ticket)

    def is_alive(self, ticket: Ticket) -> bool:
        """True while RQ still means to run, or runs, the job at that turn."""
        try:
            sent = SentJob.fetch(ticket.sent_id, connection=self.redis, serializer=JSONSerializer)
        except NoSuchJobError:
            return False
        return sent.get_status() in ALIVE

    def schedule_maintenance(self, task: str, every_seconds: int, now: datetime) -> None:
        """Have ``task`` performed at its next turn, once however many workers ask for it.

        The turn's number is part of the id, so that asking twice for one turn schedules it once.
        """
        turn = int(now.timestamp()) // every_seconds + 1
        sent = f"maintenance-{task}-{turn}"
        if SentJob.exists(sent, connection=self.redis):
            return
        self.queue(MAINTENANCE).enqueue_at(
            datetime.fromtimestamp(turn * every_seconds, tz=now.tzinfo),
            PERFORM_MAINTENANCE,
            task,
            job_id=sent,
            job_timeout=MAINTENANCE_TIMEOUT_SECONDS,
            result_ttl=max(60, 2 * every_seconds),
            failure_ttl=max(60, 2 * every_seconds),
            description=f"maintenance {task} at {timedelta(seconds=turn * every_seconds)}",
        )

    def waiting_counts(self) -> dict[str, int]:
        """How many jobs wait in each queue."""
        return {name: self.queue(name).count for name in QUEUE_NAMES}

    def count_workers(self, now: datetime) -> int:
        """How many workers have told within the last half a minute that they live."""
        alive_after = now.replace(tzinfo=None) - SILENCE_OF_THE_DEAD
        workers = Worker.all(connection=self.redis, serializer=JSONSerializer)
        return sum(_heard_at(worker) >= alive_after for worker in workers)

    def is_anything_waiting(self, before: str | None = None) -> bool:
        """True where a worker that ended its job now would find another, in a queue ``before`` that one where it is
        named; False too while Redis does not answer."""
        names = QUEUE_NAMES if before is None else QUEUE_NAMES[: QUEUE_NAMES.index(before)]
        try:
            return any(self.queue(name).count for name in names)
        except RedisError:
            return False

    def ping(self) -> None:
        """Raises :class:`QueueDown` where Redis does not answer."""
        try:
            self.redis.ping()
        except RedisError as error:
            raise QueueDown from error


def _heard_at(worker: BaseWorker) -> datetime:
    """When the worker last told that it lives, in UTC without saying so."""
    heard_at = worker.last_heartbeat
    return datetime.min if heard_at is None else heard_at.replace(tzinfo=None)
