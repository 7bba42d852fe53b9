"""A frame: a plan in outline, as a reader thinks of it before joins and aliases.

Flat and hashable, with the columns named by their tables. A table is used once in a frame; what needs it twice
stands in a frame inside (``Test.inner``) or beside (``Frame.other``).
"""

import datetime
import enum
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spravka.query_plans.plan import Aggregate, DateUnit, Operator, Period, SetKind, TextMatch

FrameConstant = bool | int | float | str | datetime.date | None


@dataclass(frozen=True, slots=True, order=True)
class Field:
    """A column of a table, by ``Table.key``."""

    table: str
    column: str


@dataclass(frozen=True, slots=True)
class Item:
    """Something shown, grouped, ordered or tested: a column, an aggregate of it, or a count of rows (no ``field``).

    ``unit`` cuts a date to its unit. ``formula`` is the JSON of a plan expression over the columns of
    ``field.table``, and stands in place of the column. ``only`` aggregates just the rows that fulfil it.
    """

    field: Field | None
    aggregate: Aggregate | None = None
    distinct: bool = False
    unit: DateUnit | None = None
    formula: str = ""
    only: "Test | None" = None

    @property
    def is_count(self) -> bool:
        return self.aggregate is Aggregate.COUNT

    @property
    def plain(self) -> "Item":
        """The same column without its aggregate."""
        return replace(self, aggregate=None, distinct=False, only=None)


ROWS = Item(None, Aggregate.COUNT)
"""How many rows there are."""


class Arith(enum.StrEnum):
    """What is made of two quantities."""

    DIFFERENCE = "-"
    RATIO = "/"
    SUM = "+"
    SHARE = "share"
    """The first over the sum of it over all groups; the second is not used."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A difference, ratio or share made of quantities."""

    arith: Arith
    left: Item
    right: Item | None = None
    factor: int = 1
    """What the result is multiplied by: 100 for percents."""


class TestKind(enum.StrEnum):
    COMPARE = "compare"
    COMPARE_ITEM = "compare-item"
    COMPARE_INNER = "compare-inner"
    BETWEEN = "between"
    MATCH = "match"
    ONE_OF = "one-of"
    AMONG = "among"
    EMPTY = "empty"
    PERIOD = "period"
    FORMULA = "formula"
    __test__ = False


@dataclass(frozen=True, slots=True)
class Test:
    """A condition on one item. Which of the members count is told by ``kind``."""

    item: Item
    kind: TestKind
    operator: Operator = Operator.EQUAL
    values: tuple[FrameConstant, ...] = ()
    match: TextMatch = TextMatch.CONTAINS
    other: Item | None = None
    inner: "Frame | None" = None
    period: Period | None = None
    negated: bool = False
    __test__ = False


@dataclass(frozen=True, slots=True)
class Sorting:
    item: Item
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """One select, and perhaps a second one united with it. ``tables`` adds to those of the columns."""

    outputs: tuple[Item | Pair, ...]
    tests: tuple[Test, ...] = ()
    any_of: bool = False
    """Rows fulfil one of ``tests`` rather than all of them."""
    group: tuple[Item, ...] = ()
    having: tuple[Test, ...] = ()
    order: tuple[Sorting, ...] = ()
    limit: int | None = None
    distinct: bool = False
    tables: frozenset[str] = frozenset()
    set_kind: SetKind | None = None
    other: "Frame | None" = None

    def items(self) -> Iterator[Item]:
        """Every item of this select, not of frames inside or beside it."""
        for output in self.outputs:
            yield from items_of(output)
        for test in (*self.tests, *self.having):
            yield test.item
            if test.other is not None:
                yield test.other
        yield from self.group
        for sorting in self.order:
            yield sorting.item
        for output in self.outputs:
            yield from (item.only.item for item in items_of(output) if item.only is not None)

    @property
    def needed_tables(self) -> frozenset[str]:
        """The tables of its columns, and those named besides."""
        return self.tables | {item.field.table for item in self.items() if item.field is not None}

    def frames(self) -> Iterator["Frame"]:
        """It and the frames inside and beside it."""
        yield self
        for test in (*self.tests, *self.having):
            if test.inner is not None:
                yield from test.inner.frames()
        if self.other is not None:
            yield from self.other.frames()


def items_of(output: Item | Pair) -> tuple[Item, ...]:
    """The items an output is made of."""
    if isinstance(output, Item):
        return (output,)
    return (output.left,) if output.right is None else (output.left, output.right)
