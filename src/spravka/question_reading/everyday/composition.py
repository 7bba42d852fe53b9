"""A frame in the making, and what the rules ask of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spravka.query_plans.schema import DatabaseSchema
from spravka.question_reading.everyday.facts import (
    amount_field,
    is_numeric,
    title_field,
)
from spravka.question_reading.everyday.parts import Part, PartKind
from spravka.question_reading.frames import Field, Item, Sorting, Test
from spravka.question_reading.hearing.heard import Mark, Sign
from spravka.question_reading.roles import Sentence

NEAR = 3


@dataclass
class NotComposed(Exception):
    """The parts make no frame: ``why``, for whoever looks into it."""

    why: str


@dataclass
class Composition:
    """A frame in the making. ``free`` are the parts that have no place yet."""

    sentence: Sentence
    parts: tuple[Part, ...]
    marks: tuple[Mark, ...]
    free: list[Part]
    tests: list[Test] = field(default_factory=list)
    having: list[Test] = field(default_factory=list)
    groups: list[Item] = field(default_factory=list)
    measures: list[Item] = field(default_factory=list)
    order: Sorting | None = None
    limit: int | None = None
    share: Test | None = None
    entity: str = ""
    counted: str = ""
    """The table whose rows are ordered by or compared in number."""
    tables: set[str] = field(default_factory=set)
    penalty: float = 0.0

    @property
    def schema(self) -> DatabaseSchema:
        return self.sentence.schema

    def take(self, part: Part) -> Part:
        self.free.remove(part)
        if part.table:
            self.tables.add(part.table)
        return part

    def signs(self, *signs: Sign) -> Iterator[Mark]:
        return (mark for mark in self.marks if mark.sign in signs)

    def following(self, mark: Mark, near: int = NEAR) -> Part | None:
        """The first free part at or after a sign."""
        after = [part for part in self.free if part.last > mark.last or mark.first <= part.first <= mark.last]
        part = min(after, key=lambda part: part.first, default=None)
        return part if part is not None and part.first - mark.last <= near else None

    def preceding(self, place: int, near: int = NEAR) -> Part | None:
        before = [part for part in self.free if part.last < place]
        part = max(before, key=lambda part: part.last, default=None)
        return part if part is not None and place - part.last <= near else None

    def is_numeric(self, part: Part | None) -> bool:
        return (
            part is not None
            and part.kind is PartKind.FIELD
            and is_numeric(self.schema, self.sentence.graph, part.field)
        )

    def amount_of(self, table: str) -> Field | None:
        return amount_field(self.schema, self.sentence.graph, table)

    def distance(self, one: str, other: str) -> float:
        return self.sentence.graph.distance(one, other)


def leads_to_one(made: Composition, entity: str, one: str, other: str) -> bool:
    """True where the join, seen from the entity, adds at most one row."""
    near, far = sorted((one, other), key=lambda table: made.distance(entity, table))
    return any(edge.to_one for edge in made.sentence.graph.neighbours(near) if edge.table == far)


def named_by(made: Composition, column: Field) -> Field:
    """The name of what a key refers to; any other column itself."""
    return named_by_schema(made.sentence, column)


def named_by_schema(sentence: Sentence, column: Field) -> Field:
    """The name of what a key refers to; any other column itself."""
    for edge in sentence.graph.neighbours(column.table):
        if edge.to_one and edge.on[0][0] == column:
            return title_field(sentence.schema, edge.table)
    return column
