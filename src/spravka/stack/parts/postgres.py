"""PostgreSQL: its cluster is made once in the data folder, and runs on loopback without Unix sockets."""

import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import psycopg

from spravka.stack.data_folder import DataFolder
from spravka.stack.errors import ClusterGone, ClusterOfAnother, StepFailed
from spravka.stack.machine.accounts import Account, account_numbered, account_to_lend
from spravka.stack.machine.ports import LOOPBACK
from spravka.stack.parts.postgres_files import (
    SYSTEM_FOLDER,
    find_bin_folder,
    make_passable,
    reachable_bin_folder,
)
from spravka.stack.supervision.programs import Program, last_lines
from spravka.stack.supervision.supervising import Part

ADMIN = "postgres"

# With the locale C, Russian words have no upper case, no stems and no trigrams, and nothing says so.
LOCALE = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"

KEPT = ("timezone=UTC", "log_timezone=UTC", "jit=off", "max_connections=200")

# Not safe from a loss of power, but a commit still survives SIGKILL: with synchronous_commit=off it would not.
THROWAWAY = (*KEPT, "fsync=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0")


@dataclass(frozen=True)
class Cluster:
    """A PostgreSQL cluster: its programs, its files, the user it runs as, its administrator's password."""

    bin_folder: Path
    files: Path
    account: Account | None
    admin_password: str

    def admin_address(self, port: int, database: str = "postgres") -> str:
        """The address of a database for the administrator, in libpq's form."""
        return admin_address(port, self.admin_password, database)


def open_cluster(
    folder: DataFolder, admin_password: str, environment: Mapping[str, str], throwaway: bool = False
) -> Cluster:
    """The cluster of the data folder, made where there is none.

    Raises:
        ProgramMissing, NoAccountForPostgres, ClusterGone, ClusterOfAnother, StepFailed
    """
    account = _account_of(folder.postgres, environment)
    bin_folder = reachable_bin_folder(find_bin_folder(environment), account)
    cluster = Cluster(bin_folder, folder.postgres, account, admin_password)
    if not folder.postgres.exists():
        _make(cluster, folder, throwaway)
    return cluster


def postgres_part(cluster: Cluster, port: int, log: Path, throwaway: bool = False) -> Part:
    """The server of a cluster on ``port``."""
    own = (f"listen_addresses={LOOPBACK}", f"port={port}", "unix_socket_directories=")
    switches = [word for line in (*own, *(THROWAWAY if throwaway else KEPT)) for word in ("-c", line)]
    program = Program(
        name="postgres",
        argv=(str(cluster.bin_folder / "postgres"), "-D", str(cluster.files.resolve()), *switches),
        environment=_environment(),
        folder=Path("/"),
        log=log,
        account=cluster.account,
        stop_signal=signal.SIGINT,  # "fast": roll back what is open, write a checkpoint, end
        orphan_signal=signal.SIGINT,
        grace_seconds=30.0,
    )
    return Part(program, lambda _pid: answers(cluster.admin_address(port)))


def admin_address(port: int, password: str, database: str = "postgres") -> str:
    """The address of a database for the administrator, in libpq's form."""
    return f"postgresql://{ADMIN}:{password}@{LOOPBACK}:{port}/{database}"


def answers(address: str) -> bool:
    """Whether a database can be talked to."""
    try:
        with psycopg.connect(address, connect_timeout=2):
            return True
    except psycopg.OperationalError:
        return False


def _account_of(files: Path, environment: Mapping[str, str]) -> Account | None:
    """Who runs the server: the owner of the cluster, and for a new one whoever may."""
    if files.is_symlink() and not files.exists():
        raise ClusterGone(str(files), str(files.readlink()))
    if not files.exists():
        return account_to_lend(environment)
    owner, me = files.stat().st_uid, os.geteuid()
    if me not in (0, owner):
        raise ClusterOfAnother(str(files), account_numbered(owner).name)
    return account_numbered(owner) if me == 0 else None


def _make(cluster: Cluster, folder: DataFolder, throwaway: bool) -> None:
    """Run initdb beside the final place and rename: a half-made cluster is never taken for a whole one."""
    account, files = cluster.account, cluster.files
    outside = account is not None and not account.can_enter(folder.root)
    home = SYSTEM_FOLDER if outside else folder.root
    final = home / f"postgres-data-{secrets.token_hex(6)}" if outside else files
    if outside:
        make_passable(SYSTEM_FOLDER)
    draft = final.with_name(f".{final.name}.new")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    _give(draft, account)
    _initdb(cluster, draft, folder.log("initdb"), throwaway)
    draft.rename(final)
    if outside:
        files.symlink_to(final)


def _initdb(cluster: Cluster, files: Path, log: Path, throwaway: bool) -> None:
    account = cluster.account
    with (
        tempfile.NamedTemporaryFile("w", dir=files.parent, prefix=".initdb-") as password,
        log.open("wb") as out,
    ):
        password.write(cluster.admin_password)
        password.flush()
        _give(Path(password.name), account)
        ended = subprocess.run(
            [
                cluster.bin_folder / "initdb", "-D", files, "-U", ADMIN, "-E", "UTF8", f"--locale={LOCALE}",
                "-A", "scram-sha-256", f"--pwfile={password.name}", *(["--no-sync"] if throwaway else []),
            ],
            env=_environment(), cwd="/", stdin=subprocess.DEVNULL, stdout=out, stderr=out,
            start_new_session=True,
            user=account.uid if account else None, group=account.gid if account else None,
            extra_groups=[] if account else None,
        )  # fmt: skip
    if ended.returncode != 0:
        shutil.rmtree(files, ignore_errors=True)
        raise StepFailed("Making the database (initdb)", str(log), last_lines(log))


def _give(path: Path, account: Account | None) -> None:
    if account:
        os.chown(path, account.uid, account.gid)


def _environment() -> dict[str, str]:
    return {"PATH": "/usr/bin:/bin", "LC_ALL": LOCALE}
