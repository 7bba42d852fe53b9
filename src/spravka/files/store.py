"""Uploaded files, stored under the hash of their content."""

import contextlib
import errno
import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spravka.errors import LimitExceeded, NotFound, Unavailable

UNUSED_FOR_SECONDS = 3600


@dataclass
class FileTooLarge(LimitExceeded):
    title = "The file is too large"
    http_status = 413
    limit_bytes: int

    @property
    def detail(self) -> str:
        return f"A file may have at most {self.limit_bytes // 2**20} MB; split it and send the parts."


class FileMissing(NotFound):
    title = "The stored file is not there"

    @property
    def detail(self) -> str:
        return "The volume with uploaded files was changed from outside; upload the file again."


class DiskFull(Unavailable):
    title = "There is no room left on the disk"
    http_status = 507

    @property
    def detail(self) -> str:
        return "The server's disk is full and nothing of the file was kept. Have room made on it, then send it again."


NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})


@contextlib.contextmanager
def telling_no_room() -> Iterator[None]:
    """Raises :class:`DiskFull` where the disk, or a share of it, is full."""
    try:
        yield
    except OSError as error:
        if error.errno in NO_ROOM:
            raise DiskFull from error
        raise


@dataclass(frozen=True)
class Incoming:
    """A file that is whole on the disk and not stored yet; ``path`` is gone when the block that received it ends."""

    path: Path
    content_hash: str
    size_bytes: int


class FileStore:
    """A folder of files named by the SHA-256 of their bytes; the same bytes are stored once."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, chunks: Iterable[bytes], limit_bytes: int) -> str:
        """Store the bytes and return their hash; raises :class:`FileTooLarge`, :class:`DiskFull`, leaving nothing
        behind.

        The file gets its name only when all of it is on the disk, so a crash leaves it absent.
        """
        with self.receive(chunks, limit_bytes) as incoming:
            self.keep(incoming)
        return incoming.content_hash

    @contextlib.contextmanager
    def receive(self, chunks: Iterable[bytes], limit_bytes: int) -> Iterator[Incoming]:
        """The bytes in a file, to be stored by :meth:`keep` or forgotten; raises :class:`FileTooLarge`,
        :class:`DiskFull`."""
        with contextlib.ExitStack() as opened:
            with telling_no_room():
                self.root.mkdir(parents=True, exist_ok=True)
                descriptor, path = opened.enter_context(_temporary_file(self.root))
                content_hash, size_bytes = _write_hashing(descriptor, chunks, limit_bytes)
            yield Incoming(Path(path), content_hash, size_bytes)

    def keep(self, incoming: Incoming) -> None:
        """Store a file that was received; the same bytes stored already are replaced by themselves."""
        target = self._path(incoming.content_hash)
        with telling_no_room():
            target.parent.mkdir(exist_ok=True)
            os.replace(incoming.path, target)
            sync_folder(target.parent)

    def remove(self, content_hash: str) -> None:
        """Delete the bytes, if they are there."""
        self._path(content_hash).unlink(missing_ok=True)

    def remove_unused(self, is_used: Callable[[str], bool]) -> None:
        """Delete what was stored, or received halfway, over an hour ago and nobody names: runs that died left it."""
        before = time.time() - UNUSED_FOR_SECONDS
        for path in [path for path in self.root.glob("*/*") if path.is_file()]:
            if _changed_at(path) < before and not is_used(path.name):
                path.unlink(missing_ok=True)
        for path in list(self.root.glob(".incoming-*")):
            if _changed_at(path) < before:
                path.unlink(missing_ok=True)

    def path(self, content_hash: str) -> Path:
        """Where the bytes lie; raises :class:`FileMissing`."""
        path = self._path(content_hash)
        if not path.is_file():
            raise FileMissing
        return path

    def ping(self) -> None:
        """Raises OSError where the volume cannot be written."""
        self.root.mkdir(parents=True, exist_ok=True)
        with _temporary_file(self.root):
            pass

    def _path(self, content_hash: str) -> Path:
        return self.root / content_hash[:2] / content_hash


def sync_folder(folder: Path) -> None:
    """Make a rename inside ``folder`` survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _temporary_file(folder: Path) -> Iterator[tuple[int, str]]:
    descriptor, path = tempfile.mkstemp(prefix=".incoming-", dir=folder)
    try:
        yield descriptor, path
    finally:
        os.close(descriptor)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path)


def _changed_at(path: Path) -> float:
    """When it was last written, seconds since the epoch; of a file that is gone, now."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return time.time()


def _write_hashing(descriptor: int, chunks: Iterable[bytes], limit_bytes: int) -> tuple[str, int]:
    digest, written_bytes = hashlib.sha256(), 0
    for chunk in chunks:
        written_bytes += len(chunk)
        if written_bytes > limit_bytes:
            raise FileTooLarge(limit_bytes)
        digest.update(chunk)
        _write_all(descriptor, chunk)
    os.fsync(descriptor)
    return digest.hexdigest(), written_bytes


def _write_all(descriptor: int, chunk: bytes) -> None:
    view = memoryview(chunk)
    while view:
        view = view[os.write(descriptor, view) :]
