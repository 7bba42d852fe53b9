"""One process: started so that it cannot outlive its parent, asked to stop, and made to stop."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from spravka.stack.machine.accounts import Account
from spravka.stack.machine.family import Family

PR_SET_PDEATHSIG = 1
LAST_LINES = 12
STOP_POLL_SECONDS = 0.02
LONG_LOG_BYTES = 20_000_000
"""A log longer than this is put aside, in place of the one put aside before, when its program starts."""


@dataclass(frozen=True)
class Program:
    """What to start. ``orphan_signal`` is what the kernel sends it when the process that started it dies."""

    name: str
    argv: tuple[str, ...]
    environment: Mapping[str, str]
    folder: Path
    log: Path
    account: Account | None = None
    stop_signal: signal.Signals = signal.SIGTERM
    orphan_signal: signal.Signals = signal.SIGKILL
    grace_seconds: float = 10.0


class RunningProgram:
    """A started program. It writes to its log, or to this terminal where it is ``shown``."""

    def __init__(self, program: Program, shown: bool = False) -> None:
        self.program = program
        self.started_at = time.monotonic()
        self._popen = _popen(program, None) if shown else _logged(program)
        self._family = Family(self._popen.pid)

    @property
    def pid(self) -> int:
        return self._popen.pid

    @property
    def exit_code(self) -> int | None:
        """None while it lives; -9 where signal 9 ended it."""
        return self._popen.poll()

    @property
    def alive(self) -> bool:
        return self.exit_code is None

    def ask_to_stop(self) -> None:
        """Send the program's own stop signal."""
        if self.alive:
            self._popen.send_signal(self.program.stop_signal)

    def wait_gone(self, hurry: Callable[[], bool] = lambda: False) -> None:
        """Wait for the end, at most the program's grace and not when ``hurry``; then kill what is left."""
        until = time.monotonic() + self.program.grace_seconds
        while self.alive and time.monotonic() < until and not hurry():
            time.sleep(STOP_POLL_SECONDS)
        self.kill()

    def kill(self) -> None:
        """End the process and everything it started, at once."""
        if self.alive:
            self._popen.kill()
        self._popen.wait()
        self._family.kill()


def run_to_end(program: Program, pause: Callable[[float], None], shown: bool = False) -> int:
    """Run a program that ends by itself and return its exit code; it dies where ``pause`` raises."""
    running = RunningProgram(program, shown)
    try:
        while (code := running.exit_code) is None:
            pause(STOP_POLL_SECONDS)
        return code
    finally:
        running.kill()


def last_lines(log: Path, count: int = LAST_LINES) -> str:
    """The end of a log, indented; a sentence where there is none."""
    try:
        text = log.read_bytes()[-8000:].decode(errors="replace")
    except OSError:
        return "  (no log)"
    lines = [line for line in text.splitlines() if line.strip()]
    return "\n".join(f"  {line}" for line in lines[-count:]) or "  (the log is empty)"


def describe_exit(code: int) -> str:
    """An exit code in words."""
    if code >= 0:
        return f"ended with code {code}"
    try:
        return f"was ended by {signal.Signals(-code).name}"
    except ValueError:
        return f"was ended by signal {-code}"


def _logged(program: Program) -> "subprocess.Popen[bytes]":
    program.log.parent.mkdir(parents=True, exist_ok=True)
    if program.log.exists() and program.log.stat().st_size > LONG_LOG_BYTES:
        program.log.replace(program.log.with_suffix(".1.log"))
    with program.log.open("ab") as log:
        return _popen(program, log.fileno())


def _popen(program: Program, output: int | None) -> "subprocess.Popen[bytes]":
    account = program.account
    return subprocess.Popen(
        program.argv,
        env=dict(program.environment),
        cwd=program.folder,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=None if output is None else subprocess.STDOUT,
        start_new_session=True,  # Ctrl-C in the terminal reaches the supervisor alone, which stops in order
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=[] if account else None,
        preexec_fn=_tie_to_parent(program.orphan_signal),
    )


def _tie_to_parent(orphan_signal: signal.Signals) -> Callable[[], None] | None:
    """What a child does before its program begins, so that it dies with this process (Linux only).

    It has to run after the change of user, which clears the wish, hence in ``preexec_fn``; the library is
    opened here, before the fork, so that the child only makes two system calls.
    """
    if sys.platform != "linux":
        return None
    libc, parent = ctypes.CDLL(None), os.getpid()

    def tie() -> None:
        libc.prctl(PR_SET_PDEATHSIG, int(orphan_signal))
        if os.getppid() != parent:
            os._exit(1)

    return tie
