"""Detached work: it goes on without its listener, and its errors end the stream."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from spravka.telemetry import log_context
from spravka.web.streaming import MOST_AT_ONCE, detached

PATIENCE_SECONDS = 5.0


def test_the_steps_come_in_order() -> None:
    async def listen() -> list[int]:
        return [step async for step in detached(lambda: iter(range(1000)))]

    assert asyncio.run(listen()) == list(range(1000))


def test_the_work_goes_on_when_its_listener_has_gone() -> None:
    may_go_on, is_done = threading.Event(), threading.Event()

    def work() -> Iterator[str]:
        yield "begun"
        may_go_on.wait(PATIENCE_SECONDS)
        yield "told to nobody"
        is_done.set()

    async def listen() -> str:
        return await anext(detached(work))

    assert asyncio.run(listen()) == "begun"
    may_go_on.set()
    assert is_done.wait(PATIENCE_SECONDS)


def test_what_is_kept_up_during_the_work_covers_the_wait_for_its_turn_and_ends_with_it() -> None:
    told: list[str] = []

    @contextmanager
    def during() -> Iterator[None]:
        told.append("begun")
        yield
        told.append("over")

    def work() -> Iterator[str]:
        yield told[-1]

    async def listen() -> list[str]:
        return [step async for step in detached(work, during())]

    assert asyncio.run(listen()) == ["begun"]
    assert told == ["begun", "over"]


def test_an_error_ends_the_stream_after_what_was_told() -> None:
    def work() -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    async def listen() -> list[int]:
        return [step async for step in detached(work)]

    assert asyncio.run(listen()) == [1]


def test_the_work_logs_under_the_request_it_is_of() -> None:
    def work() -> Iterator[object]:
        yield structlog.contextvars.get_contextvars().get("request_id")

    async def listen() -> list[object]:
        with log_context(request_id="r1"):
            return [step async for step in detached(work)]

    assert asyncio.run(listen()) == ["r1"]


def test_more_work_than_may_run_at_once_waits_and_is_done_to_the_end() -> None:
    running, most_seen, lock = 0, 0, threading.Lock()

    def work() -> Iterator[str]:
        nonlocal running, most_seen
        with lock:
            running += 1
            most_seen = max(most_seen, running)
        threading.Event().wait(0.02)
        with lock:
            running -= 1
        yield "done"

    async def listen() -> list[str]:
        return [step async for step in detached(work)]

    async def listen_to_all() -> list[list[str]]:
        return await asyncio.gather(*(listen() for _ in range(3 * MOST_AT_ONCE)))

    assert asyncio.run(listen_to_all()) == [["done"]] * (3 * MOST_AT_ONCE)
    assert 1 < most_seen <= MOST_AT_ONCE
