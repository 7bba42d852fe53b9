"""Texts as DOCX; equal texts give equal bytes."""

import datetime
import io
from collections.abc import Sequence
from functools import singledispatchmethod
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from spravka.demo.documents import markup
from spravka.demo.documents.fixed_archive import without_times

if TYPE_CHECKING:
    from docx.table import _Row

TYPEFACE = "Times New Roman"
"""Named only: a DOCX takes the reader's own typefaces."""

SIZES = {"Normal": 12, "Title": 16, "Heading 1": 13, "Heading 2": 12}


def write_docx(elements: Sequence[markup.Element], title: str, author: str, written_at: datetime.datetime) -> bytes:
    """The document's bytes."""
    made = DocxWriter()
    for element in elements:
        made.add(element)
    about = made.document.core_properties
    about.title, about.author, about.last_modified_by, about.comments = title, author, author, ""
    about.created = about.modified = written_at
    saved = io.BytesIO()
    made.document.save(saved)
    return without_times(saved.getvalue())


class DocxWriter:
    """A document that elements are added to, one after another."""

    def __init__(self) -> None:
        self.document = Document()
        for name, size in SIZES.items():
            self._set_style(name, size)
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin, section.right_margin = Mm(25), Mm(15)
        section.top_margin = section.bottom_margin = Mm(20)

    @singledispatchmethod
    def add(self, element: markup.Element) -> None:
        """Adds the element below those that are there.

        Raises:
            TypeError: the element is of a kind that regulations here do not have
        """
        raise TypeError(element)

    @add.register
    def _(self, element: markup.Heading) -> None:
        heading = self.document.add_heading(element.text, element.level)
        if element.level == 0:
            heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if element.under:
            self._paragraph(element.under).alignment = WD_ALIGN_PARAGRAPH.CENTER

    @add.register
    def _(self, element: markup.Paragraph) -> None:
        self._paragraph(element.text).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY

    @add.register
    def _(self, element: markup.ListItem) -> None:
        self._paragraph(element.text, "List Bullet" if element.mark == "-" else "List Number")

    @add.register
    def _(self, element: markup.OnTheRight) -> None:
        self._paragraph(element.text).alignment = WD_ALIGN_PARAGRAPH.RIGHT

    @add.register
    def _(self, element: markup.Grid) -> None:
        table = self.document.add_table(rows=0, cols=len(element.widths_mm), style="Table Grid")
        for number, texts in enumerate(element.rows):
            row = table.add_row()
            for cell, text, width in zip(row.cells, texts, element.widths_mm, strict=True):
                cell.width = Mm(width)
                cell.text = text
                if number == 0:
                    cell.paragraphs[0].runs[0].bold = True
        _repeat(table.rows[0])
        self.document.add_paragraph()

    def _paragraph(self, text: str, style: str = "Normal") -> Paragraph:
        paragraph = self.document.add_paragraph(style=style)
        for number, part in enumerate(text.split("**")):
            paragraph.add_run(part).bold = number % 2 == 1
        return paragraph

    def _set_style(self, name: str, size: float) -> None:
        font = self.document.styles[name].font
        font.name, font.size, font.bold = TYPEFACE, Pt(size), name != "Normal"
        font.color.rgb = None


def _repeat(row: "_Row") -> None:
    """The row stands at the head of each page that the table goes over."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
