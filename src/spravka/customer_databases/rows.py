"""Rows of an answer, taken in batches until the answer or a cap ends."""

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Protocol

from spravka.customer_databases.caps import Caps
from spravka.customer_databases.cells import Cell, cell_of, cell_size_bytes, kind_of_values
from spravka.query_plans.schema import ColumnKind

Row = tuple[Cell, ...]


class Truncation(enum.StrEnum):
    """Which cap ended an answer."""

    ROWS = "rows"
    SIZE = "size"


@dataclass(frozen=True, slots=True)
class ResultColumn:
    """A column of an answer; ``type_name`` is the vendor's word, empty where it has none."""

    name: str
    kind: ColumnKind
    type_name: str = ""


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """A column as a driver describes it; ``kind`` ``None``: to be told by its values."""

    name: str
    kind: ColumnKind | None = None
    type_name: str = ""


class Answer(Protocol):
    """An answer on its way: batches of a driver's rows, none of them before it is asked for."""

    @property
    def columns(self) -> Sequence[AnswerColumn]: ...

    def batches(self) -> Iterator[Sequence[Sequence[Any]]]: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Rows:
    """A whole answer within its caps. ``truncated_by`` ``None``: these are all rows there are."""

    columns: tuple[ResultColumn, ...]
    rows: tuple[Row, ...]
    truncated_by: Truncation | None
    seconds: float
    """From sending the query to its last row."""

    @property
    def truncated(self) -> bool:
        return self.truncated_by is not None


class RowStream:
    """Rows one by one; ``truncated_by`` is final once the last was taken. Never more than a batch is in memory."""

    def __init__(self, answer: Answer, caps: Caps) -> None:
        self.truncated_by: Truncation | None = None
        self._caps = caps
        self._batches = iter(answer.batches())
        self._first = next(self._batches, ())
        self.columns = tuple(_typed(answer.columns, self._first))

    def __iter__(self) -> Iterator[Row]:
        size_bytes = 0
        for count, values in enumerate(self._values(), start=1):
            if count > self._caps.rows:
                self.truncated_by = Truncation.ROWS
                return
            row = tuple(cell_of(value, self._caps.cell_characters) for value in values)
            size_bytes += sum(map(cell_size_bytes, row))
            if size_bytes > self._caps.size_bytes:
                self.truncated_by = Truncation.SIZE
                return
            yield row

    def _values(self) -> Iterator[Sequence[Any]]:
        yield from self._first
        for batch in self._batches:
            yield from batch


def _typed(columns: Sequence[AnswerColumn], rows: Sequence[Sequence[Any]]) -> Iterator[ResultColumn]:
    for number, column in enumerate(columns):
        kind = column.kind
        if kind is None:
            kind = kind_of_values(row[number] for row in islice(rows, 200))
        yield ResultColumn(column.name, kind, column.type_name)
