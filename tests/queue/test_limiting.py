"""How often something may be tried."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from redis import Redis

from spravka.queue import limiting
from spravka.queue.limiting import AttemptCounter
from spravka.queue.queues import open_redis
from spravka.queue.settings import QueueSettings
from tests.parts import Parts

NOWHERE = QueueSettings(redis_url="redis://127.0.0.1:1/0")


@pytest.fixture
def redis(parts: Parts) -> Redis:
    return open_redis(QueueSettings(redis_url=parts.new_redis()))


def test_a_key_may_try_so_often_and_then_waits_out_the_minute(redis: Redis) -> None:
    counter = AttemptCounter(redis, 3)
    answers = [counter.count("email", "a") for _ in range(5)]
    assert answers[:3] == [None, None, None]
    assert all(seconds is not None and 1 <= seconds <= 60 for seconds in answers[3:])


def test_keys_are_counted_apart(redis: Redis) -> None:
    counter = AttemptCounter(redis, 1)
    assert [counter.count("email", "a"), counter.count("email", "b"), counter.count("address", "a")] == [None] * 3


def test_an_attempt_given_back_does_not_count(redis: Redis) -> None:
    counter = AttemptCounter(redis, 1)
    for _ in range(5):
        assert counter.count("email", "a") is None
        counter.give_back("email", "a")


def test_processes_count_together(redis: Redis) -> None:
    one, other = AttemptCounter(redis, 2), AttemptCounter(redis, 2)
    assert [one.count("a"), other.count("a"), one.count("a") is None] == [None, None, False]


def test_many_at_one_moment_do_not_slip_through_together(redis: Redis) -> None:
    counter = AttemptCounter(redis, 3)
    with ThreadPoolExecutor(8) as crowd:
        answers = list(crowd.map(lambda _: counter.count("a"), range(40)))
    assert answers.count(None) == 3


def test_the_count_is_forgotten_by_itself(redis: Redis) -> None:
    AttemptCounter(redis, 3).count("a")
    seconds_left = [redis.ttl(key) for key in redis.scan_iter()]
    assert seconds_left in ([60], [59])


def test_without_redis_each_process_counts_for_itself() -> None:
    counter = AttemptCounter(open_redis(NOWHERE), 2)
    answers = [counter.count("a") for _ in range(3)]
    assert answers[:2] == [None, None]
    assert answers[2] is not None
    counter.give_back("a")
    counter.give_back("a")
    assert counter.count("a") is None


def test_a_redis_that_came_back_is_used_again(redis: Redis, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limiting, "REDIS_LEFT_ALONE_SECONDS", 0.0)
    counter = AttemptCounter(open_redis(NOWHERE), 1)
    assert counter.count("a") is None
    counter._redis.storage = redis
    counter._redis.initialize_storage("")
    assert counter.count("a") is None
    assert list(redis.scan_iter())
