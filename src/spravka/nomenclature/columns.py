"""Telling which column of a price list holds the names. Pure."""

from spravka.nomenclature.errors import NameColumnUnclear
from spravka.sheets.columns import Wanted, column_index, detect_columns
from spravka.sheets.sheet import Sheet
from spravka.sheets.words import ColumnKind

WANTED = [Wanted(kind) for kind in ColumnKind if kind is not ColumnKind.OTHER]
"""Every kind is looked for, so that a column of codes or units is not taken for one of names."""


def told_name_column(sheet: Sheet, chosen: str | None) -> int:
    """The index of the names' column: the one a person chose, or the one that is clearly it.

    Raises :class:`NameColumnUnclear` where several columns fit as well, and ``ColumnNotFound`` for a chosen
    column that the table does not have.
    """
    if chosen is not None:
        return column_index(sheet.header, sheet.letters, chosen)
    if len(sheet.header) == 1:
        return 0
    found = detect_columns(sheet, WANTED)
    column = found.find(ColumnKind.NAME)
    if column is None:
        likely = [fit.name for fit in found.unclear.get(ColumnKind.NAME, ())]
        raise NameColumnUnclear(list(sheet.header), likely)
    return column
