"""Results into files that people open in a spreadsheet: XLSX and CSV, written row by row.

What a cell holds is data and never a formula. In XLSX every text is written as text. In CSV, where a
program decides by itself, a text that begins like a formula gets an apostrophe in front, unless it is
a plain number (OWASP, "CSV Injection").
"""

import csv
import datetime
import io
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, TypeAlias

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from spravka.sheets.errors import TooManyRowsToWrite
from spravka.sheets.formats.bounded import CONTROL_CHARACTERS

OutCell: TypeAlias = str | int | float | bool | Decimal | datetime.date | datetime.datetime | datetime.time | None
"""What can be written. Times of day become text; dates are real dates in XLSX, and in CSV ISO 8601 text that
spreadsheet programs take for dates: with a space before the time, and without the zone, which they do not know."""

XLSX_ROWS = 1_048_575
XLSX_CELL_CHARACTERS = 32_767
XLSX_EXACT_INTEGERS_BELOW = 10**15

_WIDTH_SAMPLE_ROWS = 100
_WIDTH_AT_LEAST, _WIDTH_AT_MOST = 8, 60
_LIKE_FORMULA = re.compile(r"[=+\-@\t\r]")
_PLAIN = re.compile(r"[+-]?\d[\d \xa0.,]*%?|[+-]+")
_NOT_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True)
class Written:
    """How many rows were written, and how many texts were cut because a spreadsheet cell holds no more."""

    row_count: int
    cut_count: int = 0


@dataclass(frozen=True)
class CsvStyle:
    """How a CSV is written. The default opens in a Russian spreadsheet program by a double click."""

    delimiter: str = ";"
    encoding: str = "utf-8-sig"
    decimal_comma: bool = True
    line_end: str = "\r\n"
    guard_formulas: bool = True


@dataclass(frozen=True)
class AboutSheet:
    """A second sheet of names and texts: where the rows come from."""

    name: str
    lines: Sequence[tuple[str, OutCell]]


RUSSIAN_CSV = CsvStyle()


def write_xlsx(
    target: Path | BinaryIO,
    header: Sequence[str],
    rows: Iterable[Sequence[OutCell]],
    *,
    sheet_name: str = "Result",
    widths: Sequence[float] | None = None,
    about: AboutSheet | None = None,
) -> Written:
    """Writes a sheet with a frozen header and filters, in memory that does not grow with the rows.

    ``widths`` of the columns are in characters, found from the first rows where not given. ``about`` becomes a second
    sheet. Raises TooManyRowsToWrite beyond XLSX_ROWS.
    """
    remaining = iter(rows)
    first = list(islice(remaining, _WIDTH_SAMPLE_ROWS))
    options = {"constant_memory": True, "default_date_format": "dd.mm.yyyy"}
    with xlsxwriter.Workbook(target, options) as workbook:
        sheet = workbook.add_worksheet(_sheet_name(sheet_name))
        _lay_out(sheet, widths or _widths(header, first))
        writer = _SheetWriter(sheet, workbook.add_format({"num_format": "dd.mm.yyyy hh:mm"}))
        writer.write_header(header, workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"}))
        for row in chain(first, remaining):
            writer.write_row(row)
        sheet.autofilter(0, 0, writer.row_count, max(0, len(header) - 1))
        if about is not None:
            _write_about(workbook, about)
    return Written(writer.row_count, writer.cut_count)


def write_csv(
    target: BinaryIO,
    header: Sequence[str],
    rows: Iterable[Sequence[OutCell]],
    style: CsvStyle = RUSSIAN_CSV,
) -> Written:
    """Writes a CSV row by row into a binary stream. Nothing is ever cut."""
    line_count = 0
    for chunk in csv_chunks(header, rows, style):
        target.write(chunk)
        line_count += 1
    return Written(line_count - 1)


def csv_chunks(
    header: Sequence[str],
    rows: Iterable[Sequence[OutCell]],
    style: CsvStyle = RUSSIAN_CSV,
) -> Iterator[bytes]:
    """The lines of a CSV as bytes, the header first: for an answer that is streamed."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=style.delimiter, lineterminator=style.line_end)
    encoding = style.encoding
    for row in chain([header], rows):
        writer.writerow([_csv_text(cell, style) for cell in row])
        yield buffer.getvalue().encode(encoding, errors="replace")
        encoding = encoding.removesuffix("-sig")
        buffer.seek(0)
        buffer.truncate()


def guard_formula(text: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet could take it for a formula."""
    if _LIKE_FORMULA.match(text) and not _PLAIN.fullmatch(text):
        return "'" + text
    return text


class _SheetWriter:
    """Writes rows one after the other and counts what it did."""

    def __init__(self, sheet: Worksheet, date_time: Format, last_row: int = 0) -> None:
        self.sheet = sheet
        self.date_time = date_time
        self.row_count = last_row
        self.cut_count = 0

    def write_header(self, header: Sequence[str], bold: Format) -> None:
        for column, name in enumerate(header):
            self.sheet.write_string(0, column, self._fitting(name), bold)

    def write_row(self, cells: Sequence[OutCell]) -> None:
        if self.row_count >= XLSX_ROWS:
            raise TooManyRowsToWrite(XLSX_ROWS)
        self.row_count += 1
        for column, cell in enumerate(cells):
            self._write(self.row_count, column, cell)

    def _write(self, row: int, column: int, cell: OutCell) -> None:
        match cell:
            case None | "":
                return
            case bool():
                self.sheet.write_boolean(row, column, cell)
            case int() | float() | Decimal() if _is_exact(cell):
                self.sheet.write_number(row, column, cell)
            case datetime.datetime():
                self.sheet.write_datetime(row, column, cell.replace(tzinfo=None), self.date_time)
            case datetime.date():
                self.sheet.write_datetime(row, column, cell)
            case _:
                self.sheet.write_string(row, column, self._fitting(str(cell)))

    def _fitting(self, text: str) -> str:
        text = CONTROL_CHARACTERS.sub("", text)
        if len(text) <= XLSX_CELL_CHARACTERS:
            return text
        self.cut_count += 1
        return text[: XLSX_CELL_CHARACTERS - 1] + "…"


def _write_about(workbook: xlsxwriter.Workbook, about: AboutSheet) -> None:
    sheet = workbook.add_worksheet(_sheet_name(about.name))
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 100, workbook.add_format({"text_wrap": True, "valign": "top"}))
    writer = _SheetWriter(sheet, workbook.add_format({"num_format": "dd.mm.yyyy hh:mm", "align": "left"}), -1)
    for line in about.lines:
        writer.write_row(line)


def _is_exact(number: int | float | Decimal) -> bool:
    """Whether a spreadsheet, which keeps 15 digits, keeps this number as it is."""
    if isinstance(number, int):
        return abs(number) < XLSX_EXACT_INTEGERS_BELOW
    return math.isfinite(number)


def _lay_out(sheet: Worksheet, widths: Sequence[float]) -> None:
    sheet.freeze_panes(1, 0)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)


def _widths(header: Sequence[str], rows: Sequence[Sequence[OutCell]]) -> list[float]:
    """Wide enough for most of the first rows: the length that nine in ten cells do not exceed."""
    columns = ([row[index] for row in rows if index < len(row)] for index in range(len(header)))
    return [_width(name, cells) for name, cells in zip(header, columns, strict=True)]


def _width(name: str, cells: Sequence[OutCell]) -> float:
    lengths = sorted(len(str(cell)) for cell in cells if cell is not None)
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    return min(_WIDTH_AT_MOST, max(_WIDTH_AT_LEAST, usual + 2, min(len(name) + 4, 24)))


def _sheet_name(name: str) -> str:
    return _NOT_IN_SHEET_NAME.sub(" ", name).strip(" '")[:31] or "Result"


def _csv_text(cell: OutCell, style: CsvStyle) -> str:
    match cell:
        case None:
            return ""
        case str():
            return guard_formula(cell) if style.guard_formulas else cell
        case float() | Decimal() if style.decimal_comma:
            return str(cell).replace(".", ",")
        case datetime.datetime():
            return cell.replace(tzinfo=None).isoformat(sep=" ", timespec="seconds")
        case datetime.date():
            return cell.isoformat()
    return str(cell)
