"""Elements of a text as what the PDF writer sets on pages."""

import re
from collections.abc import Iterator, Sequence
from functools import singledispatchmethod
from html import escape

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Paragraph, Spacer, Table

from spravka.demo.documents import markup
from spravka.demo.documents.pdf_styles import Styles, caution_style, columns_style, grid_style
from spravka.demo.documents.positions import HARD_SPACE

AMOUNT = re.compile(r"[\d\s.,−+%]+")
BOLD = re.compile(r"\*\*(.+?)\*\*")
BULLET = "•"
CAUTION_WORD_MM = 28
KEPT_TOGETHER = re.compile(r"(?<=№) |(?<=\d) (?=\d{3}(?!\d))")
"""Spaces at which no line ends: inside numbers, and after «№»."""


class PdfElements:
    """Sets elements in the given styles, ``width_mm`` wide."""

    def __init__(self, styles: Styles, width_mm: float) -> None:
        self.styles = styles
        self.width_mm = width_mm

    def flowables(self, elements: Sequence[markup.Element]) -> Iterator[Flowable]:
        """In the order of the elements."""
        for element in elements:
            yield from self.lay(element)

    @singledispatchmethod
    def lay(self, element: markup.Element) -> Iterator[Flowable]:
        """What the element becomes, with the space around it."""
        raise TypeError(element)

    @lay.register
    def _(self, element: markup.Heading) -> Iterator[Flowable]:
        yield Paragraph(rich(element.text), self.styles.headings[element.level])
        if element.under:
            yield Paragraph(rich(element.under), self.styles.under)

    @lay.register
    def _(self, element: markup.Paragraph) -> Iterator[Flowable]:
        yield Paragraph(rich(element.text), self.styles.body)

    @lay.register
    def _(self, element: markup.ListItem) -> Iterator[Flowable]:
        mark = BULLET if element.mark == "-" else element.mark
        yield Paragraph(rich(element.text), self.styles.item, bulletText=mark)

    @lay.register
    def _(self, element: markup.Caution) -> Iterator[Flowable]:
        cells = [Paragraph(element.word, self.styles.caution_word), Paragraph(rich(element.text), self.styles.column)]
        widths = [CAUTION_WORD_MM * mm, (self.width_mm - CAUTION_WORD_MM) * mm]
        yield from _spaced(Table([cells], widths, style=caution_style(element.word)))

    @lay.register
    def _(self, element: markup.Grid) -> Iterator[Flowable]:
        names, *rows = element.rows
        cells = [[Paragraph(rich(name), self.styles.column_name) for name in names], *map(self._row, rows)]
        widths = [width * mm for width in element.widths_mm]
        yield from _spaced(Table(cells, widths, repeatRows=1, style=grid_style()))

    @lay.register
    def _(self, element: markup.Columns) -> Iterator[Flowable]:
        right = self.styles.column_at_edge if element.is_spread else self.styles.column
        cells = [[Paragraph(rich(element.left), self.styles.column), Paragraph(rich(element.right), right)]]
        half = self.width_mm / 2 * mm
        yield KeepTogether(list(_spaced(Table(cells, [half, half], style=columns_style()))))

    @lay.register
    def _(self, element: markup.OnTheRight) -> Iterator[Flowable]:
        yield from self.lay(markup.Columns("", element.text))

    @lay.register
    def _(self, _: markup.NewPage) -> Iterator[Flowable]:
        yield PageBreak()

    def _row(self, texts: Sequence[str]) -> list[Paragraph]:
        """A row of a table; one whose first cell is empty or that sums up is bold."""
        styles, is_sum = self.styles, not texts[0] or texts[0].startswith(("Итого", "Всего"))
        cell, number = (styles.cell_bold, styles.number_bold) if is_sum else (styles.cell, styles.number)
        return [
            Paragraph(rich(text), number if place and AMOUNT.fullmatch(text) else cell)
            for place, text in enumerate(texts)
        ]


def rich(text: str) -> str:
    """Plain text with ``**bold**`` and line breaks, in the marks of the PDF writer."""
    kept = KEPT_TOGETHER.sub(HARD_SPACE, escape(text, quote=False))
    return BOLD.sub(r"<b>\1</b>", kept).replace("\n", "<br/>")


def _spaced(table: Table) -> Iterator[Flowable]:
    yield Spacer(1, 4)
    yield table
    yield Spacer(1, 9)
