"""Pages of placed words, one after another, become pages of blocks in reading order."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from spravka.pages.layout.columns import reading_order
from spravka.pages.layout.contents import contents_rows
from spravka.pages.layout.headings import Surroundings, heading_at
from spravka.pages.layout.marks import ends_sentence, is_caption, is_list_mark, starts_upper
from spravka.pages.layout.paragraphs import margins_of, paragraph_end
from spravka.pages.layout.placed import Piece, PlacedPage
from spravka.pages.layout.rows import Row, row_of
from spravka.pages.layout.ruled import RuledTable, put_among, take_tables
from spravka.pages.layout.running import EdgeRow, edge_rows, repeated
from spravka.pages.layout.tables import Table, find_tables
from spravka.pages.layout.type_sizes import BodyType
from spravka.pages.layout.writing import BlockWriter
from spravka.pages.page import BlockKind

_NEARBY = 2
"""Pages before and after that a page is compared with: left and right ones may differ."""
_CAPTION_WORDS = 40
_BESIDE = -1
"""The column of what is set in another direction than the page."""


@dataclass(slots=True)
class _Waiting:
    page: PlacedPage
    rows: list[Row]
    edges: list[EdgeRow]
    ruled: dict[int, RuledTable]
    """By the identity of the row that stands for it."""


class Arranger:
    """Arranges the pages of one document. A page is told when the pages after it, that it is compared with, are in."""

    def __init__(self) -> None:
        self.body = BodyType()
        self.nearby: deque[_Waiting] = deque(maxlen=2 * _NEARBY + 1)
        self.untold = 0
        self.goes_on = False
        """Whether the last page told ended within a sentence."""

    def add(self, page: PlacedPage) -> Iterator[dict[str, Any]]:
        """Takes the next page; gives those that are complete, in the form of ``Page.to_json``."""
        self.body.count(page.pieces)
        pieces, tables = take_tables(page)
        upright = [piece for piece in pieces if not piece.is_turned]
        rows = put_among(reading_order(upright), tables) + _turned_rows(pieces)
        edges = edge_rows(page.number, page.turned_height or page.height, rows, page.words)
        self.nearby.append(_Waiting(page, rows, edges, {id(table.row): table for table in tables}))
        self.untold += 1
        if self.untold > _NEARBY:
            yield self._told()

    def finish(self) -> Iterator[dict[str, Any]]:
        """The pages that were still waited with."""
        while self.untold:
            yield self._told()

    def _told(self) -> dict[str, Any]:
        at = len(self.nearby) - self.untold
        self.untold -= 1
        own = self.nearby[at]
        around = [one.edges for other, one in enumerate(self.nearby) if 0 < abs(other - at) <= _NEARBY]
        writer = BlockWriter(own.page)
        arrangement = _Arrangement(own, repeated(own.edges, around), self.body, writer)
        self.goes_on = arrangement.write(self.goes_on)
        return writer.to_json()


def _turned_rows(pieces: list[Piece]) -> list[Row]:
    """What is not set in the direction of the page stands after it, in the order of the file."""
    rows = [row_of(piece) for piece in pieces if piece.is_turned]
    for row in rows:
        row.column = _BESIDE
    return rows


class _Arrangement:
    """The rows of one page on their way into blocks."""

    def __init__(self, waiting: _Waiting, running: list[Row], body: BodyType, writer: BlockWriter) -> None:
        self.words, self.body, self.writer = waiting.page.words, body, writer
        self.running = {id(row) for row in running}
        self.all_rows = waiting.rows
        self.rows = [row for row in waiting.rows if id(row) not in self.running]
        ruled = {at: waiting.ruled[id(row)] for at, row in enumerate(self.rows) if id(row) in waiting.ruled}
        self.contents = contents_rows(self.rows, self.words) - ruled.keys()
        taken = self.contents | ruled.keys()
        self.tables = {table.first: table for table in find_tables(self.rows, taken, self.words)}
        self.tables |= {at: Table(at, at + 1, table.rows) for at, table in ruled.items()}
        self.margins = margins_of([row for row in self.rows if id(row) not in waiting.ruled])
        self.headings = dict(self._find_headings())
        self.others = self.contents | self.tables.keys() | self.headings.keys()
        self.last: Row | None = None

    def write(self, goes_on: bool) -> bool:
        """Writes all blocks; gives whether the page ends within a sentence that the next page may go on with."""
        self._write_running(before=True)
        at = 0
        while at < len(self.rows):
            at = self._write_next(at, goes_on)
            goes_on = False
        self._write_running(before=False)
        if self.last is None:
            return False
        return not ends_sentence(self.last.last_word(self.words))

    def _write_running(self, before: bool) -> None:
        """Running titles stand first or last, wherever the file tells them."""
        body_top = min((row.top for row in self.rows), default=float("inf"))
        for row in self.all_rows:
            if id(row) in self.running and (row.top <= body_top) is before:
                self.writer.put(BlockKind.RUNNING_TITLE, [row])

    def _write_next(self, at: int, goes_on: bool) -> int:
        """Writes the block that begins with row ``at``; gives the row after it."""
        if at in self.contents:
            self.writer.put(BlockKind.CONTENTS, [self.rows[at]])
            self.last = None
            return at + 1
        if at in self.tables:
            return self._write_table(self.tables[at])
        if at in self.headings:
            row_count, level = self.headings[at]
            self.writer.put(BlockKind.HEADING, self.rows[at : at + row_count], level)
            self.last = None
            return at + row_count
        return self._write_text(at, goes_on)

    def _find_headings(self) -> Iterator[tuple[int, tuple[int, int]]]:
        """Where headings begin; how many rows and which level each has."""
        at = 0
        while at < len(self.rows):
            if at in self.tables:
                at = self.tables[at].end
                continue
            row_count, level = (0, 0) if at in self.contents else self._heading_at(at)
            if row_count:
                yield at, (row_count, level)
            at += row_count or 1

    def _heading_at(self, at: int) -> tuple[int, int]:
        margins = self.margins[self.rows[at].column]
        around = Surroundings(self.body, margins.left, margins.right, margins.pitch)
        return heading_at(self.rows, at, self.words, around)

    def _write_table(self, table: Table) -> int:
        if len(table.rows) == 1:
            self.writer.put(BlockKind.PARAGRAPH, self.rows[table.first : table.end])
        else:
            self._write_cells(table)
        self.last = None
        return table.end

    def _write_cells(self, table: Table) -> None:
        for row in table.rows:
            self.writer.put_cells(BlockKind.TABLE_HEADER if row.is_header else BlockKind.TABLE_ROW, row.cells)

    def _write_text(self, at: int, goes_on: bool) -> int:
        """A paragraph, a caption or an item of a list."""
        end = paragraph_end(self.rows, at, self.others, self.words, self.margins)
        rows = self.rows[at:end]
        opening = rows[0].opening(self.words)
        listed = is_list_mark(opening)
        if is_caption(opening) and sum(row.word_count for row in rows) <= _CAPTION_WORDS:
            self.writer.put(BlockKind.CAPTION, rows)
            return end
        kind = BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH
        continued = goes_on and not listed and not starts_upper(opening[0])
        self.writer.put(kind, rows, starts_mid_sentence=continued)
        if rows[-1].size >= 0.9 * self.body.size:
            self.last = rows[-1]
        return end
