"""Pieces of lines put into rows: what a reader sees on one height of a page, or of a column of it."""

import itertools
from dataclasses import dataclass

from spravka.pages.layout.placed import Piece

_SAME_HEIGHT = 0.5
_FEW_LINES = 3.0
_COLUMNS_SHOW_IN = 4


@dataclass(slots=True)
class Row:
    """Pieces from left to right. ``column`` tells the columns of a page apart: rows of one belong under each other."""

    pieces: list[Piece]
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool
    column: int = 0

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def word_count(self) -> int:
        return sum(piece.end - piece.first for piece in self.pieces)

    def take(self, piece: Piece) -> None:
        """Puts one more piece at the right end. The row is as large as its largest piece, and bold if all are."""
        self.pieces.append(piece)
        self.left, self.right = min(self.left, piece.left), max(self.right, piece.right)
        if piece.size > self.size:
            self.size, self.top, self.bottom = piece.size, piece.top, piece.bottom
        self.bold = self.bold and piece.bold

    def opening(self, words: list[str]) -> list[str]:
        """Its first words, three at most."""
        piece = self.pieces[0]
        start = words[piece.first : min(piece.end, piece.first + 3)]
        return start if len(start) == 3 or len(self.pieces) == 1 else self.words(words)[:3]

    def last_word(self, words: list[str]) -> str:
        """Its last word, also where that is a broken one whose rest stands here."""
        at = self.pieces[-1].end - 1
        while at > 0 and not words[at]:
            at -= 1
        return words[at]

    def words(self, words: list[str]) -> list[str]:
        """Its words out of those of the page, without the empty rests of broken ones."""
        return [word for piece in self.pieces for word in words[piece.first : piece.end] if word]


def row_of(piece: Piece) -> Row:
    """A row of one piece."""
    return Row([piece], piece.left, piece.top, piece.right, piece.bottom, piece.size, piece.bold)


def rows_as_told(pieces: list[Piece]) -> list[Row]:
    """Rows in the order of the file: a piece right of the one before and on its height goes on with its row."""
    rows: list[Row] = []
    for piece in pieces:
        if rows and _goes_on(rows[-1], piece):
            rows[-1].take(piece)
        else:
            rows.append(row_of(piece))
    return rows


def _goes_on(row: Row, piece: Piece) -> bool:
    if piece.left < row.right - 0.3 * piece.size:
        return False
    shared = min(row.bottom, piece.bottom) - max(row.top, piece.top)
    return shared > _SAME_HEIGHT * min(row.bottom - row.top, piece.bottom - piece.top)


def is_in_order(rows: list[Row]) -> bool:
    """Whether the file tells the rows from the top down, and hardly two beside each other."""
    beside = upwards = 0
    for before, row in itertools.pairwise(rows):
        if row.bottom < before.top - _FEW_LINES * row.size:
            return False
        beside += len(row.pieces) > 1
        upwards += row.bottom < before.top
    return beside < _COLUMNS_SHOW_IN and 2 * upwards < len(rows)


def rows_by_height(pieces: list[Piece]) -> list[Row]:
    """Rows from the top down, whatever the order of the file."""
    rows: list[list[Piece]] = []
    bottom = middle = float("-inf")
    for piece in sorted(pieces, key=lambda piece: piece.top + piece.bottom):
        own_middle = (piece.top + piece.bottom) / 2
        if rows and own_middle < bottom and piece.top < middle:
            rows[-1].append(piece)
        else:
            rows.append([piece])
            bottom, middle = piece.bottom, own_middle
    return [_row(sorted(row, key=lambda piece: piece.left)) for row in rows]


def _row(pieces: list[Piece]) -> Row:
    row = row_of(pieces[0])
    for piece in pieces[1:]:
        row.take(piece)
    return row
