"""Rows of a table in a text, told one by one; the row that names the columns is found where the file does not say."""

import re
from collections.abc import Iterator, Sequence

from spravka.pages.formats.flowing.flow import Told
from spravka.pages.page import BlockKind

_NAME_CHARACTERS = 100
_HEADER_ROWS = 4
_VALUE = re.compile(r"[\W\d_]+")


class RowTeller:
    """Tells the rows of one table. The first row is held back until it is known that another follows it."""

    def __init__(self) -> None:
        self.held: tuple[str, ...] = ()
        self.is_marked = False
        self.header_count = 0
        self.told_count = 0

    def add(self, cells: Sequence[str], is_header: bool = False) -> Iterator[Told]:
        """Takes the next row; ``is_header`` where the file says so. Rows without a word are left out."""
        row = tuple(" ".join(cell.split()) for cell in cells)
        if not any(row):
            return
        if not self.held and not self.told_count:
            self.held, self.is_marked = row, is_header
            return
        yield from self._release(has_next=True)
        yield self._told(row, is_header and self.told_count == self.header_count < _HEADER_ROWS)

    def finish(self) -> Iterator[Told]:
        """The row that was held back, if it is the only one."""
        yield from self._release(has_next=False)

    def _release(self, has_next: bool) -> Iterator[Told]:
        if self.held:
            row, self.held = self.held, ()
            yield self._told(row, has_next and (self.is_marked or names_columns(row)))

    def _told(self, row: tuple[str, ...], is_header: bool) -> Told:
        opens = self.told_count == 0
        self.told_count += 1
        if len(row) == 1:
            return Told(BlockKind.PARAGRAPH, row[0])
        self.header_count += is_header
        return Told(BlockKind.TABLE_HEADER if is_header else BlockKind.TABLE_ROW, cells=row, opens=opens)


def names_columns(row: Sequence[str]) -> bool:
    """Whether a first row reads as names: several, none empty, none long, none without a letter but «№»."""
    return len(row) > 1 and all(_is_name(cell) for cell in row)


def _is_name(cell: str) -> bool:
    return 0 < len(cell) <= _NAME_CHARACTERS and (_VALUE.fullmatch(cell) is None or cell[0] in "№#%")
