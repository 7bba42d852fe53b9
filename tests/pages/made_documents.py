"""Documents made for tests, part by part, and what is read from them."""

import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from spravka.pages.formats.opening import KeptPage, OpenDocument, Recogniser, Wanted

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)

Told = tuple[str, str]
"""The kind of a block and its words; the cells of a row are parted by « | »."""


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of one run with its properties."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def row(*cells: str, properties: str = "") -> str:
    """A row of a table; a cell is a text or begins with a tag."""
    inside = "".join(f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def docx(path: Path, body: str, parts: Mapping[str, str] | None = None, start: str = "") -> Path:
    """A DOCX file with this body; ``parts``: by kind («styles») the inside of others; ``start`` is before the root."""
    document = f"{start}<w:document {SPACES}><w:body>{body}</w:body></w:document>"
    kinds = dict(enumerate(parts or {}, 1))
    links = "".join(_relation(f"rId{at}", kind, f"{kind}{at}.xml") for at, kind in kinds.items())
    others = {
        f"word/{kind}{at}.xml": f"<w:{kind} {SPACES}>{(parts or {})[kind]}</w:{kind}>" for at, kind in kinds.items()
    }
    return package(
        path,
        {
            "_rels/.rels": relations(_relation("rId1", "officeDocument", "word/document.xml")),
            "word/document.xml": document,
            "word/_rels/document.xml.rels": relations(links),
            **others,
        },
    )


def package(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """An archive of parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def relations(links: str) -> str:
    """The part that says what a part names."""
    return f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>'


def _relation(relation_id: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{relation_id}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def pages_of(document: OpenDocument, first: int = 1, recogniser: Recogniser | None = None) -> list[KeptPage]:
    """All pages of an open document."""
    return list(document.pages(Wanted(first, frozenset(), lambda number: None, lambda: recogniser)))


def told(pages: Iterable[KeptPage]) -> list[Told]:
    """What the blocks of pages say."""
    return [(block[0], _text(page["words"], block)) for page in pages for block in page["blocks"]]


def _text(words: list[str], block: list[object]) -> str:
    _, first, end, _, cells, _ = block
    assert isinstance(first, int)
    assert isinstance(end, int)
    if isinstance(cells, tuple) and cells:
        return " | ".join(" ".join(words[start:stop]) for start, stop in cells)
    return " ".join(words[first:end])
