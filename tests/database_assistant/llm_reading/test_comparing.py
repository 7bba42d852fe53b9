"""Two readers' rows: the same whatever the order of rows and columns, or not."""

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.database_assistant.llm_reading.comparing import Agreement, compare, same_rows

Rows = list[tuple[Any, ...]]
cells = st.none() | st.integers(-3, 3) | st.sampled_from(["a", "b", ""]) | st.booleans()


@pytest.mark.parametrize(
    ("first", "second", "is_same"),
    [
        ([(1, "a"), (2, "b")], [("b", 2), ("a", 1)], True),
        ([(1, 2), (2, 1)], [(1, 1), (2, 2)], False),
        ([(1,), (1,)], [(1,)], False),
        ([(1,), (1,), (2,)], [(1,), (2,), (2,)], False),
        ([], [], True),
        ([], [(None,)], False),
        ([(Decimal("10.50"),)], [(10.5,)], True),
        ([(0.1 + 0.2,)], [(Decimal("0.3"),)], True),
        ([(datetime.datetime(2026, 1, 1),)], [(datetime.date(2026, 1, 1),)], True),
        ([(1, 1)], [(1,)], False),
        ([("1",)], [(1,)], False),
        ([(float("nan"),)], [(float("nan"),)], True),
    ],
)
def test_rows_are_compared_by_what_they_say(first: Rows, second: Rows, is_same: bool) -> None:
    assert same_rows(first, second) is is_same


@given(st.lists(st.tuples(cells, cells, cells), max_size=6), st.permutations([0, 1, 2]), st.randoms())
def test_no_order_of_rows_or_columns_matters(rows: Rows, places: list[int], chance: Any) -> None:
    other = [tuple(row[place] for place in places) for row in rows]
    chance.shuffle(other)
    assert same_rows(rows, other)


@given(st.lists(st.tuples(cells, cells), min_size=1, max_size=5))
def test_a_changed_cell_is_seen(rows: Rows) -> None:
    assert not same_rows(rows, [("changed", rows[0][1]), *rows[1:]])


def test_many_columns_that_look_alike_end_in_time() -> None:
    first = [tuple(int(row == column) for column in range(12)) for row in range(12)]
    assert same_rows(first, [row[::-1] for row in first])


def test_equal_queries_are_not_run() -> None:
    ran: list[str] = []

    def run(query: str) -> Sequence[Sequence[Any]]:
        ran.append(query)
        return [(len(query),)]

    assert compare("ab", "ab", run) is Agreement.SAME_QUERY
    assert ran == []
    assert compare("ab", "cd", run) is Agreement.SAME_ROWS
    assert compare("ab", "cde", run) is Agreement.DIFFERENT
