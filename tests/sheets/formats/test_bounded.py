"""Rows are kept as they can be stored: no control characters, no strange numbers, no empty tails."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.sheets.formats.bounded import Bounded
from spravka.sheets.sheet import Cell, Limits, Row

CELLS = st.lists(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20), max_size=8)


def kept(*cells: Cell) -> tuple[Cell, ...]:
    bounded = Bounded("t.csv", Limits())
    bounded.take(Row(1, cells))
    return bounded.rows[0].cells if bounded.rows else ()


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (123.0, 123),
        (0.5, 0.5),
        (1e300, 1e300),
        (float("inf"), "inf"),
        (float("nan"), "nan"),
        ("a\x00b\x1fc", "abc"),
        ("line\nline\ttab", "line\nline\ttab"),
        ("\ud800x\ufffe", "x"),
        (True, True),
    ],
)
def test_a_cell_is_kept_as_it_can_be_stored(cell: Cell, expected: Cell) -> None:
    assert kept(cell, "end") == (expected, "end")


@pytest.mark.parametrize("cells", [(), (None, None), ("", "  ", "\xa0"), ("\x00",)])
def test_a_row_with_nothing_in_it_is_left_out(cells: tuple[Cell, ...]) -> None:
    assert kept(*cells) == ()


@given(CELLS)
def test_what_is_kept_is_json_and_utf8(cells: list[Cell]) -> None:
    row = kept(*cells)
    assert json.loads(json.dumps(row, allow_nan=False).encode("utf-8")) == list(row)
