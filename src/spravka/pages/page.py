"""A page as the rest of the program sees it: words, where they stand, and what they make up."""

import enum
import sys
from array import array
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self, TypeAlias

if TYPE_CHECKING:  # the reading process starts three times faster without numpy, and has no need of arrays
    import numpy as np
    from numpy.typing import NDArray

Boxes: TypeAlias = "NDArray[np.float32]"
"""One row a word: left, top, right, bottom in points (1/72 inch) from the top left corner of the page as shown."""


class BlockKind(enum.StrEnum):
    """What a run of words is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_HEADER = "table_header"
    """The row of a table that names its columns."""
    TABLE_ROW = "table_row"
    CAPTION = "caption"
    CONTENTS = "contents"
    """A line of a table of contents or of an index: it names a place, it does not tell."""
    RUNNING_TITLE = "running_title"
    """Headers, footers and page numbers, repeated from page to page."""


class TextLayer(enum.StrEnum):
    """Where a page's words come from."""

    ORIGINAL = "original"
    """The file's own text, which reads as text."""
    REPAIRED = "repaired"
    """The file's own text, in which letters were mended (look-alikes, a wrong encoding)."""
    RECOGNISED = "recognised"
    """Read from the page's image (OCR)."""
    NEEDS_RECOGNITION = "needs_recognition"
    """No usable text, and nothing installed that could read the image: the page has no words, or few over an image."""
    EMPTY = "empty"
    """Nothing on the page."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of a page's words, ``first`` to before ``end``, one after another in reading order.

    ``level`` of a heading is 1 (the highest) to 6, else 0. ``cells`` of a table's row are the word ranges of its cells,
    from the left, empty ones too (``first == end``). ``starts_mid_sentence``: a paragraph that goes on from the page
    before.
    """

    kind: BlockKind
    first: int
    end: int
    level: int = 0
    cells: tuple[tuple[int, int], ...] = ()
    starts_mid_sentence: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    ``number`` counts from 1 in the file; ``label`` is what the file itself calls the page («iv», a sheet's name), else
    empty. ``width`` and ``height`` in points; both 0 where the format has no geometry, and then ``boxes`` is None.

    A word broken over two lines is whole in its first piece; the pieces after it are empty words with boxes of their
    own, so that a highlight covers all of it.
    """

    number: int
    words: tuple[str, ...]
    boxes: "Boxes | None"
    blocks: tuple[Block, ...]
    width: float = 0.0
    height: float = 0.0
    label: str = ""
    layer: TextLayer = TextLayer.ORIGINAL

    def to_json(self) -> dict[str, Any]:
        """For the row that keeps it and for the pipe of the reading process; boxes to a tenth of a point."""
        tenths = None if self.boxes is None else (self.boxes * 10).round().astype(int).ravel().tolist()
        return page_to_json(
            self.number, self.words, tenths, self.blocks, (self.width, self.height), self.label, self.layer
        )

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        """The page that :meth:`to_json` wrote."""
        import numpy as np

        boxes = kept["boxes"]
        if boxes is not None:
            tenths = np.frombuffer(b64decode(boxes), "<i2") if isinstance(boxes, str) else boxes
            boxes = (np.array(tenths, dtype=np.float32) / np.float32(10)).reshape(-1, 4)
        return cls(
            number=kept["number"],
            words=tuple(kept["words"]),
            boxes=boxes,
            blocks=tuple(_block_from_json(block) for block in kept["blocks"]),
            width=kept["width"],
            height=kept["height"],
            label=kept["label"],
            layer=TextLayer(kept["layer"]),
        )


def page_to_json(
    number: int,
    words: Sequence[str],
    box_tenths: list[int] | None,
    blocks: Sequence[Block],
    size: tuple[float, float] = (0.0, 0.0),
    label: str = "",
    layer: TextLayer = TextLayer.ORIGINAL,
) -> dict[str, Any]:
    """What :meth:`Page.to_json` gives, for who has no arrays: ``box_tenths`` are four tenths of a point a word."""
    return {
        "number": number,
        "words": list(words),
        "boxes": None if box_tenths is None else _packed(box_tenths),
        "blocks": [_block_to_json(block) for block in blocks],
        "width": round(size[0], 1),
        "height": round(size[1], 1),
        "label": label,
        "layer": layer.value,
    }


def _packed(tenths: list[int]) -> str | list[int]:
    """Numbers of two bytes, the lower first, in base 64: a third of the time that numbers in JSON take to write and to
    read; a list on a page so large that some are greater."""
    try:
        numbers = array("h", tenths)
    except OverflowError:
        return tenths
    if sys.byteorder == "big":
        numbers.byteswap()
    return b64encode(numbers).decode("ascii")


def _block_to_json(block: Block) -> list[Any]:
    return [block.kind.value, block.first, block.end, block.level, block.cells, block.starts_mid_sentence]


def _block_from_json(kept: list[Any]) -> Block:
    kind, first, end, level, cells, starts_mid_sentence = kept
    return Block(BlockKind(kind), first, end, level, tuple((one, other) for one, other in cells), starts_mid_sentence)
