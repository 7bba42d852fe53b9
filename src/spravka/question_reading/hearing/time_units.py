"""Units of time named in a question, with buckets to group by."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import resources

from spravka.query_plans.plan import DateUnit
from spravka.question_reading.hearing.heard import BucketSpan, Mark, Sign
from spravka.question_reading.hearing.lexical_patterns import PatternBook, WordSequence

UNIT_WORDS = {
    DateUnit.HOUR: ("час", "hour"),
    DateUnit.DAY: ("день", "сутки", "day"),
    DateUnit.WEEK: ("неделя", "week"),
    DateUnit.MONTH: ("месяц", "мес", "month"),
    DateUnit.QUARTER: ("квартал", "quarter"),
    DateUnit.YEAR: ("год", "year"),
}


def lines_of(file: str) -> Iterator[tuple[str, list[str]]]:
    """The name and the patterns of each line of one of this package's tables; # begins a remark."""
    for line in resources.files(__package__).joinpath(file).read_text(encoding="utf-8").splitlines():
        if not line.startswith("# "):
            name, patterns = line.split("\t")
            yield name, [pattern.strip() for pattern in patterns.split(";") if pattern.strip()]


@lru_cache(maxsize=1)
def _book() -> PatternBook[DateUnit]:
    book: PatternBook[DateUnit] = PatternBook()
    for unit, patterns in lines_of("buckets.tsv"):
        for pattern in patterns:
            book.add(pattern, DateUnit(unit))
    return book


def buckets_of(words: WordSequence, marks: Sequence[Mark]) -> tuple[BucketSpan, ...]:
    """The longest at each place; "sorted by date" sorts and buckets nothing."""
    ordered = {place for mark in marks if mark.sign is Sign.ORDERED for place in range(mark.first, mark.last + 1)}
    matches = sorted({(match.first, -match.last, match.meaning) for match in _book().matches(words)})
    spans: list[BucketSpan] = []
    for first, last, unit in matches:
        if first not in ordered and not (spans and spans[-1].last >= -last):
            spans.append(BucketSpan(first, -last, unit))
    return tuple(spans)
