"""Workbooks (XLSX, XLSB, XLS, ODS) and delimited text: the rows of each sheet, with what their columns are called.

They are read by the room ``sheets``; workbooks in a process of their own, within the limits of this one.
"""

import contextlib
import re
import resource
from collections.abc import Iterable, Iterator
from pathlib import Path

from spravka.pages.errors import DocumentDamaged, DocumentProtected, NothingToRead, ReadingTooBig, UnknownFormat
from spravka.pages.formats.flowing.document import FlowingDocument
from spravka.pages.formats.flowing.flow import FlowItem, PageBreak, Told, flow
from spravka.pages.formats.opening import KeptPage, Wanted
from spravka.pages.page import BlockKind
from spravka.sheets.errors import (
    DamagedFile,
    EmptyFile,
    PasswordProtected,
    SheetTooLarge,
    UnsupportedFile,
    WorkbookTooHeavy,
)
from spravka.sheets.formats.delimited import read_delimited
from spravka.sheets.formats.kinds import kind_of
from spravka.sheets.formats.workbook import read_workbook
from spravka.sheets.headers import Header, find_header
from spravka.sheets.sheet import Cell, Grid, Limits, Row, is_blank

_SECONDS = 50.0
_MEMORY_BYTES = 600_000_000
_CELLS = 2_000_000
_FILLED_PART = 1 / 3
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?(?:\.\d+)?")
_UNNAMED = re.compile(r"(?:лист|sheet|table|таблица)\s*\d*", re.IGNORECASE)


def open_document(path: Path) -> "SheetDocument":
    """Opens a file. Raises what reading it raises first."""
    with _told_as_document():
        return SheetDocument(path, is_workbook=kind_of(path, "") == "workbook")


class SheetDocument(FlowingDocument):
    """A workbook: stretches of a sheet's rows are pages labelled with its name. Hidden sheets are not read."""

    def __init__(self, path: Path, is_workbook: bool) -> None:
        self.path, self.is_workbook = path, is_workbook
        self.limits = Limits(
            file_bytes=1 << 40, cells=_CELLS, workbook_seconds=_SECONDS, workbook_memory_bytes=_own_memory_bytes()
        )

    def pages(self, wanted: Wanted) -> Iterator[KeptPage]:
        """The wanted pages. Raises DocumentDamaged, DocumentProtected, ReadingTooBig."""
        yield from flow(self._items(), wanted)

    def _items(self) -> Iterator[FlowItem]:
        for grid in self._grids():
            yield PageBreak(grid.sheet_name)
            yield from told_of_grid(grid)

    def _grids(self) -> Iterator[Grid]:
        """One sheet after another; the first that is opened tells which others there are."""
        with _told_as_document():
            if not self.is_workbook:
                yield read_delimited(self.path.read_bytes(), "", self.limits)
                return
            opened = read_workbook(self.path, "", None, self.limits)
            names = [sheet.name for sheet in opened.sheet_names if sheet.visible or sheet.name == opened.sheet_name]
            for name in names:
                yield opened if name == opened.sheet_name else read_workbook(self.path, "", name, self.limits)


def told_of_grid(grid: Grid) -> Iterator[Told]:
    """A sheet: its name, where somebody gave it one; what stands above the table; the table."""
    header = find_header(grid.rows, grid.merges)
    if grid.rows and not _UNNAMED.fullmatch(grid.sheet_name):
        yield Told(BlockKind.HEADING, grid.sheet_name, level=1)
    for row in grid.rows:
        if row.number < header.first_row:
            yield _line(row)
    yield from _table(header, [row for row in grid.rows if row.number > header.last_row])


def _table(header: Header, rows: list[Row]) -> Iterator[Told]:
    """The table, and as lines what stands below it."""
    end = _table_end(header, rows)
    columns = _used_columns(header, rows[:end])
    if header.last_row:
        names = [header.names[column] if column < len(header.names) else "" for column in columns]
        yield Told(BlockKind.TABLE_HEADER, cells=tuple(names), opens=True)
    for at, row in enumerate(rows[:end]):
        cells = tuple(shown(row.cells[column]) if column < len(row.cells) else "" for column in columns)
        if header.last_row or sum(map(bool, cells)) > 1:
            yield Told(BlockKind.TABLE_ROW, cells=cells, opens=at == 0 and not header.last_row)
        else:
            yield Told(BlockKind.PARAGRAPH, "".join(cells))
    yield from map(_line, rows[end:])


def _line(row: Row) -> Told:
    return Told(BlockKind.PARAGRAPH, " ".join(filter(None, map(shown, row.cells))))


def _table_end(header: Header, rows: list[Row]) -> int:
    """After the last row that fills a good part of the named columns: sums in words and signatures are no rows."""
    named = [column for column, name in enumerate(header.names) if name] if header.last_row else []
    end = len(rows)
    while end and _filled_count(rows[end - 1], named) < _FILLED_PART * len(named):
        end -= 1
    return end


def _filled_count(row: Row, columns: list[int]) -> int:
    return sum(column < len(row.cells) and not is_blank(row.cells[column]) for column in columns)


def _used_columns(header: Header, rows: Iterable[Row]) -> list[int]:
    used = {column for column, name in enumerate(header.names) if name}
    for row in rows:
        used.update(column for column, cell in enumerate(row.cells) if not is_blank(cell))
    return sorted(used)


def shown(cell: Cell) -> str:
    """A cell as people read it: no «.0», no «T» inside a moment, no midnight after a date."""
    match cell:
        case None:
            return ""
        case bool():
            return str(cell).upper()
        case float():
            return f"{cell:.15g}"
    moment = _MOMENT.fullmatch(str(cell))
    if not moment:
        return " ".join(str(cell).split())
    date, minutes, seconds = moment[1], moment[2], (moment[3] or "").removesuffix(":00")
    return date if minutes == "00:00" and not seconds else f"{date} {minutes}{seconds}"


def _own_memory_bytes() -> int:
    """What this process may take, and so what it may give."""
    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    return _MEMORY_BYTES if limit == resource.RLIM_INFINITY else limit


@contextlib.contextmanager
def _told_as_document() -> Iterator[None]:
    """What the room ``sheets`` says of a file, said of a document."""
    try:
        yield
    except EmptyFile:
        raise NothingToRead from None
    except PasswordProtected:
        raise DocumentProtected from None
    except DamagedFile as problem:
        raise DocumentDamaged(problem.reason) from problem
    except UnsupportedFile as problem:
        raise UnknownFormat(problem.found) from problem
    except (SheetTooLarge, WorkbookTooHeavy) as problem:
        raise ReadingTooBig(_own_memory_bytes()) from problem
