"""What a program of recognition tells of the words of an image, placed on the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from spravka.pages.layout.hyphens import Joiner
from spravka.pages.layout.placed import Box, Piece, PlacedPage
from spravka.pages.page import TextLayer

_PAGE_LEVEL, _WORD_LEVEL = "1", "5"
_COLUMNS = 12
_LEAST_CERTAINTY = 20.0
"""Per cent: what is below is noise more often than a word."""
_WIDEST_SPACE = 1.3
_USUAL = (0.6, 1.4)
"""Lines so much lower or higher than most are of the same type: one has no tall letters, another has brackets."""


@dataclass(frozen=True, slots=True)
class _Word:
    """``line``: the numbers of the block, the paragraph and the line it is in."""

    line: tuple[str, ...]
    box: Box
    text: str


def place_recognised(table: str, width: float, height: float, joiner: Joiner) -> PlacedPage:
    """The words of a table as Tesseract writes it (TSV, in pixels) on a page of that size in points."""
    rows = [row for line in table.splitlines()[1:] if len(row := line.split("\t")) == _COLUMNS]
    page = PlacedPage(0, width, height, layer=TextLayer.RECOGNISED)
    for _, words in groupby(_words(rows, width, height), key=lambda word: word.line):
        _put_line(page, list(words), joiner)
    joiner.finish(page.words)
    _even_sizes(page.pieces)
    return page


def _words(rows: list[list[str]], width: float, height: float) -> Iterator[_Word]:
    """The words that are certain enough, with boxes in points; the row of the page tells the size of the image."""
    x_scale = y_scale = 0.0
    for row in rows:
        left, top, right, bottom = _edges(row)
        if row[0] == _PAGE_LEVEL:
            x_scale, y_scale = width / max(right, 1), height / max(bottom, 1)
        elif row[0] == _WORD_LEVEL and float(row[10]) >= _LEAST_CERTAINTY:
            box = (left * x_scale, top * y_scale, right * x_scale, bottom * y_scale)
            yield from (_Word(tuple(row[2:5]), box, text) for text in row[11].split())


def _edges(row: list[str]) -> tuple[int, int, int, int]:
    left, top, width, height = map(int, row[6:10])
    return left, top, left + width, top + height


def _put_line(page: PlacedPage, words: list[_Word], joiner: Joiner) -> None:
    """Every word is as high as its line; a wide gap parts two pieces."""
    top, bottom = min(word.box[1] for word in words), max(word.box[3] for word in words)
    piece: Piece | None = None
    for word in words:
        at, (left, _, right, _) = len(page.words), word.box
        if piece is None or left - piece.right > _WIDEST_SPACE * (bottom - top):
            text = joiner.join(page.words, word.text) if page.words else word.text
            piece = Piece(at, at, left, top, right, bottom, size=bottom - top)
            page.pieces.append(piece)
        else:
            text = word.text
        piece.end, piece.right = at + 1, max(piece.right, right)
        page.words.append(text)
        page.boxes.append((left, top, right, bottom))


def _even_sizes(pieces: list[Piece]) -> None:
    """Gives the lines of the usual type one size, so that none of them looks like a heading."""
    if not pieces:
        return
    usual = median(piece.size for piece in pieces)
    for piece in pieces:
        if _USUAL[0] * usual <= piece.size <= _USUAL[1] * usual:
            piece.size = usual
