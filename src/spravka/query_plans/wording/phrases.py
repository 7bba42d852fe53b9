"""What a language has to say about plans. Places for words are named in braces."""

import datetime
import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from spravka.query_plans.plan import Aggregate, DateUnit, FixedPeriod, Operator, RelativePeriod, SetKind, TextMatch


class Language(enum.StrEnum):
    """The languages of answers."""

    RUSSIAN = "ru"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language's phrases."""

    quoted: str
    """Around names and texts: «{}»."""
    column: str
    column_of: str
    """After a noun: the sum of a column."""
    columns: str
    of_table: str
    of_tables: str
    row_count: str
    rows: str
    aggregates: Mapping[Aggregate, str]
    distinct_count: str
    only_where: str
    of_all: str
    units_plural: Mapping[DateUnit, str]
    parts: Mapping[DateUnit, str]
    firsts: Mapping[DateUnit, str]
    by_unit: str
    by_column: str
    by_expression: str
    where: str
    having: str
    and_word: str
    or_word: str
    negation: str
    operators: Mapping[Operator, str]
    between: str
    matches: Mapping[TextMatch, str]
    mismatches: Mapping[TextMatch, str]
    one_of: str
    none_of: str
    among: str
    not_among: str
    empty: str
    filled: str
    in_period: str
    not_in_period: str
    ascending: str
    descending: str
    first_rows: Callable[[int], str]
    distinct: str
    sets: Mapping[SetKind, str]
    booleans: tuple[str, str]
    nothing: str
    value_of: str
    date: Callable[[datetime.date], str]
    relative: Callable[[RelativePeriod], str]
    fixed: Callable[[FixedPeriod], str]
    fan_out: str
    fan_out_rows: str
    counted_once: str
