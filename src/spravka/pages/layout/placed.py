"""Words as they stand on a page, before it is known what they make up."""

from dataclasses import dataclass, field

from spravka.pages.page import TextLayer

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the top left corner of the page as shown."""


@dataclass(slots=True)
class Piece:
    """A run of words on one line, with no gap between them that is wider than spaces are.

    Words ``first`` to before ``end`` of the page. ``size`` is the size of the type in points.
    """

    first: int
    end: int
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool = False


@dataclass(slots=True)
class PlacedPage:
    """Words with boxes, and the pieces they stand in, in the order of the file (or of the recogniser).

    Pieces cover all words, one after another. A word broken over two lines is whole in its first piece and an empty
    word in the next.
    """

    number: int
    width: float
    height: float
    words: list[str] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    label: str = ""
    layer: TextLayer = TextLayer.ORIGINAL
