"""Lines drawn on a page become the grids of ruled tables: which cell every place of the page lies in.

Walls are the lines as drawn, whatever the file draws them by: strokes, rectangles, thin filled boxes, a piece a cell.
Where no wall stands between two places of the grid they are one merged cell. Sides that are left open close where the
lines end.
"""

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass

_Box = tuple[float, float, float, float]
"""Left, top, right, bottom, as of words."""
_SAME_LINE = 2.0
_REACH = 3.0
"""Points by which lines may miss each other and still meet."""
_SHORTEST = 6.0
_MOST_CROSSINGS = 60_000
_MOST_CELLS = 4_000
_Span = tuple[float, float]
_Line = tuple[float, float, float]
"""Where it stands, and from where to where it reaches."""

_Walls = set[tuple[int, int]]
"""(line, part): the line that stands there is drawn along that part."""


@dataclass(frozen=True, slots=True)
class Grid:
    """``xs`` and ``ys`` are the lines, ascending; ``cells[row][column]`` numbers the cell that the place belongs to."""

    xs: list[float]
    ys: list[float]
    cells: list[list[int]]

    @property
    def area(self) -> float:
        return self.width * (self.ys[-1] - self.ys[0])

    @property
    def width(self) -> float:
        return self.xs[-1] - self.xs[0]

    def places(self) -> dict[int, tuple[int, int]]:
        """Row and column of the first place of every cell."""
        found: dict[int, tuple[int, int]] = {}
        for row, numbers in enumerate(self.cells):
            for column, number in enumerate(numbers):
                found.setdefault(number, (row, column))
        return found

    def box_of(self, cell: int) -> _Box:
        """The box around a cell."""
        rows = [row for row, numbers in enumerate(self.cells) if cell in numbers]
        columns = [column for column in range(len(self.xs) - 1) if any(self.cells[row][column] == cell for row in rows)]
        return self.xs[columns[0]], self.ys[rows[0]], self.xs[columns[-1] + 1], self.ys[rows[-1] + 1]

    def turned(self, quarters: int, width: float, height: float) -> "Grid":
        """The grid on its page (of that size) when the page is turned clockwise by so many quarters."""
        grid = self
        for _ in range(quarters % 4):
            columns = [list(column) for column in zip(*reversed(grid.cells), strict=True)]
            grid = Grid([height - y for y in reversed(grid.ys)], grid.xs, columns)
            width, height = height, width
        return grid

    def cell_at(self, x: float, y: float) -> int:
        """The number of the cell at a place; -1 outside."""
        if not (self.xs[0] <= x < self.xs[-1] and self.ys[0] <= y < self.ys[-1]):
            return -1
        return self.cells[bisect(self.ys, y) - 1][bisect(self.xs, x) - 1]


def find_grids(rules: Iterable[_Box]) -> list[Grid]:
    """Grids of two columns or more, the smaller before those that may hold them."""
    level, upright = _lines(rules)
    if len(level) < 2 or not upright or len(level) * len(upright) > _MOST_CROSSINGS:
        return []
    grids = [_grid(*part) for part in _connected(level, upright)]
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: grid.area)


def _lines(rules: Iterable[_Box]) -> tuple[list[_Line], list[_Line]]:
    """Level lines and upright ones, put together of their pieces."""
    level, upright = [], []
    for left, top, right, bottom in rules:
        if right - left >= bottom - top:
            level.append(((top + bottom) / 2, left, right))
        else:
            upright.append(((left + right) / 2, top, bottom))
    return _merged(level), _merged(upright)


def _merged(pieces: list[_Line]) -> list[_Line]:
    """Pieces on one line that touch, as one; what stays short is no rule."""
    bands: list[list[_Line]] = []
    for piece in sorted(pieces):
        if bands and piece[0] - bands[-1][0][0] <= _SAME_LINE:
            bands[-1].append(piece)
        else:
            bands.append([piece])
    return [line for band in bands for line in _joined(band) if line[2] - line[1] >= _SHORTEST]


def _joined(band: list[_Line]) -> list[_Line]:
    place = band[len(band) // 2][0]
    spans: list[_Span] = []
    for _, start, end in sorted(band, key=lambda piece: piece[1]):
        if spans and start <= spans[-1][1] + _REACH:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    return [(place, start, end) for start, end in spans]


def _connected(level: list[_Line], upright: list[_Line]) -> list[tuple[list[_Line], list[_Line]]]:
    """Lines that meet, directly or by others."""
    found: list[tuple[list[_Line], list[_Line]]] = []
    unmet_level, unmet_upright = set(level), set(upright)
    while unmet_upright:
        start = unmet_upright.pop()
        part: tuple[list[_Line], list[_Line]] = ([], [start])
        waiting = [(start, True)]
        while waiting:
            line, is_upright = waiting.pop()
            others = unmet_level if is_upright else unmet_upright
            met = [other for other in others if _meet(line, other)]
            others.difference_update(met)
            part[0 if is_upright else 1].extend(met)
            waiting += [(other, not is_upright) for other in met]
        found.append(part)
    return found


def _meet(one: _Line, other: _Line) -> bool:
    return one[1] - _REACH <= other[0] <= one[2] + _REACH and other[1] - _REACH <= one[0] <= other[2] + _REACH


def _grid(level: list[_Line], upright: list[_Line]) -> Grid | None:
    if len(level) < 2:
        return None
    xs, ys = _edges(upright, level), _edges(level, upright)
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > _MOST_CELLS:
        return None
    return Grid(xs, ys, _numbered(len(ys) - 1, len(xs) - 1, _walls(xs, ys, upright), _walls(ys, xs, level)))


def _edges(lines: list[_Line], crossing: list[_Line]) -> list[float]:
    """Where lines stand; and where those that cross them end, if that is farther out."""
    places = sorted(line[0] for line in lines)
    edges = places[:1]
    for place in places[1:]:
        if place - edges[-1] > _REACH:
            edges.append(place)
    start, end = min(line[1] for line in crossing), max(line[2] for line in crossing)
    return [start] * (start < edges[0] - _REACH) + edges + [end] * (end > edges[-1] + _REACH)


def _walls(places: list[float], crossed: list[float], lines: list[_Line]) -> _Walls:
    walls = set()
    for place, start, end in lines:
        at = min(range(len(places)), key=lambda one: abs(places[one] - place))
        for part in range(len(crossed) - 1):
            if start - _REACH <= (crossed[part] + crossed[part + 1]) / 2 <= end + _REACH:
                walls.add((at, part))
    return walls


def _numbered(row_count: int, column_count: int, upright: _Walls, level: _Walls) -> list[list[int]]:
    """Cells from the top left; places without a wall between them are one."""
    cells = [[-1] * column_count for _ in range(row_count)]
    number = 0
    for row in range(row_count):
        for column in range(column_count):
            if cells[row][column] < 0:
                _fill(cells, (row, column), number, upright, level)
                number += 1
    return cells


def _fill(cells: list[list[int]], start: tuple[int, int], number: int, upright: _Walls, level: _Walls) -> None:
    waiting = [start]
    while waiting:
        row, column = waiting.pop()
        if not (0 <= row < len(cells) and 0 <= column < len(cells[0])) or cells[row][column] >= 0:
            continue
        cells[row][column] = number
        waiting += [(row, column + 1)] * ((column + 1, row) not in upright)
        waiting += [(row, column - 1)] * ((column, row) not in upright)
        waiting += [(row + 1, column)] * ((row + 1, column) not in level)
        waiting += [(row - 1, column)] * ((row, column) not in level)
