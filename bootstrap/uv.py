"""The program uv, which makes environments: the machine's if new enough, else a pinned one in ``.boot``."""

import os
import shutil
import sys
from pathlib import Path
from typing import List, Optional, Tuple

from bootstrap.terminal import Trouble, answer_of, run_step, say

ROOT = Path(__file__).resolve().parents[1]
BOOT = ROOT / ".boot"
PIN = ROOT / "requirements" / "uv.txt"
OLDEST = (0, 8)

NETWORK_ADVICE = "Look at the network and at pip's configuration, or install uv yourself, then start again."
VENV_ADVICE = "Python's venv module is missing. Debian, Ubuntu: sudo apt-get install python3-venv"


def find_or_install_uv() -> str:
    """The path of a uv that works.

    Raises:
        Trouble: there is none and it could not be installed.
    """
    found = find_uv()
    if found:
        return found
    shutil.rmtree(str(BOOT), ignore_errors=True)  # half of one, from a preparation that was cut off
    say("this machine has no uv: .boot gets one")
    for way in (_by_target, _by_venv, _by_apt):
        way()
        found = find_uv()
        if found:
            return found
    raise Trouble("uv could not be installed. " + NETWORK_ADVICE)


def find_uv() -> Optional[str]:
    """An installed uv that runs and is new enough."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - never raises
    places = [BOOT / "bin" / "uv", home / ".local" / "bin" / "uv", home / ".cargo" / "bin" / "uv"]
    for candidate in [shutil.which("uv"), *map(str, places)]:
        if candidate and version_of(answer_of([candidate, "--version"]) or "") >= OLDEST:
            return candidate
    return None


def version_of(answer: str) -> Tuple[int, ...]:
    """``uv 0.13.9 (x86_64)`` as ``(0, 13)``; ``(0, 0)`` where it cannot be read."""
    try:
        return tuple(int(part) for part in answer.split()[1].split(".")[:2])
    except (IndexError, ValueError):
        return (0, 0)


def _by_target() -> None:
    """With the machine's own pip, into a folder of ours: the quickest, where there is a pip that can."""
    if answer_of([sys.executable, "-m", "pip", "--version"]) is None:
        return
    try:
        _pip_install(sys.executable, ["--target", str(BOOT)])
    except Trouble:
        say("the machine's pip could not; trying with one of our own")


def _by_venv() -> None:
    """With a pip of our own; Debian's Python may come without the means to have one."""
    shutil.rmtree(str(BOOT), ignore_errors=True)
    if answer_of([sys.executable, "-m", "venv", str(BOOT)]) is None:
        shutil.rmtree(str(BOOT), ignore_errors=True)
    else:
        _pip_install(str(BOOT / "bin" / "python"), [])


def _by_apt() -> None:
    """Let Debian's package manager bring what ``venv`` needs, then try again."""
    rights: Optional[List[str]] = ["sudo", "-n"] if shutil.which("sudo") else None
    if os.geteuid() == 0:
        rights = []
    if rights is None or not shutil.which("apt-get"):
        raise Trouble(VENV_ADVICE)
    say("Python's venv module is missing")
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for words in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "python3-venv"]):
        step = "asking apt-get for python3-venv: " + words[0]
        run_step([*rights, "apt-get", *words], step, VENV_ADVICE, environment)
    _by_venv()


def _pip_install(python: str, where: List[str]) -> None:
    """Install the pinned uv with a pip, which reads the machine's configuration by itself."""
    command = [
        python,
        "-m",
        "pip",
        "install",
        "-q",
        "--disable-pip-version-check",
        "--no-input",
        "--require-hashes",
    ]
    environment = dict(os.environ, PIP_USER="0")
    run_step([*command, *where, "-r", str(PIN)], "installing uv into .boot", NETWORK_ADVICE, environment)
