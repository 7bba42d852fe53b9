"""What a document is, told from its content; its name only tells apart what is written in the same letters."""

import mmap
import re
import zipfile
from pathlib import Path, PurePath

from spravka.pages.errors import DocumentDamaged, DocumentProtected, NothingToRead, UnknownFormat
from spravka.pages.foreign_kinds import OLD_OFFICE, OPEN_DOCUMENTS, archive_of, foreign_kind
from spravka.pages.formats.office.archives import open_archive
from spravka.sheets.formats.charsets import utf16_order

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLSB = "application/vnd.ms-excel.sheet.binary.macroenabled.12"
XLS = "application/vnd.ms-excel"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
HTML = "text/html"
MARKDOWN = "text/markdown"
CSV = "text/csv"
TEXT = "text/plain"

SUFFIXES = {
    PDF: (".pdf",),
    DOCX: (".docx", ".docm", ".dotx"),
    PPTX: (".pptx", ".pptm", ".ppsx"),
    XLSX: (".xlsx", ".xlsm"),
    XLSB: (".xlsb",),
    XLS: (".xls",),
    ODS: (".ods",),
    HTML: (".html", ".htm"),
    MARKDOWN: (".md", ".markdown"),
    CSV: (".csv", ".tsv"),
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/tiff": (".tiff", ".tif"),
    "image/bmp": (".bmp",),
    "image/webp": (".webp",),
}
"""What the names of such files end with, the usual ending first; of plain text anything."""

_HEAD_BYTES = 8192
_PDF_WITHIN_BYTES = 1024
_PDF = re.compile(rb"(?:\A|[\0-\x20])%PDF")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_BLANKS = b"\0 \t\r\n\f\xef\xbb\xbf\xff\xfe"
_IMAGES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"II+\0", "image/tiff"),
    (b"MM\0+", "image/tiff"),
)
_PARTS = (
    ("word/", DOCX),
    ("ppt/", PPTX),
    ("xl/workbook.bin", XLSB),
    ("xl/", XLSX),
)
_BY_NAME = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".csv": CSV,
    ".tsv": CSV,
}


def media_type_of(path: Path, name: str) -> str:
    """The media type of a document that people call ``name``.

    Raises NothingToRead where the file is empty, DocumentProtected, DocumentDamaged, or UnknownFormat saying what it is
    instead of PDF, DOCX, PPTX, XLSX, XLS, XLSB, ODS, HTML, Markdown, text or an image.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if not head.strip(_BLANKS) and len(head) < _HEAD_BYTES:
        raise NothingToRead
    suffix = PurePath(name).suffix.lower()
    if _is_pdf(head, suffix):
        return PDF
    if head.startswith(_OLE):
        return _ole_type(path)
    if head.startswith(b"PK"):
        return _archive_type(path)
    return _image_type(head) or _text_type(head, suffix)


def _is_pdf(head: bytes, suffix: str) -> bool:
    """By its first line, which may come late, or in one called so by the first object, if that line is missing."""
    return _PDF.search(head, 0, _PDF_WITHIN_BYTES) is not None or (suffix == ".pdf" and b" obj" in head)


def _image_type(head: bytes) -> str:
    if head.startswith(b"BM") and head[6:10] == bytes(4):
        return "image/bmp"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image/webp"
    return next((media_type for start, media_type in _IMAGES if head.startswith(start)), "")


def _ole_type(path: Path) -> str:
    """The container of Office 97–2003, and of encrypted files of later ones; the names in it are in UTF-16."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if _names(content, "EncryptedPackage"):
            raise DocumentProtected
        for name, found in OLD_OFFICE.items():
            if _names(content, name):
                raise found.problem()
        if _names(content, "Workbook") or _names(content, "Book"):
            return XLS
    raise DocumentDamaged("it is an Office file without a document inside")


def _archive_type(path: Path) -> str:
    try:
        with open_archive(path) as archive:
            names = set(archive.namelist())
            declared = _declared(archive) if "mimetype" in names else ""
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise DocumentDamaged("it starts as an Office file or an archive, and the end is missing") from error
    if declared.startswith(ODS):
        return ODS
    if declared in OPEN_DOCUMENTS:
        raise OPEN_DOCUMENTS[declared].problem()
    for start, media_type in _PARTS:
        if any(name.startswith(start) for name in names):
            return media_type
    raise archive_of(names).problem()


def _declared(archive: zipfile.ZipFile) -> str:
    """What an archive says it is in the part that formats of OpenDocument begin with."""
    part = archive.getinfo("mimetype")
    if part.flag_bits & 1:
        return ""
    with archive.open(part) as file:
        return file.read(100).decode("ascii", "replace").strip()


def _text_type(head: bytes, suffix: str) -> str:
    foreign = foreign_kind(head, suffix)
    if foreign is not None:
        raise foreign.problem()
    start = head.replace(b"\0", b"").lstrip(_BLANKS).lower()
    if start.startswith(b"<?xml") and b"<html" not in start:
        raise UnknownFormat("an XML document")
    if _is_binary(head):
        raise UnknownFormat("neither a document nor text")
    if _is_html(start):
        return HTML
    return _BY_NAME.get(suffix, TEXT) if suffix not in (".htm", ".html") else HTML


def _is_html(start: bytes) -> bool:
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or b"<html" in start[:1024]


def _is_binary(head: bytes) -> bool:
    """Whether a twentieth of the bytes are control characters, which only text in UTF-16 is full of."""
    if utf16_order(head):
        return False
    controls = sum(1 for byte in head if byte < 32 and byte not in b"\t\n\r\f\x0b\x1a\x1b")
    return controls * 20 > len(head)


def _names(content: mmap.mmap, name: str) -> bool:
    return content.find(name.encode("utf-16-le")) >= 0
