"""Collecting the distinct values of text columns, within a budget of time and size: what readers of questions link to.

Small tables come first, so that a budget that ends leaves out what costs most. A column of long texts, or one that
is excluded, is skipped; one that the budget or its own limit cut is *incomplete*.
"""

import enum
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from spravka.customer_databases.asking_values import average_lengths_sql, distinct_values_sql
from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.errors import QueryFailed, QueryTimedOut, ReadingForbidden, StructureChanged
from spravka.query_plans.schema import ColumnKind, DatabaseSchema, Table

ColumnKey = tuple[str, str]
"""``Table.key`` and column name."""
TOLERATED = (QueryFailed, QueryTimedOut, ReadingForbidden, StructureChanged)
"""What one column may end with while the others go on."""


class Skipped(enum.StrEnum):
    """Why a text column has no values here."""

    EXCLUDED = "excluded"
    LONG_TEXTS = "long-texts"
    FAILED = "failed"
    NO_TIME = "no-time"
    NO_SPACE = "no-space"


@dataclass(frozen=True, slots=True)
class ValueBudget:
    """How much may be collected. Sizes count UTF-8 bytes.

    Texts whose average is above ``longest_average`` characters are prose, not names. A table too large for
    ``seconds_per_column`` is asked for the values of its ``first_rows`` alone. ``excluded`` names columns that are
    never read.
    """

    seconds: float = 120.0
    seconds_per_column: float = 5.0
    values_per_column: int = 5_000
    size_bytes: int = 50_000_000
    longest_average: float = 100.0
    longest_value: int = 200
    first_rows: int = 20_000
    excluded: frozenset[ColumnKey] = frozenset()


@dataclass(frozen=True, slots=True)
class CollectedValues:
    """Sorted distinct values by column; ``incomplete`` columns have more than are here; ``skipped`` ones none."""

    values: Mapping[ColumnKey, Sequence[str]] = field(default_factory=dict)
    incomplete: frozenset[ColumnKey] = frozenset()
    skipped: Mapping[ColumnKey, Skipped] = field(default_factory=dict)


def collect_values(
    connection: CustomerConnection,
    schema: DatabaseSchema,
    budget: ValueBudget = ValueBudget(),
) -> CollectedValues:
    """The values of every text column of ``schema``, as far as ``budget`` goes.

    Raises :class:`ConnectionLost`; a column that fails or takes too long is skipped or incomplete.
    """
    collector = _Collector(connection, budget)
    for table in small_tables_first(schema):
        collector.collect_table(table)
    return CollectedValues(collector.values, frozenset(collector.incomplete), collector.skipped)


def small_tables_first(schema: DatabaseSchema) -> list[Table]:
    """Tables by size, those of unknown size after them, views last: they compute what tables hold."""
    return sorted(schema.tables, key=lambda one: (one.is_view, one.row_count is None, one.row_count or 0))


class _Collector:
    """What was collected so far and what is left of the budget."""

    def __init__(self, connection: CustomerConnection, budget: ValueBudget) -> None:
        self.values: dict[ColumnKey, list[str]] = {}
        self.incomplete: set[ColumnKey] = set()
        self.skipped: dict[ColumnKey, Skipped] = {}
        self._connection = connection
        self._budget = budget
        self._until = time.monotonic() + budget.seconds
        self._size_left = budget.size_bytes

    def collect_table(self, table: Table) -> None:
        texts = [column.name for column in table.columns if column.kind is ColumnKind.TEXT]
        excluded = {column for column in texts if (table.key, column) in self._budget.excluded}
        self._skip(table, excluded, Skipped.EXCLUDED)
        wanted = [column for column in texts if column not in excluded]
        if not wanted:
            return
        if self._seconds_left() <= 0:
            self._skip(table, wanted, Skipped.NO_TIME)
            return
        for column in self._short_ones(table, wanted):
            self._collect_column(table, column)

    def _short_ones(self, table: Table, columns: Sequence[str]) -> Iterator[str]:
        """Columns whose texts are not long, by one look at the table's first rows."""
        sql = average_lengths_sql(self._connection.dialect, table, tuple(columns), 200)
        try:
            [lengths] = self._connection.ask(sql, timeout_seconds=self._column_seconds())
        except TOLERATED:
            self._skip(table, columns, Skipped.FAILED)
            return
        for column, length in zip(columns, lengths, strict=True):
            if length is not None and float(length) > self._budget.longest_average:
                self._skip(table, [column], Skipped.LONG_TEXTS)
            else:
                yield column

    def _collect_column(self, table: Table, column: str) -> None:
        if self._seconds_left() <= 0 or self._size_left <= 0:
            self._skip(table, [column], Skipped.NO_TIME if self._size_left > 0 else Skipped.NO_SPACE)
            return
        found = self._ask(table, column)
        if found is None:
            self._skip(table, [column], Skipped.FAILED)
            return
        values, is_complete = found
        kept = self._within_size(values[: self._budget.values_per_column])
        self.values[table.key, column] = kept
        if not is_complete or len(kept) < len(values):
            self.incomplete.add((table.key, column))

    def _ask(self, table: Table, column: str) -> tuple[list[str], bool] | None:
        """Distinct values of the whole table, or else of its first rows; whether they are all."""
        for first_rows in (None, self._budget.first_rows):
            sql = distinct_values_sql(
                self._connection.dialect, table, column, self._budget.values_per_column + 1, first_rows
            )
            try:
                rows = self._connection.ask(sql, timeout_seconds=self._column_seconds())
            except QueryTimedOut:
                continue
            except TOLERATED:
                return None
            short = [str(value) for (value,) in rows if len(str(value)) <= self._budget.longest_value]
            return sorted({text for text in short if text.strip()}), first_rows is None and len(short) == len(rows)
        return None

    def _within_size(self, values: Sequence[str]) -> list[str]:
        kept = []
        for value in values:
            self._size_left -= len(value.encode())
            if self._size_left < 0:
                break
            kept.append(value)
        return kept

    def _skip(self, table: Table, columns: Sequence[str] | set[str], reason: Skipped) -> None:
        self.skipped.update({(table.key, column): reason for column in columns})

    def _seconds_left(self) -> float:
        return self._until - time.monotonic()

    def _column_seconds(self) -> float:
        return max(0.1, min(self._budget.seconds_per_column, self._seconds_left()))
