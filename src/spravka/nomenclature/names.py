"""A table of names to be mapped, from a file or from JSON, with every original cell kept. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spravka.nomenclature.errors import NameColumnUnclear, NoRows, TooManyRows
from spravka.sheets.sheet import Cell

MAX_ROWS = 200_000
MAX_NAME = 10_000
NAME_FIELDS = ("name", "Наименование", "наименование")


@dataclass(frozen=True, slots=True)
class NamedRow:
    """The original cells of a row, the name among them, and where the row stood in its file."""

    cells: tuple[Cell, ...]
    name: str
    file_row_number: int | None = None


@dataclass(frozen=True)
class NameTable:
    """What a mapping run is made from."""

    header: tuple[str, ...]
    name_column: int
    rows: Sequence[NamedRow]
    notes: tuple[dict[str, str], ...] = ()


def table_from_json(rows: Sequence[str | Mapping[str, Any]], name_field: str | None) -> NameTable:
    """Names alone, or objects with a name and whatever else is to be kept beside it.

    Raises :class:`NoRows`, :class:`TooManyRows`, :class:`NameColumnUnclear`.
    """
    check_row_count(len(rows))
    records = [row if isinstance(row, Mapping) else {NAME_FIELDS[0]: row} for row in rows]
    header = list(dict.fromkeys(field for record in records for field in record))
    column = _name_column(header, name_field)
    cells = [tuple(_cell(record.get(field)) for field in header) for record in records]
    return NameTable(
        header=tuple(storable(field) for field in header),
        name_column=column,
        rows=[NamedRow(row, name_of(row[column])) for row in cells],
    )


def check_row_count(count: int) -> None:
    """Raises :class:`NoRows` or :class:`TooManyRows`."""
    if count == 0:
        raise NoRows
    if count > MAX_ROWS:
        raise TooManyRows(count, MAX_ROWS)


def name_of(cell: Cell) -> str:
    """The name to be matched: what the cell says, bounded in length; the cell itself is kept whole."""
    return "" if cell is None else storable(str(cell)).strip()[:MAX_NAME]


def storable(text: str) -> str:
    """Text that Postgres can keep: without NUL and without halves of characters."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def _name_column(header: Sequence[str], name_field: str | None) -> int:
    for field in (name_field,) if name_field is not None else NAME_FIELDS:
        if field in header:
            return header.index(field)
    raise NameColumnUnclear(list(header), [])


def _cell(value: Any) -> Cell:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return storable(str(value))
