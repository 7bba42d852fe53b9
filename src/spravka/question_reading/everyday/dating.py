"""Periods and buckets of time with the dates they are about."""

from collections.abc import Sequence

from spravka.query_plans.plan import DateUnit, RelativePeriod
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

BIRTH_WORDS = ("birth", "dob", "рожд")
DAYS_OF_A_YEAR = 364
SAME_BEGINNING = 5
"""Letters by which a verb and the name of its date are known («подписан», «подписания»)."""
RECORD_WORDS = (
    "birth",
    "dob",
    "рожд",
    "creat",
    "crtd",
    "updat",
    "modif",
    "insert",
    "load",
    "создан",
    "изменен",
    "обновл",
)
END_WORDS = (
    *(
        "due",
        "end",
        "finish",
        "return",
        "close",
        "expir",
        "dismiss",
        "leave",
        "valid",
        "deadline",
        "required",
        "complet",
    ),
    *("actual", "fact", "plan", "срок", "оконч", "заверш", "возврат", "закрыт", "увольн", "факт", "план", "истеч"),
)
UNTIMELY_PENALTY = 0.5
ACTUAL_WORDS = ("actual", "real", "fact", "факт")


def add_periods(made: Composition) -> None:
    spans = [part for part in made.free if part.kind in (PartKind.PERIOD, PartKind.BUCKET)]
    if not spans:
        return
    column = _date_column(made, spans)
    if _is_called(made, column, BIRTH_WORDS) and any(is_shorter_than_a_year(part) for part in spans):
        raise NotComposed("a birthday comes every year")
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
        made.penalty += UNTIMELY_PENALTY * _is_of_other_time(made, part.field, spans[0])
        return part.field
    tables = _tables_dated(made)
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
    scores = _of_what_is_done(made, scores) or _of_main_dates(made, scores, first)
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


def _tables_dated(made: Composition) -> set[str]:
    """The dates are of what is measured or counted, where that has a day; else of anything spoken of."""
    measured = {item.field.table for item in made.measures if item.field is not None}
    shown = {part.table for part in made.parts if made.is_numeric(part)}
    counted = {made.entity} if made.entity else shown
    dated = {table for table in counted if fields_of(made.schema, table, TEMPORAL)}
    return measured or dated or {part.table for part in made.parts if part.table}


def _of_what_is_done(made: Composition, scores: dict[Field, float]) -> dict[Field, float]:
    """The dates that a deed of the question names: «подписанного в этом году» is of the date of signing."""
    deeds = {
        token.text.lower()[:SAME_BEGINNING]
        for token in made.sentence.heard.tokens
        if token.part == "verb" and len(token.text) > SAME_BEGINNING
    }
    named = (
        column
        for column in scores
        if any(word[:SAME_BEGINNING] in deeds for word in words_of_field(made.schema, column))
    )
    return {column: scores[column] for column in named}


def _of_main_dates(made: Composition, scores: dict[Field, float], span: Part) -> dict[Field, float]:
    """Without the dates nobody asks for unless by name: of a birth, of a record; and of an end where there is a begin.

    Of what is to come the ends stay.
    """
    known = {column: score for column, score in scores.items() if not _is_called(made, column, RECORD_WORDS)}
    begun = {column: score for column, score in known.items() if not _is_called(made, column, END_WORDS)}
    tables = {column.table for column in begun}
    if _comes(span):
        return known
    return {column: score for column, score in known.items() if column in begun or column.table not in tables}


def _is_called(made: Composition, column: Field, words: tuple[str, ...]) -> bool:
    return any(word.startswith(words) for word in words_of_field(made.schema, column))


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


def is_shorter_than_a_year(span: Part) -> bool:
    """A month, a day, a quarter: what a birthday may fall in."""
    period = span.period
    if isinstance(period, RelativePeriod):
        return period.unit is not DateUnit.YEAR
    if period is None or period.start is None or period.end is None:
        return False
    return (period.end - period.start).days < DAYS_OF_A_YEAR


def _comes(span: Part) -> bool:
    return isinstance(span.period, RelativePeriod) and span.period.last >= 0 and not span.period.until_today


def _suits_time(made: Composition, column: Field, span: Part) -> bool:
    """What is still to come is planned, what has been is actual."""
    return _begins_with(made, column, PLANNED_WORDS if _comes(span) else ACTUAL_WORDS)


def _is_of_other_time(made: Composition, column: Field, span: Part) -> bool:
    """Called actual, and yet to come."""
    return _comes(span) and _begins_with(made, column, ACTUAL_WORDS) and not _begins_with(made, column, PLANNED_WORDS)


def _begins_with(made: Composition, column: Field, beginnings: tuple[str, ...]) -> bool:
    return any(word.startswith(beginnings) for word in words_of_field(made.schema, column))
