"""Files that are not read here: what they are, told from their content, and what to send instead."""

import re
from collections.abc import Collection
from typing import NamedTuple

from spravka.pages.errors import SAVE_ANEW, UnknownFormat

_AS_DOCX = "Open it in Word or LibreOffice, save it as DOCX and send that file."
_AS_PPTX = "Open it in PowerPoint or LibreOffice, save it as PPTX or PDF and send that file."
_UNPACK = "Unpack it and send the documents inside; many can be sent at once."
_PRINT = "Print it into a PDF and send that file."
_AS_PICTURE = "Save the picture as PNG or JPEG and send that file."


class Foreign(NamedTuple):
    """What a file is, after «The file is», and what to do about it."""

    found: str
    advice: str = SAVE_ANEW

    def problem(self) -> UnknownFormat:
        """The Problem that says so."""
        return UnknownFormat(self.found, self.advice)


OLD_OFFICE = {
    "WordDocument": Foreign("a document of Word 97–2003 (DOC)", _AS_DOCX),
    "PowerPoint Document": Foreign("a presentation of PowerPoint 97–2003 (PPT)", _AS_PPTX),
    "VisioDocument": Foreign("a drawing of Visio", _PRINT),
    "__properties_version1.0": Foreign(
        "a message of Outlook (MSG)", "Save the message as PDF, and send what it brought."
    ),
}
"""By the name of a stream in the container of Office 97–2003."""
OPEN_DOCUMENTS = {
    "application/vnd.oasis.opendocument.text": Foreign("an OpenDocument text (ODT)", _AS_DOCX),
    "application/vnd.oasis.opendocument.presentation": Foreign("an OpenDocument presentation (ODP)", _AS_PPTX),
    "application/vnd.oasis.opendocument.graphics": Foreign("an OpenDocument drawing (ODG)", _PRINT),
    "application/epub+zip": Foreign("an electronic book (EPUB)"),
}
"""By what the part ``mimetype`` of an archive says."""
_STARTS = (
    (b"{\\rtf", Foreign("an RTF document", _AS_DOCX)),
    (b"GIF8", Foreign("a GIF picture", _AS_PICTURE)),
    (b"Rar!", Foreign("a RAR archive", _UNPACK)),
    (b"7z\xbc\xaf", Foreign("a 7-Zip archive", _UNPACK)),
    (b"\x1f\x8b", Foreign("an archive packed by gzip", _UNPACK)),
    (b"BZh", Foreign("an archive packed by bzip2", _UNPACK)),
    (b"%!PS", Foreign("a PostScript document", "Convert it into a PDF and send that file.")),
    (b"AT&TFORM", Foreign("a DjVu document", "Convert it into a PDF and send that file.")),
    (b"MOXCEL", Foreign("a 1C print form (MXL)", "Save it from 1C as XLSX or PDF and send that file.")),
    (b"AC10", Foreign("a drawing of AutoCAD (DWG)", _PRINT)),
    (b"SQLite format 3", Foreign("a database file")),
    (b"\x7fELF", Foreign("a program")),
    (b"MZ", Foreign("a program")),
)
_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_SIGNED = Foreign("a signed file or its signature (SIG, P7M)", "Take the document out of it and send that file.")
_HEIC = Foreign("a photo in HEIC", _AS_PICTURE)
_MESSAGE = Foreign("an e-mail message (EML)", "Save the message as PDF, and send the documents it brought.")
_WEB_ARCHIVE = Foreign("a web page saved as one file (MHT)", "Save the page as HTML or PDF and send that file.")
_MESSAGE_FIELD = re.compile(rb"^(?:from|to|subject|date|message-id|mime-version|received|return-path):", re.I | re.M)
_FEWEST_FIELDS = 3
_HEADERS = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}\n")
_ARCHIVE = Foreign("a ZIP archive and not a document", _UNPACK)
_PACKED = (
    ("visio/", Foreign("a drawing of Visio (VSDX)", _PRINT)),
    ("Index/Document.iwa", Foreign("a document of Apple's iWork")),
)


def foreign_kind(head: bytes, suffix: str) -> Foreign | None:
    """What a file is that begins so, if it is one of those known not to be read; ``suffix`` is of its name."""
    found = next((kind for start, kind in _STARTS if head.startswith(start)), None)
    if found is not None:
        return found
    if head[:1] == b"0" and _SIGNED_DATA in head[:64]:
        return _SIGNED
    if head[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        return _HEIC
    return _mail_kind(head, suffix)


def _mail_kind(head: bytes, suffix: str) -> Foreign | None:
    """A message begins with its fields; a text with such lines in it is still a text."""
    fields = _HEADERS.match(head.replace(b"\r\n", b"\n").lstrip(b"\xef\xbb\xbf"))
    if not fields:
        return None
    names = {found.lower() for found in _MESSAGE_FIELD.findall(fields[0])}
    if b"multipart/related" in fields[0].lower() and suffix in (".mht", ".mhtml"):
        return _WEB_ARCHIVE
    is_message = suffix == ".eml" or (b"mime-version" in fields[0].lower() and len(names) >= _FEWEST_FIELDS)
    return _MESSAGE if is_message else None


def archive_of(names: Collection[str]) -> Foreign:
    """What a ZIP archive is that holds no document known here."""
    return next((kind for start, kind in _PACKED if any(name.startswith(start) for name in names)), _ARCHIVE)
