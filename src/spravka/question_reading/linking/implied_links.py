"""Columns that a question is about without naming them: a year or date asks for a date column, a table for its name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spravka.query_plans.schema import TEMPORAL, Column, ColumnKind, DatabaseSchema, Table
from spravka.question_reading.hearing.heard import Heard, TokenKind
from spravka.question_reading.linking.naming import name_words

_DATED = re.compile(r"\d{4}|\d{1,4}[-./:]\d{1,2}(?:[-./:]\d{1,4})?")
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_TIME_WORDS = frozenset(
    ("date", "year", "time", "day", "month", "founded", "дата", "год", "время", "день", "месяц", "период")
)
_LABEL_WORDS = ("name", "title", "наименование", "название", "имя", "фио", "label", "caption", "surname", "фамилия")
_TEXTS = frozenset({ColumnKind.TEXT, ColumnKind.OTHER})


@dataclass(frozen=True, slots=True)
class Implied:
    """Tokens ``first`` … ``last`` ask for ``table.column`` without saying its name; ``strength`` 0…1."""

    first: int
    last: int
    table: str
    column: str
    strength: float


class ImpliedColumns:
    """Which columns of each table hold times, and which one says what a row is called."""

    def __init__(self, schema: DatabaseSchema) -> None:
        self._times = {
            table.key: [(column.name, strength) for column in table.columns if (strength := _time_strength(column))]
            for table in schema.tables
        }
        self._labels = {table.key: _labels(table) for table in schema.tables}

    def of_times(self, heard: Heard, tables: Sequence[str]) -> Iterator[Implied]:
        """Columns of times of ``tables`` for every year, date and period of the question."""
        spans = {(place, place) for place, token in enumerate(heard.tokens) if _is_dated(token.text, token.kind)}
        spans |= {(period.first, period.last) for period in heard.periods}
        spans |= {(bucket.first, bucket.last) for bucket in heard.buckets}
        for first, last in sorted(spans):
            for table in tables:
                yield from (Implied(first, last, table, column, strength) for column, strength in self._times[table])

    def of_labels(self, first: int, last: int, table: str) -> Iterator[Implied]:
        """The columns that say what a row of a named table is called."""
        return (Implied(first, last, table, column, 0.5) for column in self._labels[table])


def _is_dated(text: str, kind: TokenKind) -> bool:
    if kind is TokenKind.WORD or not _DATED.fullmatch(text.split(" ")[0]):
        return False
    return not text.isdigit() or _FIRST_YEAR <= int(text) <= _LAST_YEAR


def _time_strength(column: Column) -> float:
    named = not _TIME_WORDS.isdisjoint(name_words(column.name)) or column.name.lower().endswith(
        ("date", "year", "time")
    )
    if column.kind in TEMPORAL:
        return 0.8 if named else 0.7
    if named and column.kind in (ColumnKind.INTEGER, ColumnKind.NUMBER, ColumnKind.TEXT, ColumnKind.TIME):
        return 0.6
    return 0.0


def _labels(table: Table) -> list[str]:
    """At most two: the shortest names made of a label word, or nothing."""
    rated = [
        (rank, place, column.name)
        for place, column in enumerate(table.columns)
        if column.kind in _TEXTS and (rank := _label_rank(table, column)) is not None
    ]
    return [name for _, _, name in sorted(rated)[:2]]


def _label_rank(table: Table, column: Column) -> int | None:
    """How far a column's name is from just "name": 0 for ``name``, less good with more words of its own."""
    words = name_words(column.name)
    ends = [word for word in _LABEL_WORDS if words[-1] == word or words[-1].endswith(word)]
    if not ends:
        return None
    own = set(words[:-1]) - set(name_words(table.name))
    return len(own) * 2 + (len(words) > 1) + (ends[0] not in _LABEL_WORDS[:5])
