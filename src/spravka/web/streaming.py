"""Work whose steps are streamed to whoever listens, and which goes on when nobody does any more."""

import asyncio
import contextvars
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import TypeVar

from spravka.telemetry import get_logger

log = get_logger(__name__)

Step = TypeVar("Step")

MOST_AT_ONCE = 24
"""Work of this process that runs at a time; more of it waits for its turn, accepted and kept."""
_turns = threading.BoundedSemaphore(MOST_AT_ONCE)


async def detached(
    produce: Callable[[], Iterator[Step]], during: AbstractContextManager[None] | None = None
) -> AsyncIterator[Step]:
    """The steps that ``produce`` yields, run to the end in a thread of its own; ``during`` is entered for as long as
    that takes, the wait for a turn included.

    A listener who goes away does not stop the work: what it stores on its way is there when he comes back.
    An error of the work ends the stream; ``produce`` is expected to store what its followers must know of it.
    """
    loop = asyncio.get_running_loop()
    steps: asyncio.Queue[Step | None] = asyncio.Queue()

    def put(step: Step | None) -> None:
        with suppress(RuntimeError):  # the listener's loop has ended with the server
            loop.call_soon_threadsafe(steps.put_nowait, step)

    def run() -> None:
        try:
            with during or nullcontext(), _turns:
                for step in produce():
                    put(step)
        except Exception:
            log.exception("detached work broke")
        finally:
            put(None)

    context = contextvars.copy_context()  # the log tells which request the work is of
    threading.Thread(target=context.run, args=[run], name="detached", daemon=True).start()
    while (step := await steps.get()) is not None:
        yield step
