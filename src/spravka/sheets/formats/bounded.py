"""Rows as they are kept, whatever they come from: within the limits, without control characters."""

import math
import re
from collections.abc import Iterable

from spravka.sheets.errors import SheetTooLarge
from spravka.sheets.sheet import Cell, Limits, Note, Row, column_letter, is_blank

CONTROL_CHARACTERS = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\ud800-\\udfff\\ufdd0-\\ufdef\\ufffe\\uffff]")
"""What databases and spreadsheets do not store: controls but tab and line ends, surrogates, non-characters."""

_EXACT_INTEGERS_BELOW = 1e15


class Bounded:
    """Collects rows under limits. ``take`` drops empty rows and raises SheetTooLarge, naming the place."""

    def __init__(self, file_name: str, limits: Limits) -> None:
        self.file_name = file_name
        self.limits = limits
        self.rows: list[Row] = []
        self.cell_count = 0
        self.cleaned_count = 0

    def take_all(self, rows: Iterable[Row]) -> list[Row]:
        """All the rows that hold something. Raises SheetTooLarge."""
        for row in rows:
            self.take(row)
        return self.rows

    def take(self, row: Row) -> None:
        cells = [self._clean(cell) for cell in row.cells]
        while cells and is_blank(cells[-1]):
            cells.pop()
        if not cells:
            return
        self._check(row.number, cells)
        self.rows.append(Row(row.number, tuple(cells), row.notes))

    def notes(self) -> tuple[Note, ...]:
        """What was done to the cells, if anything."""
        if not self.cleaned_count:
            return ()
        text = f"Control characters were removed from {self.cleaned_count} cells."
        return (Note("control_characters_removed", text, f"{self.cleaned_count}"),)

    def _clean(self, cell: Cell) -> Cell:
        if isinstance(cell, float):
            return _plain_number(cell)
        if not isinstance(cell, str):
            return cell
        if not CONTROL_CHARACTERS.search(cell):
            return cell or None
        self.cleaned_count += 1
        return CONTROL_CHARACTERS.sub("", cell) or None

    def _check(self, number: int, cells: list[Cell]) -> None:
        self.cell_count += len(cells)
        if len(self.rows) >= self.limits.rows:
            raise SheetTooLarge(self.file_name, "rows", self.limits.rows)
        if len(cells) > self.limits.columns:
            raise SheetTooLarge(self.file_name, "columns", self.limits.columns, f"row {number}")
        if self.cell_count > self.limits.cells:
            raise SheetTooLarge(self.file_name, "cells", self.limits.cells)
        for index, cell in enumerate(cells):
            if isinstance(cell, str) and len(cell) > self.limits.cell_characters:
                where = f"row {number}, column {column_letter(index)}"
                raise SheetTooLarge(self.file_name, "characters in one cell", self.limits.cell_characters, where)


def _plain_number(value: float) -> Cell:
    """123.0 is 123; what JSON has no number for (infinity, not a number) is text."""
    if not math.isfinite(value):
        return str(value)
    if value.is_integer() and abs(value) < _EXACT_INTEGERS_BELOW:
        return int(value)
    return value
