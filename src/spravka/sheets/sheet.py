"""The words of the room: cells, rows, grids, sheets, and the limits they are read under."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Cell: TypeAlias = str | int | float | bool | None
"""A JSON-able value. Dates and times are ISO 8601 text; an empty cell is None."""

FileFormat: TypeAlias = Literal["csv", "xlsx", "xls", "xlsb", "ods", "html"]

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """How much of a file is read at most; a file beyond one of these is refused, never cut.

    The default of ``cell_characters`` is what a spreadsheet cell can hold, so that everything read
    can also be written.
    """

    file_bytes: int = 50 * MEBIBYTE
    unpacked_bytes: int = 1024 * MEBIBYTE
    rows: int = 200_000
    columns: int = 256
    cells: int = 5_000_000
    cell_characters: int = 32_767
    workbook_memory_bytes: int = 3 * 1024 * MEBIBYTE
    workbook_seconds: float = 120.0


@dataclass(frozen=True)
class Note:
    """Something that was decided while reading. ``code`` is for programs, ``text`` for people; ``value`` is what the
    text says of this very file: a count, rows, a name."""

    code: str
    text: str
    value: str = ""


@dataclass(frozen=True)
class SheetName:
    """One sheet of a workbook; a hidden one is read only when it is asked for by name."""

    name: str
    visible: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the file. ``number`` counts from 1 and counts empty rows too, as a spreadsheet does.

    ``notes`` name what the cells do not tell: a formula that was never calculated, an error value.
    """

    number: int
    cells: tuple[Cell, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Merge:
    """A merged area: rows by number from 1, columns by index from 0, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True)
class Grid:
    """What stands in one sheet of a file before a header is looked for: rows of any length."""

    file_format: FileFormat
    rows: list[Row]
    sheet_name: str = ""
    sheet_names: tuple[SheetName, ...] = ()
    merges: tuple[Merge, ...] = ()
    encoding: str | None = None
    delimiter: str | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A table: ``header`` names are unique and never empty, and every row has as many cells.

    ``letters`` are the columns' letters in the file (A, B, …, AA), as long as the header.
    ``header_row`` is the number of the (last) header row in the file, 0 where there is none.
    """

    file_format: FileFormat
    header: tuple[str, ...]
    letters: tuple[str, ...]
    header_row: int
    rows: list[Row]
    sheet_name: str = ""
    sheet_names: tuple[SheetName, ...] = ()
    encoding: str | None = None
    delimiter: str | None = None
    notes: tuple[Note, ...] = field(default=())

    def column(self, index: int) -> list[Cell]:
        """All cells of one column, top to bottom."""
        return [row.cells[index] for row in self.rows]


def column_letter(index: int) -> str:
    """The spreadsheet letter of a column: 0 is A, 25 is Z, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def is_blank(cell: Cell) -> bool:
    """Whether there is nothing in the cell: None, or text of white space only."""
    return cell is None or (isinstance(cell, str) and not cell.strip())
