"""A process and what it started, told apart from later processes that happen to get the same number."""

import contextlib
import os
import signal
import time

import psutil

KILL_SECONDS = 5.0
POLL_SECONDS = 0.02


class Family:
    """What a process started: everybody in its session, whether it still lives or not.

    Each program is started as the leader of a new session, and the system gives the number of a session to
    no new process as long as anybody is left in it.
    """

    def __init__(self, leader: int) -> None:
        self._leader = leader

    def members(self) -> list[psutil.Process]:
        """The living members beside the leader."""
        numbers = (pid for pid in psutil.pids() if pid != self._leader and _session(pid) == self._leader)
        return [process for pid in numbers if (process := living(pid))]

    def kill(self) -> None:
        """End everybody, and wait for it."""
        until = time.monotonic() + KILL_SECONDS
        while (members := self.members()) and time.monotonic() < until:
            for process in members:
                send_signal(process, signal.SIGKILL)
            time.sleep(POLL_SECONDS)


def created_at(pid: int) -> float | None:
    """When a living process began (Unix time), None where there is none: number and time name a process."""
    process = living(pid)
    try:
        return float(process.create_time()) if process else None
    except psutil.Error:
        return None


def is_alive(pid: int, began_at: float) -> bool:
    """Whether exactly this process lives, not another with its number."""
    found = created_at(pid)
    return found is not None and abs(found - began_at) < 0.05


def living(pid: int) -> psutil.Process | None:
    """The process of this number, None where there is none or only its exit code is left."""
    try:
        process = psutil.Process(pid)
        return None if process.status() == psutil.STATUS_ZOMBIE else process
    except psutil.Error:
        return None


def send_signal(process: psutil.Process, number: int) -> None:
    """Send a signal; a process that has ended meanwhile is passed over, also if its number is used again."""
    with contextlib.suppress(psutil.Error):
        process.send_signal(number)


def _session(pid: int) -> int | None:
    try:
        return os.getsid(pid)
    except OSError:
        return None
