"""Words as they stand on a page, before it is known what they make up."""

from dataclasses import dataclass, field

from spravka.pages.layout.grids import Grid
from spravka.pages.page import TextLayer

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the top left corner of the page as shown."""


@dataclass(slots=True)
class Piece:
    """A run of words on one line, with no gap between them that is wider than spaces are.

    Words ``first`` to before ``end`` of the page. ``size`` is the size of the type in points. ``cell``: the numbers of
    the page's grid and of its cell that it stands in. ``is_turned``: it is not set in the page's direction of reading.
    """

    first: int
    end: int
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool = False
    cell: tuple[int, int] | None = None
    is_turned: bool = False

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class PlacedPage:
    """Words with boxes, and the pieces they stand in, in the order of the file (or of the recogniser).

    Pieces cover all words, one after another. A word broken over two lines is whole in its first piece and an empty
    word in the next. Where the text runs up or down the page, the pieces (not the boxes of words) and the grids are
    those of the page turned so that it can be read, ``turned_height`` high.
    """

    number: int
    width: float
    height: float
    words: list[str] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    label: str = ""
    layer: TextLayer = TextLayer.ORIGINAL
    grids: list[Grid] = field(default_factory=list)
    turned_height: float | None = None
