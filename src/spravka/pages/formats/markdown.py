"""Markdown (CommonMark with tables)."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from spravka.pages.formats.flowing.document import FlowingDocument
from spravka.pages.formats.flowing.flow import Told, flow
from spravka.pages.formats.flowing.tables import RowTeller
from spravka.pages.formats.html_blocks import told_of_html
from spravka.pages.formats.opening import KeptPage, Wanted
from spravka.pages.page import BlockKind
from spravka.sheets.formats.charsets import decode

_FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
_SEEN = frozenset({"text", "code_inline", "image"})
_BREAKS = frozenset({"softbreak", "hardbreak"})


def open_document(path: Path) -> "MarkdownDocument":
    """Opens a file."""
    return MarkdownDocument(decode(path.read_bytes()).text)


class MarkdownDocument(FlowingDocument):
    """A text of any length, in stretches."""

    def __init__(self, text: str) -> None:
        self.text = text

    def pages(self, wanted: Wanted) -> Iterator[KeptPage]:
        """The wanted pages."""
        yield from flow(told_of_markdown(self.text), wanted)


def told_of_markdown(text: str) -> Iterator[Told]:
    """The blocks of a text, without the settings it may begin with."""
    text = _FRONT_MATTER.sub("", text.replace("\r\n", "\n").lstrip("\ufeff"))
    parser = MarkdownIt("commonmark").enable("table")
    yield from _Telling().of(parser.parse(text))


class _Telling:
    """Follows the tokens of a text, which open and close its blocks."""

    def __init__(self) -> None:
        self.list_depth = 0
        self.level = 0
        self.teller: RowTeller | None = None
        self.cells: list[str] = []
        self.is_header = False

    def of(self, tokens: Sequence[Token]) -> Iterator[Told]:
        for token in tokens:
            self._follow(token)
            if token.type == "inline":
                yield from self._inline(_shown(token))
            elif token.type in ("fence", "code_block"):
                yield Told(BlockKind.PARAGRAPH, token.content)
            elif token.type == "html_block":
                yield from told_of_html(token.content)
            elif token.type == "tr_close" and self.teller:
                yield from self.teller.add(self.cells, self.is_header)
            elif token.type == "table_close" and self.teller:
                yield from self.teller.finish()
                self.teller = None

    def _follow(self, token: Token) -> None:
        """Remembers what is open."""
        match token.type:
            case "heading_open":
                self.level = int(token.tag[1])
            case "heading_close":
                self.level = 0
            case "list_item_open" | "list_item_close":
                self.list_depth += token.nesting
            case "table_open":
                self.teller = RowTeller()
            case "tr_open":
                self.cells, self.is_header = [], False
            case "th_open":
                self.is_header = True

    def _inline(self, text: str) -> Iterator[Told]:
        if self.teller:
            self.cells.append(text)
        elif self.level:
            yield Told(BlockKind.HEADING, text, self.level)
        else:
            yield Told(BlockKind.LIST_ITEM if self.list_depth else BlockKind.PARAGRAPH, text)


def _shown(inline: Token) -> str:
    """The text of a paragraph without its marks; a line break is a space."""
    pieces = []
    for leaf in inline.children or ():
        if leaf.type in _SEEN:
            pieces.append(leaf.content)
        elif leaf.type in _BREAKS:
            pieces.append(" ")
    return " ".join("".join(pieces).split())
