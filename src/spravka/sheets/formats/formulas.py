"""What a calculated value does not tell of an XLSX cell: an error in it, or a formula never calculated.

A program that writes workbooks without calculating them leaves formulas without values; such a cell
reads as empty. Only XLSX is looked into. What is found is advice for people, so the XML is scanned
for patterns and not parsed.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

CHUNK_BYTES = 4 * 1024 * 1024

_SHEET = re.compile(rb'<(?:\w+:)?sheet\b[^>]*?\bname="([^"]*)"[^>]*?\b\w+:id="([^"]*)"')
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)(?<!/)>((?:(?!</?(?:\w+:)?c[\s>]).)*)</(?:\w+:)?c>", re.DOTALL)
_PLACE = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]+)</")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_ENTITIES = ((b"&lt;", b"<"), (b"&gt;", b">"), (b"&quot;", b'"'), (b"&apos;", b"'"), (b"&amp;", b"&"))


@dataclass(frozen=True)
class OddCell:
    """A cell whose value needs a word: ``error`` is its text (#REF!), or "" for a formula without a value."""

    row: int
    column: int
    error: str = ""


def find_odd_cells(path: Path, sheet_name: str) -> list[OddCell]:
    """The odd cells of one sheet of an XLSX file; none where the file is anything else."""
    try:
        with zipfile.ZipFile(path) as package, package.open(_part_of(package, sheet_name)) as part:
            return list(_scan(part))
    except (zipfile.BadZipFile, KeyError, NotImplementedError):
        return []


def _part_of(package: zipfile.ZipFile, sheet_name: str) -> str:
    """The path of a sheet inside the package. Raises KeyError."""
    sheets = dict(_SHEET.findall(package.read("xl/workbook.xml")))
    relation_id = {_unescape(name): relation for name, relation in sheets.items()}[sheet_name]
    targets = dict(_relations(package.read("xl/_rels/workbook.xml.rels")))
    target = targets[relation_id.decode()]
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _relations(content: bytes) -> Iterator[tuple[str, str]]:
    for relation in _RELATION.findall(content):
        attributes = dict(re.findall(rb'(\w+)="([^"]*)"', relation))
        yield attributes.get(b"Id", b"").decode(), attributes.get(b"Target", b"").decode()


def _unescape(name: bytes) -> str:
    for entity, character in _ENTITIES:
        name = name.replace(entity, character)
    return name.decode(errors="replace")


def _scan(part: IO[bytes]) -> Iterator[OddCell]:
    """Chunk by chunk; a cell cut by the end of a chunk is carried over to the next."""
    rest = b""
    while chunk := part.read(CHUNK_BYTES):
        text = rest + chunk
        end = text.rfind(b"</row>") + 1 or len(text)
        rest = text[end:] if end < len(text) else b""
        yield from _odd_cells(text[:end])
    yield from _odd_cells(rest)


def _odd_cells(xml: bytes) -> Iterator[OddCell]:
    if b't="e"' not in xml and not _FORMULA.search(xml):
        return
    for attributes, content in _CELL.findall(xml):
        place = _PLACE.search(attributes)
        value = _VALUE.search(content)
        if not place:
            continue
        if b't="e"' in attributes and value:
            yield OddCell(int(place[2]), _column_index(place[1]), value[1].decode(errors="replace"))
        elif not value and _FORMULA.search(content) and b't="str"' not in attributes:
            yield OddCell(int(place[2]), _column_index(place[1]))


def _column_index(letters: bytes) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + letter - ord("A") + 1
    return index - 1
