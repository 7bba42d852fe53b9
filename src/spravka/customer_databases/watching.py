"""The clock on this side: a query that outlives its time is interrupted, and if that does not help, hung up on.

Servers have timeouts of their own, and they come first; this is for those that have none (MS SQL), for answers
whose rows trickle, and for a network that went silent.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

INTERRUPT_AFTER_SECONDS = 0.5
"""Beyond the timeout: the server's own timeout, which leaves the connection in order, comes first."""
HANG_UP_AFTER_SECONDS = 3.0
"""After the interruption."""


class Watch:
    """Whether the time was up."""

    def __init__(self) -> None:
        self.has_rung = False
        self._done = threading.Event()

    def end(self) -> None:
        self._done.set()

    def wait(self, timeout_seconds: float, interrupt: Callable[[], None], hang_up: Callable[[], None]) -> None:
        if self._done.wait(timeout_seconds + INTERRUPT_AFTER_SECONDS):
            return
        self.has_rung = True
        with suppress(Exception):  # the way to the server may be broken: hanging up needs none
            interrupt()
        if not self._done.wait(HANG_UP_AFTER_SECONDS):
            hang_up()


@contextmanager
def watching(timeout_seconds: float, interrupt: Callable[[], None], hang_up: Callable[[], None]) -> Iterator[Watch]:
    """Call ``interrupt`` once ``timeout_seconds`` are over, and ``hang_up`` where the block goes on nevertheless."""
    watch = Watch()
    thread = threading.Thread(target=watch.wait, args=(timeout_seconds, interrupt, hang_up), daemon=True)
    thread.start()
    try:
        yield watch
    finally:
        watch.end()
