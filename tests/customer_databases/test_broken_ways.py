"""The network between here and the database breaks, or falls silent, in the middle of an answer."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from spravka.customer_databases.caps import Caps, Timeouts
from spravka.customer_databases.errors import ConnectionLost, DatabaseUnreachable, QueryTimedOut
from spravka.customer_databases.opening import open_connection
from tests.customer_databases.places import PostgresqlPlace, guarded, with_port


class Way:
    """A TCP proxy to a server: it can be cut, or made silent (nothing passes, nothing is closed)."""

    def __init__(self, target: tuple[str, int]) -> None:
        self._target = target
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._ends: list[socket.socket] = []
        self._is_silent = threading.Event()
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def silence(self) -> None:
        self._is_silent.set()

    def cut(self) -> None:
        for end in (self._listener, *self._ends):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                here, _ = self._listener.accept()
                there = socket.create_connection(self._target)
                self._ends += [here, there]
                for source, sink in ((here, there), (there, here)):
                    threading.Thread(target=self._pass, args=(source, sink), daemon=True).start()

    def _pass(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while passed := source.recv(4096):
                if not self._is_silent.is_set():
                    sink.sendall(passed)


@pytest.fixture
def way(shared_postgresql: PostgresqlPlace) -> Iterator[Way]:
    opened = Way((shared_postgresql.fields.host, shared_postgresql.fields.server_port))
    yield opened
    opened.cut()


def test_a_way_cut_in_the_middle_is_told_as_lost(shared_postgresql: PostgresqlPlace, way: Way) -> None:
    with open_connection(with_port(shared_postgresql.fields, way.port)) as connection:
        threading.Timer(0.3, way.cut).start()
        with pytest.raises(ConnectionLost):
            connection.run(guarded("SELECT pg_sleep(20)"))


def test_a_way_cut_between_rows_is_told_as_lost(shared_postgresql: PostgresqlPlace, way: Way) -> None:
    query = guarded("SELECT generate_series(1, 10000000) AS n", limit=10**9)
    with (
        open_connection(with_port(shared_postgresql.fields, way.port)) as connection,
        pytest.raises(ConnectionLost),
        connection.stream(query, Caps(rows=10**9)) as stream,
    ):
        for [number] in stream:
            if number == 10_000:
                way.cut()


def test_a_way_that_fell_silent_is_hung_up_on(shared_postgresql: PostgresqlPlace, way: Way) -> None:
    timeouts = Timeouts(connect_seconds=2, query_seconds=0.5)
    with open_connection(with_port(shared_postgresql.fields, way.port), timeouts) as connection:
        connection.run(guarded("SELECT 1"))
        way.silence()
        started = time.monotonic()
        with pytest.raises(QueryTimedOut):
            connection.run(guarded("SELECT 2"))
        assert time.monotonic() - started < 10
        assert not connection.is_open


def test_a_server_that_accepts_and_says_nothing_is_unreachable(shared_postgresql: PostgresqlPlace) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        started = time.monotonic()
        with pytest.raises(DatabaseUnreachable):
            open_connection(with_port(shared_postgresql.fields, silent.getsockname()[1]), Timeouts(connect_seconds=2))
        assert time.monotonic() - started < 5
