"""The forty everyday questions with their gold, and when an answer is one.

An answer is right when its rows equal the rows of one of the gold queries: as many of them, the same values, in the
same order where the gold orders. The order of columns does not count. Where ``may_show_more`` is set (lists of things:
contracts, people, objects), the answer may have columns besides those of the gold, an id or an amount, but no other
rows; figures must have exactly the columns of the gold.
"""

import datetime
import itertools
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

import sqlglot

FILE = Path(__file__).with_name("questions.json")
SIGNIFICANT_DIGITS = 9
"""Fractions are equal when so many digits are: an average may be computed in floating point."""

Rows: TypeAlias = Sequence[Sequence[object]]


@dataclass(frozen=True)
class Question:
    """One question in both languages; any of ``gold`` is a good answer."""

    name: str
    russian: str
    english: str
    may_show_more: bool
    gold: tuple[str, ...]

    def queries(self, today: datetime.date) -> list[str]:
        """The gold as SQL to be run."""
        return [query.replace(":today", f"DATE '{today}'") for query in self.gold]


def everyday_questions() -> list[Question]:
    return [Question(**{**item, "gold": tuple(item["gold"])}) for item in json.loads(FILE.read_text("utf-8"))]


def is_ordered(query: str) -> bool:
    """Whether the whole query orders its rows."""
    return sqlglot.parse_one(query, read="postgres").args.get("order") is not None


def is_answer(answer: Rows, gold: Rows, ordered: bool, may_show_more: bool) -> bool:
    """Whether ``answer`` is ``gold``, by the rule of this module."""
    if len(answer) != len(gold):
        return False
    if not gold:
        return True
    width = len(gold[0])
    if len(answer[0]) < width or (len(answer[0]) > width and not may_show_more):
        return False
    wanted, given = _plain_rows(gold), _plain_rows(answer)
    return any(
        _same_rows([tuple(row[column] for column in columns) for row in given], wanted, ordered)
        for columns in itertools.permutations(_possible_columns(given, wanted), width)
    )


def _possible_columns(given: Sequence[Sequence[object]], wanted: Sequence[Sequence[object]]) -> list[int]:
    """The columns of the answer whose values are those of some column of the gold."""
    contents = [Counter(column) for column in zip(*wanted, strict=True)]
    return [number for number, column in enumerate(zip(*given, strict=True)) if Counter(column) in contents]


def _same_rows(given: Sequence[Sequence[object]], wanted: Sequence[Sequence[object]], ordered: bool) -> bool:
    return given == wanted if ordered else Counter(given) == Counter(wanted)


def _plain_rows(rows: Iterable[Sequence[object]]) -> list[tuple[object, ...]]:
    return [tuple(map(_plain, row)) for row in rows]


def _plain(value: object) -> object:
    """Equal for values that a reader takes as equal: 5 and 5.00, a day and its midnight."""
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date()
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return float(f"{float(value):.{SIGNIFICANT_DIGITS}g}")
    return value
