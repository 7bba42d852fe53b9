"""HTML pages: what a browser would show without running anything and without asking the network."""

import re
from collections.abc import Iterator
from pathlib import Path

from spravka.pages.formats.flowing.document import FlowingDocument
from spravka.pages.formats.flowing.flow import flow
from spravka.pages.formats.html_blocks import told_of_html
from spravka.pages.formats.opening import KeptPage, Wanted
from spravka.sheets.formats.charsets import decode

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,80}encoding=["']([\w.-]+)""", re.IGNORECASE
)
_OF_PAGES = re.compile(
    r"utf-?8|(?:windows-|cp)(?:125\d|866|874|932|949|936|950)|ibm866|iso-?8859-\d+|koi8-?[ru]|latin-?1|us-ascii"
    r"|gbk|gb2312|gb18030|big5|shift[_-]jis|euc-(?:jp|kr)",
    re.IGNORECASE,
)
"""Encodings that a page may declare: a page that can be searched for its declaration is not in UTF-16, whatever it
says, and not every codec of the language is an encoding of texts."""
_HEAD_BYTES = 4096


def open_document(path: Path) -> "HtmlDocument":
    """Opens a file."""
    return HtmlDocument(path.read_bytes())


class HtmlDocument(FlowingDocument):
    """An HTML page of any length, in stretches of text."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def pages(self, wanted: Wanted) -> Iterator[KeptPage]:
        """The wanted pages."""
        yield from flow(told_of_html(text_of(self.content)), wanted)


def text_of(content: bytes) -> str:
    """The text in the encoding that the page declares, if it is in it, else in the one that it reads like."""
    return _as_declared(content) or decode(content).text


def _as_declared(content: bytes) -> str:
    declared = _DECLARED.search(content[:_HEAD_BYTES])
    encoding = (declared[1] or declared[2]).decode("ascii", "replace") if declared else ""
    if not _OF_PAGES.fullmatch(encoding) or content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return ""
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return ""
