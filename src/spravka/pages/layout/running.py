"""Running titles and page numbers: rows at the top or bottom edge that come again on pages nearby."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spravka.pages.layout.marks import part_of
from spravka.pages.layout.rows import Row

_EDGE = 0.16
"""Share of the page's height in which they stand."""
_MOST_ROWS = 3
_SAME_PLACE = 5.0
_SAME_HEIGHT = 3.0
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]+")
_NUMBER = re.compile(r"[^\w№]*(\d{1,4})[^\w.)]*")
"""A page's number; not that of an item («3.», «3)»)."""


@dataclass(slots=True)
class EdgeRow:
    """A row near the edge: its text in lower case, the ``key`` with every number alike."""

    row: Row
    middle: float
    text: str
    key: str
    offsets: frozenset[int]
    """Printed number less the number in the file, of a number at either end of the row."""
    inner_offsets: frozenset[int]
    """The same of all its numbers but those of its ``part``."""
    part: tuple[str, ...]
    """The words and the number it opens with, if it opens a part of the document («Приложение № 2», «3.1.»)."""
    stands_out: bool
    """Large or bold as headings are, whose numbers may happen to be those of the pages; or a table."""
    is_top: bool


def edge_rows(number: int, height: float, rows: list[Row], words: list[str]) -> list[EdgeRow]:
    """The rows of a page that may be running titles: those at the top from the top down, then from the bottom up."""
    by_height = sorted(rows, key=lambda row: row.middle)
    top = [row for row in by_height[:_MOST_ROWS] if row.middle < _EDGE * height]
    bottom = [row for row in by_height[: -_MOST_ROWS - 1 : -1] if row.middle > (1 - _EDGE) * height]
    return [
        *(_edge_row(number, row, row.words(words), is_top=True) for row in top),
        *(_edge_row(number, row, row.words(words), is_top=False) for row in bottom),
    ]


def _edge_row(number: int, row: Row, words: list[str], is_top: bool) -> EdgeRow:
    text = " ".join(words).lower()
    key = "#" if _ROMAN.fullmatch(text) else _DIGITS.sub("#", text)
    part = part_of(words)
    rest = words[len(part) :]
    numbers = (_NUMBER.fullmatch(word) for word in {*([] if part else rest[:1]), *rest[-1:]})
    return EdgeRow(
        row=row,
        middle=row.middle,
        text=text,
        key=key,
        offsets=frozenset(int(found[1]) - number for found in numbers if found),
        inner_offsets=frozenset(int(found) - number for found in _DIGITS.findall(" ".join(rest)) if len(found) < 5),
        part=part,
        stands_out=row.size == 0 or (row.bold and len(words) > 1),
        is_top=is_top,
    )


def repeated(own: list[EdgeRow], pages_nearby: Iterable[list[EdgeRow]]) -> list[Row]:
    """Those rows of ``own`` that come again, at the same height, on one of the pages nearby.

    Between a running title and the edge of the page there is nothing else.
    """
    others = [edge for page in pages_nearby for edge in page]
    found: list[Row] = []
    for is_top in (True, False):
        side = [edge for edge in own if edge.is_top is is_top]
        for level in _levels(side):
            again = [edge.row for edge in level if any(_is_same(edge, other) for other in others)]
            if not again:
                break
            found += again
    return found


def _levels(side: list[EdgeRow]) -> list[list[EdgeRow]]:
    """Rows on one height, of different columns, together."""
    levels: list[list[EdgeRow]] = []
    for edge in side:
        if levels and abs(edge.middle - levels[-1][0].middle) <= _SAME_HEIGHT:
            levels[-1].append(edge)
        else:
            levels.append([edge])
    return levels


def _is_same(one: EdgeRow, other: EdgeRow) -> bool:
    """The same words, whose numbers are the same too or count the pages; or a page's number with other words."""
    if abs(one.middle - other.middle) > _SAME_PLACE:
        return False
    if one.part == other.part:
        if one.text == other.text:
            return True
        if one.key == other.key:
            return one.key == "#" or bool(one.inner_offsets & other.inner_offsets)
    return not (one.stands_out or other.stands_out) and bool(one.offsets & other.offsets)
