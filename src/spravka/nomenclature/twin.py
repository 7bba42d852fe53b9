"""A second process beside a run, so that names are matched on two cores.

Matching is many short steps that hold the interpreter's lock, so threads do not help. The twin is forked when the
matcher is open: it shares its arrays, gets names and gives results as JSON through pipes, and dies with the run.
"""

import ctypes
import json
import os
import signal
import struct
import sys
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, BinaryIO, Self

from spravka.errors import Unavailable
from spravka.telemetry import get_logger

log = get_logger(__name__)

Answer = Callable[[Any], Any]
"""What is done with a message, both JSON-able."""

_PR_SET_PDEATHSIG = 1
_LENGTH = struct.Struct("<Q")


class TwinDied(Unavailable):
    """The second process ended before it had answered; the run is tried again."""

    title = "A matching process died"


class Twin:
    """A forked copy of this process that answers messages one after the other. Used with ``with``."""

    def __init__(self, answer: Answer) -> None:
        ask_read, ask_write = os.pipe()
        tell_read, tell_write = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(ask_write)
            os.close(tell_read)
            _live(answer, os.fdopen(ask_read, "rb"), os.fdopen(tell_write, "wb"))
        os.close(ask_read)
        os.close(tell_write)
        self._ask, self._tell = os.fdopen(ask_write, "wb"), os.fdopen(tell_read, "rb")

    def ask(self, message: Any) -> None:
        """Send a message; the answer is read later. Raises :class:`TwinDied`."""
        try:
            _write(self._ask, message)
        except BrokenPipeError as error:
            raise TwinDied from error

    def answer(self) -> Any:
        """The answer to the oldest message that was not answered yet. Raises :class:`TwinDied`."""
        return _read(self._tell)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        self._tell.close()
        try:
            self._ask.close()
        except BrokenPipeError:
            log.warning("the matching twin had died")


def halves(entries: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The first half, one longer where the number is odd, and the second."""
    middle = (len(entries) + 1) // 2
    return entries[:middle], entries[middle:]


def _live(answer: Answer, ask: BinaryIO, tell: BinaryIO) -> None:
    """The whole life of the forked process: it never returns, and leaves nothing of its parent's to clean up."""
    try:
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        while True:
            _write(tell, answer(_read(ask)))
    except TwinDied:
        os._exit(0)
    except BaseException:
        log.exception("the matching twin broke")
        os._exit(1)


def _write(stream: BinaryIO, message: Any) -> None:
    body = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()
    stream.write(_LENGTH.pack(len(body)) + body)
    stream.flush()


def _read(stream: BinaryIO) -> Any:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise TwinDied
    (length,) = _LENGTH.unpack(head)
    body = stream.read(length)
    if len(body) < length:
        raise TwinDied
    return json.loads(body)
