"""Which ports the parts listen on: the wished one if free, another if not, remembered for later."""

import errno
import json
import os
import socket
from collections.abc import Collection, Mapping
from pathlib import Path

import psutil

from spravka.stack.errors import AddressNotOurs, PortNotAllowed, PortTaken
from spravka.stack.machine.env_file import write_private

LOOPBACK = "127.0.0.1"
PAGE_PORT = 8080
WISHED_PORTS = {"postgres": 5432, "valkey": 6379, "chroma": 8001}
HIGHEST_PORT = 65535


def is_free(port: int, host: str = LOOPBACK) -> bool:
    """Whether nobody listens on ``port`` and this user may.

    Raises:
        AddressNotOurs: ``host`` is not an address of this machine.
    """
    return _hindrance(port, host) is None and not _somebody_answers(port)


def free_port(avoid: Collection[int] = ()) -> int:
    """A port the system gives, outside ``avoid``."""
    while True:
        with socket.socket() as listener:
            listener.bind((LOOPBACK, 0))
            port = int(listener.getsockname()[1])
        if port not in avoid:
            return port


def check_page_port(host: str, port: int) -> None:
    """Make sure that the page can listen there.

    Raises:
        PortTaken, PortNotAllowed, AddressNotOurs
    """
    if is_free(port, host):
        return
    another = next((other for other in range(port + 1, HIGHEST_PORT) if is_free(other, host)), free_port())
    if _hindrance(port, host) == errno.EACCES:
        raise PortNotAllowed(port, max(another, PAGE_PORT))
    raise PortTaken(port, who_listens(port), another)


def choose_ports(remembered: Path, page_port: int) -> dict[str, int]:
    """A port for each inner part: that of the last start, else the wished one, else any that is free."""
    before = remembered_ports(remembered)
    chosen: dict[str, int] = {}
    for name, wished in WISHED_PORTS.items():
        used = {page_port, *chosen.values()}
        candidates = [port for port in (before.get(name, wished), wished) if port not in used and is_free(port)]
        chosen[name] = candidates[0] if candidates else free_port(used)
    remember_ports(remembered, chosen)
    return chosen


def remember_ports(path: Path, ports: Mapping[str, int]) -> None:
    """Write down which part listens where."""
    write_private(path, json.dumps(dict(ports), indent=2) + "\n")


def remembered_ports(path: Path) -> dict[str, int]:
    """What was written down; nothing where the file is missing or damaged."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {name: port for name, port in found.items() if isinstance(port, int) and 0 < port <= HIGHEST_PORT}
    except (OSError, ValueError, AttributeError):
        return {}


def who_listens(port: int) -> str:
    """The program that listens on ``port``, as far as this user may see it."""
    try:
        connections = psutil.net_connections("tcp")
    except (psutil.Error, OSError):
        return "another program"
    listeners = (found for found in connections if found.status == psutil.CONN_LISTEN)
    pids = {found.pid for found in listeners if found.pid and getattr(found.laddr, "port", None) == port}
    return _name_process(min(pids)) if pids else "another program"


def _name_process(pid: int) -> str:
    try:
        return f"{psutil.Process(pid).name()} (process {pid})"
    except psutil.Error:
        return f"process {pid}"


def _hindrance(port: int, host: str) -> int | None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as listener:
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a closed connection is no listener
        try:
            listener.bind((host, port))
        except socket.gaierror as error:
            raise AddressNotOurs(host) from error
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL:
                raise AddressNotOurs(host) from error
            return error.errno
    return None


def _somebody_answers(port: int) -> bool:
    """Binding one address can succeed beside a listener on all addresses; asking shows him."""
    with socket.socket() as asker:
        asker.settimeout(1)
        return asker.connect_ex((LOOPBACK, port)) == 0
