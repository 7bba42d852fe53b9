"""Running titles and page numbers: rows at the top or bottom edge that come again on pages nearby."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spravka.pages.layout.rows import Row

_EDGE = 0.16
"""Share of the page's height in which they stand."""
_MOST_ROWS = 3
_SAME_PLACE = 5.0
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]+")
_NUMBER = re.compile(r"\W*(\d{1,4})\W*")


@dataclass(slots=True)
class EdgeRow:
    """A row near the edge: its text in lower case, the ``key`` with every number alike."""

    row: Row
    middle: float
    text: str
    key: str
    offsets: frozenset[int]
    """Printed number less the number in the file, of a number at either end of the row."""
    stands_out: bool
    """Large or bold as headings are, whose numbers may happen to be those of the pages."""


def edge_rows(number: int, height: float, rows: list[Row], words: list[str]) -> list[EdgeRow]:
    """The rows of a page that may be running titles."""
    by_height = sorted(rows, key=lambda row: row.middle)
    top = [row for row in by_height[:_MOST_ROWS] if row.middle < _EDGE * height]
    bottom = [row for row in by_height[-_MOST_ROWS:] if row.middle > (1 - _EDGE) * height]
    return [_edge_row(number, row, row.words(words)) for row in (*top, *bottom)]


def _edge_row(number: int, row: Row, words: list[str]) -> EdgeRow:
    text = " ".join(words).lower()
    key = "#" if _ROMAN.fullmatch(text) else _DIGITS.sub("#", text)
    numbers = (_NUMBER.fullmatch(word) for word in {*words[:1], *words[-1:]})
    offsets = frozenset(int(found[1]) - number for found in numbers if found)
    return EdgeRow(row, row.middle, text, key, offsets, row.bold and len(words) > 1)


def repeated(own: list[EdgeRow], pages_nearby: Iterable[list[EdgeRow]]) -> list[Row]:
    """Those rows of ``own`` that come again, at the same height, on one of the pages nearby."""
    others = [edge for page in pages_nearby for edge in page]
    return [edge.row for edge in own if any(_is_same(edge, other) for other in others)]


def _is_same(one: EdgeRow, other: EdgeRow) -> bool:
    if abs(one.middle - other.middle) > _SAME_PLACE:
        return False
    same_numbers = bool(one.offsets & other.offsets)
    if one.stands_out or other.stands_out:
        return one.text == other.text or (one.key == other.key and same_numbers)
    return one.key == other.key or same_numbers
