"""A file of any shape becomes a sheet: what it is, where its header is, every cell in its column."""

import dataclasses
import gzip
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from spravka.sheets.errors import DamagedFile, EmptyFile, SheetTooLarge
from spravka.sheets.formats.delimited import read_delimited
from spravka.sheets.formats.html_table import read_html
from spravka.sheets.formats.kinds import kind_of
from spravka.sheets.formats.workbook import read_workbook
from spravka.sheets.headers import Header, find_header, header_at, unique_names
from spravka.sheets.sheet import (
    MEBIBYTE,
    Cell,
    Grid,
    Limits,
    Merge,
    Note,
    Row,
    Sheet,
    column_letter,
    is_blank,
)

DEFAULT_LIMITS = Limits()


def read_sheet(
    path: Path,
    *,
    file_name: str,
    sheet: str | None = None,
    header_row: int | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Sheet:
    """The table in a file: CSV in any encoding and dialect, XLSX, XLS, XLSB, ODS, an HTML table; or one of
    these packed by gzip. ``file_name`` is what people call the file, for errors; it decides nothing.

    ``sheet``: the name of the sheet to read, where a workbook has several. ``header_row``: the number of
    the row in which the header begins, 0 for none; found out where it is not given.

    Raises EmptyFile, UnsupportedFile, DamagedFile, PasswordProtected, SheetNotFound, SheetTooLarge,
    WorkbookTooHeavy.
    """
    grid = _read_grid(path, file_name, sheet, limits)
    header = (
        find_header(grid.rows, grid.merges) if header_row is None else header_at(grid.rows, header_row, grid.merges)
    )
    rows = [row for row in grid.rows if row.number > header.last_row]
    if not rows:
        hidden = tuple(name.name for name in grid.sheet_names if not name.visible)
        raise EmptyFile(file_name, grid.sheet_name, hidden)
    return _sheet(grid, header, rows)


def _read_grid(path: Path, file_name: str, sheet: str | None, limits: Limits) -> Grid:
    if path.stat().st_size > limits.file_bytes:
        raise SheetTooLarge(file_name, "bytes", limits.file_bytes)
    match kind_of(path, file_name):
        case "workbook":
            return read_workbook(path, file_name, sheet, limits)
        case "html":
            return read_html(path.read_bytes(), file_name, limits)
        case "text":
            return read_delimited(path.read_bytes(), file_name, limits)
        case "gzip":
            return _read_packed(path, file_name, sheet, limits)


def _read_packed(path: Path, file_name: str, sheet: str | None, limits: Limits) -> Grid:
    """Unpacks into a temporary file and reads that; a packed file in a packed file is too much."""
    with tempfile.NamedTemporaryFile(suffix=".unpacked") as unpacked:
        for chunk in _unpacked_chunks(path, file_name, limits):
            unpacked.write(chunk)
        unpacked.flush()
        if kind_of(Path(unpacked.name), file_name) == "gzip":
            raise DamagedFile(file_name, "it is packed twice")
        return _read_grid(
            Path(unpacked.name),
            file_name,
            sheet,
            dataclasses.replace(limits, file_bytes=limits.unpacked_bytes),
        )


def _unpacked_chunks(path: Path, file_name: str, limits: Limits) -> Iterator[bytes]:
    unpacked_bytes = 0
    try:
        with gzip.open(path) as packed:
            while chunk := packed.read(MEBIBYTE):
                unpacked_bytes += len(chunk)
                if unpacked_bytes > limits.file_bytes:
                    raise SheetTooLarge(file_name, "bytes when unpacked", limits.file_bytes)
                yield chunk
    except (OSError, EOFError, zlib.error) as error:
        raise DamagedFile(file_name, "it cannot be unpacked") from error


def _sheet(grid: Grid, header: Header, rows: list[Row]) -> Sheet:
    filled, filled_count = _fill_down(rows, grid.merges, header.last_row)
    columns = _kept_columns(header, filled)
    letters = tuple(map(column_letter, columns))
    names = [header.names[column] if column < len(header.names) else "" for column in columns]
    return Sheet(
        file_format=grid.file_format,
        header=unique_names(names, letters),
        letters=letters,
        header_row=header.last_row,
        rows=[dataclasses.replace(row, cells=_picked(row.cells, columns)) for row in filled],
        sheet_name=grid.sheet_name,
        sheet_names=grid.sheet_names,
        encoding=grid.encoding,
        delimiter=grid.delimiter,
        notes=(*grid.notes, *_header_notes(header, grid), *_filled_notes(filled_count)),
    )


def _fill_down(rows: list[Row], merges: Sequence[Merge], header_row: int) -> tuple[list[Row], int]:
    """A cell merged over several rows of one column holds for each of them. Gives how many were filled."""
    values = {row.number: row for row in rows}
    count = 0
    for area in merges:
        if area.first_column != area.last_column or area.first_row <= header_row or area.first_row not in values:
            continue
        value = _cell_at(values[area.first_row], area.first_column)
        for number in range(area.first_row + 1, area.last_row + 1):
            if number in values and not is_blank(value):
                values[number] = _with_cell(values[number], area.first_column, value)
                count += 1
    return list(values.values()), count


def _cell_at(row: Row, column: int) -> Cell:
    return row.cells[column] if column < len(row.cells) else None


def _with_cell(row: Row, column: int, value: Cell) -> Row:
    cells = list(row.cells) + [None] * (column + 1 - len(row.cells))
    cells[column] = value
    return dataclasses.replace(row, cells=tuple(cells))


def _kept_columns(header: Header, rows: list[Row]) -> list[int]:
    """All columns but those with neither a name nor any value."""
    used = {column for column, name in enumerate(header.names) if name}
    width = max(max(len(row.cells) for row in rows), len(header.names))
    unseen = set(range(width)) - used
    for row in rows:
        seen = [column for column in unseen if not is_blank(_cell_at(row, column))]
        used.update(seen)
        unseen.difference_update(seen)
        if not unseen:
            break
    return sorted(used)


def _picked(cells: tuple[Cell, ...], columns: list[int]) -> tuple[Cell, ...]:
    length = len(cells)
    return tuple([cells[column] if column < length else None for column in columns])


def _header_notes(header: Header, grid: Grid) -> Iterator[Note]:
    if not header.last_row:
        yield Note("no_header", "No header was found: the columns are named by their letters.")
        return
    is_long = header.last_row > header.first_row
    lines = f"{header.first_row}–{header.last_row}" if is_long else f"{header.first_row}"
    text = f"The header is in {'rows' if is_long else 'row'} {lines}: {header.reason}."
    yield Note("header_found", text, lines)
    above = sum(1 for row in grid.rows if row.number < header.first_row)
    if above:
        yield Note("rows_above_header", f"{above} rows above the header are no part of the table.", f"{above}")


def _filled_notes(count: int) -> Iterator[Note]:
    if count:
        text = f"{count} cells were filled from the merged cell above them."
        yield Note("merged_cells_filled", text, f"{count}")
