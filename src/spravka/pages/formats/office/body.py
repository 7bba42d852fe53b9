"""The text of a DOCX document in its order: paragraphs, lists, tables, text boxes, notes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from spravka.pages.formats.flowing.flow import FlowItem, Footnote, PageBreak, Told
from spravka.pages.formats.flowing.guessing import heading_level
from spravka.pages.formats.flowing.tables import RowTeller
from spravka.pages.formats.office.numbering import Numbering
from spravka.pages.formats.office.package import Element, child, number_of, value_of
from spravka.pages.formats.office.paragraphs import ParagraphText, read_paragraph
from spravka.pages.formats.office.styles import PLAIN, Style, is_on, outline_of
from spravka.pages.page import BlockKind

_MOST_HEADING_WORDS = 30
_MOST_LIST_ITEM_WORDS = 40
_MOST_SPAN = 64


@dataclass(slots=True)
class _Table:
    """The outermost table that is being read; the text of those inside goes to its cells."""

    teller: RowTeller = field(default_factory=RowTeller)
    depth: int = 1
    cells: list[str] = field(default_factory=list)
    breaks_page: bool = False

    @property
    def is_outermost(self) -> bool:
        return self.depth == 1


class Body:
    """Reads the events of the main part."""

    TAGS: ClassVar[tuple[str, ...]] = ("document", "p", "tbl", "tr", "tc")

    def __init__(
        self, styles: dict[str, Style], numbering: Numbering, footnotes: dict[str, str], endnotes: dict[str, str]
    ) -> None:
        self.styles, self.numbering = styles, numbering
        self.footnotes, self.endnotes = footnotes, endnotes
        self.open_paragraphs = 0
        self.boxed: list[str] = []
        self.referred_endnotes: list[str] = []
        self.table: _Table | None = None

    def items(self, events: Iterable[tuple[str, Element]]) -> Iterator[FlowItem]:
        """All that is told, endnotes last."""
        for event, element in events:
            tag = element.tag.rpartition("}")[2]
            if tag == "p":
                yield from self._paragraph(event, element)
            elif not self.open_paragraphs and tag in ("tbl", "tr", "tc"):
                yield from self._table_part(tag, event, element)
        for note_id in self.referred_endnotes:
            yield Told(BlockKind.PARAGRAPH, self.endnotes.get(note_id, ""))

    def _paragraph(self, event: str, paragraph: Element) -> Iterator[FlowItem]:
        """A paragraph within a paragraph stands in a text box, and is told after the one that holds the box."""
        if event == "start":
            self.open_paragraphs += 1
            return
        self.open_paragraphs -= 1
        if self.open_paragraphs:
            if next(paragraph.iterancestors("{*}Fallback"), None) is None:
                self.boxed.append(read_paragraph(paragraph).text)
            return
        found = read_paragraph(paragraph)
        if self.table is None:
            yield from self._told(paragraph, found)
            yield from (Told(BlockKind.PARAGRAPH, text) for text in self.boxed)
            _forget(paragraph)
        else:
            self._put_into_cell(self.table, paragraph, found)
            paragraph.clear()
        self.boxed.clear()
        yield from self._notes(found)

    def _told(self, paragraph: Element, found: ParagraphText) -> Iterator[FlowItem]:
        properties = child(paragraph, "pPr")
        if is_on(child(properties, "pageBreakBefore")):
            yield PageBreak()
        mark = self._mark(properties, found)
        block = self._block(properties, found, mark)
        goes_on = False
        for at, part in enumerate(found.parts):
            if at:
                yield PageBreak()
            if part:
                text = part if goes_on else f"{mark} {part}".strip()
                yield Told(block.kind, text, block.level, goes_on=goes_on)
                goes_on = True
        section = child(properties, "sectPr")
        if section is not None and value_of(child(section, "type")) != "continuous":
            yield PageBreak()

    def _block(self, properties: Element | None, found: ParagraphText, mark: str) -> Told:
        """What kind of block a paragraph is."""
        style = self._style(properties)
        word_count = len(found.text.split())
        level = self._heading_level(properties, style, f"{mark} {found.text}".strip(), found)
        if level and word_count <= _MOST_HEADING_WORDS:
            return Told(BlockKind.HEADING, level=level)
        if style.is_contents or is_in_contents(properties):
            return Told(BlockKind.CONTENTS)
        if style.is_caption:
            return Told(BlockKind.CAPTION)
        is_listed = self._list_id(properties, style) or style.name.startswith("list ")
        if is_listed and word_count <= _MOST_LIST_ITEM_WORDS:
            return Told(BlockKind.LIST_ITEM)
        return Told(BlockKind.PARAGRAPH)

    def _heading_level(self, properties: Element | None, style: Style, text: str, found: ParagraphText) -> int:
        own = outline_of(properties)
        if own is not None:
            return min(own + 1, 6)
        if style.heading_level or style.is_contents or style.is_caption:
            return 0 if style.is_contents else style.heading_level
        is_bold = found.is_bold or style.is_bold
        return heading_level(text, is_bold) if is_bold or found.text.isupper() else 0

    def _style(self, properties: Element | None) -> Style:
        return self.styles.get(value_of(child(properties, "pStyle")), PLAIN)

    def _list_id(self, properties: Element | None, style: Style) -> int | None:
        """The list a paragraph belongs to; 0 and None are none."""
        own = number_of(child(properties, "numPr", "numId"))
        return style.list_id if own is None else own

    def _mark(self, properties: Element | None, found: ParagraphText) -> str:
        """The number that stands before a paragraph. One that was deleted is not counted."""
        style = self._style(properties)
        list_id = self._list_id(properties, style)
        is_deleted = not found.text and child(properties, "rPr", "del") is not None
        if not list_id or is_deleted:
            return ""
        level = number_of(child(properties, "numPr", "ilvl"))
        level = style.list_level if level is None else level
        if level is None:
            level = self.numbering.level_of_style(list_id, value_of(child(properties, "pStyle")))
        return self.numbering.next_mark(list_id, level)

    def _notes(self, found: ParagraphText) -> Iterator[FlowItem]:
        yield from (Footnote(self.footnotes[note_id]) for note_id in found.footnotes if note_id in self.footnotes)
        self.referred_endnotes += found.endnotes

    def _put_into_cell(self, table: _Table, paragraph: Element, found: ParagraphText) -> None:
        mark = self._mark(child(paragraph, "pPr"), found)
        table.breaks_page = table.breaks_page or len(found.parts) > 1
        if table.cells:
            table.cells[-1] = " ".join(text for text in (table.cells[-1], mark, found.text, *self.boxed) if text)

    def _table_part(self, tag: str, event: str, element: Element) -> Iterator[FlowItem]:
        if tag == "tbl":
            yield from self._begin_or_end_table(event, element)
        elif self.table is not None and self.table.is_outermost:
            if tag == "tr":
                yield from self._begin_or_end_row(self.table, event, element)
            elif event == "start":
                self.table.cells.append("")
            else:
                span = min(number_of(child(element, "tcPr", "gridSpan")) or 1, _MOST_SPAN)
                self.table.cells += [""] * (span - 1)

    def _begin_or_end_table(self, event: str, element: Element) -> Iterator[FlowItem]:
        if event == "start" and self.table is None:
            self.table = _Table()
        elif event == "start" and self.table is not None:
            self.table.depth += 1
        elif self.table is not None and self.table.depth > 1:
            self.table.depth -= 1
        elif self.table is not None:
            yield from self.table.teller.finish()
            self.table = None
            _forget(element)

    def _begin_or_end_row(self, table: _Table, event: str, row: Element) -> Iterator[FlowItem]:
        if event == "start":
            table.cells = []
            return
        properties = child(row, "trPr")
        if child(properties, "del") is None:
            if table.breaks_page:
                yield PageBreak()
            yield from table.teller.add(table.cells, is_on(child(properties, "tblHeader")))
        table.cells, table.breaks_page = [], False
        _forget(row)


def is_in_contents(properties: Element | None) -> bool:
    """Whether a paragraph stands in a table of contents that Word keeps up to date itself."""
    if properties is None:
        return False
    contents = properties.iterancestors("{*}sdt")
    galleries = (child(one, "sdtPr", "docPartObj", "docPartGallery") for one in contents)
    return any(value_of(gallery) == "Table of Contents" for gallery in galleries)


def _forget(element: Element) -> None:
    """Frees an element that has been read, and what stood before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
