"""Periods and buckets of time with the dates they are about."""

from collections.abc import Sequence

from spravka.query_plans.plan import RelativePeriod
from spravka.query_plans.schema import TEMPORAL
from spravka.question_reading.everyday.composition import Composition, NotComposed
from spravka.question_reading.everyday.facts import (
    fields_of,
    is_temporal,
    words_of_field,
)
from spravka.question_reading.everyday.parts import Part, PartKind
from spravka.question_reading.frames import Field, Item, Test, TestKind
from spravka.question_reading.mentions import MentionKind

PLANNED_WORDS = ("plan", "due", "expect", "план", "срок")

ACTUAL_WORDS = ("actual", "real", "fact", "факт")


def add_periods(made: Composition) -> None:
    spans = [part for part in made.free if part.kind in (PartKind.PERIOD, PartKind.BUCKET)]
    if not spans:
        return
    column = _date_column(made, spans)
    for part in spans:
        made.free.remove(part)
        if part.kind is PartKind.PERIOD:
            made.tests.append(Test(Item(column), TestKind.PERIOD, period=part.period))
        else:
            made.groups.insert(0, Item(column, unit=part.unit))


def _date_column(made: Composition, spans: Sequence[Part]) -> Field:
    """The date named beside the period, else the one that fits it best among the tables spoken of."""
    named = [part for part in made.free if part.kind is PartKind.FIELD and is_temporal(made.schema, part.field)]
    if named:
        part = made.take(named[0])
        assert part.field is not None
        made.penalty += 0.0 if _suits_time(made, part.field, spans[0]) else 0.05
        return part.field
    tables = {item.field.table for item in made.measures if item.field is not None}
    tables = tables or {part.table for part in made.parts if part.table}
    first = spans[0]
    scores: dict[Field, float] = {}
    for mention in made.sentence.mentions:
        is_over = any(mention.first <= span.last and span.first <= mention.last for span in spans)
        is_dated = mention.kind is MentionKind.COLUMN and is_temporal(made.schema, mention.field)
        if is_over and is_dated and mention.field is not None and mention.field.table in tables:
            scores[mention.field] = max(scores.get(mention.field, 0.0), mention.score)
    for table in tables:
        for column in fields_of(made.schema, table, TEMPORAL):
            scores.setdefault(column, 0.01)
    if not scores:
        scores = _dates_beside(made, tables, first)
    if not scores:
        raise NotComposed(f"no date for {first.kind}")
    ranked = sorted(scores, key=lambda column: -scores[column])
    rivals = [column for column in ranked if scores[column] > 0.95 * scores[ranked[0]]]
    if len(rivals) > 1:
        rivals.sort(key=lambda column: not _suits_time(made, column, first))
        if not _suits_time(made, rivals[0], first):
            rivals = [_first_date(made, rivals)]
            made.penalty += 0.2
        made.penalty += 0.1
    return rivals[0]


def _first_date(made: Composition, rivals: Sequence[Field]) -> Field:
    """Of dates alike, the first of the one table summed: tables tell first when a thing began to be."""
    measured = {item.field.table for item in made.measures if item.field is not None}
    named = {part.table for part in made.parts if part.kind is PartKind.TABLE}
    if {column.table for column in rivals} != measured or not measured <= named:
        raise NotComposed("several dates fit the period")
    return min(rivals, key=lambda column: fields_of(made.schema, column.table, TEMPORAL).index(column))


def _dates_beside(made: Composition, tables: set[str], span: Part) -> dict[Field, float]:
    """Dates of the tables next to those spoken of, where the period itself leads to them."""
    beside = {edge.table for table in tables for edge in made.sentence.graph.neighbours(table)}
    made.penalty += 0.1
    return {
        mention.field: mention.score
        for mention in made.sentence.mentions
        if mention.kind is MentionKind.COLUMN and mention.field is not None and mention.field.table in beside
        if is_temporal(made.schema, mention.field) and mention.first <= span.last and span.first <= mention.last
    }


def _suits_time(made: Composition, column: Field, span: Part) -> bool:
    """What is still to come is planned, what has been is actual."""
    comes = isinstance(span.period, RelativePeriod) and span.period.last >= 0 and not span.period.until_today
    wanted = PLANNED_WORDS if comes else ACTUAL_WORDS
    return any(word.startswith(wanted) for word in words_of_field(made.schema, column))
