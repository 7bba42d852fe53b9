"""A heard question: its tokens, and the spans that mean something in any database."""

import enum
from dataclasses import dataclass

from spravka.query_plans.plan import DateUnit, Period


class Language(enum.StrEnum):
    RUSSIAN = "ru"
    ENGLISH = "en"


class TokenKind(enum.StrEnum):
    WORD = "word"
    NUMBER = "number"
    QUOTED = "quoted"
    """Words in quotation marks, taken together: a value as it stands."""
    PUNCTUATION = "punctuation"


@dataclass(frozen=True, slots=True)
class Token:
    """Characters ``start`` … ``end`` of the question. ``lemmas`` are the possible base forms, likeliest first."""

    text: str
    start: int
    end: int
    kind: TokenKind
    lemmas: tuple[str, ...]
    part: str = ""
    """Part of speech where known: noun, verb, adjective, adverb, pronoun, preposition, conjunction, other."""
    pieces: tuple[str, ...] = ()
    """Lower-cased parts of a compound («SKU_77» → sku, 77; "full-time" → full, time); empty for a simple word."""


class Sign(enum.StrEnum):
    """The operators of asking, the same for every language, so that what is learned in one serves another."""

    ASK = "ask"  # show, list, what is, покажи, какие, найди, сколько стоит (asking words without an operator)
    COUNT = "count"  # how many, number of, сколько, количество, число
    SUM = "sum"  # total, sum of, сумма, всего, итого, суммарный
    AVERAGE = "average"  # average, mean, средний, в среднем
    MINIMUM = "minimum"  # minimum, least value
    MAXIMUM = "maximum"
    MOST = "most"  # superlative upwards: most, highest, largest, oldest, самый большой, больше всего, дороже всех
    LEAST = "least"  # superlative downwards
    TOP = "top"  # top 5, first three, пять крупнейших; value = how many
    MORE = "more"  # > : more than, over, above, older than, после (of dates), больше, свыше, дороже
    MORE_OR_EQUAL = "more-or-equal"  # at least, не менее, от
    LESS = "less"
    LESS_OR_EQUAL = "less-or-equal"
    EQUAL = "equal"  # equal to, is exactly, равен, ровно
    UNEQUAL = "unequal"  # other than, is not, кроме, отличный от
    BETWEEN = "between"  # between .. and, от .. до
    CONTAINS = "contains"  # containing the word, содержит
    STARTS = "starts"
    ENDS = "ends"
    EACH = "each"  # for each, per, by (grouping), каждый, по (with dative: по отделам), в разрезе
    ORDERED = "ordered"  # sorted by, in order of
    ASCENDING = "ascending"  # ascending, alphabetical, от меньшего к большему
    DESCENDING = "descending"
    DISTINCT = "distinct"  # different, distinct, unique, разные, уникальные
    NOT = "not"  # not, не, без, without, no, never, ни одного
    OR = "or"
    AND = "and"
    BOTH = "both"  # both .. and, и .. и, одновременно (intersection)
    EITHER = "either"
    SHARE = "share"  # share, percentage, доля, процент
    DIFFERENCE = "difference"  # difference, разница, изменение
    RATIO = "ratio"
    ABOVE_AVERAGE = "above-average"  # above the average, выше среднего
    BELOW_AVERAGE = "below-average"
    COMMON = "common"  # most common, most popular, самый частый (count, descending, limit 1)
    RARE = "rare"  # least common
    ALL = "all"  # all, every, все
    EXIST = "exist"  # there is/are, have, есть, имеются
    WHOSE = "whose"  # whose, with, having, у которых, с (attribute filter follows)
    OF = "of"  # of, from, for, in, on: case/preposition glue between a property and its owner
    WHO = "who"
    WHERE = "where"
    WHEN = "when"
    EMPTY = "empty"  # is missing, null, не указан
    YES_NO = "yes-no"  # is there, does, есть ли, -ли
    CHANGE = "change"  # delete, update, insert, удали, измени: not a reading question
    OPINION = "opinion"  # why, how (manner), should, explain, predict, почему, объясни, посоветуй: no rows answer it
    FILLER = "filler"  # please, me, мне, пожалуйста, of them


@dataclass(frozen=True, slots=True)
class Mark:
    """Tokens ``first`` … ``last`` (inclusive) mean ``sign``. ``value`` is its number (top 5) where it has one.

    ``hint`` is the dimension that the word itself names, in English: "oldest" is MOST of "age", «дешевле» LESS of
    "price". "most recent" and «позже» are of "date"; a mere size ("largest") has none but "size".
    """

    first: int
    last: int
    sign: Sign
    value: float | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """A number, in digits or words, with its multiplier (5 тыс., 3 million, 20 %) already applied."""

    first: int
    last: int
    value: float
    is_percent: bool = False


@dataclass(frozen=True, slots=True)
class PeriodSpan:
    """A period («за прошлый квартал», "in 2022", «с 1 по 15 марта», "after May 2020")."""

    first: int
    last: int
    period: Period


@dataclass(frozen=True, slots=True)
class BucketSpan:
    """A unit of time to group by («по месяцам», "per year", "monthly")."""

    first: int
    last: int
    unit: DateUnit


@dataclass(frozen=True, slots=True)
class Heard:
    """Everything heard; spans may overlap, a reader chooses between them."""

    question: str
    language: Language
    tokens: tuple[Token, ...]
    marks: tuple[Mark, ...]
    numbers: tuple[NumberSpan, ...]
    periods: tuple[PeriodSpan, ...]
    buckets: tuple[BucketSpan, ...]
