"""The list of started processes, on disk: the next start ends what a crash of this one leaves behind."""

import json
import signal
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from spravka.stack.machine.env_file import write_private
from spravka.stack.machine.family import Family, created_at, is_alive, living, send_signal

GRACE_SECONDS = 10.0
POLL_SECONDS = 0.05


@dataclass(frozen=True)
class Entry:
    """A process: its number and the Unix time it began name it, ``stop_signal`` is how it is asked to end."""

    name: str
    pid: int
    began_at: float
    stop_signal: int

    @property
    def alive(self) -> bool:
        return is_alive(self.pid, self.began_at)


class Roster:
    """The processes of one data folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._entries: dict[str, Entry] = {}

    def add(self, name: str, pid: int, stop_signal: signal.Signals) -> None:
        """Write down that ``name`` is now the process ``pid``."""
        began_at = created_at(pid)
        if began_at is not None:
            self._entries[name] = Entry(name, pid, began_at, int(stop_signal))
            self._save()

    def clear(self) -> None:
        """Nothing is left running."""
        self._entries.clear()
        self._path.unlink(missing_ok=True)

    def _save(self) -> None:
        write_private(self._path, json.dumps([asdict(entry) for entry in self._entries.values()], indent=2))


def end_leftovers(path: Path) -> list[str]:
    """End what an earlier start wrote down in ``path`` and what still lives; the names of those ended.

    Nobody else's process is touched, even if it has got the number of one of ours.
    """
    left = [entry for entry in read_roster(path) if entry.alive]
    everybody = left + [member for entry in left for member in _members(entry)]
    for entry in left:
        _send(entry, entry.stop_signal)
    _wait(left)
    for entry in everybody:
        _send(entry, signal.SIGKILL)
    _wait(everybody)
    return [entry.name for entry in left]


def read_roster(path: Path) -> list[Entry]:
    """The processes written down in ``path``; none where the file is missing or damaged."""
    try:
        return [Entry(**entry) for entry in json.loads(path.read_text(encoding="utf-8"))]
    except (OSError, ValueError, TypeError):
        return []


def _members(entry: Entry) -> list[Entry]:
    """What the process had started, seen while it lives."""
    numbers = [process.pid for process in Family(entry.pid).members()]
    return [
        Entry(entry.name, pid, began_at, signal.SIGKILL) for pid in numbers if (began_at := created_at(pid)) is not None
    ]


def _send(entry: Entry, number: int) -> None:
    process = living(entry.pid)
    if process and entry.alive:
        send_signal(process, number)


def _wait(entries: Iterable[Entry]) -> None:
    until = time.monotonic() + GRACE_SECONDS
    while time.monotonic() < until and any(entry.alive for entry in entries):
        time.sleep(POLL_SECONDS)
