"""PDF files written by hand: every character is half as wide as the type is high, so places can be counted on."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from spravka.pages.page import BlockKind, Page

WIDTH, HEIGHT = 600, 800
WIDTHS = f"/FirstChar 0 /LastChar 255 /Widths [ {'500 ' * 256}]"
_CYRILLIC = [f"/afii{number}" for number in (*range(10017, 10023), *range(10024, 10050))]
_CYRILLIC += [f"/afii{number}" for number in (*range(10065, 10071), *range(10072, 10098))]
_RUSSIAN = f"<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [ 192 {' '.join(_CYRILLIC)} ] >>"


@dataclass(frozen=True)
class Line:
    """Text whose baseline stands ``top`` points below the top edge of the page."""

    left: float
    top: float
    text: str
    size: float = 10
    bold: bool = False


def paragraph(left: float, top: float, lines: Iterable[str], pitch: float = 12, size: float = 10) -> list[Line]:
    """Lines under each other."""
    return [Line(left, top + at * pitch, line, size) for at, line in enumerate(lines)]


def made_pdf(
    path: Path,
    pages: Sequence[Sequence[Line]],
    *,
    is_encoded: bool = True,
    page_entries: str = "",
    page_contents: dict[int, bytes] | None = None,
    drawn: bytes = b"",
) -> Path:
    """A file of such pages, each with what is ``drawn`` under its lines.

    ``is_encoded`` False: its fonts do not tell which letters their codes (CP1251) are.
    """
    contents = [b"\n".join((drawn, _content(lines))) for lines in pages]
    for number, content in (page_contents or {}).items():
        contents[number - 1] = content
    path.write_bytes(assembled([*_fonts(is_encoded), *_pages(contents, page_entries)]))
    return path


def _content(lines: Iterable[Line]) -> bytes:
    shown = []
    for line in lines:
        text = line.text.encode("cp1251").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
        font = 4 if line.bold else 3
        place = f"BT /F{font} {line.size} Tf 1 0 0 1 {line.left} {HEIGHT - line.top} Tm (".encode()
        shown.append(place + text + b") Tj ET")
    return b"\n".join(shown)


def ruled(xs: Sequence[float], ys: Sequence[float]) -> bytes:
    """Lines from the first to the last of the others, at these places from the left and from the top."""
    upright = [f"{x} {HEIGHT - ys[0]} m {x} {HEIGHT - ys[-1]} l S" for x in xs]
    level = [f"{xs[0]} {HEIGHT - y} m {xs[-1]} {HEIGHT - y} l S" for y in ys]
    return " ".join([*upright, *level]).encode()


def _fonts(is_encoded: bool) -> list[bytes]:
    """Objects 3 and 4; the first two are the catalogue and the tree of pages."""
    encoding = _RUSSIAN if is_encoded else "/WinAnsiEncoding"
    return [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} {WIDTHS} /Encoding {encoding} >>".encode()
        for name in ("Courier", "Courier-Bold")
    ]


def _pages(contents: Sequence[bytes], entries: str) -> list[bytes]:
    objects = []
    for at, content in enumerate(contents):
        number = 6 + 2 * at
        resources = "/Resources << /Font << /F3 3 0 R /F4 4 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {resources} /Contents {number} 0 R {entries} >>".encode())
        objects.append(stream(content))
    return objects


def stream(content: bytes) -> bytes:
    """A stream object."""
    packed = zlib.compress(content)
    return b"<< /Filter /FlateDecode /Length %d >> stream\n%s\nendstream" % (len(packed), packed)


def assembled(objects: Sequence[bytes], kids: str | None = None, count: int | None = None, trailer: str = "") -> bytes:
    """A file of a catalogue, a tree of pages and these objects, from the third on: fonts, then pages and contents."""
    page_count = (len(objects) - 2) // 2
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(page_count)) if kids is None else kids
    count = page_count if count is None else count
    box = f"/MediaBox [0 0 {WIDTH} {HEIGHT}]"
    tree = f"<< /Type /Pages /Kids [ {kids} ] /Count {count} {box} >>"
    whole = [b"<< /Type /Catalog /Pages 2 0 R >>", tree.encode(), *objects]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(whole, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(whole) + 1
    start = len(out)
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def texts(page: Page, *kinds: BlockKind) -> list[str]:
    """What the blocks of a page say, of those kinds or of all."""
    return [
        " ".join(filter(None, page.words[block.first : block.end]))
        for block in page.blocks
        if not kinds or block.kind in kinds
    ]


def cells(page: Page) -> list[list[str]]:
    """The cells of the rows of a page's tables."""
    return [
        [" ".join(filter(None, page.words[first:end])) for first, end in block.cells]
        for block in page.blocks
        if block.cells
    ]
