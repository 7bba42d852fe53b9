"""Files made for tests: workbooks as other programs write them, and broken ones."""

import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from spravka.sheets.reading import read_sheet
from spravka.sheets.sheet import Cell, Limits, Merge, Row, Sheet

RUSSIAN = (
    "Наименование;Ед. изм.;Цена\r\n"
    "Труба стальная водогазопроводная 20х2,8 мм, оцинкованная;м;215,50\r\n"
    "Кабель ВВГнг(А)-LS 3х2,5;м;98\r\n"
    "Болт с шестигранной головкой М12х80 ГОСТ 7798-70;шт;14,2\r\n"
)

ODS_NAMES = ("office", "table", "text")
SECTOR_BYTES = 512
END_OF_CHAIN, FREE, FAT_SECTOR = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def read_bytes(directory: Path, content: bytes, name: str = "rows.csv", limits: Limits | None = None) -> Sheet:
    """Reads a file of this content."""
    path = directory / name
    path.write_bytes(content)
    return read_sheet(path, file_name=name, limits=limits or Limits())


def read(path: Path, sheet: str | None = None, header_row: int | None = None) -> Sheet:
    """Reads a file with the ordinary limits."""
    return read_sheet(path, file_name=path.name, sheet=sheet, header_row=header_row)


def sheet_of(header: Sequence[str], *rows: Sequence[Cell], header_row: int = 1) -> Sheet:
    """A sheet as it would be read."""
    letters = tuple(chr(ord("A") + index) for index in range(len(header)))
    numbered = [Row(number, tuple(cells)) for number, cells in enumerate(rows, header_row + 1)]
    return Sheet("csv", tuple(header), letters, header_row, numbered)


def rows_of(*rows: Sequence[Cell]) -> list[Row]:
    """Rows numbered from 1, the empty ones left out as a reader does."""
    return [Row(number, tuple(cells)) for number, cells in enumerate(rows, 1) if any(cells)]


def fill(sheet: Worksheet, rows: Sequence[Sequence[object]], merged: Sequence[str] = ()) -> None:
    """Writes rows into a sheet of a workbook and merges areas."""
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)


def save_workbook(path: Path, rows: Sequence[Sequence[object]], merged: Sequence[str] = ()) -> Path:
    """A workbook of one sheet."""
    workbook = Workbook()
    fill(first_sheet(workbook), rows, merged)
    workbook.save(path)
    return path


def first_sheet(workbook: Workbook) -> Worksheet:
    """The sheet a new workbook begins with."""
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    return sheet


def open_document(path: Path, rows: Sequence[Sequence[str]], repeated: str = "") -> Path:
    """An ODS file of one sheet; ``repeated`` is put into the tag of every cell."""
    cell = f'<table:table-cell office:value-type="string"{repeated}><text:p>{{}}</text:p></table:table-cell>'
    lines = ("".join(map(cell.format, row)) for row in rows)
    body = "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ODS_NAMES)
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="Лист1">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        package.writestr("content.xml", content)
    return path


def area(first_row: int, first_column: int, last_row: int, last_column: int) -> Merge:
    """A merged area."""
    return Merge(first_row, first_column, last_row, last_column)


def protected_xls() -> bytes:
    """The smallest XLS that says it is encrypted: an OLE file whose workbook begins with BOF, FILEPASS, EOF."""
    begin = struct.pack("<HHHHHHII", 0x0809, 16, 0x0600, 0x0005, 0, 0, 0, 0)
    password = struct.pack("<HHHHH", 0x002F, 6, 1, 1, 1)
    stream = (begin + password + struct.pack("<HH", 0x000A, 0)).ljust(8 * SECTOR_BYTES, b"\0")
    fat = [FAT_SECTOR, END_OF_CHAIN, *range(3, 10), END_OF_CHAIN]
    table = struct.pack("<128I", *fat, *[FREE] * (128 - len(fat)))
    return _ole_header() + table + _ole_directory(len(stream)) + stream


def _ole_header() -> bytes:
    head = bytes.fromhex("d0cf11e0a1b11ae1").ljust(24, b"\0")
    head += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END_OF_CHAIN, 0, END_OF_CHAIN, 0)
    return head + struct.pack("<109I", 0, *[FREE] * 108)


def _ole_directory(stream_bytes: int) -> bytes:
    root = _ole_entry("Root Entry", 5, child=1, start=END_OF_CHAIN, size_bytes=0)
    workbook = _ole_entry("Workbook", 2, child=FREE, start=2, size_bytes=stream_bytes)
    return (root + workbook).ljust(SECTOR_BYTES, b"\0")


def _ole_entry(name: str, kind: int, child: int, start: int, size_bytes: int) -> bytes:
    text = name.encode("utf-16-le")
    entry = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text) + 2, kind, 1, FREE, FREE, child)
    return entry + bytes(36) + struct.pack("<IQ", start, size_bytes)
