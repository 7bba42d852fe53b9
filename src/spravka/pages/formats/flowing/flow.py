"""Pages of documents that have no geometry: what is told in a row is cut into pages.

A page ends where the document says so, or after about PAGE_CHARACTERS at the end of a paragraph. A table that goes on
over the end of a page repeats its header on the next, as a printed one does.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from spravka.pages.formats.opening import KeptPage, Wanted
from spravka.pages.page import Block, BlockKind, TextLayer, page_to_json
from spravka.sheets.formats.bounded import CONTROL_CHARACTERS

PAGE_CHARACTERS = 3_000
MOST_PAGE_CHARACTERS = 20_000
_UNSEEN = re.compile(f"{CONTROL_CHARACTERS.pattern}|[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_WORD = re.compile(r"\S{1,500}")
_UNFINISHED = frozenset({BlockKind.HEADING, BlockKind.TABLE_HEADER})
_ROWS = frozenset({BlockKind.TABLE_HEADER, BlockKind.TABLE_ROW})


@dataclass(frozen=True, slots=True)
class Told:
    """A block in the order of the document. ``cells`` are of a table's row, and ``opens`` of its first.

    ``level`` as in :class:`Block`. ``goes_on``: it continues the block before, from which a page break parts it.
    """

    kind: BlockKind
    text: str = ""
    level: int = 0
    cells: tuple[str, ...] = ()
    opens: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A page ends here, if anything is on it; the pages from here on have the ``label``."""

    label: str = ""


@dataclass(frozen=True, slots=True)
class Footnote:
    """What stands at the foot of the page on which it is told."""

    text: str


FlowItem = Told | PageBreak | Footnote


def words_of(text: str) -> list[str]:
    """The words of a text, without what is not seen; an endless word is cut."""
    return _WORD.findall(_UNSEEN.sub("", text))


def flow(items: Iterable[FlowItem], wanted: Wanted, most_characters: int = PAGE_CHARACTERS) -> Iterator[KeptPage]:
    """The wanted pages. No page is told as begun: what follows one that cannot be read cannot be read either."""
    for page in _Paginator(most_characters).pages(items):
        if page.number >= wanted.first:
            yield page.kept()


def whole_page(number: int, items: Iterable[Told]) -> KeptPage:
    """One page of all that is told, for documents that have pages of their own."""
    page = _FlowPage(number)
    for told in items:
        page.put(told)
    return page.kept()


@dataclass(slots=True)
class _FlowPage:
    number: int
    label: str = ""
    words: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    characters: int = 0

    def put(self, told: Told) -> None:
        """Adds a block, if there is a word in it."""
        first = len(self.words)
        cells = tuple(self._put_words(cell) for cell in told.cells)
        if not cells:
            self._put_words(told.text)
        if len(self.words) > first:
            self.blocks.append(Block(told.kind, first, len(self.words), told.level, cells, told.goes_on))

    def _put_words(self, text: str) -> tuple[int, int]:
        first, words = len(self.words), words_of(text)
        self.words += words
        self.characters += sum(map(len, words)) + len(words)
        return first, len(self.words)

    def kept(self) -> KeptPage:
        for footnote in self.footnotes:
            self.put(Told(BlockKind.PARAGRAPH, footnote))
        layer = TextLayer.ORIGINAL if self.words else TextLayer.EMPTY
        return page_to_json(self.number, self.words, None, self.blocks, label=self.label, layer=layer)


class _Paginator:
    def __init__(self, most_characters: int) -> None:
        self.most_characters = most_characters
        self.page = _FlowPage(1)
        self.header: list[Told] = []

    def pages(self, items: Iterable[FlowItem]) -> Iterator[_FlowPage]:
        for item in items:
            if isinstance(item, Footnote):
                self.page.footnotes.append(item.text)
            elif isinstance(item, PageBreak):
                yield from self._turn(item.label)
            else:
                for part in _parts(item):
                    yield from self._take(part)
        yield from self._turn("")

    def _take(self, told: Told) -> Iterator[_FlowPage]:
        if self._is_full(told):
            yield from self._turn(self.page.label)
        self._follow_table(told)
        if told.kind is BlockKind.TABLE_ROW and not self.page.blocks:
            for row in self.header:
                self.page.put(row)
        self.page.put(told)

    def _is_full(self, told: Told) -> bool:
        if told.goes_on or not self.page.blocks:
            return self.page.characters >= MOST_PAGE_CHARACTERS
        is_ended = self.page.blocks[-1].kind not in _UNFINISHED
        return self.page.characters >= (self.most_characters if is_ended else MOST_PAGE_CHARACTERS)

    def _follow_table(self, told: Told) -> None:
        """Remembers the header of the table that is being told, and forgets it where the table ends."""
        if told.opens or told.kind not in _ROWS:
            self.header = []
        if told.kind is BlockKind.TABLE_HEADER:
            self.header.append(replace(told, opens=False))

    def _turn(self, label: str) -> Iterator[_FlowPage]:
        if self.page.blocks or self.page.footnotes:
            yield self.page
            self.page = _FlowPage(self.page.number + 1)
        self.page.label = label


def _parts(told: Told) -> Iterator[Told]:
    """A block longer than a page may be, in parts; rows are never cut."""
    if len(told.text) <= MOST_PAGE_CHARACTERS:
        yield told
        return
    words, part, length = words_of(told.text), list[str](), 0
    goes_on = told.goes_on
    for word in words:
        part.append(word)
        length += len(word) + 1
        if length >= MOST_PAGE_CHARACTERS:
            yield replace(told, text=" ".join(part), goes_on=goes_on)
            part, length, goes_on = [], 0, True
    yield replace(told, text=" ".join(part), goes_on=goes_on)
