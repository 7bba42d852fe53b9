"""When an answer to an everyday question is right.

Its rows equal the rows of one of the gold queries: as many of them, the same values, in the same order where the gold
orders. The order of columns does not count. Where the question may show more (lists of things: contracts, people),
the answer may have columns besides those of the gold, but no other rows; figures have exactly the gold's columns.
"""

import datetime
import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

import sqlglot

SIGNIFICANT_DIGITS = 9
"""Fractions are equal when so many digits are: an average may be computed in floating point."""

Rows: TypeAlias = Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class GoldRows:
    """The rows of one gold query, and whether their order counts."""

    rows: Rows
    ordered: bool


def is_ordered(query: str) -> bool:
    """Whether the whole query orders its rows."""
    return sqlglot.parse_one(query, read="postgres").args.get("order") is not None


def is_answer(answer: Rows, gold: GoldRows, may_show_more: bool) -> bool:
    """Whether ``answer`` is ``gold``, by the rule of this module."""
    if len(answer) != len(gold.rows):
        return False
    if not gold.rows:
        return True
    width = len(gold.rows[0])
    if len(answer[0]) < width or (len(answer[0]) > width and not may_show_more):
        return False
    wanted, given = _plain_rows(gold.rows), _plain_rows(answer)
    return any(
        _same_rows([tuple(row[column] for column in columns) for row in given], wanted, gold.ordered)
        for columns in itertools.permutations(_possible_columns(given, wanted), width)
    )


def _possible_columns(given: Rows, wanted: Rows) -> list[int]:
    """The columns of the answer whose values are those of some column of the gold."""
    contents = [Counter(column) for column in zip(*wanted, strict=True)]
    return [number for number, column in enumerate(zip(*given, strict=True)) if Counter(column) in contents]


def _same_rows(given: Rows, wanted: Rows, ordered: bool) -> bool:
    return given == wanted if ordered else Counter(given) == Counter(wanted)


def _plain_rows(rows: Iterable[Sequence[object]]) -> list[tuple[object, ...]]:
    return [tuple(map(_plain, row)) for row in rows]


def _plain(value: object) -> object:
    """Equal for values that a reader takes as equal: 5 and 5.00, a day and its midnight."""
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date()
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return float(f"{float(value):.{SIGNIFICANT_DIGITS}g}")
    return value if not isinstance(value, list | dict) else repr(value)
