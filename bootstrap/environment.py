"""The private environment ``.venv``: made from ``requirements.lock``, every file checked by its hash."""

import fcntl
import hashlib
import os
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import Dict, Iterator, List, Optional

from bootstrap.linking import link_product
from bootstrap.pip_settings import index_arguments, read_pip_settings, uv_environment
from bootstrap.terminal import Trouble, answer_of, run_step, say
from bootstrap.uv import BOOT, ROOT, find_or_install_uv

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "prepared"

OLDEST_PYTHON, NEWEST_PYTHON = (3, 11), (3, 14)
WHERE_NONE = "3.12"
PYTHON_ADVICE = (
    "Install Python 3.11 or newer, then start again "
    "(Debian, Ubuntu: apt-get install python3.11; macOS: brew install python@3.12)."
)
NETWORK_ADVICE = "Look at the network, the proxy and the package sources in pip's configuration, then start again."


def prepare() -> None:
    """Make ``.venv`` fit the lock; nothing is done where the stamp says that it does.

    Raises:
        Trouble: it could not be made.
    """
    if is_prepared():
        return
    with _one_at_a_time():
        if not is_prepared():
            say("preparing the environment in .venv; later starts skip this")
            uv = find_or_install_uv()
            _make_venv(uv)
            _install(uv)
            STAMP.write_text(_fingerprint())
            say("the environment is ready")


def is_prepared() -> bool:
    """Whether the last preparation came to its end, for this lock and this Python."""
    try:
        return PYTHON.exists() and STAMP.read_text() == _fingerprint()
    except OSError:
        return False


def compile_lock(file: str, groups: List[str], words: List[str]) -> None:
    """Pin the dependencies of pyproject.toml and of its ``groups`` in ``file``: hashes, but no addresses."""
    command = [find_or_install_uv(), "pip", "compile", "-q", str(ROOT / "pyproject.toml"), "--universal"]
    command += ["--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--no-header"]
    command += [word for group in groups for word in ("--group", group)]
    os.chdir(str(ROOT))
    run_step([*command, "-o", file, *_sources(), *words], "pinning " + file, NETWORK_ADVICE, _environment())


def install_aside(requirements: Path, folder: Path, what: str) -> None:
    """Install pinned packages, which are no part of the environment, into a folder of their own.

    Raises:
        Trouble: they cannot be had.
    """
    command = [find_or_install_uv(), "pip", "install", "-q", "--require-hashes", "--python", sys.executable]
    command += ["--target", str(folder), *_sources(), "-r", str(requirements)]
    run_step(command, what, NETWORK_ADVICE, _environment())


def find_python() -> Optional[str]:
    """A Python of this machine that is new enough: the one that runs this, or one on PATH."""
    names = [f"python3.{minor}" for minor in range(NEWEST_PYTHON[1], OLDEST_PYTHON[1] - 1, -1)]
    for candidate in [sys.executable, *map(shutil.which, names)]:
        version = candidate and answer_of([candidate, "-c", "import sys; print(*sys.version_info[:2])"])
        if version and OLDEST_PYTHON <= tuple(map(int, version.split())) <= NEWEST_PYTHON:
            return candidate
    return None


def _make_venv(uv: str) -> None:
    if answer_of([str(PYTHON), "-c", "import encodings"]) is not None:
        return
    shutil.rmtree(str(VENV), ignore_errors=True)
    python = find_python()
    if not python:
        say("this machine has no Python 3.11 to 3.14; uv tries to bring one")
    command = [uv, "venv", "-q", "--no-project", "--python", python or WHERE_NONE, str(VENV)]
    run_step(command, "making .venv", PYTHON_ADVICE, _environment())


def _install(uv: str) -> None:
    command = [uv, "pip", "sync", "-q", "--require-hashes", "--python", str(PYTHON), *_sources(), str(LOCK)]
    run_step(command, "installing the packages of requirements.lock", NETWORK_ADVICE, _environment())
    site = next((VENV / "lib").glob("python3*/site-packages"), None)
    if site is None:
        raise Trouble(f"{VENV} is damaged. Remove it and start again.")
    link_product(site)


def _fingerprint() -> str:
    """What the environment depends on: the pinned packages and the interpreter behind it."""
    return hashlib.sha256(LOCK.read_bytes()).hexdigest() + " " + os.path.realpath(str(PYTHON))


def _sources() -> List[str]:
    return index_arguments(os.environ, read_pip_settings(os.environ))


def _environment() -> Dict[str, str]:
    """uv's environment; a Python that it brings stays beside it."""
    pip = uv_environment(os.environ, read_pip_settings(os.environ))
    return {"UV_PYTHON_INSTALL_DIR": str(BOOT / "python"), **pip}


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Two commands started together prepare one after the other; the system lets go when a command ends."""
    file = os.open(str(ROOT), os.O_RDONLY)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        os.close(file)
