"""The folder that holds everything which outlives a run, owned by one stack at a time."""

import fcntl
import os
from dataclasses import dataclass
from pathlib import Path

from spravka.stack.errors import AlreadyRunning, FolderNotWritable

PRIVATE = 0o700
PASSABLE = 0o711  # root's PostgreSQL is another user, who has to pass through


@dataclass(frozen=True)
class DataFolder:
    """Where things lie inside the data folder."""

    root: Path

    @property
    def lock(self) -> Path:
        return self.root / "stack.lock"

    @property
    def secrets(self) -> Path:
        return self.root / "secrets.env"

    @property
    def addresses(self) -> Path:
        """The settings of the running stack, for commands in other terminals."""
        return self.root / "stack.env"

    @property
    def ports(self) -> Path:
        return self.root / "ports.json"

    @property
    def roster(self) -> Path:
        return self.root / "processes.json"

    @property
    def demo_made(self) -> Path:
        """There once the demonstration was made: who removes it afterwards does not get it again."""
        return self.root / "demo.made"

    @property
    def postgres(self) -> Path:
        return self.root / "postgres"

    @property
    def valkey(self) -> Path:
        return self.root / "valkey"

    @property
    def chroma(self) -> Path:
        return self.root / "chroma"

    def log(self, name: str) -> Path:
        return self.root / "log" / f"{name}.log"


class FolderLock:
    """Held while a stack works in a data folder; the system lets go of it however the process ends."""

    def __init__(self, file: int) -> None:
        self._file = file

    def tell(self, address: str) -> None:
        """Write who holds it, for the message of a second start."""
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, f"process {os.getpid()}, {address}".encode(), 0)


def open_data_folder(root: Path) -> tuple[DataFolder, FolderLock]:
    """Make the folder where it is missing and take its lock.

    Raises:
        AlreadyRunning: another stack holds the lock.
        FolderNotWritable: it cannot be made or written.
    """
    folder = DataFolder(root.expanduser().resolve())
    try:
        for inner in (folder.root, folder.valkey, folder.chroma, folder.log("any").parent):
            inner.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        folder.root.chmod(PASSABLE if os.geteuid() == 0 else PRIVATE)
        return folder, _lock(folder)
    except OSError as error:
        raise FolderNotWritable(str(folder.root), error.strerror or str(error)) from error


def _lock(folder: DataFolder) -> FolderLock:
    file = os.open(folder.lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.pread(file, 200, 0).decode(errors="replace") or "another process"
        os.close(file)
        raise AlreadyRunning(str(folder.root), holder) from None
    return FolderLock(file)
