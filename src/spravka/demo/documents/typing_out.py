"""Elements of a text drawn on the image of a page, as an office printer would print them."""

from collections.abc import Iterator
from functools import cache, singledispatchmethod

from PIL import Image, ImageDraw, ImageFont

from spravka.demo.documents import markup
from spravka.demo.documents.fonts import SERIF, font_file

DPI = 200
PAPER = (1654, 2339)
"""A4 in dots."""

LEFT, RIGHT, TOP = 235, 120, 170
WIDTH = PAPER[0] - LEFT - RIGHT
TEXT_DOTS, TITLE_DOTS = 33, 40
LINE = 1.42
INDENT = 98


@cache
def _font(dots: int, is_bold: bool = False) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(font_file(SERIF, is_bold)), dots, layout_engine=ImageFont.Layout.BASIC)


class TypedPage:
    """A sheet that fills from the top; black on white."""

    def __init__(self) -> None:
        self.image = Image.new("L", PAPER, 255)
        self._draw = ImageDraw.Draw(self.image)
        self._y = float(TOP)

    @singledispatchmethod
    def put(self, element: markup.Element) -> None:
        """Draws the element below those that are there.

        Raises:
            TypeError: the element is of a kind that letters here do not have
        """
        raise TypeError(element)

    @put.register
    def _(self, element: markup.Heading) -> None:
        self._y += TEXT_DOTS
        font = _font(TITLE_DOTS, is_bold=True)
        self._line(element.text, LEFT + (WIDTH - font.getlength(element.text)) / 2, font)
        if element.under:
            self._line(element.under, LEFT + (WIDTH - _font(TEXT_DOTS).getlength(element.under)) / 2)
        self._y += TEXT_DOTS

    @put.register
    def _(self, element: markup.Paragraph) -> None:
        for number, line in enumerate(_lines(element.text, INDENT)):
            self._line(line, LEFT + (0 if number else INDENT))
        self._y += TEXT_DOTS * 0.45

    @put.register
    def _(self, element: markup.ListItem) -> None:
        self.put(markup.Paragraph(f"{element.mark} {element.text}"))

    @put.register
    def _(self, element: markup.Columns) -> None:
        top, bottoms = self._y + TEXT_DOTS * 0.5, []
        for text, left in ((element.left, LEFT), (element.right, self._right_column(element))):
            self._y = top
            for line in text.splitlines():
                self._line(line, left)
            bottoms.append(self._y)
        self._y = max(bottoms) + TEXT_DOTS

    def _right_column(self, element: markup.Columns) -> float:
        if element.is_spread:
            return LEFT + WIDTH - _font(TEXT_DOTS).getlength(element.right)
        return LEFT + WIDTH * 0.56

    def _line(self, text: str, left: float, font: ImageFont.FreeTypeFont | None = None) -> None:
        used = font or _font(TEXT_DOTS)
        self._draw.text((left, self._y), text, fill=0, font=used)
        self._y += used.size * LINE


def _lines(text: str, indent: int) -> Iterator[str]:
    """The text cut at spaces into lines that fit."""
    line, room = "", WIDTH - indent
    for word in text.split():
        longer = f"{line} {word}".lstrip()
        if line and _font(TEXT_DOTS).getlength(longer) > room:
            yield line
            line, room = word, WIDTH
        else:
            line = longer
    yield line
