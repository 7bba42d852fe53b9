"""A table in an HTML page, which many programs write under the name of .xls."""

from html.parser import HTMLParser

from spravka.sheets.errors import UnsupportedFile
from spravka.sheets.formats.bounded import Bounded
from spravka.sheets.formats.charsets import decode
from spravka.sheets.sheet import Cell, Grid, Limits, Merge, Note, Row

COLUMN_SPAN_AT_MOST = 100
ROW_SPAN_AT_MOST = 1_000
SPANNED_CELLS_AT_MOST = 1_000_000


def read_html(content: bytes, file_name: str, limits: Limits) -> Grid:
    """The grid of the longest table of a page. Cells are text as written.

    Raises UnsupportedFile where the page has no table, SheetTooLarge.
    """
    decoded = decode(content)
    tables = _Tables()
    tables.feed(decoded.text)
    tables.close()
    if not tables.found:
        raise UnsupportedFile(file_name, "an HTML page without a table")
    longest = max(tables.found, key=lambda table: len(table.rows))
    bounded = Bounded(file_name, limits)
    rows = bounded.take_all(Row(number, tuple(cells)) for number, cells in enumerate(longest.rows, 1))
    note = Note("html", f"The file is an HTML page ({decoded.encoding}); its longest table is read.", decoded.encoding)
    return Grid("html", rows, merges=tuple(longest.merges), encoding=decoded.encoding, notes=(note, *bounded.notes()))


class _Table:
    """One table while it is read: rows of cells, and which cells span several rows or columns."""

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self.merges: list[Merge] = []
        self._covered: set[tuple[int, int]] = set()

    def open_row(self) -> None:
        self.rows.append([])

    def add_cell(self, text: str, column_span: int, row_span: int) -> None:
        """Puts a cell into the first free place of the row, and keeps the places it spans free."""
        if not self.rows:
            self.open_row()
        row, number = self.rows[-1], len(self.rows)
        while (number, len(row)) in self._covered:
            row.append(None)
        first = len(row)
        row.append(text or None)
        if column_span > 1 or row_span > 1:
            self._span(number, first, number + row_span - 1, first + column_span - 1)

    def _span(self, first_row: int, first_column: int, last_row: int, last_column: int) -> None:
        if len(self._covered) > SPANNED_CELLS_AT_MOST:
            return
        self.merges.append(Merge(first_row, first_column, last_row, last_column))
        for row in range(first_row, last_row + 1):
            for column in range(first_column, last_column + 1):
                self._covered.add((row, column))


class _Tables(HTMLParser):
    """Collects the tables of a page; a table inside a cell gives its text to that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[_Table] = []
        self._depth = 0
        self._text: list[str] | None = None
        self._spans = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.found.append(_Table())
        elif self._depth == 1 and tag == "tr":
            self._close_cell()
            self.found[-1].open_row()
        elif self._depth == 1 and tag in ("td", "th"):
            self._close_cell()
            given = dict(attrs)
            columns = _span(given.get("colspan"), COLUMN_SPAN_AT_MOST)
            self._text, self._spans = [], (columns, _span(given.get("rowspan"), ROW_SPAN_AT_MOST))
        elif tag == "br" and self._text is not None:
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr") and self._depth == 1:
            self._close_cell()
        elif tag == "table" and self._depth:
            self._close_cell()
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(" ".join(data.split()) if data.strip() else " ")

    def _close_cell(self) -> None:
        if self._text is not None and self._depth == 1:
            self.found[-1].add_cell("".join(self._text).strip(), *self._spans)
            self._text = None


def _span(value: str | None, at_most: int) -> int:
    """How many rows or columns a cell covers; 1 where the page says nothing sensible."""
    return max(1, min(int(value), at_most)) if value and value.strip().isdecimal() and len(value) < 12 else 1
