"""The process that reading processes are forked from: it has loaded what they need, and touches no document itself.

A program that reads a document takes longer to start than most documents take to read; a forked one has started. The
server is run by ``child_process`` as ``python -m spravka.pages.fork_server DESCRIPTOR``, a socket of its client's. Each
message on it is two sockets of one reading process: over the first that gets its request and tells its answers
(:mod:`spravka.pages.reading_child`); over the second the client hears that it is there, and how it
ended, a number as ``os`` tells it, and ends it by closing its own side. The server ends with its client, and all
reading processes with it.
"""

import gc
import json
import os
import selectors
import signal
import socket
import sys
from contextlib import suppress
from typing import NoReturn

from spravka.morphology.russian import is_russian_word
from spravka.pages import reading_child
from spravka.pages.forking import FORKED
from spravka.pages.formats.pdf import load_library

_SOCKETS = 2
_FAILED = 1


class ForkServer:
    """Forks, and waits for what it has forked."""

    def __init__(self, client: socket.socket) -> None:
        self.client = client
        self.woken, self.wakes = socket.socketpair()
        self.running: dict[int, socket.socket] = {}
        """By the id of a reading process: the socket that its end is told on."""
        self.selector = selectors.SelectSelector()
        self.selector.register(client, selectors.EVENT_READ)
        self.selector.register(self.woken, selectors.EVENT_READ)

    def serve(self) -> None:
        """Until the client is gone."""
        self._listen_to_ends()
        while True:
            for key, _ in self.selector.select():
                if key.data is not None:
                    self._end(key.data)
                elif key.fileobj is self.woken:
                    self.woken.recv(1024)
                    self._tell_ends()
                elif not self._fork():
                    return

    def _listen_to_ends(self) -> None:
        self.woken.setblocking(False)
        self.wakes.setblocking(False)
        signal.set_wakeup_fd(self.wakes.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever is interrupted ends its readers itself

    def _fork(self) -> bool:
        """One more reading process; False where the client is gone."""
        message, descriptors, *_ = socket.recv_fds(self.client, 1, _SOCKETS)
        if not message:
            return False
        talk, watch = (socket.socket(fileno=descriptor) for descriptor in descriptors)
        server = os.getpid()
        child = os.fork()
        if not child:
            self._read(talk, watch, server)
        talk.close()
        with suppress(OSError):
            watch.sendall(FORKED)
        self.running[child] = watch
        self.selector.register(watch, selectors.EVENT_READ, child)
        return True

    def _read(self, talk: socket.socket, watch: socket.socket, server: int) -> NoReturn:
        """In the forked process, which keeps nothing but its own socket."""
        status = _FAILED
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for other in (self.client, self.woken, self.wakes, watch, *self.running.values()):
                other.close()
            with talk.makefile("rb") as asked, talk.makefile("wb") as told:
                reading_child.main(json.loads(asked.readline()), told, server)
            status = 0
        finally:
            os._exit(status)

    def _end(self, child: int) -> None:
        """The client has closed its side. (The process is still the same one, for it was not waited for.)"""
        self.selector.unregister(self.running[child])
        os.kill(child, signal.SIGKILL)

    def _tell_ends(self) -> None:
        for child in list(self.running):
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                watch = self.running.pop(child)
                with suppress(KeyError):
                    self.selector.unregister(watch)
                with suppress(OSError):
                    watch.sendall(b"%d" % os.waitstatus_to_exitcode(status))
                watch.close()


def main(descriptor: int) -> None:
    """Serves the client at the other end of the socket."""
    load_library()
    is_russian_word("слово")  # reads the dictionary, which pages of few common words are held against
    gc.disable()
    gc.freeze()
    server = ForkServer(socket.socket(fileno=descriptor))
    try:
        server.serve()
    finally:
        for child in server.running:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)


if __name__ == "__main__":
    main(int(sys.argv[1]))
