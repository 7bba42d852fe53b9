"""Two readers' answers to one question: where their rows agree the answer is surer, else both are shown."""

import datetime
import enum
import math
from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, TypeVar

Row = Sequence[Any]
Query = TypeVar("Query")

SIGNIFICANT_DIGITS = 9
MOST_TRIALS = 5_000
"""Pairings of columns tried; tables with more columns that look alike are taken for different."""


class Agreement(enum.StrEnum):
    """How two answers stand to each other."""

    SAME_QUERY = "same-query"
    SAME_ROWS = "same-rows"
    DIFFERENT = "different"


def compare(grammar: Query, llm: Query, run: Callable[[Query], Sequence[Row]]) -> Agreement:
    """Whether two guarded queries answer the same; equal ones are not run. Raises what ``run`` raises."""
    if grammar == llm:
        return Agreement.SAME_QUERY
    return Agreement.SAME_ROWS if same_rows(run(grammar), run(llm)) else Agreement.DIFFERENT


def same_rows(first: Sequence[Row], second: Sequence[Row]) -> bool:
    """True where the rows are the same, in whatever order of rows and columns."""
    one, other = [_plain(row) for row in first], [_plain(row) for row in second]
    if len(one) != len(other) or _width(one) != _width(other):
        return False
    return not one or _pairs_up(one, other)


def _plain(row: Row) -> tuple[Any, ...]:
    return tuple(_plain_cell(cell) for cell in row)


def _plain_cell(cell: Any) -> Any:
    """Numbers and dates that drivers give in different classes are the same."""
    if isinstance(cell, bool | int | float | Decimal):
        return _plain_number(float(cell))
    if isinstance(cell, datetime.datetime):
        midnight = cell.time() == datetime.time() and cell.tzinfo is None
        return cell.date().isoformat() if midnight else cell.isoformat()
    if isinstance(cell, datetime.date | datetime.time):
        return cell.isoformat()
    return cell.strip() if isinstance(cell, str) else repr(cell)


def _plain_number(number: float) -> float | str:
    if not math.isfinite(number) or number == 0:
        return str(number) if number else 0.0
    return round(number, SIGNIFICANT_DIGITS - 1 - math.floor(math.log10(abs(number))))


def _width(rows: Sequence[Row]) -> int:
    return len(rows[0]) if rows else 0


def _pairs_up(one: Sequence[Row], other: Sequence[Row]) -> bool:
    """Whether some order of the other's columns makes the same bag of rows."""
    wanted = Counter(one)
    candidates = [
        [place for place in range(_width(other)) if _bag(other, place) == _bag(one, column)]
        for column in range(_width(one))
    ]
    trials = 0

    def fits(chosen: tuple[int, ...]) -> bool:
        nonlocal trials
        if len(chosen) == len(candidates):
            trials += 1
            return Counter(tuple(row[place] for place in chosen) for row in other) == wanted
        free = (place for place in candidates[len(chosen)] if place not in chosen)
        return any(trials < MOST_TRIALS and fits((*chosen, place)) for place in free)

    return fits(())


def _bag(rows: Sequence[Row], column: int) -> Counter[Any]:
    return Counter(row[column] for row in rows)
