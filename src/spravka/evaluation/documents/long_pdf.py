"""A PDF of as many pages as wanted, written page by page: a book as long as the product takes, or a test's leaflet."""

import random
import zlib
from collections.abc import Iterator
from pathlib import Path

WIDTH, HEIGHT, LEFT, TOP = 595, 842, 72, 760
LINES, WORDS, POINTS, LEADING = 40, 11, 10, 17
SYLLABLES = ("ba", "co", "di", "fo", "gra", "ker", "li", "mon", "nor", "pel", "ri", "sta", "ten", "vi")
FIRST_PAGE_OBJECT = 4
"""Before it: the catalogue, the tree of pages, the font."""


def write_long_pdf(target: Path, page_count: int) -> None:
    """Each page has a number, a running title, and prose of its own in Helvetica, compressed as usual."""
    words = random.Random(20)  # noqa: S311 - the same book every time
    with target.open("wb") as file:
        file.write(b"%PDF-1.4\n")
        places = []
        for number, body in enumerate(_objects(page_count, words), start=1):
            places.append(file.tell())
            file.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        table_at = file.tell()
        file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
        file.writelines(b"%010d 00000 n \n" % place for place in places)
        size = len(places) + 1
        file.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, table_at))


def _objects(page_count: int, words: random.Random) -> Iterator[bytes]:
    kids = b" ".join(b"%d 0 R" % (FIRST_PAGE_OBJECT + 2 * number) for number in range(page_count))
    yield b"<< /Type /Catalog /Pages 2 0 R >>"
    yield b"<< /Type /Pages /Count %d /Kids [%s] >>" % (page_count, kids)
    yield b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    for number in range(page_count):
        yield (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % (WIDTH, HEIGHT, FIRST_PAGE_OBJECT + 2 * number + 1)
        )
        shown = zlib.compress(_content(number + 1, words).encode("ascii"))
        yield b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(shown), shown)


def _content(number: int, words: random.Random) -> str:
    lines = [f"Collected works, page {number}", *(_line(words) for _ in range(LINES))]
    shown = "\n".join(f"({line}) Tj 0 -{LEADING} Td" for line in lines)
    return f"BT /F1 {POINTS} Tf {LEFT} {TOP} Td\n{shown}\nET"


def _line(words: random.Random) -> str:
    return " ".join("".join(words.choices(SYLLABLES, k=words.randint(1, 4))) for _ in range(WORDS))
