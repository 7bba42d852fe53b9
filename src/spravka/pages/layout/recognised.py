"""What a program of recognition tells of the words of an image, placed on the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from spravka.pages.layout.hyphens import Joiner
from spravka.pages.layout.placed import Box, Piece, PlacedPage
from spravka.pages.layout.turning import mostly, turned, turned_height
from spravka.pages.page import TextLayer

_PAGE_LEVEL, _WORD_LEVEL = "1", "5"
_COLUMNS = 12
_LEAST_CERTAINTY = 20.0
"""Per cent: what is below is noise more often than a word."""
_WIDEST_SPACE = 1.3
_FEWEST_LETTERS = 40
_TALL_WORDS = 0.8
"""Of the words of a line, so many are not higher."""
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
    lines = [list(words) for _, words in groupby(_words(rows, width, height), key=lambda word: word.line)]
    turn = mostly([_turn(words[0].box, words[-1].box) for words in lines for _ in words[1:]])
    if turn:
        page.turned_height = turned_height(turn, width, height)
    for words in lines:
        _put_line(page, words, turn, joiner)
    joiner.finish(page.words)
    _even_sizes(page.pieces)
    return page


def certainty(table: str) -> float:
    """How sure of its words the program is, on the average of their letters: 0 to 100 per cent.

    100 where there are hardly any: they tell nothing.
    """
    rows = [
        row for line in table.splitlines()[1:] if len(row := line.split("\t")) == _COLUMNS and row[0] == _WORD_LEVEL
    ]
    told = [(len(row[11].strip()), max(float(row[10]), 0.0)) for row in rows]
    letters = sum(length for length, _ in told)
    return sum(length * sure for length, sure in told) / letters if letters >= _FEWEST_LETTERS else 100.0


def _turn(first: Box, last: Box) -> int:
    """By how many quarters a page is turned clockwise to be read, whose lines begin and end with such words."""
    across, down = last[0] + last[2] - first[0] - first[2], last[1] + last[3] - first[1] - first[3]
    if abs(across) >= abs(down):
        return 0 if across >= 0 else 2
    return 3 if down > 0 else 1


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


def _put_line(page: PlacedPage, words: list[_Word], turn: int, joiner: Joiner) -> None:
    """Every word is as high as its line, the type as its tall words are: a line askew is higher than its type.

    A wide gap parts two pieces.
    """
    boxes = [turned(word.box, turn, page.width, page.height) for word in words]
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    heights = sorted(box[3] - box[1] for box in boxes)
    type_size = heights[int(_TALL_WORDS * (len(heights) - 1))]
    turned_size = turned_height(turn, page.height, page.width), turned_height(turn, page.width, page.height)
    piece: Piece | None = None
    for word, (left, _, right, _) in zip(words, boxes, strict=True):
        at = len(page.words)
        if piece is None or left - piece.right > _WIDEST_SPACE * (bottom - top):
            text = joiner.join(page.words, word.text) if page.words else word.text
            piece = Piece(at, at, left, top, right, bottom, size=type_size)
            page.pieces.append(piece)
        else:
            text = word.text
        piece.end, piece.right = at + 1, max(piece.right, right)
        page.words.append(text)
        page.boxes.append(turned((left, top, right, bottom), -turn, *turned_size))


def _even_sizes(pieces: list[Piece]) -> None:
    """Gives the lines of the usual type one size, so that none of them looks like a heading."""
    if not pieces:
        return
    usual = median(piece.size for piece in pieces)
    for piece in pieces:
        if _USUAL[0] * usual <= piece.size <= _USUAL[1] * usual:
            piece.size = usual
