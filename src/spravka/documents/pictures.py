"""Pictures of pages that were drawn once: kept on the disk under the content's hash, the least used forgotten first.

A picture follows from the content, the page and the width alone, so that a kept one is never out of date. The folder
of a content goes when its last document is deleted.
"""

import contextlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from spravka.pages.kinds import PDF
from spravka.resources import Resources

LIMIT_BYTES = 500_000_000
KEPT_SHARE = 0.8
"""So much is left when room is made, so that it need not be made at every picture."""
LOOKED_AFTER = 40
"""How much lies there is counted at every so-many-th picture kept."""


@dataclass(frozen=True)
class PictureName:
    """What a picture is of; ``width_pixels`` as it was asked for."""

    content_hash: str
    page_number: int
    width_pixels: int

    def __str__(self) -> str:
        return f"{self.content_hash}-{self.page_number}-{self.width_pixels}"


class PictureStore:
    """A folder of pictures, of at most about ``limit_bytes``; several processes may use it."""

    def __init__(self, root: Path, limit_bytes: int = LIMIT_BYTES) -> None:
        self.root = root
        self._limit_bytes = limit_bytes

    def find(self, name: PictureName) -> bytes | None:
        """The picture, if it is kept."""
        path = self._path(name)
        try:
            picture = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        return picture

    def keep(self, name: PictureName, picture: bytes) -> None:
        """Keep a picture for later; where the disk is full it is drawn again."""
        path = self._path(name)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, picture)
        if name.page_number % LOOKED_AFTER == 1 or LOOKED_AFTER * len(picture) > self._limit_bytes:
            self.make_room()

    def remove(self, content_hash: str) -> None:
        """Forget all pictures of a content."""
        shutil.rmtree(self._folder(content_hash), ignore_errors=True)

    def make_room(self) -> None:
        """Forget the pictures that were not looked at for longest, where there are too many."""
        kept = sorted(_measured(self.root))
        too_much = sum(size for _, size, _ in kept) - self._limit_bytes
        if too_much <= 0:
            return
        too_much += round(self._limit_bytes * (1 - KEPT_SHARE))
        for _, size, path in kept:
            if too_much <= 0:
                return
            path.unlink(missing_ok=True)
            too_much -= size

    def _folder(self, content_hash: str) -> Path:
        return self.root / content_hash[:2] / content_hash

    def _path(self, name: PictureName) -> Path:
        return self._folder(name.content_hash) / f"{name.page_number}-{name.width_pixels}.png"


def has_pictures(media_type: str) -> bool:
    """Whether pages of such documents can be drawn."""
    return media_type == PDF or media_type.startswith("image/")


def open_pictures(resources: Resources) -> PictureStore:
    """The pictures beside the stored documents."""
    return PictureStore(resources.documents.root.with_name("pictures"))


def _write(path: Path, picture: bytes) -> None:
    """Whole or not at all."""
    descriptor, written = tempfile.mkstemp(prefix=".", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(picture)
        os.replace(written, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(written)
        raise


def _measured(root: Path) -> list[tuple[float, int, Path]]:
    """When each picture was looked at last, its bytes, and where it is."""
    found = []
    for path in root.glob("*/*/*"):
        with contextlib.suppress(OSError):
            told = path.stat()
            found.append((told.st_mtime, told.st_size, path))
    return found
