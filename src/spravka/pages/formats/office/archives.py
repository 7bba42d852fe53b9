"""ZIP archives whose directory is looked at before it is read into memory."""

import struct
import zipfile
from pathlib import Path

_DIRECTORY_BYTES = 8 * 1024 * 1024
_END = b"PK\x05\x06"
_END_BYTES = 22
_LOCATOR = b"PK\x06\x07"
_LOCATOR_BYTES = 20
_END_64_BYTES = 56
_COMMENT_BYTES = 65_535


def open_archive(path: Path) -> zipfile.ZipFile:
    """The archive, if its directory is no bomb itself. Raises BadZipFile."""
    if _directory_bytes(path) > _DIRECTORY_BYTES:
        raise zipfile.BadZipFile("the directory is too large")
    return zipfile.ZipFile(path)


def _directory_bytes(path: Path) -> int:
    """How long the archive says its directory is (APPNOTE 4.3.16 and, of large archives, 4.3.14)."""
    with path.open("rb") as file:
        length = file.seek(0, 2)
        file.seek(max(0, length - _COMMENT_BYTES - _END_BYTES - _LOCATOR_BYTES - _END_64_BYTES))
        tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + _END_BYTES:
        raise zipfile.BadZipFile("the end is missing")
    if tail[max(0, at - _LOCATOR_BYTES) : at].startswith(_LOCATOR) and at >= _LOCATOR_BYTES + _END_64_BYTES:
        return int(struct.unpack_from("<Q", tail, at - _LOCATOR_BYTES - _END_64_BYTES + 40)[0])
    return int(struct.unpack_from("<L", tail, at + 12)[0])
