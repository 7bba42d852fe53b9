"""What is sent to Redis of a job, and its place among what waits: tenants take turns, whoever sends how many."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from redis import Redis
from redis.exceptions import WatchError

PLACING_TRIES = 5
_TENANT = re.compile(r"tenant-(\d+)-")


@dataclass(frozen=True, slots=True)
class Ticket:
    """A job on its way to a worker. ``turn`` counts how often it has let others go first: what is sent for the next
    turn is not the ticket that RQ is about to forget."""

    tenant_id: int
    job_id: int
    turn: int = 0

    @property
    def sent_id(self) -> str:
        """The id under which RQ knows it."""
        told = f"tenant-{self.tenant_id}-job-{self.job_id}"
        return f"{told}-{self.turn}" if self.turn else told


def tenant_of(sent_id: str) -> int | None:
    """Whose job it is; None for what belongs to no tenant."""
    found = _TENANT.match(sent_id)
    return None if found is None else int(found[1])


def fair_place(waiting: Sequence[int | None], tenant_id: int) -> int:
    """Where the tenant's next job belongs: behind his own, and before what another's would be one round later.

    ``waiting``: whose each job in the queue is, the first to be taken first. What is nobody's is not passed by.
    """
    own_round = waiting.count(tenant_id) + 1
    kept = max((place + 1 for place, whose in enumerate(waiting) if whose in (tenant_id, None)), default=0)
    rounds = Counter(waiting[:kept])
    for place in range(kept, len(waiting)):
        rounds[waiting[place]] += 1
        if rounds[waiting[place]] > own_round:
            return place
    return len(waiting)


def take_fair_place(redis: "Redis", key: str, ticket: Ticket) -> None:
    """Move a ticket from the end of the list ``key`` to its place. One that was taken meanwhile is left alone; where
    the list changes all the time, it stays at the end."""
    with redis.pipeline() as together:
        for _ in range(PLACING_TRIES):
            try:
                together.watch(key)  # type: ignore[no-untyped-call]
                waiting = [sent.decode() for sent in cast(list[bytes], together.lrange(key, 0, -1))]
                if waiting[-1:] != [ticket.sent_id]:
                    return
                place = fair_place([tenant_of(sent) for sent in waiting[:-1]], ticket.tenant_id)
                if place == len(waiting) - 1:
                    return
                together.multi()
                together.rpop(key)
                together.linsert(key, "BEFORE", waiting[place], ticket.sent_id)
                together.execute()
                return
            except WatchError:
                continue
