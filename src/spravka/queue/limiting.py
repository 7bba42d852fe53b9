"""How often something may be tried: counters in Redis, shared by all processes; in memory while Redis is down."""

import time

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage, RedisStorage
from limits.storage.base import Storage
from redis import Redis
from redis.exceptions import RedisError

from spravka.telemetry import get_logger

log = get_logger(__name__)

REDIS_LEFT_ALONE_SECONDS = 15.0
"""How long a Redis that did not answer is not asked again, so that a request does not wait for it each time."""


class AttemptCounter:
    """Counts attempts per key and minute.

    An attempt is counted *before* it is made, and given back when it succeeds: many at the same moment cannot
    slip through together. A Redis that is down neither locks everybody out nor lets everybody in: each process
    then counts for itself.
    """

    def __init__(self, redis: "Redis", attempts_per_minute: int) -> None:
        self._limit = RateLimitItemPerMinute(attempts_per_minute)
        pool = redis.connection_pool
        self._redis = RedisStorage("redis://", connection_pool=pool, key_prefix="spravka-attempts")
        self._memory = MemoryStorage()
        self._redis_again_at = 0.0

    def count(self, *key: str) -> int | None:
        """Count an attempt; None where it is allowed, else after how many seconds (1…60) to come back."""
        name = self._limit.key_for(*key)
        if self._add(name, 1) <= self._limit.amount:
            return None
        return self._seconds_left(name)

    def give_back(self, *key: str) -> None:
        """Take back one counted attempt, because it succeeded."""
        self._add(self._limit.key_for(*key), -1)

    def _add(self, name: str, amount: int) -> int:
        if self._trusts_redis():
            try:
                return self._count_in(self._redis, name, amount)
            except RedisError as error:
                self._leave_redis_alone(error)
        return self._count_in(self._memory, name, amount)

    def _seconds_left(self, name: str) -> int:
        ends_at = time.time() + self._limit.get_expiry()
        if self._trusts_redis():
            try:
                ends_at = self._redis.get_expiry(name)
            except RedisError as error:
                self._leave_redis_alone(error)
        else:
            ends_at = self._memory.get_expiry(name)
        return min(self._limit.get_expiry(), max(1, round(ends_at - time.time())))

    def _count_in(self, storage: Storage, name: str, amount: int) -> int:
        return storage.incr(name, self._limit.get_expiry(), amount=amount)

    def _trusts_redis(self) -> bool:
        return time.monotonic() >= self._redis_again_at

    def _leave_redis_alone(self, error: RedisError) -> None:
        log.warning("attempts are counted in memory", error=str(error))
        self._redis_again_at = time.monotonic() + REDIS_LEFT_ALONE_SECONDS
