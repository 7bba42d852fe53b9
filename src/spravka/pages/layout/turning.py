"""Text that runs up, down or upside down on its page: the page is turned to be read, and stays as it is shown."""

from collections import Counter
from collections.abc import Sequence

from spravka.pages.layout.placed import Box


def turned(box: Box, quarters: int, width: float, height: float) -> Box:
    """A box on the page (of that size) as it stands when the page is turned clockwise by so many quarters."""
    left, top, right, bottom = box
    match quarters % 4:
        case 1:
            return height - bottom, left, height - top, right
        case 2:
            return width - right, height - bottom, width - left, height - top
        case 3:
            return top, width - right, bottom, width - left
    return box


def mostly(quarters: Sequence[int]) -> int:
    """The commonest turn."""
    return Counter(quarters).most_common(1)[0][0] if quarters else 0


def turned_height(quarters: int, width: float, height: float) -> float:
    """How high a page of that size is when it is turned."""
    return width if quarters % 2 else height
