"""The process that reads a document, seen from outside: started, listened to, and gone.

Time is counted only while the process is waited for.
"""

import contextlib
import dataclasses
import json
import os
import select
import signal
import subprocess
import sys
import time
from typing import Any, NoReturn, Self

from spravka.errors import Problem
from spravka.pages import errors
from spravka.pages.errors import DocumentDamaged, ReadingTooBig, ReadingTooLong
from spravka.pages.limits import ReadingLimits

CHILD = "spravka.pages.reading_child"
_CHUNK_BYTES = 1 << 18
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
        message = {**request, "limits": dataclasses.asdict(limits), "parent": os.getpid()}
        self.process = subprocess.Popen(  # noqa: S603 - our own program; the path is an argument, never a command
            [sys.executable, "-m", CHILD, json.dumps(message)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            bufsize=0,
        )
        self.unread = bytearray()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def answer(self) -> Any:
        """The next line it tells. Raises ChildDied, and the Problem that it tells."""
        end = self.unread.find(b"\n")
        while end < 0:
            searched = len(self.unread)
            self._receive()
            end = self.unread.find(b"\n", searched)
        line = bytes(self.unread[:end])
        del self.unread[: end + 1]
        answer = json.loads(line)
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
        assert self.process.stdout is not None
        started = time.monotonic()
        patience = min(self.limits.seconds_a_page, self.seconds - self.waited_seconds)
        ready, _, _ = select.select([self.process.stdout], [], [], max(patience, 0.0))
        self.waited_seconds += time.monotonic() - started
        if not ready:
            raise ChildDied(ReadingTooLong())
        chunk = os.read(self.process.stdout.fileno(), _CHUNK_BYTES)
        if not chunk:
            self._raise_death()
        self.unread += chunk

    def _raise_death(self) -> NoReturn:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=self.limits.seconds_a_page)
        ending = -(self.process.returncode or 0)
        if ending in (signal.SIGXCPU, signal.SIGKILL):
            raise ChildDied(ReadingTooLong())
        if ending in _OUT_OF_MEMORY:
            raise ChildDied(ReadingTooBig(self.limits.memory_bytes))
        raise ChildDied(DocumentDamaged("its content breaks the rules of its format"))


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "TESSDATA_PREFIX") if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1", "OMP_THREAD_LIMIT": "1"}


def _problem(answer: dict[str, Any]) -> Problem:
    """The Problem the process told. What it tells is not trusted to name anything but a Problem of this room."""
    kind = getattr(errors, str(answer["problem"]), None)
    if not (isinstance(kind, type) and issubclass(kind, Problem)):
        return DocumentDamaged("its content breaks the rules of its format")
    return kind(**answer["members"])
