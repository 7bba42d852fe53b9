"""What stands on one slide: titles, texts and tables in the order of the file."""

from collections.abc import Iterator

from spravka.pages.formats.flowing.flow import Told
from spravka.pages.formats.flowing.tables import RowTeller
from spravka.pages.formats.office.package import Element, child, local_name, value_of
from spravka.pages.page import BlockKind

_KINDS = {
    "title": BlockKind.HEADING,
    "ctrTitle": BlockKind.HEADING,
    "ftr": BlockKind.RUNNING_TITLE,
    "hdr": BlockKind.RUNNING_TITLE,
    "dt": BlockKind.RUNNING_TITLE,
    "sldNum": BlockKind.RUNNING_TITLE,
    "body": BlockKind.LIST_ITEM,
    "obj": BlockKind.LIST_ITEM,
}
"""By the type of the placeholder a shape fills; any other shape holds paragraphs."""
_SPACES = frozenset({"br", "tab"})


def told_of_slide(root: Element | None) -> Iterator[Told]:
    """The blocks of a slide, or of its notes; groups of shapes are opened."""
    if root is None:
        return
    for element in root.iter("{*}sp", "{*}tbl"):
        if next(element.iterancestors("{*}Fallback"), None) is not None:
            continue
        if local_name(element) == "tbl":
            yield from _rows(element)
        else:
            yield from _shape(element)


def paragraphs_of(root: Element | None) -> Iterator[str]:
    """The texts of all paragraphs below an element that are not empty."""
    for paragraph in () if root is None else root.iter("{*}p"):
        text = _text(paragraph)
        if text:
            yield text


def _shape(shape: Element) -> Iterator[Told]:
    kind = _kind(shape)
    texts = list(paragraphs_of(child(shape, "txBody")))
    if kind is BlockKind.HEADING:
        yield Told(kind, " ".join(texts), level=1)
    else:
        yield from (Told(kind, text) for text in texts)


def _kind(shape: Element) -> BlockKind:
    placeholder = next(shape.iterfind("{*}nvSpPr/{*}nvPr/{*}ph"), None)
    if placeholder is None:
        return BlockKind.PARAGRAPH
    return _KINDS.get(value_of(placeholder, "type") or "obj", BlockKind.PARAGRAPH)


def _text(paragraph: Element) -> str:
    pieces = []
    for element in paragraph.iter():
        name = local_name(element)
        if name == "t":
            pieces.append(element.text or "")
        elif name in _SPACES:
            pieces.append(" ")
    return " ".join("".join(pieces).split())


def _rows(table: Element) -> Iterator[Told]:
    teller = RowTeller()
    has_header = value_of(child(table, "tblPr"), "firstRow") in ("1", "true")
    for at, row in enumerate(table.iterchildren("{*}tr")):
        cells = [_cell(cell) for cell in row.iterchildren("{*}tc")]
        yield from teller.add(cells, is_header=has_header and at == 0)
    yield from teller.finish()


def _cell(cell: Element) -> str:
    """The text of a cell; one that another is merged over is empty."""
    is_covered = value_of(cell, "hMerge") or value_of(cell, "vMerge")
    return "" if is_covered else " ".join(paragraphs_of(cell))
