"""From the space of a PDF page to points from the top left corner of the page as shown."""

from collections.abc import Iterable, Sequence
from operator import le

from spravka.pages.formats.pdfium import Rectangle
from spravka.pages.layout.placed import Box


class PageSpace:
    """Where a page lies: its visible rectangle in its own space, and its rotation in quarter turns clockwise."""

    def __init__(self, visible: Rectangle, quarters: int) -> None:
        self.left, self.top = visible.left, visible.top
        self.right, self.bottom = visible.right, visible.bottom
        self.quarters = quarters % 4

    def boxes(self, edges: Sequence[float]) -> list[Box]:
        """Boxes of words; of each word there are the edges of two characters: left, top, right, bottom, twice."""
        x, y, right_x, bottom_y = self.left, self.top, self.right, self.bottom
        around = _around(edges)
        if self.quarters == 0:
            return [(left - x, y - top, right - x, y - bottom) for left, top, right, bottom in around]
        if self.quarters == 1:
            return [(bottom - bottom_y, left - x, top - bottom_y, right - x) for left, top, right, bottom in around]
        if self.quarters == 2:
            return [
                (right_x - right, bottom - bottom_y, right_x - left, top - bottom_y)
                for left, top, right, bottom in around
            ]
        return [(y - top, right_x - right, y - bottom, right_x - left) for left, top, right, bottom in around]


def _around(edges: Sequence[float]) -> Iterable[Box]:
    """Left, top, right and bottom around both characters, y growing upwards."""
    if all(map(le, edges[0::8], edges[4::8])) and edges[1::8] == edges[5::8]:
        return zip(edges[0::8], edges[1::8], edges[6::8], edges[3::8], strict=True)
    lefts = map(min, edges[0::8], edges[4::8])
    tops = map(max, edges[1::8], edges[5::8])
    rights = map(max, edges[2::8], edges[6::8])
    bottoms = map(min, edges[3::8], edges[7::8])
    return zip(lefts, tops, rights, bottoms, strict=True)
