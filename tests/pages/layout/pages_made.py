"""Placed pages for the tests of layout: every character is half as wide as the type is high."""

from collections.abc import Iterable

from spravka.pages.layout.arranging import Arranger
from spravka.pages.layout.placed import Box, Piece, PlacedPage
from spravka.pages.page import BlockKind, Page
from tests.pages.made_pdfs import HEIGHT, WIDTH, Line


def placed(number: int, lines: Iterable[Line]) -> PlacedPage:
    """A page of pieces in the order of the lines."""
    page = PlacedPage(number, WIDTH, HEIGHT)
    for line in lines:
        first = len(page.words)
        for box, word in _words(line):
            page.words.append(word)
            page.boxes.append(box)
        right = page.boxes[-1][2]
        top, bottom = line.top - line.size, line.top
        page.pieces.append(Piece(first, len(page.words), line.left, top, right, bottom, line.size, line.bold))
    return page


def _words(line: Line) -> Iterable[tuple[Box, str]]:
    left = line.left
    for word in line.text.split(" "):
        right = left + len(word) * line.size / 2
        yield (left, line.top - line.size, right, line.top), word
        left = right + line.size / 2


def arranged(*pages: Iterable[Line]) -> list[Page]:
    """The pages as they are told."""
    arranger = Arranger()
    told = [page for number, lines in enumerate(pages, 1) for page in arranger.add(placed(number, lines))]
    return [Page.from_json(page) for page in (*told, *arranger.finish())]


def kinds(page: Page) -> list[BlockKind]:
    """The kinds of its blocks."""
    return [block.kind for block in page.blocks]
