"""The real parts for tests: PostgreSQL, Valkey and Chroma, started once for a run.

The first test that needs them starts them, as a process of its own that ends with the run, even a killed one.
Every pytest worker has its own database (a copy of one migrated template), its own numbered Redis database
and its own prefix for collections; a test that needs more of any asks for a new one.
"""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import psycopg
from psycopg import sql

from spravka.database import migrating
from spravka.stack.addresses import Addresses
from spravka.stack.data_folder import DataFolder
from spravka.stack.machine.ports import remembered_ports
from spravka.stack.parts.postgres import admin_address
from spravka.stack.parts.postgres_databases import ROLE
from spravka.stack.parts.valkey import valkey_address
from spravka.stack.secrets_file import ADMIN_PASSWORD, QUEUE_PASSWORD, load_or_make_secrets
from spravka.stack.supervision.roster import read_roster

RUN_FOLDER = "SPRAVKA_TEST_RUN_FOLDER"
RUN_OWNER = "SPRAVKA_TEST_RUN_OWNER"
START_SECONDS = 60.0
TEMPLATE = "spravka_template"


@dataclass(frozen=True)
class Parts:
    """Where the parts are for this pytest worker."""

    run: Path
    addresses: Addresses
    database_url: str
    redis_url: str
    chroma_prefix: str

    @property
    def chroma_url(self) -> str:
        return self.addresses.vectors

    @property
    def folder(self) -> DataFolder:
        """The folder of the parts; their logs are in it."""
        return _folder(self.run)

    @property
    def admin_url(self) -> str:
        """The server's administrator, in libpq's form: for tests that make roles and databases."""
        return _admin(self.addresses)

    def new_database(self, name: str = "", template: str = TEMPLATE) -> str:
        """The address of a new database with all tables (``template="template1"``: an empty one)."""
        name = name or f"spravka_{_next_number(self.run, 'database')}"
        _create_database(self.addresses, name, template)
        return self.addresses.database_named(name)

    def new_redis(self) -> str:
        """The address of a numbered Redis database that nobody has used in this run."""
        return _redis(self.addresses, _next_number(self.run, "redis"))

    def new_prefix(self) -> str:
        """A prefix for collections that nobody has used in this run."""
        return f"t{_next_number(self.run, 'prefix')}-"

    def pid(self, name: str) -> int:
        """The process of ``postgres``, ``valkey`` or ``chroma`` as it is now."""
        return next(entry.pid for entry in read_roster(self.folder.roster) if entry.name == name)

    def kill(self, name: str) -> int:
        """SIGKILL to a part, which comes back by itself within seconds; the number of the dead process.

        Only for parts of the test's own (``own_parts``): the others are shared with tests that run beside.
        """
        assert self.run != shared_run(), "ask for own_parts"
        pid = self.pid(name)
        os.kill(pid, signal.SIGKILL)
        return pid


def open_shared_run() -> None:
    """Begin a run of tests: this process owns the parts, and the processes it starts share them."""
    os.environ[RUN_FOLDER] = str(new_run())
    os.environ[RUN_OWNER] = str(os.getpid())


def shared_run() -> Path:
    """The folder of the run that this process belongs to."""
    return Path(os.environ[RUN_FOLDER])


def new_run() -> Path:
    """A new folder for parts."""
    folder = Path(tempfile.mkdtemp(prefix="spravka-tests-"))
    folder.chmod(0o711)  # where root runs the tests, PostgreSQL is another user who passes through
    return folder


def close_run(run: Path) -> None:
    """End the parts of ``run``, if any test needed them, and remove everything they wrote."""
    keeper = run / "keeper.pid"
    if keeper.exists():
        _end(int(keeper.read_text()))
    shutil.rmtree(run, ignore_errors=True)


def connect(run: Path, worker: str = "own") -> Parts:
    """The parts of ``run``, started where nobody has started them yet, with a database for ``worker``."""
    with _one_at_a_time(run / "start.lock"):
        if not _folder(run).addresses.exists():
            _start_keeper(run)
            _make_template(_addresses(run))
    addresses = _addresses(run)
    name = f"spravka_{worker}"
    _create_database(addresses, name, TEMPLATE)
    redis = _redis(addresses, _next_number(run, "redis"))
    return Parts(run, addresses, addresses.database_named(name), redis, f"{worker}-")


def _start_keeper(run: Path) -> None:
    command = [sys.executable, "-m", "spravka.stack", "parts"]
    command += ["--data", str(_folder(run).root), "--owner", os.environ[RUN_OWNER]]
    log = run / "keeper.log"
    with log.open("wb") as out:
        keeper = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )
    (run / "keeper.pid").write_text(str(keeper.pid))
    until = time.monotonic() + START_SECONDS
    while not _folder(run).addresses.exists():
        if keeper.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"the parts for the tests did not start:\n{log.read_text(errors='replace')}")
        time.sleep(0.05)


def _make_template(addresses: Addresses) -> None:
    _create_database(addresses, TEMPLATE, "template1")
    migrating.upgrade(addresses.database_named(TEMPLATE))


def _create_database(addresses: Addresses, name: str, template: str) -> None:
    words = sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER {} STRATEGY file_copy")
    with psycopg.connect(_admin(addresses), autocommit=True) as connection:
        connection.execute(words.format(sql.Identifier(name), sql.Identifier(template), sql.Identifier(ROLE)))


def _end(pid: int) -> None:
    try:
        keeper = psutil.Process(pid)
        keeper.terminate()
        psutil.wait_procs([keeper], timeout=30)
    except psutil.Error:
        pass


def _folder(run: Path) -> DataFolder:
    return DataFolder(run / "data")


def _addresses(run: Path) -> Addresses:
    folder = _folder(run)
    return Addresses(remembered_ports(folder.ports), load_or_make_secrets(folder.secrets))


def _admin(addresses: Addresses) -> str:
    return admin_address(addresses.ports["postgres"], addresses.secrets[ADMIN_PASSWORD])


def _redis(addresses: Addresses, number: int) -> str:
    return valkey_address(addresses.ports["valkey"], addresses.secrets[QUEUE_PASSWORD], number)


def _next_number(run: Path, kind: str) -> int:
    """1, 2, 3, … each once in a run, whichever worker asks."""
    counter = run / f"{kind}.count"
    with _one_at_a_time(run / f"{kind}.lock"):
        number = int(counter.read_text()) + 1 if counter.exists() else 1
        counter.write_text(str(number))
    return number


@contextmanager
def _one_at_a_time(lock: Path) -> Iterator[None]:
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
