"""Lines become grids, whatever they are drawn by; what is merged is one cell, and what is no grid is none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.pages.layout.grids import find_grids
from spravka.pages.layout.placed import Box

PLACES = st.lists(st.integers(0, 60), min_size=3, max_size=7, unique=True).map(lambda at: [10.0 * one for one in at])


def level(y: float, left: float, right: float) -> Box:
    return left, y - 0.2, right, y + 0.2


def upright(x: float, top: float, bottom: float) -> Box:
    return x - 0.2, top, x + 0.2, bottom


def whole(xs: list[float], ys: list[float]) -> list[Box]:
    return [*(upright(x, ys[0], ys[-1]) for x in xs), *(level(y, xs[0], xs[-1]) for y in ys)]


@given(xs=PLACES.map(sorted), ys=PLACES.map(sorted))
def test_every_place_of_a_grid_is_a_cell_of_its_own_numbered_from_the_top_left(
    xs: list[float], ys: list[float]
) -> None:
    (grid,) = find_grids(whole(xs, ys))
    middles = [((x + after) / 2, (y + below) / 2) for y, below in pairwise(ys) for x, after in pairwise(xs)]
    assert [grid.cell_at(x, y) for x, y in middles] == list(range(len(middles)))
    assert grid.cell_at(xs[0] - 1, ys[0] + 1) == grid.cell_at(xs[0] + 1, ys[-1] + 1) == -1


@given(xs=PLACES.map(sorted), ys=PLACES.map(sorted))
def test_lines_in_pieces_are_the_same_grid_as_whole_lines(xs: list[float], ys: list[float]) -> None:
    pieces = [upright(x, top, bottom) for x in xs for top, bottom in pairwise(ys)]
    pieces += [level(y, left, right) for y in ys for left, right in pairwise(xs)]
    (of_pieces,), (of_lines,) = find_grids(pieces), find_grids(whole(xs, ys))
    assert of_pieces.cells == of_lines.cells


@given(xs=PLACES.map(sorted), ys=PLACES.map(sorted), quarters=st.integers(0, 3))
def test_a_turned_grid_holds_the_same_cells(xs: list[float], ys: list[float], quarters: int) -> None:
    (grid,) = find_grids(whole(xs, ys))
    turned = grid.turned(quarters, 700, 800)
    x, y = (xs[0] + xs[1]) / 2, (ys[0] + ys[1]) / 2
    places = [(x, y), (800 - y, x), (700 - x, 800 - y), (y, 700 - x)]
    assert turned.cell_at(*places[quarters]) == 0
    assert turned.area == pytest.approx(grid.area)


def test_places_without_a_wall_between_them_are_one_cell() -> None:
    lines = [level(y, 0, 90) for y in (0, 20, 40)] + [upright(x, 0, 40) for x in (0, 90)]
    (grid,) = find_grids([*lines, upright(30, 20, 40), upright(60, 20, 40)])
    assert grid.cells == [[0, 0, 0], [1, 2, 3]]
    assert grid.box_of(0) == (0, 0, 90, 20)


def test_open_sides_close_where_the_lines_end() -> None:
    (grid,) = find_grids([*(level(y, 0, 90) for y in (0, 20, 40)), upright(30, 0, 40)])
    assert grid.xs == [0, 30, 90]


@pytest.mark.parametrize(
    "rules",
    [
        [],
        [level(y, 0, 90) for y in (0, 20, 40)],
        whole([0, 90], [0, 20, 40]),
        [*whole([0, 90], [0, 40]), level(20, 10, 80), upright(200, 0, 40)],
    ],
    ids=["nothing", "level lines only", "boxes under each other", "a box around an underlined word"],
)
def test_without_two_columns_there_is_no_grid(rules: list[Box]) -> None:
    assert find_grids(rules) == []


def test_the_grid_inside_of_another_comes_first() -> None:
    found = find_grids(whole([0, 300, 600], [0, 400, 800]) + whole([20, 60, 100], [20, 40, 60]))
    assert [grid.width for grid in found] == [80, 600]


def test_a_drawing_of_very_many_lines_is_left_alone() -> None:
    assert find_grids(whole([7.0 * at for at in range(300)], [7.0 * at for at in range(300)])) == []
