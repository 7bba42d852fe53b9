"""What is sent to Redis, and what is known of it there."""

from datetime import UTC, datetime

from rq.serializers import JSONSerializer

from spravka.queue.queues import MAINTENANCE, MAPPING, QUEUE_NAMES
from spravka.queue.tickets import Ticket
from spravka.resources import Resources

TICKET = Ticket(tenant_id=3, job_id=7)


def test_a_sent_job_waits_until_somebody_takes_it(resources: Resources) -> None:
    assert not resources.queues.is_alive(TICKET)
    resources.queues.send_job(MAPPING, TICKET)
    assert resources.queues.is_alive(TICKET)
    assert resources.queues.waiting_counts() == {name: int(name == MAPPING) for name in QUEUE_NAMES}


def test_a_job_travels_as_its_id_and_as_json(resources: Resources) -> None:
    resources.queues.send_job(MAPPING, TICKET)
    sent = resources.queues.queue(MAPPING).jobs[0]
    assert sent.serializer is JSONSerializer
    assert tuple(sent.args) == (7,)


def test_a_turn_of_maintenance_is_scheduled_once_whoever_asks(resources: Resources) -> None:
    now = datetime(2026, 1, 1, 12, 0, 7, tzinfo=UTC)
    for _ in range(3):
        resources.queues.schedule_maintenance("tidy", 15, now)
    scheduled = resources.queues.queue(MAINTENANCE).scheduled_job_registry
    assert scheduled.count == 1
    turn = scheduled.get_scheduled_time(scheduled.get_job_ids()[0])
    assert turn == datetime(2026, 1, 1, 12, 0, 15, tzinfo=UTC)
