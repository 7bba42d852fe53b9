"""The application itself: migrations, the worker, the server, and the demonstration made on them."""

import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import redis

from spravka.stack.machine.loopback_http import answers_ok
from spravka.stack.machine.ports import LOOPBACK
from spravka.stack.supervision.programs import Program
from spravka.stack.supervision.supervising import Part

OPEN_STREAMS_SECONDS = 5
"""How long the server lets open answers (a stream of events never ends by itself) finish when it stops."""

QUEUE_ADDRESS = "SPRAVKA_QUEUE_REDIS_URL"

EVERYWHERE = {"0.0.0.0": LOOPBACK, "::": "::1", "": LOOPBACK}  # noqa: S104 - asked for by --host


def server_part(environment: Mapping[str, str], folder: Path, host: str, port: int, log: Path) -> Part:
    """The web server, ready when it says that everything it needs is ready."""
    program = Program(
        name="server",
        argv=(
            sys.executable, "-m", "uvicorn", "--factory", "spravka.app:create_app",
            "--host", host, "--port", str(port),
            "--timeout-graceful-shutdown", str(OPEN_STREAMS_SECONDS), "--no-access-log",
        ),
        environment=environment,
        folder=folder,
        log=log,
        grace_seconds=OPEN_STREAMS_SECONDS + 5.0,
    )  # fmt: skip
    return Part(program, lambda _pid: answers_ok(port, "/health/ready", EVERYWHERE.get(host, host)))


def worker_part(environment: Mapping[str, str], folder: Path, log: Path) -> Part:
    """The worker of the background jobs. A job it cannot finish in its grace runs again at the next start."""
    program = Program("worker", (sys.executable, "-m", "spravka.worker"), environment, folder, log)
    address = environment[QUEUE_ADDRESS]
    return Part(program, lambda pid: is_registered(address, pid))


def is_registered(address: str, pid: int) -> bool:
    """Whether the worker with this process number has told the queue that it takes jobs (RQ's own register)."""
    try:
        with redis.Redis.from_url(address, socket_timeout=2, decode_responses=True) as queue:
            names = cast(set[str], queue.smembers("rq:workers"))
            return any(queue.hget(name, "pid") == str(pid) for name in names)
    except redis.RedisError:
        return False


def command_program(
    name: str, words: tuple[str, ...], environment: Mapping[str, str], folder: Path, log: Path
) -> Program:
    """One command of the product's own command line."""
    argv = (sys.executable, "-m", "spravka.cli", *words)
    return Program(name, argv, environment, folder, log, stop_signal=signal.SIGTERM)
