"""Tables without regard to their rules: rows of cells that stand under each other."""

import itertools
import re
from collections import Counter
from dataclasses import dataclass, field

from spravka.pages.layout.marks import is_list_mark, section_depth
from spravka.pages.layout.placed import Piece
from spravka.pages.layout.rows import Row

_MOSTLY = 0.6
_FEWEST_ROWS = 2
_TIGHT = 0.8
"""Rows nearer to each other than this share of the widest distance are lines of one row of cells."""
_WIDEST_DISTANCE = 3.5
"""In sizes of the type: rows farther apart are of different tables."""
_MOST_LINES = 12
NUMBER = re.compile(r"[-–−+]?[\d\s.,%/×xх*]*\d[\d\s.,%/×xх*]*")


@dataclass(slots=True)
class TableRow:
    """One row of cells; each cell the pieces of its lines, from the top."""

    cells: list[list[Piece]]
    is_header: bool = False


@dataclass(slots=True)
class Table:
    """Rows ``first`` to before ``end`` of the page and the rows of cells they make up."""

    first: int
    end: int
    rows: list[TableRow] = field(default_factory=list)


def find_tables(rows: list[Row], taken: set[int], words: list[str]) -> list[Table]:
    """The tables of a page; rows ``taken`` belong to something else."""
    beside = [at for at, row in enumerate(rows) if at not in taken and _has_cells(row, words)]
    found = []
    for first, end in _runs(beside, rows, taken):
        columns = _columns(rows[first:end])
        if len(columns) > 1:
            table = Table(first, end, _logical_rows(rows[first:end], columns))
            if _is_plausible(table):
                mark_header(table.rows, words)
                found.append(table)
    return found


def _has_cells(row: Row, words: list[str]) -> bool:
    """Pieces beside each other that are more than the mark of a list or of a section and its text."""
    if len(row.pieces) < 2:
        return False
    if len(row.pieces) > 2 or row.pieces[0].end - row.pieces[0].first > 1:
        return True
    opening = row.opening(words)
    return not (is_list_mark(opening) or section_depth(opening))


def _runs(beside: list[int], rows: list[Row], taken: set[int]) -> list[tuple[int, int]]:
    """Stretches that begin and end with cells beside each other, most of whose rows have such."""
    runs: list[list[int]] = []
    for at in beside:
        if runs and _belongs(runs[-1], at, rows, taken):
            runs[-1].append(at)
        else:
            runs.append([at])
    return [(run[0], run[-1] + 1) for run in runs if len(run) >= _FEWEST_ROWS]


def _belongs(run: list[int], at: int, rows: list[Row], taken: set[int]) -> bool:
    before = run[-1]
    if any(between in taken for between in range(before, at)) or rows[at].column != rows[before].column:
        return False
    near = all(
        0 < rows[one + 1].middle - rows[one].middle <= _WIDEST_DISTANCE * rows[one].size for one in range(before, at)
    )
    return near and len(run) + 1 >= _MOSTLY * (at - run[0] + 1)


def _columns(rows: list[Row]) -> list[tuple[float, float]]:
    """From where to where the columns reach, by the rows with the commonest number of cells; few where none align."""
    counts = Counter(len(row.pieces) for row in rows if len(row.pieces) > 1)
    cells, times = max(counts.items(), key=lambda item: (item[1], item[0]))
    if times < _FEWEST_ROWS:
        return []
    spans = sorted((piece.left, piece.right) for row in rows if len(row.pieces) == cells for piece in row.pieces)
    columns = [spans[0]]
    for left, right in spans[1:]:
        if left <= columns[-1][1]:
            columns[-1] = (columns[-1][0], max(right, columns[-1][1]))
        else:
            columns.append((left, right))
    return columns if len(columns) >= cells else []


def _is_plausible(table: Table) -> bool:
    """Listings with notes beside them have cells of many lines, tables few."""
    deepest = max(len(cell) for row in table.rows for cell in row.cells)
    return len(table.rows) >= _FEWEST_ROWS and deepest <= _MOST_LINES


def _logical_rows(rows: list[Row], columns: list[tuple[float, float]]) -> list[TableRow]:
    """Rows of cells: a line that has no first cell, or stands near the line above, goes on with the row above."""
    distances = [other.middle - one.middle for one, other in itertools.pairwise(rows)]
    widest = max(distances, default=0.0)
    made: list[TableRow] = []
    for at, row in enumerate(rows):
        cells = _cells(row, columns)
        tight = at > 0 and distances[at - 1] < _TIGHT * widest
        if made and (tight or (not cells[0] and distances[at - 1] <= 1.05 * min(distances))):
            for cell, more in zip(made[-1].cells, cells, strict=True):
                cell += more
        else:
            made.append(TableRow(cells))
    return made


def _cells(row: Row, columns: list[tuple[float, float]]) -> list[list[Piece]]:
    cells: list[list[Piece]] = [[] for _ in columns]
    for piece in row.pieces:
        cells[_column_of(piece, columns)].append(piece)
    return cells


def _column_of(piece: Piece, columns: list[tuple[float, float]]) -> int:
    """The column that the piece begins in, or the next one to the right of its beginning."""
    return next((at for at, (_, right) in enumerate(columns) if piece.left < right), len(columns) - 1)


def mark_header(rows: list[TableRow], words: list[str]) -> None:
    """The first row names the columns where it has no number and is bolder than the rest, or stands over numbers."""
    first, *rest = rows
    texts = [cell_text(cell, words) for cell in first.cells]
    if not rest or sum(map(bool, texts)) < 2 or any(NUMBER.fullmatch(text) for text in texts):
        return
    over_numbers = any(NUMBER.fullmatch(cell_text(cell, words)) for row in rest for cell in row.cells)
    bolder = _is_bold(first) and not all(map(_is_bold, rest))
    first.is_header = bolder or over_numbers


def _is_bold(row: TableRow) -> bool:
    return all(piece.bold for cell in row.cells for piece in cell)


def cell_text(cell: list[Piece], words: list[str]) -> str:
    """What a cell says."""
    return " ".join(word for piece in cell for word in words[piece.first : piece.end] if word)
