"""Writes the blocks of a page: words and boxes in reading order, and which of them make up what."""

from typing import Any

from spravka.pages.layout.placed import Box, Piece, PlacedPage
from spravka.pages.layout.rows import Row
from spravka.pages.page import Block, BlockKind, page_to_json


class BlockWriter:
    """Takes the rows of one page in reading order."""

    def __init__(self, page: PlacedPage) -> None:
        self.page = page
        self.words: list[str] = []
        self.boxes: list[Box] = []
        self.blocks: list[Block] = []

    def put(self, kind: BlockKind, rows: list[Row], level: int = 0, starts_mid_sentence: bool = False) -> None:
        """A block of whole rows."""
        first = len(self.words)
        for row in rows:
            self._take(row.pieces)
        self.blocks.append(Block(kind, first, len(self.words), level, (), starts_mid_sentence))

    def put_cells(self, kind: BlockKind, cells: list[list[Piece]]) -> None:
        """A row of a table, cell after cell."""
        ranges = []
        for cell in cells:
            first = len(self.words)
            self._take(cell)
            ranges.append((first, len(self.words)))
        self.blocks.append(Block(kind, ranges[0][0], ranges[-1][1], 0, tuple(ranges)))

    def _take(self, pieces: list[Piece]) -> None:
        for piece in pieces:
            self.words += self.page.words[piece.first : piece.end]
            self.boxes += self.page.boxes[piece.first : piece.end]

    def to_json(self) -> dict[str, Any]:
        """The page in the form of ``Page.to_json``."""
        page = self.page
        tenths = [round(10.0 * edge) for box in self.boxes for edge in box]
        return page_to_json(
            page.number, self.words, tenths, self.blocks, (page.width, page.height), page.label, page.layer
        )
