"""Running queries on SQLite within a time, and telling whether two answers have the same rows."""

import sqlite3
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import permutations
from math import isclose
from pathlib import Path

Cell = object
Rows = Sequence[tuple[Cell, ...]]

TOLERANCE = 1e-6
MOST_COLUMNS_PERMUTED = 6
CHECK_EVERY_INSTRUCTIONS = 10_000


class SqliteDatabase:
    """A read-only SQLite file; :meth:`rows` raises ``sqlite3.Error`` for a wrong or too slow query."""

    def __init__(self, file: Path, timeout_seconds: float = 1.0, most_rows: int = 20_000) -> None:
        self._connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        self._connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        self._connection.set_progress_handler(self._is_late, CHECK_EVERY_INSTRUCTIONS)
        self._timeout_seconds = timeout_seconds
        self._most_rows = most_rows
        self._late_at = 0.0

    def rows(self, sql: str) -> list[tuple[Cell, ...]]:
        self._late_at = time.monotonic() + self._timeout_seconds
        return self._connection.execute(sql).fetchmany(self._most_rows)

    def close(self) -> None:
        self._connection.close()

    def _is_late(self) -> int:
        return time.monotonic() > self._late_at


def same_rows(answer: Rows, gold: Rows, *, ordered: bool) -> bool:
    """True where the rows are equal with the columns in some order; duplicates count, order where ``ordered``."""
    if len(answer) != len(gold):
        return False
    if not gold:
        return True
    if len(answer[0]) != len(gold[0]):
        return False
    rounded_answer, rounded_gold = _rounded(answer), _rounded(gold)
    return any(
        _equal([tuple(row[place] for place in order) for row in rounded_answer], rounded_gold, ordered)
        for order in _column_orders(rounded_answer, rounded_gold)
    )


def _equal(answer: list[tuple[Cell, ...]], gold: list[tuple[Cell, ...]], ordered: bool) -> bool:
    if ordered:
        return all(_same_cells(left, right) for left, right in zip(answer, gold, strict=True))
    if Counter(answer) == Counter(gold):
        return True
    pairs = zip(sorted(answer, key=_sort_key), sorted(gold, key=_sort_key), strict=True)
    return all(_same_cells(left, right) for left, right in pairs)


def _same_cells(left: tuple[Cell, ...], right: tuple[Cell, ...]) -> bool:
    return all(_same_cell(one, other) for one, other in zip(left, right, strict=True))


def _same_cell(one: Cell, other: Cell) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return isclose(one, other, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
    return one == other


def _rounded(rows: Rows) -> list[tuple[Cell, ...]]:
    return [tuple(float(cell) if isinstance(cell, int | bool) else cell for cell in row) for row in rows]


def _sort_key(row: tuple[Cell, ...]) -> tuple[tuple[int, float, str], ...]:
    return tuple(
        (0, round(cell, 4), "") if isinstance(cell, int | float) else (1 if cell is not None else 2, 0.0, str(cell))
        for cell in row
    )


def _column_orders(answer: list[tuple[Cell, ...]], gold: list[tuple[Cell, ...]]) -> Iterator[tuple[int, ...]]:
    """Orders of the answer's columns in which each column holds what the gold one holds, row order aside."""
    width = len(gold[0])
    if width > MOST_COLUMNS_PERMUTED:
        yield tuple(range(width))
        return
    answer_sums = [_column_sum(answer, place) for place in range(width)]
    gold_sums = [_column_sum(gold, place) for place in range(width)]
    for order in permutations(range(width)):
        if all(_close_sums(answer_sums[place], gold_sums[at]) for at, place in enumerate(order)):
            yield order


def _column_sum(rows: list[tuple[Cell, ...]], place: int) -> tuple[float, int]:
    """Tells most unequal columns apart cheaply: the sum of the numbers, and how the other cells hash together."""
    cells = [row[place] for row in rows]
    numbers = sum(cell for cell in cells if isinstance(cell, int | float))
    return numbers, hash(frozenset(Counter(cell for cell in cells if not isinstance(cell, int | float)).items()))


def _close_sums(left: tuple[float, int], right: tuple[float, int]) -> bool:
    return left[1] == right[1] and isclose(left[0], right[0], rel_tol=1e-5, abs_tol=1e-3)
