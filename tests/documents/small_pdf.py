"""PDF files written by hand: pages of paragraphs of one line, in Helvetica, which every reader knows."""

from collections.abc import Sequence

TEXT_POINTS, HEADING_POINTS = 12, 20
HEADING = "# "
"""Lines that begin so are headings."""
LINE_POINTS = 36
WIDTH, HEIGHT = 595, 842
LEFT, TOP = 72, 760


def small_pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A file with these pages of lines, Latin letters only."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", _page_tree(len(pages))]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for number, lines in enumerate(pages):
        objects.append(_page(number))
        content = _content(lines)
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    return _file(objects)


def _page_tree(count: int) -> str:
    kids = " ".join(f"{_page_object(number)} 0 R" for number in range(count))
    return f"<< /Type /Pages /Count {count} /Kids [{kids}] >>"


def _page_object(number: int) -> int:
    return 4 + 2 * number


def _page(number: int) -> str:
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
        f"/Resources << /Font << /F1 3 0 R >> >> /Contents {_page_object(number) + 1} 0 R >>"
    )


def _content(lines: Sequence[str]) -> str:
    shown = "\n".join(f"/F1 {_points(line)} Tf ({_escaped(line)}) Tj 0 -{LINE_POINTS} Td" for line in lines)
    return f"BT {LEFT} {TOP} Td\n{shown}\nET"


def _points(line: str) -> int:
    return HEADING_POINTS if line.startswith(HEADING) else TEXT_POINTS


def _escaped(line: str) -> str:
    return line.removeprefix(HEADING).replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _file(objects: Sequence[str]) -> bytes:
    written = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}"
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    return written + (table + end).encode("latin-1")
