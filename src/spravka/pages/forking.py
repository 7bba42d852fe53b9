"""Getting reading processes from the fork server, which is started with the first of them.

A process that is forked uses its parent's server, if that was running by then: a worker whose jobs are processes of
their own starts it before them (:func:`prepare_readers`).
"""

import atexit
import os
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass

SERVER = "spravka.pages.fork_server"
FORKED = b"f"
"""What is told of a reading process first."""


@dataclass(frozen=True, slots=True)
class Forked:
    """A reading process: ``talk`` to it, and ``watch`` how it ends (see :mod:`spravka.pages.fork_server`)."""

    talk: socket.socket
    watch: socket.socket


class _Server:
    """A running fork server of this process."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment, self.owner = environment, os.getpid()
        self.socket, theirs = socket.socketpair()
        with theirs:
            self.process = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-m", SERVER, str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=environment,
                pass_fds=(theirs.fileno(),),
            )

    @property
    def is_running(self) -> bool:
        """Whether it was not seen to end; a parent's server cannot be seen."""
        return self.owner != os.getpid() or self.process.poll() is None

    def fork(self) -> Forked:
        """One more reading process. Raises OSError where the server is gone."""
        (talk, its_talk), (watch, its_watch) = socket.socketpair(), socket.socketpair()
        with its_talk, its_watch:
            try:
                socket.send_fds(self.socket, [b"f"], [its_talk.fileno(), its_watch.fileno()])
                its_talk.close()
                its_watch.close()
                if watch.recv(len(FORKED)) != FORKED:
                    raise ConnectionResetError
            except OSError:
                talk.close()
                watch.close()
                raise
        return Forked(talk, watch)

    def close(self) -> None:
        """Ends it, and what it has forked; a parent's server goes on."""
        self.socket.close()
        if self.owner == os.getpid():
            self.process.wait()


class _Forks:
    """The one server of this process; another where that is gone, or was started in another environment."""

    def __init__(self) -> None:
        self.server: _Server | None = None
        self.lock = threading.Lock()

    def fork(self) -> Forked:
        """A new reading process."""
        with self.lock:
            try:
                return self.serving().fork()
            except OSError:
                self.close()
                return self.serving().fork()

    def serving(self) -> _Server:
        """The server, running."""
        environment = _environment()
        if self.server and not (self.server.is_running and self.server.environment == environment):
            self.close()
        if self.server is None:
            self.server = _Server(environment)
        return self.server

    def close(self) -> None:
        """Ends the server, if there is one."""
        server, self.server = self.server, None
        if server is not None:
            server.close()


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "TESSDATA_PREFIX") if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1", "OMP_THREAD_LIMIT": "1"}


_forks = _Forks()
atexit.register(_forks.close)


def prepare_readers() -> None:
    """Start the fork server where none is running."""
    _forks.serving()


def fork_reader() -> Forked:
    """A new reading process, which waits for its request."""
    return _forks.fork()
