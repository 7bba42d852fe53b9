"""Simple questions in the words of a database's makers, each of a kind that people begin with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spravka.morphology.declining import agreeing, declined, gender_of, small
from spravka.query_plans.schema import NUMERIC, TEMPORAL, Column, ColumnKind, DatabaseSchema, Table
from spravka.query_plans.wording.phrases import Language
from spravka.query_plans.wording.titles import title_of

NAMES_SOMETHING = re.compile(r"(?:^|_|\s)(?:id|code|number|year|код|номер|год|инн|кпп|огрн)$", re.IGNORECASE)
ADDS_UP = re.compile(
    r"sum|amount|total|cost|paid|quantity|hours|сумм|стоимост|количеств|часов|объ[её]м|выручк", re.IGNORECASE
)
A_SHARE = re.compile(r"rate|percent|ставк|процент|дол[яи]", re.IGNORECASE)
PERSONAL_DATE = re.compile(r"birth|рожд", re.IGNORECASE)
SIBILANTS = ("s", "x", "z", "ch", "sh")
VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Subject:
    """A table that is worth asking about, with the columns that make questions of it."""

    table: Table
    is_dated: bool
    sums: tuple[Column, ...]
    """What adds up: amounts, quantities."""
    averages: tuple[Column, ...]
    """What is worth an average: prices, salaries."""
    categories: tuple[Column, ...]


def subjects_of(schema: DatabaseSchema, categories: frozenset[tuple[str, str]]) -> list[Subject]:
    """The tables that hold rows, those first that tell most of what happened: when, how much, of which kind."""
    keys = {(key.table, column) for key in schema.foreign_keys for column in key.columns}
    pointed_at = [key.to_table for key in schema.foreign_keys]
    found = [_subject(table, keys, categories) for table in schema.tables if table.row_count and not table.is_view]
    return sorted(found, key=lambda one: -_worth(one, pointed_at.count(one.table.key)))


def _subject(table: Table, keys: set[tuple[str, str]], categories: frozenset[tuple[str, str]]) -> Subject:
    measures = [column for column in table.columns if _is_measure(table, column, keys)]
    return Subject(
        table,
        any(column.kind in TEMPORAL and not PERSONAL_DATE.search(_told(column)) for column in table.columns),
        tuple(column for column in measures if ADDS_UP.search(_told(column))),
        tuple(column for column in measures if not ADDS_UP.search(_told(column)) and not A_SHARE.search(_told(column))),
        tuple(
            column
            for column in table.columns
            if column.kind is ColumnKind.TEXT and (table.key, column.name) in categories
        ),
    )


def _is_measure(table: Table, column: Column, keys: set[tuple[str, str]]) -> bool:
    is_key = column.name in table.primary_key or (table.key, column.name) in keys
    return column.kind in NUMERIC and not is_key and not NAMES_SOMETHING.search(column.name)


def _worth(subject: Subject, pointed_at: int) -> float:
    measured = bool(subject.sums) + 0.5 * bool(subject.averages)
    return measured * (2 if subject.is_dated else 1) + bool(subject.categories) + min(pointed_at, 3) / 2


def _told(column: Column) -> str:
    return f"{column.name} {column.comment}"


def questions_about(subject: Subject, language: Language) -> Iterator[str]:
    """Questions about one table, the most telling first; what cannot be put into words well is left out."""
    made = _in_russian(subject) if language is Language.RUSSIAN else _in_english(subject)
    return (question[0].upper() + question[1:] for question in made)


def _in_russian(subject: Subject) -> Iterator[str]:
    many = declined(title_of(subject.table, Language.RUSSIAN), "gent", "plur")
    if many is None:
        return
    sums, averages, categories = (_titles(columns, Language.RUSSIAN) for columns in _parts(subject))
    kinds = [kind for title in categories if (kind := declined(title, "datv", "plur")) is not None]
    if subject.is_dated:
        yield from (f"{small(title)} по месяцам" for title in sums[:1])
    yield from (f"сколько {many} по {kind}" for kind in kinds[:2])
    yield from (f"топ-5 {many} по {by}" for title in sums[:1] if (by := declined(title, "datv")) is not None)
    for title in averages[:1]:
        gender = gender_of(title)
        if gender is not None and kinds:
            yield f"{agreeing('средний', gender)} {small(title)} по {kinds[0]}"
    if subject.is_dated and subject.sums:
        yield f"сколько {many} в прошлом году"
    yield f"сколько всего {many}"


def _in_english(subject: Subject) -> Iterator[str]:
    many = _plural(title_of(subject.table, Language.ENGLISH).lower())
    sums, averages, categories = (_titles(columns, Language.ENGLISH) for columns in _parts(subject))
    if subject.is_dated:
        yield from (f"total {title} of {many} by month" for title in sums[:1])
    yield from (f"number of {many} by {kind}" for kind in categories[:2])
    yield from (f"top 5 {many} by {title}" for title in sums[:1])
    yield from (f"average {title} by {kind}" for title in averages[:1] for kind in categories[:1])
    if subject.is_dated and subject.sums:
        yield f"number of {many} last year"
    yield f"how many {many} are there"


def _parts(subject: Subject) -> tuple[tuple[Column, ...], ...]:
    return subject.sums, subject.averages, subject.categories


def _titles(columns: tuple[Column, ...], language: Language) -> list[str]:
    titles = [title_of(column, language) for column in columns]
    return [title.lower() if language is Language.ENGLISH else title for title in titles]


def _plural(name: str) -> str:
    """``delivery`` → deliveries, ``box`` → boxes; a name in the plural stays."""
    if name.endswith("s") and not name.endswith("ss"):
        return name
    if name.endswith("y") and name[-2:-1] not in VOWELS:
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(SIBILANTS) else f"{name}s"
