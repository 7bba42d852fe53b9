"""How paragraphs, headings and tables of a PDF look."""

from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import TableStyle

from spravka.demo.documents.fonts import face_name, register_family

INK, RULE, SHADE = HexColor("#1a1a1a"), HexColor("#8a8a8a"), HexColor("#ececec")
CAUTION_COLOURS = {"DANGER": HexColor("#c62828"), "WARNING": HexColor("#d9730d"), "CAUTION": HexColor("#c9a400")}
TITLE_SIZE = 15.0


@dataclass(frozen=True)
class Styles:
    """The styles of one document; ``headings`` by level, the title first."""

    body: ParagraphStyle
    item: ParagraphStyle
    column: ParagraphStyle
    column_at_edge: ParagraphStyle
    under: ParagraphStyle
    headings: tuple[ParagraphStyle, ...]
    cell: ParagraphStyle
    number: ParagraphStyle
    cell_bold: ParagraphStyle
    number_bold: ParagraphStyle
    column_name: ParagraphStyle
    caution_word: ParagraphStyle


def make_styles(family: str, size: float, is_title_centred: bool = True) -> Styles:
    """Styles around a body text of ``size`` points."""
    register_family(family)
    bold = face_name(family, is_bold=True)
    body = ParagraphStyle(
        "body",
        fontName=family,
        fontSize=size,
        leading=size * 1.36,
        textColor=INK,
        alignment=TA_JUSTIFY,
        spaceAfter=5,
        allowWidows=0,
        allowOrphans=0,
    )
    left = ParagraphStyle("left", body, alignment=0)
    cell = ParagraphStyle("cell", left, fontSize=size - 1.2, leading=(size - 1.2) * 1.22, spaceAfter=0)
    number = ParagraphStyle("number", cell, alignment=TA_RIGHT)
    return Styles(
        body=body,
        item=ParagraphStyle("item", body, leftIndent=16, bulletIndent=3, spaceAfter=2.5),
        column=ParagraphStyle("column", left, spaceAfter=0),
        column_at_edge=ParagraphStyle("column_at_edge", left, spaceAfter=0, alignment=TA_RIGHT),
        under=ParagraphStyle("under", left, alignment=TA_CENTER if is_title_centred else 0, spaceAfter=10),
        headings=tuple(
            _heading(level, heading_size, bold, is_title_centred)
            for level, heading_size in enumerate((TITLE_SIZE, size + 1.8, size + 0.2))
        ),
        cell=cell,
        number=number,
        cell_bold=ParagraphStyle("cell_bold", cell, fontName=bold),
        number_bold=ParagraphStyle("number_bold", number, fontName=bold),
        column_name=ParagraphStyle("column_name", cell, fontName=bold, alignment=TA_CENTER),
        caution_word=ParagraphStyle("caution_word", left, fontName=bold, textColor=HexColor("#ffffff"), spaceAfter=0),
    )


def _heading(level: int, size: float, font: str, is_title_centred: bool) -> ParagraphStyle:
    return ParagraphStyle(
        f"heading {level}",
        fontName=font,
        fontSize=size,
        leading=size * 1.25,
        textColor=INK,
        alignment=TA_CENTER if is_title_centred and level == 0 else 0,
        spaceBefore=(4, 11, 8)[level],
        spaceAfter=(4, 5, 3.5)[level],
        keepWithNext=1,
    )


def grid_style() -> TableStyle:
    """Thin rules, the first row shaded."""
    return TableStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.5, RULE),
            ("BACKGROUND", (0, 0), (-1, 0), SHADE),
            ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
            ("VALIGN", (0, 1), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 2.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
            ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ]
    )


def contents_style() -> TableStyle:
    """Lines close to each other."""
    return TableStyle([(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("TOP", "BOTTOM", "LEFT", "RIGHT")])


def columns_style() -> TableStyle:
    """Two texts side by side, without rules."""
    return TableStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ]
    )


def caution_style(word: str) -> TableStyle:
    """A frame in the colour of the word."""
    colour = CAUTION_COLOURS[word]
    return TableStyle(
        [
            ("BOX", (0, 0), (-1, -1), 1.2, colour),
            ("BACKGROUND", (0, 0), (0, 0), colour),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
        ]
    )
