"""The boxes of a quotation, a line of text each: what a viewer draws over the picture of the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from spravka.pages.page import Page
from spravka.passages.passage import Place

SAME_LINE_SHARE = 0.5
"""Two words stand on one line where they share half the height of the lower one."""
LONGEST_GAP_HEIGHTS = 3.0
"""Further apart they are of two columns or cells, and nothing between them is highlighted."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """Points from the top left corner of the page."""

    page: int
    left: float
    top: float
    right: float
    bottom: float

    def to_json(self) -> dict[str, Any]:
        edges = {name: round(getattr(self, name), 1) for name in ("left", "top", "right", "bottom")}
        return {"page": self.page, **edges}

    def goes_on_with(self, other: Self) -> bool:
        """Whether the next word stands on the same line, near to the right."""
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        height = min(self.bottom - self.top, other.bottom - other.top)
        gap = other.left - self.right
        is_near = -height <= gap <= LONGEST_GAP_HEIGHTS * max(height, 1.0)
        return self.page == other.page and is_near and shared >= SAME_LINE_SHARE * height

    def with_word(self, other: Self) -> "Highlight":
        return Highlight(
            self.page,
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


def highlights(page: Page, places: Sequence[Place]) -> list[Highlight]:
    """The lines that the words of ``places`` on this page take up; none where the page has no boxes."""
    lines: list[Highlight] = []
    for word in _word_boxes(page, places):
        if lines and lines[-1].goes_on_with(word):
            lines[-1] = lines[-1].with_word(word)
        else:
            lines.append(word)
    return lines


def _word_boxes(page: Page, places: Sequence[Place]) -> Iterator[Highlight]:
    if page.boxes is None:
        return
    for place in places:
        if place.page == page.number:
            for box in page.boxes[place.first : _end_with_pieces(page, place)]:
                yield _highlight(page.number, box)


def _end_with_pieces(page: Page, place: Place) -> int:
    """A word broken over two lines is followed by an empty one with the box of its second piece."""
    end = place.end
    while end < len(page.words) and not page.words[end]:
        end += 1
    return end


def _highlight(number: int, box: NDArray[np.float32]) -> Highlight:
    left, top, right, bottom = (float(edge) for edge in box)
    return Highlight(number, left, top, right, bottom)
