"""The blocks of an HTML page, in the order in which they are shown."""

import re
from collections.abc import Iterator

from lxml import etree, html

from spravka.pages.errors import DocumentDamaged
from spravka.pages.formats.flowing.flow import Told
from spravka.pages.formats.flowing.tables import RowTeller
from spravka.pages.formats.office.package import Element
from spravka.pages.page import BlockKind

_UNSEEN = frozenset(
    {
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "svg",
        "math",
        "object",
        "iframe",
        "select",
        "button",
        "datalist",
    }
)
_INLINE = frozenset(
    {
        *("br", "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font"),
        *("i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike"),
        *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    }
)
_HEADINGS = {f"h{level}": (BlockKind.HEADING, level) for level in range(1, 7)}
_KINDS = {
    "li": (BlockKind.LIST_ITEM, 0),
    "dt": (BlockKind.LIST_ITEM, 0),
    "dd": (BlockKind.LIST_ITEM, 0),
    "figcaption": (BlockKind.CAPTION, 0),
    **_HEADINGS,
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_MOST_SPAN = 64
_BLANK = re.compile(r"[\s\0]*\Z")


def told_of_html(text: str) -> Iterator[Told]:
    """The blocks of a page or of a piece of one. Raises DocumentDamaged."""
    text = _XML_DECLARATION.sub("", text).replace("\0", "")
    if _BLANK.match(text):
        return
    try:
        root = html.document_fromstring(text, parser=html.HTMLParser(no_network=True, huge_tree=False))
    except etree.ParserError:  # nothing but comments
        return
    except (etree.XMLSyntaxError, ValueError) as error:
        if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise DocumentDamaged("its HTML cannot be parsed") from error
    yield from _title(root)
    yield from _Blocks().of(root)


def _title(root: Element) -> Iterator[Told]:
    """The title of the page, where it has no heading that says it."""
    title = root.find("head/title")
    if title is not None and next(root.iter("h1"), None) is None:
        yield Told(BlockKind.HEADING, " ".join((title.text or "").split()), level=1)


class _Blocks:
    """Walks a page and collects the text of the block it is in; a block that opens or closes ends it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.kinds: list[tuple[BlockKind, int]] = [(BlockKind.PARAGRAPH, 0)]
        self.opened: list[bool] = []

    def of(self, root: Element) -> Iterator[Told]:
        """All blocks below an element."""
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start":
                yield from self._open(element, walk)
            elif event == "end" and self.opened.pop():
                yield from self._flush()
                self.kinds.pop()
            if event != "start" and element is not root:
                self.pieces.append(element.tail or "")
        yield from self._flush()

    def _open(self, element: Element, walk: Element) -> Iterator[Told]:
        is_shown = not _is_unseen(element)
        is_table = is_shown and element.tag == "table" and _is_table_of_rows(element)
        is_block = is_shown and not is_table and element.tag not in _INLINE
        self.opened.append(is_block)
        if is_block or is_table:
            yield from self._flush()
        if is_table:
            yield from _rows(element)
        if is_table or not is_shown:
            walk.skip_subtree()
            return
        if is_block:
            self.kinds.append(_KINDS.get(element.tag, self.kinds[-1]))
        self.pieces.append(element.text or (" " if element.tag == "br" else ""))

    def _flush(self) -> Iterator[Told]:
        text = " ".join("".join(self.pieces).split())
        self.pieces.clear()
        if text:
            kind, level = self.kinds[-1]
            yield Told(kind, text, level)


def _is_unseen(element: Element) -> bool:
    if element.tag in _UNSEEN or element.get("hidden") is not None:
        return True
    return _HIDDEN.search(element.get("style", "")) is not None


def _is_table_of_rows(table: Element) -> bool:
    """Whether a table is one, and not what holds a page together: no other table and no heading is in it."""
    return next(table.iterdescendants("table", *_HEADINGS), None) is None


def _rows(table: Element) -> Iterator[Told]:
    for caption in table.iterchildren("caption"):
        yield Told(BlockKind.CAPTION, _text(caption))
    teller = RowTeller()
    for row in table.iter("tr"):
        cells = [cell for cell in row.iterchildren("td", "th") if not _is_unseen(cell)]
        is_header = row.getparent().tag == "thead" or (bool(cells) and all(cell.tag == "th" for cell in cells))
        yield from teller.add([text for cell in cells for text in _spanned(cell)], is_header)
    yield from teller.finish()


def _spanned(cell: Element) -> list[str]:
    """The text of a cell, and nothing for the other columns it covers."""
    span = cell.get("colspan", "1").strip()
    columns = min(int(span), _MOST_SPAN) if span.isascii() and span.isdigit() and len(span) < 6 else 1
    return [_text(cell), *[""] * (columns - 1)]


def _text(element: Element) -> str:
    """The text of an element that is told as one, its blocks parted by spaces."""
    return " ".join(told.text for told in _Blocks().of(element))
