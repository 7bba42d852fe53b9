"""Telling the columns of a catalogue file; what a person says goes before what is detected. Pure."""

from collections.abc import Mapping

from spravka.catalogues.errors import ColumnsUnclear
from spravka.catalogues.rows import CatalogueColumns
from spravka.sheets.columns import Columns, Wanted, detect_columns
from spravka.sheets.sheet import Sheet
from spravka.sheets.words import ColumnKind

FIELDS: Mapping[str, ColumnKind] = {
    "code": ColumnKind.ITEM_CODE,
    "name": ColumnKind.NAME,
    "group_code": ColumnKind.GROUP_CODE,
    "parent_code": ColumnKind.PARENT_CODE,
    "unit": ColumnKind.UNIT,
    "group_name": ColumnKind.GROUP_NAME,
    "is_group": ColumnKind.IS_GROUP,
    "is_deleted": ColumnKind.DELETION_MARK,
}
"""Field of :class:`CatalogueColumns` → kind of column."""

SHOWN_ROWS = 10
"""Rows that a refusal shows of the file."""


def told_columns(sheet: Sheet, chosen: Mapping[str, str]) -> CatalogueColumns:
    """The columns of ``sheet``; ``chosen`` names some of them, by field, as a header, a letter or a number.

    An empty text says that the file has no such column, whatever one may look like.

    Raises :class:`ColumnsUnclear` where the code, the name or the group cannot be told, and ``ColumnNotFound``
    for a chosen column that the file does not have.
    """
    unknown = sorted(chosen.keys() - FIELDS.keys())
    if unknown:
        raise _unclear([f"{field} (no such field)" for field in unknown], sheet)
    named = {field: column for field, column in chosen.items() if column.strip()}
    found = detect_columns(
        sheet,
        [Wanted(kind) for field, kind in FIELDS.items() if field in named or field not in chosen],
        {FIELDS[field]: column for field, column in named.items()},
    )
    places = {field: found.find(kind) for field, kind in FIELDS.items()}
    if places["group_code"] is None and places["parent_code"] is None:
        places["group_code"] = places["group_name"]  # a group without a code is known by its name
    code, name = places["code"], places["name"]
    if code is None or name is None or (places["group_code"] is None and places["parent_code"] is None):
        raise _unclear(_untold(places, found), sheet)
    optional = {field: place for field, place in places.items() if field not in ("code", "name")}
    return CatalogueColumns(code=code, name=name, **optional)


def _unclear(missing: list[str], sheet: Sheet) -> ColumnsUnclear:
    first_rows = [list(row.cells) for row in sheet.rows[:SHOWN_ROWS]]
    return ColumnsUnclear(missing, list(sheet.header), first_rows, visible_sheets(sheet))


def visible_sheets(sheet: Sheet) -> list[str]:
    """The sheets of the file among which a person can choose."""
    return [one.name for one in sheet.sheet_names if one.visible]


def _untold(places: Mapping[str, int | None], found: Columns) -> list[str]:
    """What is missing, with the columns that it may be."""
    missing = [field for field in ("code", "name") if places[field] is None]
    if places["group_code"] is None and places["parent_code"] is None:
        missing.append("group_code")
    return [_with_candidates(field, found) for field in missing]


def _with_candidates(field: str, found: Columns) -> str:
    candidates = [fit.name for fit in found.unclear.get(FIELDS[field], ())]
    return f"{field} (one of {', '.join(map(repr, candidates))}?)" if candidates else field
