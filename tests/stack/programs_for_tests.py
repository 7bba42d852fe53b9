"""Small programs to start, stop and kill."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from spravka.stack.supervision.programs import Program

SLEEPS = "import time; print('started', flush=True); time.sleep(60)"
IGNORES_TERM = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('started', flush=True); time.sleep(60)"
)
FAILS = "import sys; print('no luck'); sys.exit(3)"
STARTS_ANOTHER = (
    "import subprocess, sys, time; "
    "print(subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']).pid, flush=True); time.sleep(60)"
)


def python(folder: Path, code: str, name: str = "part", grace_seconds: float = 5.0) -> Program:
    """A program that runs ``code``."""
    return Program(
        name=name,
        argv=(sys.executable, "-c", code),
        environment=dict(os.environ),
        folder=folder,
        log=folder / f"{name}.log",
        grace_seconds=grace_seconds,
    )


def wait_until(true: Callable[[], object], seconds: float = 10.0) -> None:
    """Wait; fails where it does not come true in time."""
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "it did not come true in time"
        time.sleep(0.02)
