"""Ruled tables: the words that stand in the cells of a grid, as rows of cells."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from spravka.pages.layout.grids import Grid
from spravka.pages.layout.placed import Box, Piece, PlacedPage
from spravka.pages.layout.rows import Row, rows_by_height
from spravka.pages.layout.tables import NUMBER, TableRow, cell_text, mark_header

_MOST_CELL_LINES = 14
_BROAD, _TALL = 0.6, 0.3
"""Of the page: a cell as large as this is a frame around text."""
_NARROWEST = 60.0
_FEWEST_TOLD = 6
"""One cell in so many says something."""
_LOOSE_ROWS = 3
"""A grid of no more rows may leave out the rules between the rows of its table."""
_FEWEST_LINES, _MOSTLY_BESIDE, _SHORT_WORDS = 3, 0.6, 3
_FEWEST_SAME = 2
_FEWEST_NUMBERS = 3
_MOSTLY = 0.8
_MOST_HEADER_ROWS = 4
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class RuledTable:
    """``row`` stands for all of it among the rows of the page; a table of one row is a box, read cell after cell."""

    row: Row
    rows: list[TableRow]


def cells_of_words(page: PlacedPage) -> list[tuple[int, int] | None]:
    """The grid and the cell that the middle of each word stands in; None outside of what can be a table."""
    found = [_cell_at(page.grids, box) for box in page.boxes]
    no_tables = {number for number in range(len(page.grids)) if not _may_be_table(number, page, found)}
    return [None if cell and (cell[0] in no_tables or _is_frame(cell, page)) else cell for cell in found]


def _cell_at(grids: list[Grid], box: Box) -> tuple[int, int] | None:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    inside = ((number, grid.cell_at(x, y)) for number, grid in enumerate(grids))
    return next((cell for cell in inside if cell[1] >= 0), None)


def _may_be_table(number: int, page: PlacedPage, found: list[tuple[int, int] | None]) -> bool:
    """Words in two columns at least; a drawing has signs, or nothing, in most of its cells."""
    grid = page.grids[number]
    inside = [(cell[1], word) for cell, word in zip(found, page.words, strict=True) if cell and cell[0] == number]
    told = {cell for cell, word in inside if any(map(str.isalnum, word))}
    places = grid.places()
    if len({places[cell][1] for cell in told}) < 2 or 2 * len(told) < len({cell for cell, _ in inside}):
        return False
    return grid.width >= _NARROWEST and _FEWEST_TOLD * len(told) >= len(places)


def _is_frame(cell: tuple[int, int], page: PlacedPage) -> bool:
    """Whether a cell is as large as frames around the text of a page are."""
    left, top, right, bottom = page.grids[cell[0]].box_of(cell[1])
    return right - left > _BROAD * page.width and bottom - top > _TALL * page.height


def take_tables(page: PlacedPage) -> tuple[list[Piece], list[RuledTable]]:
    """The pieces of a page that stand in no table, and its ruled tables."""
    if not page.grids or all(piece.cell is None for piece in page.pieces):
        return page.pieces, []
    tables: list[RuledTable] = []
    taken: set[int] = set()
    for at, grid in enumerate(page.grids):
        rows = _rows(grid, _cells_of(at, page), page.words)
        if rows:
            pieces = [piece for row in rows for cell in row.cells for piece in cell]
            taken.update(map(id, pieces))
            tables.append(RuledTable(_standing_for(pieces), rows))
    return [piece for piece in page.pieces if id(piece) not in taken], tables


def _cells_of(grid_number: int, page: PlacedPage) -> dict[int, list[Piece]]:
    """The pieces in each cell from the top; none where a single row is but a line between two columns of text."""
    inside = [(piece.cell[1], piece) for piece in page.pieces if piece.cell and piece.cell[0] == grid_number]
    grouped = groupby(sorted(inside, key=lambda one: one[0]), key=lambda one: one[0])
    cells = {number: _in_order([piece for _, piece in own]) for number, own in grouped}
    is_single_row = len(page.grids[grid_number].ys) == 2
    return {} if is_single_row and any(len(cell) > _MOST_CELL_LINES for cell in cells.values()) else cells


def _in_order(pieces: list[Piece]) -> list[Piece]:
    if any(piece.is_turned for piece in pieces):
        return pieces
    return [piece for row in rows_by_height(pieces) for piece in row.pieces]


def _rows(grid: Grid, cells: dict[int, list[Piece]], words: list[str]) -> list[TableRow]:
    """The rows of a table, each with a cell for every column that has words; none where it is no table."""
    places = grid.places()
    columns = sorted({places[number][1] for number in cells})
    if len(columns) < 2:
        return []
    rows, told_in = [], sorted({places[number][0] for number in cells})
    for at in told_in:
        own = {places[number][1]: cells[number] for number in cells if places[number][0] == at}
        row = TableRow([own.get(column, []) for column in columns])
        rows += _split(row, len(told_in) <= _LOOSE_ROWS, words)
    _mark_rows(rows, _header_depth(grid, cells), words)
    return rows


def _split(row: TableRow, is_loose: bool, words: list[str]) -> list[TableRow]:
    """A row without rules between its lines: one for every line that begins in the column that tells."""
    anchors = next((cell for cell in reversed(row.cells) if _is_column_of_numbers(cell, words)), [])
    if not anchors and is_loose and _is_list_of_rows(row, words):
        anchors = [line.pieces[0] for line in rows_by_height(row.cells[0])]
    if not anchors:
        return [row]
    starts = [piece.top for piece in anchors[1:]]
    made = [TableRow([[] for _ in row.cells]) for _ in anchors]
    for column, cell in enumerate(row.cells):
        for piece in cell:
            made[sum(piece.middle > start for start in starts)].cells[column].append(piece)
    return made


def _is_list_of_rows(row: TableRow, words: list[str]) -> bool:
    """Whether the lines of a row are rows: short ones in its first column, most with something beside them."""
    lines = rows_by_height([piece for cell in row.cells for piece in cell])
    first = rows_by_height(row.cells[0])
    if len(first) < _FEWEST_LINES or sum(len(line.pieces) > 1 for line in lines) < _MOSTLY_BESIDE * len(lines):
        return False
    if median(line.word_count for line in first) > _SHORT_WORDS:
        return False
    return sum(_says_the_same(line, words) for line in lines) < _FEWEST_SAME


def _says_the_same(line: Row, words: list[str]) -> bool:
    """«ИНН 66… | ИНН 77…»: two parties side by side, each told in a cell of its own."""
    openings = [words[piece.first] for piece in line.pieces]
    return len(openings) > 1 and len(set(openings)) == 1


def _is_column_of_numbers(cell: list[Piece], words: list[str]) -> bool:
    if len(cell) < _FEWEST_NUMBERS or any(other.middle <= one.bottom for one, other in pairwise(cell)):
        return False
    return sum(NUMBER.fullmatch(cell_text([piece], words)) is not None for piece in cell) >= _MOSTLY * len(cell)


def _header_depth(grid: Grid, cells: dict[int, list[Piece]]) -> int:
    """Over how many rows of the grid the cells reach that begin in its first row with words."""
    places = grid.places()
    first = min(places[number][0] for number in cells)
    beginning = {number for number in cells if places[number][0] == first}
    last = max(row for row, numbers in enumerate(grid.cells) if beginning & set(numbers))
    return last - first + 1


def _mark_rows(rows: list[TableRow], depth: int, words: list[str]) -> None:
    """Marks the rows that name the columns."""
    if len(rows) < 2:
        return
    mark_header(rows, words)
    rows[0].is_header = rows[0].is_header or _names_columns(rows, words)
    if rows[0].is_header and depth <= min(len(rows) // 2, _MOST_HEADER_ROWS):
        for row in rows[1:depth]:
            row.is_header = True


def _names_columns(rows: list[TableRow], words: list[str]) -> bool:
    """Whether a first row reads as names: three at least, none empty or long, none a number; rows follow it."""
    names = [cell_text(cell, words) for cell in rows[0].cells]
    if len(rows) < 3 or len(names) < 3:
        return False
    return all(0 < len(name) <= _LONGEST_NAME and not NUMBER.fullmatch(name) for name in names)


def _standing_for(pieces: list[Piece]) -> Row:
    """A row of all pieces; without a size of type, so that nothing is taken for its like."""
    return Row(
        pieces,
        min(piece.left for piece in pieces),
        min(piece.top for piece in pieces),
        max(piece.right for piece in pieces),
        max(piece.bottom for piece in pieces),
        size=0.0,
        bold=False,
    )


def put_among(rows: list[Row], tables: Iterable[RuledTable]) -> list[Row]:
    """The rows in reading order, with each table before the first row that stands below it in its column."""
    placed = list(rows)
    for table in sorted(tables, key=lambda one: (one.row.top, one.row.left)):
        at = _place_among(placed, table.row)
        table.row.column = placed[at - 1].column if at else (placed[at].column if at < len(placed) else 0)
        placed.insert(at, table.row)
    return placed


def _place_among(rows: list[Row], table: Row) -> int:
    """After the last row that stands above it, before the first below it."""
    under = [at for at, row in enumerate(rows) if _share_width(row, table)]
    below = next((at for at in under if rows[at].middle > table.middle), None)
    if below is not None:
        return below
    above = [at for at in under if rows[at].middle <= table.middle]
    return above[-1] + 1 if above else len(rows)


def _share_width(row: Row, table: Row) -> bool:
    return row.left < table.right and table.left < row.right
