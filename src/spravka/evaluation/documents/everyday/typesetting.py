"""PDFs in the looks that offices and makers of machines give their documents: in columns, with running titles, page
numbers and a page of contents."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph
from reportlab.platypus.tableofcontents import TableOfContents

from spravka.demo.documents.fonts import SERIF, face_name
from spravka.demo.documents.markup import Element
from spravka.demo.documents.pdf_elements import PdfElements
from spravka.demo.documents.pdf_styles import INK, RULE, contents_style, make_styles

LEFT_MM, RIGHT_MM, TOP_MM, BOTTOM_MM = 25, 15, 24, 20
GAP_MM = 8
PAPER_WIDTH, PAPER_HEIGHT = A4


@dataclass(frozen=True)
class Look:
    """How a document is set. ``contents_title`` empty: no contents. ``footer`` stands before the page number."""

    running_title: str
    family: str = SERIF
    size: float = 11
    columns: int = 1
    contents_title: str = ""
    footer: str = ""
    has_rules: bool = True

    @property
    def column_mm(self) -> int:
        """How wide a column is."""
        return (210 - LEFT_MM - RIGHT_MM - GAP_MM * (self.columns - 1)) // self.columns


def set_pages(elements: Sequence[Element], look: Look) -> bytes:
    """The bytes of the PDF, the same for the same elements and look."""
    written = io.BytesIO()
    styles = make_styles(look.family, look.size, is_title_centred=look.columns == 1)
    _Sheets(written, look).multiBuild([*_contents(look), *PdfElements(styles, look.column_mm).flowables(elements)])
    return written.getvalue()


def _contents(look: Look) -> Iterator[Flowable]:
    if look.contents_title:
        bold = face_name(look.family, is_bold=True)
        line = ParagraphStyle("line", fontName=look.family, fontSize=look.size, leading=look.size * 1.5, textColor=INK)
        yield Paragraph(look.contents_title, ParagraphStyle("contents", fontName=bold, fontSize=14, spaceAfter=12))
        yield TableOfContents(dotsMinLevel=0, levelStyles=[line], tableStyle=contents_style())
        yield PageBreak()


class _Sheets(BaseDocTemplate):  # type: ignore[misc]  # the library has no types
    """Sheets of A4 with one frame a column."""

    def __init__(self, written: io.BytesIO, look: Look) -> None:
        super().__init__(written, pagesize=A4, invariant=1, title=look.running_title)
        self.look = look
        self.addPageTemplates(PageTemplate("sheet", list(self._frames()), onPage=self._draw_surroundings))

    def _frames(self) -> Iterator[Frame]:
        height = PAPER_HEIGHT - (TOP_MM + BOTTOM_MM) * mm
        for column in range(self.look.columns):
            left = LEFT_MM + column * (self.look.column_mm + GAP_MM)
            yield Frame(left * mm, BOTTOM_MM * mm, self.look.column_mm * mm, height, 0, 0, 0, 0)

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802
        """What the library calls for each thing set (its name for it): headings become lines of the contents."""
        style = getattr(getattr(flowable, "style", None), "name", "")
        if isinstance(flowable, Paragraph) and style in ("heading 0", "heading 1"):
            self.notify("TOCEntry", (0, flowable.getPlainText(), self.page))

    def _draw_surroundings(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        top, right = PAPER_HEIGHT - 14 * mm, PAPER_WIDTH - RIGHT_MM * mm
        canvas.setFillColor(INK)
        canvas.setFont(self.look.family, 8.5)
        canvas.drawString(LEFT_MM * mm, top, self.look.running_title)
        if self.look.has_rules:
            canvas.setStrokeColor(RULE)
            canvas.line(LEFT_MM * mm, top - 4, right, top - 4)
        canvas.drawRightString(right, 11 * mm, f"{self.look.footer} {canvas.getPageNumber()}".strip())
