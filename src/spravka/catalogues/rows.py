"""Which rows of a file are items and groups of a catalogue, and why the others are not. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from spravka.sheets.sheet import Cell, Row

MAX_CODE = 200
MAX_GROUP_CODE = 100
MAX_UNIT = 50
MAX_NAME = 10_000

TRUE_WORDS = frozenset({"1", "да", "истина", "true", "yes", "y", "группа", "папка", "+", "x", "х"})

RejectionReason = Literal["no_code", "no_name", "no_group", "duplicate_code", "too_long", "marked_deleted"]


@dataclass(frozen=True)
class CatalogueColumns:
    """Positions of a file's columns. Either ``group_code`` or ``parent_code`` places an item in a group."""

    code: int
    name: int
    group_code: int | None = None
    parent_code: int | None = None
    unit: int | None = None
    group_name: int | None = None
    is_group: int | None = None
    is_deleted: int | None = None


@dataclass(frozen=True, slots=True)
class ItemRow:
    code: str
    name: str
    group_code: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class GroupRow:
    code: str
    name: str | None
    parent_code: str | None


@dataclass(frozen=True, slots=True)
class RejectedRow:
    row_number: int
    reason: RejectionReason
    detail: str
    cells: tuple[Cell, ...]


@dataclass
class SortedRows:
    """What became of every row of a file: nothing is left out."""

    items: list[ItemRow] = field(default_factory=list)
    groups: dict[str, GroupRow] = field(default_factory=dict)
    rejected: list[RejectedRow] = field(default_factory=list)


def sort_rows(rows: Sequence[Row], columns: CatalogueColumns) -> SortedRows:
    """Tell items, groups and refused rows apart; rows of nothing but empty cells are passed over.

    With a parent column (as 1C keeps it) a row is a group where it is marked as one, or is another row's
    parent. With a group column groups are what the items name, and a dotted code tells its ancestors.
    """
    group_codes = _group_rows(rows, columns)
    sorted_rows = SortedRows()
    row_of_code: dict[str, int] = {}
    for row in rows:
        if all(_text(cell) == "" for cell in row.cells):
            continue
        code = _text(row.cells[columns.code])
        if code in group_codes and code not in row_of_code:
            row_of_code[code] = row.number
            _take_group(sorted_rows, row, columns, code)
        else:
            _take_item(sorted_rows, row, columns, code, row_of_code)
    for group in _implied_groups(sorted_rows, columns):
        sorted_rows.groups.setdefault(group.code, group)
    return sorted_rows


def _group_rows(rows: Sequence[Row], columns: CatalogueColumns) -> set[str]:
    if columns.is_group is not None:
        place = columns.is_group
        return {_text(row.cells[columns.code]) for row in rows if _is_true(row.cells[place])} - {""}
    if columns.parent_code is not None:
        place = columns.parent_code
        return {_text(row.cells[place]) for row in rows} - {""}
    return set()


def _take_group(sorted_rows: SortedRows, row: Row, columns: CatalogueColumns, code: str) -> None:
    parent = _optional(row.cells, columns.parent_code)
    name = _text(row.cells[columns.name])
    if len(code) > MAX_GROUP_CODE:
        sorted_rows.rejected.append(_rejected(row, "too_long", f"The group's code is over {MAX_GROUP_CODE} characters"))
        return
    sorted_rows.groups[code] = GroupRow(code, name or None, parent)


def _take_item(
    sorted_rows: SortedRows, row: Row, columns: CatalogueColumns, code: str, row_of_code: dict[str, int]
) -> None:
    refusal = _refusal(row, columns, code, row_of_code)
    if refusal is not None:
        sorted_rows.rejected.append(refusal)
        return
    row_of_code[code] = row.number
    group = _group_of(row, columns)
    sorted_rows.items.append(ItemRow(code, _text(row.cells[columns.name]), group, _optional(row.cells, columns.unit)))
    if columns.group_code is not None:
        name = _optional(row.cells, columns.group_name)
        known = sorted_rows.groups.get(group)
        if known is None or (known.name is None and name is not None):
            sorted_rows.groups[group] = GroupRow(group, name, _dotted_parent(group))


def _refusal(row: Row, columns: CatalogueColumns, code: str, row_of_code: dict[str, int]) -> RejectedRow | None:
    name = _text(row.cells[columns.name])
    group = _group_of(row, columns)
    if not code:
        return _rejected(row, "no_code", "The row has no item code")
    if columns.is_deleted is not None and _is_true(row.cells[columns.is_deleted]):
        return _rejected(row, "marked_deleted", f"Item {code} is marked as deleted in the file")
    if code in row_of_code:
        return _rejected(row, "duplicate_code", f"The code {code} stands in row {row_of_code[code]} already")
    if not name:
        return _rejected(row, "no_name", f"Item {code} has no name")
    if not group:
        return _rejected(row, "no_group", f"Item {code} has no group")
    return _too_long(row, code, name, group, _optional(row.cells, columns.unit) or "")


def _too_long(row: Row, code: str, name: str, group: str, unit: str) -> RejectedRow | None:
    limits = {
        "code": (code, MAX_CODE),
        "name": (name, MAX_NAME),
        "group": (group, MAX_GROUP_CODE),
        "unit": (unit, MAX_UNIT),
    }
    for what, (value, limit) in limits.items():
        if len(value) > limit:
            return _rejected(row, "too_long", f"The {what} has {len(value)} characters; at most {limit} are kept")
    return None


def _rejected(row: Row, reason: RejectionReason, detail: str) -> RejectedRow:
    return RejectedRow(row.number, reason, detail, row.cells)


def _group_of(row: Row, columns: CatalogueColumns) -> str:
    place = columns.group_code if columns.group_code is not None else columns.parent_code
    return "" if place is None else _text(row.cells[place])


def _implied_groups(sorted_rows: SortedRows, columns: CatalogueColumns) -> Iterator[GroupRow]:
    """Groups that are named (by an item, by a dotted code below them) but have no row of their own."""
    named = {item.group_code for item in sorted_rows.items}
    named |= {group.parent_code for group in sorted_rows.groups.values() if group.parent_code}
    for code in sorted(named):
        parent = _dotted_parent(code) if columns.group_code is not None else None
        yield GroupRow(code, None, parent)
        while parent:
            yield GroupRow(parent, None, _dotted_parent(parent))
            parent = _dotted_parent(parent)


def _dotted_parent(code: str) -> str | None:
    return code.rpartition(".")[0] or None


def _optional(cells: Sequence[Cell], place: int | None) -> str | None:
    return None if place is None else _text(cells[place]) or None


def _is_true(cell: Cell) -> bool:
    return cell is True or _text(cell).casefold() in TRUE_WORDS


def _text(cell: Cell) -> str:
    """A cell as text, without white space around it and without what Postgres cannot store."""
    if cell is None:
        return ""
    return " ".join(str(cell).replace("\x00", " ").split())
