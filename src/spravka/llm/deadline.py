"""An overall deadline for an answer that comes slowly: the connection is shut when the time is over."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from spravka.llm.errors import LlmTimedOut

if TYPE_CHECKING:
    import httpx2


class Deadline:
    """Counts from its making, by a clock that never goes back."""

    def __init__(self, timeout_seconds: float) -> None:
        self._timeout_seconds = timeout_seconds
        self._end = time.monotonic() + timeout_seconds

    @property
    def remaining_seconds(self) -> float:
        """At least a moment, so that it can be handed on as a timeout."""
        return max(self._end - time.monotonic(), 0.001)

    @property
    def is_over(self) -> bool:
        return time.monotonic() >= self._end

    def check(self) -> None:
        """Raises :class:`LlmTimedOut` where the time is over."""
        if self.is_over:
            raise self.problem()

    def problem(self) -> LlmTimedOut:
        return LlmTimedOut(self._timeout_seconds)

    def wait(self, seconds: float) -> bool:
        """Sleep, if there is time left for that; false where there is not."""
        if seconds >= self.remaining_seconds:
            return False
        time.sleep(seconds)
        return True

    @contextmanager
    def cutting(self, response: "httpx2.Response") -> Iterator[None]:
        """Shut the response's connection at the deadline: a server that sends a byte a minute cannot hold us."""
        watch = threading.Timer(self.remaining_seconds, _shut, [response])
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()


def _shut(response: "httpx2.Response") -> None:
    """A blocked reader wakes up with an end of the stream; closing alone would leave it waiting."""
    stream = response.extensions.get("network_stream")
    connection = stream.get_extra_info("socket") if stream is not None else None
    if connection is not None:
        with suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)
