"""What a file is, told from its first bytes and never from its name."""

import zipfile
from pathlib import Path
from typing import Literal, TypeAlias

from spravka.sheets.errors import DamagedFile, EmptyFile, PasswordProtected, UnsupportedFile
from spravka.sheets.formats.charsets import utf16_order

Kind: TypeAlias = Literal["text", "html", "gzip", "workbook"]

HEAD_BYTES = 4096

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"{\\rtf", "an RTF document"),
    (b"MOXCEL", "a 1C print form (MXL)"),
    (b"SQLite format 3", "a database file"),
    (b"PAR1", "a Parquet file"),
)


def kind_of(path: Path, file_name: str) -> Kind:
    """What the file holds.

    Raises EmptyFile, PasswordProtected, DamagedFile, or UnsupportedFile saying what it is instead.
    """
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if not head.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise EmptyFile(file_name)
    for start, found in _FOREIGN:
        if head.startswith(start):
            raise UnsupportedFile(file_name, found)
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith(_OLE):
        return _ole_kind(path, file_name)
    if head.startswith(b"PK"):
        return _zip_kind(path, file_name)
    return _text_kind(head, file_name)


def _ole_kind(path: Path, file_name: str) -> Kind:
    """The old Office container: XLS, or something else, or an encrypted XLSX wrapped into it."""
    content = path.read_bytes()
    if _utf16("EncryptedPackage") in content:
        raise PasswordProtected(file_name)
    if _utf16("Workbook") in content or _utf16("Book") in content:
        return "workbook"
    if _utf16("WordDocument") in content:
        raise UnsupportedFile(file_name, "a Word document")
    raise DamagedFile(file_name, "it is an Office file without a workbook inside")


def _zip_kind(path: Path, file_name: str) -> Kind:
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise DamagedFile(file_name, "it starts as an XLSX file, but the end is missing") from error
    if any(name.lower().startswith("xl/") for name in names) or "content.xml" in names:
        return "workbook"
    if any(name.startswith("word/") for name in names):
        raise UnsupportedFile(file_name, "a Word document")
    if any(name.startswith("Index/") and name.endswith(".iwa") for name in names):
        raise UnsupportedFile(file_name, "an Apple Numbers document")
    raise UnsupportedFile(file_name, "a ZIP archive without a workbook inside")


def _text_kind(head: bytes, file_name: str) -> Kind:
    start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start or b'progid="excel.sheet"' in start:
        raise UnsupportedFile(file_name, "an XML table of Excel 2003")
    if b"<table" in start or start.startswith((b"<html", b"<!doctype html")):
        return "html"
    if start.startswith(b"<?xml"):
        raise UnsupportedFile(file_name, "an XML document")
    if _looks_binary(head):
        raise UnsupportedFile(file_name, "neither a spreadsheet nor text")
    return "text"


def _looks_binary(head: bytes) -> bool:
    """Whether a tenth of the bytes are control characters, which only UTF-16 text is full of."""
    if utf16_order(head):
        return False
    controls = sum(1 for byte in head if byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1a")
    return controls * 10 > len(head)


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")
