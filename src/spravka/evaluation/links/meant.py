"""What a gold query means by the words of its question: tables, columns, and stored values."""

from collections.abc import Iterator
from dataclasses import dataclass

from spravka.query_plans.plan import Operator
from spravka.question_reading.frames import Field, Frame, Item, Test, TestKind, items_of
from spravka.question_reading.linking.candidates import Candidate
from spravka.question_reading.linking.links import Link, LinkKind
from spravka.question_reading.word_keys import words_of

STORED_AS_SAID = frozenset((TestKind.COMPARE, TestKind.MATCH, TestKind.ONE_OF))
EQUALITY = frozenset((Operator.EQUAL, Operator.UNEQUAL))

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meant:
    """The targets of a question's links. Values are compared by their words: case and signs aside.

    Columns that only join tables, be it by a list of keys (``id IN (SELECT …)``), are not said and not among them.
    """

    tables: frozenset[str]
    columns: frozenset[Field]
    values: frozenset[tuple[Field, Words]]

    def has(self, link: Link | Candidate) -> bool:
        """Whether a link of this target is right; a glossary term never is."""
        field = Field(link.table, link.column)
        match link.kind:
            case LinkKind.TABLE:
                return link.table in self.tables
            case LinkKind.COLUMN:
                return field in self.columns
            case LinkKind.VALUE:
                return (field, tuple(words_of(link.value))) in self.values
            case _:
                return False


def meant_by(frame: Frame) -> Meant:
    """Of all selects of a query, those inside and beside it too."""
    frames = list(frame.frames())
    lists_of_keys = {test.inner for each in frames for test in _tests(each) if test.kind is TestKind.AMONG}
    items = [item for each in frames for item in _said_items(each, shows_keys=each in lists_of_keys)]
    return Meant(
        tables=frozenset(table for each in frames for table in each.needed_tables if table),
        columns=frozenset(item.field for item in items if item.field is not None and item.field.column != "*"),
        values=frozenset(value for each in frames for test in _tests(each) for value in _values(test)),
    )


def _tests(frame: Frame) -> tuple[Test, ...]:
    return (*frame.tests, *frame.having)


def _said_items(frame: Frame, *, shows_keys: bool) -> Iterator[Item]:
    """The items of one select that its question is likely to name."""
    for output in () if shows_keys else frame.outputs:
        yield from items_of(output)
    for test in _tests(frame):
        if test.kind is not TestKind.AMONG:
            yield test.item
        if test.other is not None:
            yield test.other
    yield from frame.group
    for sorting in frame.order:
        yield sorting.item


def _values(test: Test) -> Iterator[tuple[Field, Words]]:
    """Texts that a column is said to equal or to be like."""
    if test.kind not in STORED_AS_SAID or test.operator not in EQUALITY or test.item.field is None:
        return
    for value in test.values:
        if isinstance(value, str) and (words := tuple(words_of(value))):
            yield test.item.field, words
