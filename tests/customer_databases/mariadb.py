"""A throw-away MariaDB server, where the machine has the programs of one."""

import getpass
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pymysql  # type: ignore[import-untyped]

from spravka.customer_databases.fields import ConnectionFields
from spravka.query_plans.schema import Dialect
from tests.customer_databases.places import PASSWORD

START_SECONDS = 60.0
READER = "reader"


def find_programs() -> tuple[str, str] | None:
    """The server and the program that makes its folder; ``None`` where one is missing."""
    places = "/usr/sbin:/usr/bin:/usr/local/bin:/usr/local/sbin"
    server = shutil.which("mariadbd") or shutil.which("mariadbd", path=places)
    install = shutil.which("mariadb-install-db") or shutil.which("mariadb-install-db", path=places)
    return (server, install) if server and install else None


class MariadbPlace:
    """A running server; its administrator comes by its socket."""

    def __init__(self, folder: Path, port: int) -> None:
        self._socket = folder / "server.socket"
        self.port = port

    def build(self, database: str, *statements: str) -> ConnectionFields:
        """A new database made by the statements, and the role that may only read it."""
        self.run(f"CREATE DATABASE `{database}` CHARACTER SET utf8mb4")
        self.run(*statements, database=database)
        self.run(f"GRANT SELECT, SHOW VIEW ON `{database}`.* TO {READER}@'%'")
        return ConnectionFields(Dialect.MYSQL, database, "127.0.0.1", self.port, READER, PASSWORD)

    def run(self, *statements: str, database: str | None = None) -> list[tuple[Any, ...]]:
        """Run the statements as administrator; the rows of the last."""
        connection = pymysql.connect(
            unix_socket=str(self._socket), user=getpass.getuser(), database=database, autocommit=True, charset="utf8mb4"
        )
        with connection, connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
            return list(cursor.fetchall())


@contextmanager
def running_mariadb(programs: tuple[str, str], folder: Path) -> Iterator[MariadbPlace]:
    """A server with its files in ``folder``, ended with the block."""
    server, install = programs
    user = getpass.getuser()
    place = MariadbPlace(folder, _free_port())
    made = ["--no-defaults", f"--user={user}", f"--datadir={folder / 'files'}", "--skip-test-db"]
    subprocess.run([install, *made], check=True, capture_output=True, timeout=START_SECONDS)
    command = [server, "--no-defaults", f"--user={user}", f"--datadir={folder / 'files'}", f"--port={place.port}"]
    command += ["--bind-address=127.0.0.1", f"--socket={folder / 'server.socket'}", "--skip-log-bin"]
    command += [f"--pid-file={folder / 'server.pid'}", "--innodb-buffer-pool-size=16M", "--skip-name-resolve"]
    with (folder / "log").open("wb") as log:
        running = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
    try:
        _wait_for(place, running, folder / "log")
        place.run(f"CREATE USER {READER}@'%' IDENTIFIED BY '{PASSWORD}'")
        yield place
    finally:
        running.terminate()
        running.wait(timeout=30)


def _wait_for(place: MariadbPlace, running: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            place.run("SELECT 1")
        except pymysql.err.OperationalError:
            if running.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"MariaDB did not start:\n{log.read_text(errors='replace')}") from None
            time.sleep(0.1)
        else:
            return


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port
