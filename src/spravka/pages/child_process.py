"""The process that reads a document, seen from outside: started, listened to, and gone.

Time is counted only while the process is waited for.
"""

import contextlib
import dataclasses
import json
import select
import signal
import socket
import time
from typing import Any, NoReturn, Self

from spravka.errors import Problem
from spravka.pages import errors
from spravka.pages.errors import DocumentDamaged, ReadingTooBig, ReadingTooLong
from spravka.pages.forking import fork_reader
from spravka.pages.limits import ReadingLimits

_CHUNK_BYTES = 1 << 18
_STATUS_BYTES = 16
_OUT_OF_MEMORY = frozenset({signal.SIGABRT, signal.SIGTRAP, signal.SIGILL})
"""How the libraries end a process that gets no more memory."""


class ChildDied(Exception):
    """The process ended, or was ended for taking too long, before it had told all; ``problem`` is the likely reason."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class ChildProcess:
    """A reading process; leaving its context ends it.

    ``seconds`` is how long it may be waited for in all; ``waited_seconds`` how long it was.
    """

    def __init__(self, request: dict[str, Any], limits: ReadingLimits, seconds: float) -> None:
        self.limits, self.seconds, self.waited_seconds = limits, seconds, 0.0
        forked = fork_reader()
        self.talk, self.watch = forked.talk, forked.watch
        self.unread = bytearray()
        self.line = ""
        """The last one it told."""
        message = json.dumps({**request, "limits": dataclasses.asdict(limits)})
        with contextlib.suppress(OSError):  # it is dead: whoever listens finds out why
            self.talk.sendall(message.encode() + b"\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self.watch.shutdown(socket.SHUT_WR)
        self._ending()
        self.talk.close()
        self.watch.close()

    def answer(self) -> Any:
        """The next line it tells. Raises ChildDied, and the Problem that it tells."""
        end = self.unread.find(b"\n")
        while end < 0:
            searched = len(self.unread)
            self._receive()
            end = self.unread.find(b"\n", searched)
        self.line = self.unread[:end].decode()
        del self.unread[: end + 1]
        answer = json.loads(self.line)
        if isinstance(answer, dict) and "problem" in answer:
            raise _problem(answer)
        return answer

    def take(self, count: int) -> bytes:
        """So many bytes as they are. Raises ChildDied."""
        while len(self.unread) < count:
            self._receive()
        taken = bytes(self.unread[:count])
        del self.unread[:count]
        return taken

    def _receive(self) -> None:
        started = time.monotonic()
        patience = min(self.limits.seconds_a_page, self.seconds - self.waited_seconds)
        ready, _, _ = select.select([self.talk], [], [], max(patience, 0.0))
        self.waited_seconds += time.monotonic() - started
        if not ready:
            raise ChildDied(ReadingTooLong())
        chunk = b""
        with contextlib.suppress(ConnectionError):
            chunk = self.talk.recv(_CHUNK_BYTES)
        if not chunk:
            self._raise_death()
        self.unread += chunk

    def _raise_death(self) -> NoReturn:
        ending = self._ending()
        if ending in (signal.SIGXCPU, signal.SIGKILL):
            raise ChildDied(ReadingTooLong())
        if ending in _OUT_OF_MEMORY:
            raise ChildDied(ReadingTooBig(self.limits.memory_bytes))
        raise ChildDied(DocumentDamaged("its content breaks the rules of its format"))

    def _ending(self) -> int:
        """The signal that ended it (of those that cannot be told, that of the end by force), or 0."""
        self.watch.settimeout(self.limits.seconds_a_page)
        try:
            return max(-int(self.watch.recv(_STATUS_BYTES) or b"-9"), 0)
        except OSError:
            return signal.SIGKILL


def _problem(answer: dict[str, Any]) -> Problem:
    """The Problem the process told. What it tells is not trusted to name anything but a Problem of this room."""
    kind = getattr(errors, str(answer["problem"]), None)
    if not (isinstance(kind, type) and issubclass(kind, Problem)):
        return DocumentDamaged("its content breaks the rules of its format")
    return kind(**answer["members"])
