"""The reading order of rows: columns of prose are read one after the other, cells of a table side by side.

A *gutter* is a place that no piece of a run of rows crosses. On both sides of one between columns stands running text,
which fills its lines; on the sides of one in a table mostly do not.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from spravka.pages.layout.placed import Piece
from spravka.pages.layout.rows import Row, is_in_order, rows_as_told, rows_by_height

_GUTTER_STEP = 6.0
_GUTTERS_TRIED = 3
_FEWEST_ROWS = 4
_FEWEST_WORDS = 3
_FILLED = 0.6
_NARROWEST = 8.0
"""In sizes of the type."""
_APART = 1.5
_DEEPEST = 4


def reading_order(pieces: list[Piece]) -> list[Row]:
    """Rows in the order in which they are read, those of different columns marked."""
    rows = rows_as_told(pieces)
    if is_in_order(rows):
        return rows
    ordered: list[Row] = []
    for column, part in enumerate(_parts(rows_by_height(pieces), 0)):
        for row in part:
            row.column = column
        ordered += part
    return ordered


def _parts(rows: list[Row], depth: int) -> Iterator[list[Row]]:
    """Stretches of the page, each read from the top down."""
    for gutter in _gutters(rows) if depth < _DEEPEST else ():
        found = list(_split(rows, gutter, depth))
        if len(found) > 1:
            yield from found
            return
    if rows:
        yield rows


def _gutters(rows: list[Row]) -> list[float]:
    """Where most rows have a gap, the commonest first."""
    gaps: Counter[int] = Counter()
    for row in rows:
        for one, other in zip(row.pieces, row.pieces[1:], strict=False):
            gaps.update(range(int(one.right / _GUTTER_STEP) + 1, int(other.left / _GUTTER_STEP) + 1))
    return [step * _GUTTER_STEP for step, count in gaps.most_common(_GUTTERS_TRIED) if count >= _FEWEST_ROWS]


def _split(rows: list[Row], gutter: float, depth: int) -> Iterator[list[Row]]:
    """The parts above, left, right and below of runs of rows with columns; a single part where there are none."""
    plain: list[Row] = []
    for stretch in _stretches(rows, gutter):
        if not _are_columns(stretch, gutter):
            plain += stretch
            continue
        if plain:
            yield from _parts(plain, depth + 1)
            plain = []
        for side in _sides(stretch, gutter):
            yield from _parts(rows_by_height(side), depth + 1)
    if plain:
        yield plain


def _stretches(rows: list[Row], gutter: float) -> Iterator[list[Row]]:
    """Rows that cross the gutter and rows that do not, apart; also what stands apart by an empty stretch."""
    stretch: list[Row] = []
    crossed = False
    for row in rows:
        crosses = _crosses(row, gutter)
        if stretch and (crosses is not crossed or row.top - stretch[-1].bottom > _APART * row.size):
            yield stretch
            stretch = []
        stretch.append(row)
        crossed = crosses
    if stretch:
        yield stretch


def _crosses(row: Row, gutter: float) -> bool:
    return any(piece.left < gutter < piece.right for piece in row.pieces)


def _sides(rows: list[Row], gutter: float) -> tuple[list[Piece], list[Piece]]:
    pieces = [piece for row in rows for piece in row.pieces]
    return [piece for piece in pieces if piece.left < gutter], [piece for piece in pieces if piece.left >= gutter]


def _are_columns(rows: list[Row], gutter: float) -> bool:
    """Whether running text stands at both sides of the gutter."""
    if len(rows) < _FEWEST_ROWS:
        return False
    before = [max(left, key=lambda piece: piece.right) for row in rows if (left := _left(row, gutter))]
    after = [min(right, key=lambda piece: piece.left) for row in rows if (right := _right(row, gutter))]
    return _is_prose(before) and _is_prose(after)


def _left(row: Row, gutter: float) -> list[Piece]:
    return [piece for piece in row.pieces if piece.left < gutter]


def _right(row: Row, gutter: float) -> list[Piece]:
    return [piece for piece in row.pieces if piece.left >= gutter]


def _is_prose(pieces: list[Piece]) -> bool:
    if len(pieces) < _FEWEST_ROWS or _middle(piece.end - piece.first for piece in pieces) < _FEWEST_WORDS:
        return False
    width = max(piece.right for piece in pieces) - min(piece.left for piece in pieces)
    size = _middle(piece.size for piece in pieces)
    return width >= _NARROWEST * size and _middle(piece.right - piece.left for piece in pieces) >= _FILLED * width


def _middle(values: Iterable[float]) -> float:
    """The median, the higher of two."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2]
