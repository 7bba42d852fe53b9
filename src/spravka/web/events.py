"""Streams of changes for server-sent events."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import TypeVar

from starlette.concurrency import run_in_threadpool

State = TypeVar("State")

POLL_SECONDS = 0.4


async def changes(
    read: Callable[[], State], is_last: Callable[[State], bool], every_seconds: float = POLL_SECONDS
) -> AsyncIterator[State]:
    """The state that ``read`` gives, at first and then whenever it differs, up to the one that ``is_last``.

    The truth is asked (Postgres), not announced: whoever reconnects sees the present state at once.
    """
    last: State | None = None
    while True:
        state = await run_in_threadpool(read)
        if state != last:
            yield state
            last = state
        if is_last(state):
            return
        await asyncio.sleep(every_seconds)
