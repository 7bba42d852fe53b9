"""Plain text in any encoding: paragraphs, the items of lists, and headings where there can be little doubt."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from spravka.pages.formats.flowing.document import FlowingDocument
from spravka.pages.formats.flowing.flow import FlowItem, PageBreak, Told, flow
from spravka.pages.formats.flowing.guessing import heading_level
from spravka.pages.formats.opening import KeptPage, Wanted
from spravka.pages.page import BlockKind
from spravka.sheets.formats.charsets import decode

_ITEM = re.compile(r"\s*(?:[-–—*•·▪]|\(?(?:\d{1,3}|[a-zа-я])[.)]|(?:\d{1,2}\.){1,5}\d{0,2})\s+\S", re.IGNORECASE)
_BULLET = re.compile(r"\s*[-–—*•·▪]\s+")
_RULE = re.compile(r"[\s\W_]*")
_NARROWEST, _WIDEST = 40, 120
_FULL_LINE = 0.75


def open_document(path: Path) -> "TextDocument":
    """Opens a file."""
    return TextDocument(decode(path.read_bytes()).text)


class TextDocument(FlowingDocument):
    """A text of any length: pages end at form feeds, else after a stretch."""

    def __init__(self, text: str) -> None:
        self.text = text

    def pages(self, wanted: Wanted) -> Iterator[KeptPage]:
        """The wanted pages."""
        yield from flow(told_of_text(self.text), wanted)


def told_of_text(text: str) -> Iterator[FlowItem]:
    """The blocks of a text; a form feed ends a page."""
    for at, page in enumerate(text.split("\f")):
        if at:
            yield PageBreak()
        for lines in _chunks(page):
            yield from _told(lines)


def _chunks(text: str) -> Iterator[list[str]]:
    """Lines between empty lines and rules."""
    lines: list[str] = []
    for line in text.splitlines():
        if _RULE.fullmatch(line):
            if lines:
                yield lines
            lines = []
        else:
            lines.append(line.expandtabs(4))
    if lines:
        yield lines


def _told(lines: Sequence[str]) -> Iterator[Told]:
    """A line that stands alone may be a heading; others are put together where they were broken to fit a width."""
    level = heading_level(lines[0].strip()) if len(lines) == 1 else 0
    if level:
        yield Told(BlockKind.HEADING, lines[0], level)
        return
    for paragraph in _joined(lines):
        is_item = _ITEM.match(paragraph) is not None
        text = _BULLET.sub("", paragraph, count=1) if is_item else paragraph
        yield Told(BlockKind.LIST_ITEM if is_item else BlockKind.PARAGRAPH, text)


def _joined(lines: Sequence[str]) -> Iterator[str]:
    width = max(map(len, lines))
    if not _NARROWEST <= width <= _WIDEST:
        yield from lines
        return
    paragraph = lines[0]
    for before, line in pairwise(lines):
        if len(before) >= _FULL_LINE * width and not _begins(line, lines[0]):
            paragraph += f"\n{line}"
        else:
            yield paragraph
            paragraph = line
    yield paragraph


def _begins(line: str, first: str) -> bool:
    """Whether a line begins a paragraph: an item of a list, or set in more than the chunk's own first line."""
    return _ITEM.match(line) is not None or (_indent(line) > _indent(first) and not _ITEM.match(first))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
