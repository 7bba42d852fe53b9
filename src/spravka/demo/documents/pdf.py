"""Texts set as PDF with a text layer, a running title and page numbers; equal texts give equal bytes."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageBreak, PageTemplate, Paragraph
from reportlab.platypus.tableofcontents import TableOfContents

from spravka.demo.documents.fonts import SERIF, face_name
from spravka.demo.documents.markup import Element
from spravka.demo.documents.pdf_elements import PdfElements
from spravka.demo.documents.pdf_styles import INK, RULE, TITLE_SIZE, contents_style, make_styles

LEFT_MM, RIGHT_MM, TOP_MM, BOTTOM_MM = 25, 15, 22, 20
WIDTH_MM = 210 - LEFT_MM - RIGHT_MM
PAPER_WIDTH, PAPER_HEIGHT = A4


@dataclass(frozen=True)
class Look:
    """What surrounds the text. ``cover`` are the lines of a title page: with one there is a page of contents too."""

    title: str
    running_title: str
    author: str
    family: str = SERIF
    size: float = 10.5
    cover: tuple[str, ...] = ()
    contents_title: str = ""


def set_pdf(elements: Sequence[Element], look: Look) -> bytes:
    """The document's bytes."""
    written = io.BytesIO()
    styles = make_styles(look.family, look.size, is_title_centred=not look.cover)
    story: list[Flowable] = [*_front(look), *PdfElements(styles, WIDTH_MM).flowables(elements)]
    _Pages(written, look).multiBuild(story)
    return written.getvalue()


def _front(look: Look) -> list[Flowable]:
    """Title page and contents."""
    if not look.cover:
        return [NextPageTemplate("text")]
    title = ParagraphStyle(
        "contents", fontName=face_name(look.family, is_bold=True), fontSize=TITLE_SIZE, spaceAfter=14
    )
    lines = [_contents_line(look, level) for level in (0, 1)]
    contents = TableOfContents(dotsMinLevel=0, levelStyles=lines, tableStyle=contents_style())
    pages = [NextPageTemplate("text"), PageBreak(), Paragraph(look.contents_title, title), contents]
    return [*pages, PageBreak()]


def _contents_line(look: Look, level: int) -> ParagraphStyle:
    return ParagraphStyle(
        f"contents {level}",
        fontName=face_name(look.family, is_bold=level == 0),
        fontSize=look.size - level * 0.5,
        leading=13.2,
        leftIndent=12 * level,
        spaceBefore=5 - 5 * level,
        alignment=TA_LEFT,
        textColor=INK,
    )


class _Pages(BaseDocTemplate):  # type: ignore[misc]  # the library has no types
    """Sheets of A4; headings become bookmarks and lines of the contents."""

    def __init__(self, written: io.BytesIO, look: Look) -> None:
        super().__init__(written, pagesize=A4, invariant=1, title=look.title, author=look.author)
        self.look = look
        size = WIDTH_MM * mm, PAPER_HEIGHT - (TOP_MM + BOTTOM_MM) * mm
        frame = Frame(LEFT_MM * mm, BOTTOM_MM * mm, *size, 0, 0, 0, 0)
        first = self._draw_cover if look.cover else self._draw_number
        self.addPageTemplates([
            PageTemplate("first", [frame], onPage=first),
            PageTemplate("text", [frame], onPage=self._draw_surroundings),
        ])  # fmt: skip

    def beforeDocument(self) -> None:  # noqa: N802
        """What the library calls before each of its passes over the text (its name for it)."""
        self.bookmarks = 0

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802
        """What the library calls for each thing set (its name for it)."""
        style = getattr(getattr(flowable, "style", None), "name", "")
        if isinstance(flowable, Paragraph) and style.startswith("heading"):
            self._remember(flowable.getPlainText(), int(style[-1]))

    def _remember(self, text: str, level: int) -> None:
        self.bookmarks += 1
        key, depth = f"place-{self.bookmarks}", max(level - 1, 0)
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(text, key, depth, closed=depth == 0)
        if level and self.look.cover:
            self.notify("TOCEntry", (depth, text, self.page, key))

    def _draw_surroundings(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        height = PAPER_HEIGHT - 13 * mm
        canvas.setFont(self.look.family, 8.5)
        canvas.setFillColor(INK)
        canvas.drawString(LEFT_MM * mm, height, self.look.running_title)
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.4)
        canvas.line(LEFT_MM * mm, height - 4, PAPER_WIDTH - RIGHT_MM * mm, height - 4)
        self._draw_number(canvas, _)

    def _draw_number(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        canvas.setFont(self.look.family, 9)
        canvas.drawCentredString((PAPER_WIDTH + (LEFT_MM - RIGHT_MM) * mm) / 2, 11 * mm, str(canvas.getPageNumber()))

    def _draw_cover(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        """The first line large, the rest below it."""
        bold, height = face_name(self.look.family, is_bold=True), PAPER_HEIGHT * 0.62
        canvas.setFillColor(INK)
        canvas.setFont(bold, TITLE_SIZE * 2)
        canvas.drawString(LEFT_MM * mm, height, self.look.cover[0])
        canvas.setLineWidth(2.4)
        canvas.line(LEFT_MM * mm, height - 14, PAPER_WIDTH - RIGHT_MM * mm, height - 14)
        for number, line in enumerate(self.look.cover[1:]):
            canvas.setFont(self.look.family, 13)
            canvas.drawString(LEFT_MM * mm, height - 44 - 22 * number, line)
