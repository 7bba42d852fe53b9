"""The words of one PDF page with their boxes, in as few calls of the library and steps of Python as possible.

The text comes in one call. Of each word only the boxes of its first and last character are asked for; the library
writes them into one buffer. The type is asked for only where a run of words begins and ends.
"""

import ctypes
import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from itertools import pairwise, repeat
from typing import Any

from spravka.pages.formats.pdf_space import PageSpace
from spravka.pages.formats.pdfium import RECTANGLE_BYTES, Handle, Matrix
from spravka.pages.layout.hyphens import BREAKS, Joiner
from spravka.pages.layout.marks import is_bullet
from spravka.pages.layout.placed import Box, Piece, PlacedPage
from spravka.pages.layout.ruled import cells_of_words
from spravka.pages.layout.turning import mostly, turned, turned_height
from spravka.pages.text_layer.letters import mend_words

_WORD = re.compile(r"[^\s\ufffe\u0002]+[\ufffe\u0002]?|[\ufffe\u0002]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_WIDEST_SPACE = 1.3
"""In heights of the line: a wider gap parts two cells or two columns."""
_BOLD_NAME = re.compile(rb"bold|black|heavy|demi|cmbx|cmssbx|sf(bx|bi|sx|xc|bl|rb)|la(bx|bi|sx)|-bd|,b", re.IGNORECASE)
_BOLD_WEIGHT = 650
_NAME_BYTES = 128


class TextReader:
    """Reads pages of one document; its buffers are used again for every page."""

    def __init__(self, pdfium: Any) -> None:
        self.pdfium = pdfium
        self.matrix = Matrix()
        self.name = ctypes.create_string_buffer(_NAME_BYTES)
        self.flags = ctypes.c_int()
        self.bold_names: dict[bytes, bool] = {}
        self.joiner = Joiner()
        self.turns: set[int] = set()
        """Of the pieces put last: quarters against the clock on the page as it lies."""

    def text(self, text_page: Handle) -> str:
        """The page's text, one character a unit of UTF-16: a letter beyond U+FFFF takes two, as in the library."""
        count = self.pdfium.FPDFText_CountChars(text_page)
        if count <= 0:
            return ""
        buffer = ctypes.create_string_buffer(4 * (count + 1))
        units = self.pdfium.FPDFText_GetText(text_page, 0, count, buffer)
        encoded = ctypes.string_at(buffer, 2 * max(units - 1, 0))
        text = encoded.decode("utf-16-le", "replace")
        return text if 2 * len(text) == len(encoded) else "".join(map(chr, memoryview(encoded).cast("H")))

    def place(self, text_page: Handle, text: str, page: PlacedPage, space: PageSpace) -> None:
        """Puts the words of ``text`` (as :meth:`text` gave it, letters mended one for one) on the page."""
        spans = [found.span() for found in _WORD.finditer(text)]
        if not spans:
            return
        page.words = [text[first:end] for first, end in spans]
        firsts, lasts = self._indices(text_page, text, spans)
        page.boxes = self._boxes(text_page, firsts, lasts, space)
        starts = {bisect_left(spans, (found.start(), 0)) for found in re.finditer("\n", text)}
        starts |= {at + 1 for at, word in enumerate(page.words) if word[-1] in BREAKS}
        self._put_pieces(text_page, page, starts | _gaps(page.boxes), firsts, space)
        if self.turns - {space.quarters}:
            page.pieces.clear()
            self._put_turned_pieces(text_page, page, starts, firsts, space)
        self._join(page)
        self._mend(page.words)

    def _indices(self, text_page: Handle, text: str, spans: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
        """The library's numbers of the first and the last character of every word."""
        firsts, lasts = [first for first, _ in spans], [end - 1 for _, end in spans]
        if len(text) == self.pdfium.FPDFText_CountChars(text_page):
            return firsts, lasts
        index = self.pdfium.FPDFText_GetCharIndexFromTextIndex
        return [index(text_page, at) for at in firsts], [index(text_page, at) for at in lasts]

    def _boxes(self, text_page: Handle, firsts: list[int], lasts: list[int], space: PageSpace) -> list[Any]:
        count = len(firsts)
        buffer = (ctypes.c_float * (8 * count))()
        start, step = ctypes.addressof(buffer), RECTANGLE_BYTES
        box = self.pdfium.FPDFText_GetLooseCharBox
        deque(map(box, repeat(text_page), firsts, range(start, start + 2 * step * count, 2 * step)), maxlen=0)
        deque(map(box, repeat(text_page), lasts, range(start + step, start + 2 * step * count, 2 * step)), maxlen=0)
        return space.boxes(buffer[:])

    def _put_pieces(
        self, text_page: Handle, page: PlacedPage, starts: set[int], firsts: list[int], space: PageSpace
    ) -> None:
        """Puts the pieces that begin at the starts, and at the walls of cells; notes in which directions they run."""
        self.turns.clear()
        cells = cells_of_words(page) if page.grids else []
        walls = {at for at, (one, other) in enumerate(pairwise(cells), 1) if one != other}
        for first, end in _ranges(sorted(starts | walls), len(page.words)):
            lefts, tops, rights, bottoms = zip(*page.boxes[first:end], strict=True)
            told = first + (end - first > 1 and is_bullet(page.words[first]))
            size, bold = self._size_and_weight(text_page, firsts[told])
            if bold and end - first > 1:
                bold = self._size_and_weight(text_page, firsts[end - 1])[1]
            top, bottom = min(tops), max(bottoms)
            piece = Piece(first, end, min(lefts), top, max(rights), bottom, size or bottom - top, bold)
            piece.cell = cells[first] if cells else None
            page.pieces.append(piece)

    def _put_turned_pieces(
        self, text_page: Handle, page: PlacedPage, starts: set[int], firsts: list[int], space: PageSpace
    ) -> None:
        """The same for a page some of whose text is turned: it is read as most of its words run."""
        turns = [self._turn(text_page, first) - space.quarters for first in firsts]
        turn, shown = mostly([one % 4 for one in turns]), page.boxes
        own = [turned(box, one, page.width, page.height) for box, one in zip(shown, turns, strict=True)]
        changes = {at for at, (one, other) in enumerate(pairwise(turns), 1) if one != other}
        page.grids = [grid.turned(turn, page.width, page.height) for grid in page.grids]
        page.boxes = [turned(box, turn, page.width, page.height) for box in shown]
        page.turned_height = turned_height(turn, page.width, page.height)
        self._put_pieces(text_page, page, starts | changes | _gaps(own), firsts, space)
        for piece in page.pieces:
            piece.is_turned = turns[piece.first] % 4 != turn
        page.boxes = shown

    def _turn(self, text_page: Handle, index: int) -> int:
        """By how many quarters, against the clock, a character is turned on the page as it lies."""
        if not self.pdfium.FPDFText_GetMatrix(text_page, index, self.matrix):
            return 0
        return _quarters(self.matrix)

    def _join(self, page: PlacedPage) -> None:
        """Makes words whole that are broken at the ends of lines."""
        for before, piece in pairwise(page.pieces):
            if before.cell == piece.cell:
                page.words[piece.first] = self.joiner.join(page.words, page.words[piece.first], piece.first)

    def _size_and_weight(self, text_page: Handle, index: int) -> tuple[float, bool]:
        """Type size in points as shown, and whether the type is bold."""
        pdfium, matrix = self.pdfium, self.matrix
        size = pdfium.FPDFText_GetFontSize(text_page, index)
        if pdfium.FPDFText_GetMatrix(text_page, index, matrix):
            size *= (matrix.c**2 + matrix.d**2) ** 0.5
            self.turns.add(_quarters(matrix))
        pdfium.FPDFText_GetFontInfo(text_page, index, self.name, _NAME_BYTES, self.flags)
        name = self.name.value
        if name not in self.bold_names:
            heavy = pdfium.FPDFText_GetFontWeight(text_page, index) >= _BOLD_WEIGHT
            self.bold_names[name] = heavy or _BOLD_NAME.search(name) is not None
        return size, self.bold_names[name]

    def _mend(self, words: list[str]) -> None:
        self.joiner.finish(words)
        mend_words(words)
        if _SURROGATE.search("".join(words)):
            words[:] = [word.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for word in words]


def _ranges(starts: list[int], count: int) -> Iterator[tuple[int, int]]:
    """From every start to the next; the first word is a start, whatever is beyond the last is none."""
    first = 0
    for start in starts:
        if first < start < count:
            yield first, start
            first = start
    yield first, count


def _quarters(matrix: Matrix) -> int:
    """In which direction text runs: 0 along the x axis, 1 along the y axis, 2 and 3 against them."""
    if abs(matrix.b) <= abs(matrix.a):
        return 0 if matrix.a >= 0 else 2
    return 1 if matrix.b > 0 else 3


def _gaps(boxes: list[Box]) -> set[int]:
    """Words that do not stand right after the word before, on its line."""
    return {
        at
        for at, ((_, top, right, bottom), (left, next_top, _, next_bottom)) in enumerate(pairwise(boxes), 1)
        if not (top - bottom < left - right <= _WIDEST_SPACE * (bottom - top))
        or not 2 * top <= next_top + next_bottom <= 2 * bottom
    }
