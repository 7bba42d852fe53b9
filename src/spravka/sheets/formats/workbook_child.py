"""The process that opens an untrusted workbook: run by ``workbook``, within a limit of memory.

Usage: ``python -m spravka.sheets.formats.workbook_child REQUEST``, a JSON object with ``path``,
``sheet`` (a name or null) and ``memory_bytes``. On the standard output: one JSON line with either
``problem`` or the facts of the sheet, then lines of rows, each row ``[number, cells, notes]``.
"""

import datetime
import json
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from spravka.sheets.formats.formulas import OddCell, find_odd_cells
from spravka.sheets.headers import find_header
from spravka.sheets.sheet import Cell, Merge, Row, column_letter, is_blank

ROWS_IN_A_LINE = 500
PREVIEW_ROWS = 80
UNKNOWN_FORMAT = "Cannot detect file format"


def main(request: dict[str, Any], out: TextIO) -> None:
    """Answers one request."""
    _limit_memory(request["memory_bytes"])
    try:
        _tell_sheet(Path(request["path"]), request["sheet"], out)
    except PasswordError:
        _tell(out, {"problem": "password"})
    except MemoryError:
        _tell(out, {"problem": "memory"})
    except CalamineError as error:
        _tell(out, {"problem": "damaged", "reason": _reason(error)})


def _reason(error: CalamineError) -> str:
    """The library's first line, but for the one that names no reason."""
    reason = str(error).partition("\n")[0][:200]
    return "parts of the workbook are broken or missing" if reason == UNKNOWN_FORMAT else reason


def _limit_memory(memory_bytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


def _tell(out: TextIO, answer: object) -> None:
    out.write(json.dumps(answer, ensure_ascii=False, separators=(",", ":")) + "\n")


def _tell_sheet(path: Path, wanted: str | None, out: TextIO) -> None:
    with CalamineWorkbook.from_path(path) as workbook:
        worksheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        facts = {"sheet_names": [[sheet.name, _is_visible(sheet)] for sheet in worksheets]}
        name = wanted if wanted is not None else _choose(workbook, worksheets)
        if name not in [sheet.name for sheet in worksheets]:
            _tell(out, {**facts, "problem": "no_sheet"})
            return
        sheet = workbook.get_sheet_by_name(name)
        _tell(
            out,
            {
                **facts,
                "sheet_name": name,
                "merges": [_merge(area) for area in sheet.merged_cell_ranges or ()],
            },
        )
        _tell_rows(sheet, find_odd_cells(path, name), out)


def _is_visible(sheet: SheetMetadata) -> bool:
    return sheet.visible == SheetVisibleEnum.Visible


def _choose(workbook: CalamineWorkbook, worksheets: list[SheetMetadata]) -> str | None:
    """The first visible sheet with a header and rows under it, else the one with most rows, else any."""
    fullest, most_rows = None, -1
    for metadata in filter(_is_visible, worksheets):
        sheet = workbook.get_sheet_by_name(metadata.name)
        if _looks_like_table(sheet):
            return metadata.name
        if sheet.height > most_rows:
            fullest, most_rows = metadata.name, sheet.height
    return fullest or (worksheets[0].name if worksheets else None)


def _looks_like_table(sheet: CalamineSheet) -> bool:
    values = sheet.to_python(skip_empty_area=False, nrows=PREVIEW_ROWS)
    rows = [Row(number, tuple(map(_cell, cells))) for number, cells in enumerate(values, 1)]
    rows = [row for row in rows if not all(map(is_blank, row.cells))]
    header = find_header(rows, [Merge(*_merge(area)) for area in sheet.merged_cell_ranges or ()])
    return header.last_row > 0 and rows[-1].number > header.last_row


def _merge(area: tuple[tuple[int, int], tuple[int, int]]) -> tuple[int, int, int, int]:
    (first_row, first_column), (last_row, last_column) = area
    return first_row + 1, first_column, last_row + 1, last_column


def _tell_rows(sheet: CalamineSheet, odd_cells: list[OddCell], out: TextIO) -> None:
    odd_in: dict[int, list[OddCell]] = {}
    for odd in odd_cells:
        odd_in.setdefault(odd.row, []).append(odd)
    batch: list[object] = []
    for number, cells in _rows(sheet):
        notes = [_put_odd(odd, cells) for odd in odd_in.get(number, ())]
        if notes or any(cell is not None for cell in cells):
            batch.append((number, cells, notes))
        if len(batch) == ROWS_IN_A_LINE:
            _tell(out, batch)
            batch = []
    _tell(out, batch)


def _rows(sheet: CalamineSheet) -> Iterator[tuple[int, list[Cell]]]:
    """Rows with their numbers; columns to the left of the first one used are given back as empty."""
    left: list[Cell] = [None] * (sheet.start[1] if sheet.start else 0)
    for number, values in enumerate(sheet.iter_rows(), 1):
        yield number, left + [_cell(value) for value in values]


def _put_odd(odd: OddCell, cells: list[Cell]) -> str:
    """Puts an error value into its cell, where calamine leaves nothing; gives a note on it."""
    place = f"{column_letter(odd.column)}{odd.row}"
    if not odd.error:
        return f"The formula in {place} was never calculated; its cell is empty."
    cells.extend([None] * (odd.column + 1 - len(cells)))
    cells[odd.column] = odd.error
    return f"The formula in {place} gives the error {odd.error}."


def _cell(value: object) -> Cell:
    match value:
        case "":
            return None
        case bool() | int() | float() | str():
            return value
        case datetime.datetime() | datetime.date() | datetime.time():
            return value.isoformat()
        case datetime.timedelta():
            return _hours(value)
    return str(value)


def _hours(duration: datetime.timedelta) -> str:
    """A duration as a spreadsheet shows it: 36:00:00."""
    minutes, seconds = divmod(round(duration.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"


if __name__ == "__main__":
    main(json.loads(sys.argv[1]), sys.stdout)
