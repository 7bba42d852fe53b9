"""A real server and a real worker on the parts for tests, each of which a test may kill and start again."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from spravka.stack.addresses import application_environment
from spravka.stack.machine.ports import LOOPBACK, free_port
from spravka.stack.parts.application import server_part, worker_part
from spravka.stack.secrets_file import AUTH_SECRET, DATABASES_SECRET
from spravka.stack.supervision.programs import RunningProgram, describe_exit, last_lines
from spravka.stack.supervision.supervising import Part
from tests.parts import Parts

SETTING = "SPRAVKA_"
"""What the person has set for his own installation does not reach the tests."""

CHECKOUT = Path(__file__).resolve().parents[1]


class Application:
    """The processes of the product with a database, a queue, collections and a data folder of their own."""

    def __init__(self, parts: Parts, data: Path, overrides: dict[str, str]) -> None:
        self.port = free_port()
        self.url = f"http://{LOOPBACK}:{self.port}"
        self.data = data
        self.settings = {
            "SPRAVKA_DATABASE_URL": parts.new_database(),
            "SPRAVKA_QUEUE_REDIS_URL": parts.new_redis(),
            "SPRAVKA_VECTORS_URL": parts.chroma_url,
            "SPRAVKA_VECTORS_PREFIX": parts.new_prefix(),
            "SPRAVKA_AUTH_SECRET": parts.addresses.secrets[AUTH_SECRET],
            "SPRAVKA_DATABASES_SECRET": parts.addresses.secrets[DATABASES_SECRET],
            "SPRAVKA_DATA_DIR": str(data),
            **overrides,
        }
        own = {name: value for name, value in os.environ.items() if not name.startswith(SETTING)}
        self.environment = application_environment(self.settings, own)
        self._running: dict[str, RunningProgram] = {}

    def start_server(self) -> None:
        """Start the server and wait until it is ready."""
        self._start(server_part(self.environment, CHECKOUT, LOOPBACK, self.port, self.log("server")))

    def start_worker(self) -> None:
        """Start the worker and wait until it takes jobs."""
        self._start(worker_part(self.environment, CHECKOUT, self.log("worker")))

    def pid(self, name: str) -> int:
        """The process of ``server`` or ``worker``."""
        return self._running[name].pid

    def kill(self, name: str) -> None:
        """SIGKILL to ``server`` or ``worker`` alone: what it started has to notice by itself."""
        running = self._running.pop(name)
        os.kill(running.pid, signal.SIGKILL)
        while running.alive:
            time.sleep(0.01)

    def stop(self) -> None:
        """Stop what runs."""
        for running in self._running.values():
            running.ask_to_stop()
        for running in self._running.values():
            running.wait_gone()
        self._running.clear()

    def log(self, name: str) -> Path:
        return self.data / "log" / f"{name}.log"

    def _start(self, part: Part) -> None:
        running = RunningProgram(part.program)
        self._running[part.name] = running
        until = time.monotonic() + part.ready_within_seconds
        while not part.is_ready(running.pid):
            if (code := running.exit_code) is not None:
                raise RuntimeError(f"{part.name} {describe_exit(code)}:\n{last_lines(part.program.log, 40)}")
            if time.monotonic() > until:
                raise RuntimeError(f"{part.name} is not ready:\n{last_lines(part.program.log, 40)}")
            time.sleep(0.05)


@contextmanager
def running_application(parts: Parts, data: Path, **overrides: str) -> Iterator[Application]:
    """A server and a worker; ``overrides`` are settings by the names of their environment."""
    application = Application(parts, data, overrides)
    try:
        application.start_worker()
        application.start_server()
        yield application
    finally:
        application.stop()
