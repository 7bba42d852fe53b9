"""Reading confirmed matches from a file: supplier names by item codes."""

from pathlib import Path

from spravka.sheets.columns import Wanted, detect_columns
from spravka.sheets.reading import read_sheet
from spravka.sheets.sheet import is_blank
from spravka.sheets.words import ColumnKind


def read_history(path: Path, file_name: str) -> dict[str, str]:
    """Name → item code; of a name said twice the last row counts. Rows without either are passed over.

    Raises the problems of ``sheets``, also where the two columns cannot be told.
    """
    sheet = read_sheet(path, file_name=file_name)
    columns = detect_columns(
        sheet, [Wanted(ColumnKind.NAME, required=True), Wanted(ColumnKind.ITEM_CODE, required=True)]
    )
    name, code = columns.get(ColumnKind.NAME), columns.get(ColumnKind.ITEM_CODE)
    return {
        str(row.cells[name]).strip(): str(row.cells[code]).strip()
        for row in sheet.rows
        if not is_blank(row.cells[name]) and not is_blank(row.cells[code])
    }
