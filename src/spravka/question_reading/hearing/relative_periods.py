"""Periods counted from today: last month, past 30 days, «с начала года», yesterday.

"The last 30 days" end with today and start 30 days before it, as databases' ``CURRENT_DATE - INTERVAL`` does;
"the last three months" likewise start on the same day three months before. "Last month" is the whole one before this.
"""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from spravka.query_plans.plan import DateUnit, FixedPeriod, Period, RelativePeriod
from spravka.question_reading.hearing.calendar_words import calendar_number, days_later, months_later
from spravka.question_reading.hearing.lexical_patterns import PatternBook, WordSequence
from spravka.question_reading.hearing.time_units import UNIT_WORDS, lines_of

_MONTHS_OF = {DateUnit.MONTH: 1, DateUnit.QUARTER: 3, DateUnit.YEAR: 12}
_DAYS_OF = {DateUnit.DAY: 1, DateUnit.WEEK: 7}
_MOST_UNITS = 10_000


@dataclass(frozen=True, slots=True)
class RelativeRule:
    """A rule of ``period_patterns.tsv``, for one unit where its pattern names one."""

    name: str
    unit: DateUnit


@dataclass(frozen=True, slots=True)
class RelativeSpan:
    """Tokens ``first`` … ``last`` and the period, with the days it covers today."""

    first: int
    last: int
    period: Period
    start: datetime.date
    end: datetime.date


@lru_cache(maxsize=1)
def _book() -> PatternBook[RelativeRule]:
    book: PatternBook[RelativeRule] = PatternBook()
    for rule, patterns in lines_of("period_patterns.tsv"):
        for pattern in patterns:
            for unit, words in UNIT_WORDS.items() if "@" in pattern else ((DateUnit.DAY, ("",)),):
                book.add(pattern.replace("@", "/".join(words)), RelativeRule(rule, unit))
    return book


def _rolling(unit: DateUnit, count: int, today: datetime.date) -> RelativePeriod:
    """From the same day ``count`` units ago to today, both included."""
    if unit is DateUnit.HOUR:
        return RelativePeriod(DateUnit.HOUR, -count, 0)
    if unit in _DAYS_OF:
        return RelativePeriod(DateUnit.DAY, -count * _DAYS_OF[unit], 0, until_today=True)
    days = (today - months_later(today, -count * _MONTHS_OF[unit])).days
    return RelativePeriod(DateUnit.DAY, -days, 0, until_today=True)


def unit_start(day: datetime.date, unit: DateUnit) -> datetime.date:
    """The first day of the unit in which the day lies; weeks begin on Monday."""
    if unit is DateUnit.WEEK:
        return days_later(day, -day.weekday())
    if unit is DateUnit.MONTH:
        return day.replace(day=1)
    if unit is DateUnit.QUARTER:
        return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    return day.replace(month=1, day=1) if unit is DateUnit.YEAR else day


def _later(day: datetime.date, unit: DateUnit, count: int) -> datetime.date:
    if unit in _MONTHS_OF:
        return months_later(day, count * _MONTHS_OF[unit])
    return days_later(day, count * _DAYS_OF.get(unit, 1))


def days_of(period: Period, today: datetime.date) -> tuple[datetime.date, datetime.date]:
    """The days from the first to before the second that a period covers today."""
    if isinstance(period, FixedPeriod):
        return period.start or datetime.date.min, period.end or datetime.date.max
    if period.unit is DateUnit.HOUR:
        return today, days_later(today, 1)
    start = _later(unit_start(today, period.unit), period.unit, period.first)
    end = _later(unit_start(today, period.unit), period.unit, period.last + 1)
    return start, days_later(today, 1) if period.until_today else end


def _half(today: datetime.date, halves: int) -> FixedPeriod:
    start = months_later(today.replace(month=1 if today.month <= 6 else 7, day=1), 6 * halves)
    return FixedPeriod(start, months_later(start, 6))


def _season(words: WordSequence, last: int, today: datetime.date, seasons_back: int) -> FixedPeriod:
    """This summer is the one of this year; last summer the latest that has ended before this year's."""
    month = calendar_number("season", words.forms[last]) or 6
    start = datetime.date(today.year, month, 1)
    if start > today and seasons_back:
        seasons_back = 1
    elif seasons_back:
        seasons_back = 0 if months_later(start, 3) <= today else 1
    start = months_later(start, -12 * seasons_back)
    return FixedPeriod(start, months_later(start, 3))


_BY_UNIT: dict[str, Callable[[DateUnit, int, datetime.date], Period]] = {
    "current": lambda unit, _count, _today: RelativePeriod(unit, 0, 0),
    "previous": lambda unit, _count, _today: RelativePeriod(unit, -1, -1),
    "next": lambda unit, _count, _today: RelativePeriod(unit, 1, 1),
    "next-unit": lambda unit, _count, _today: RelativePeriod(unit, 0, 1),
    "rolling": lambda unit, _count, today: _rolling(unit, 1, today),
    "whole-unit": lambda unit, _count, today: _rolling(unit, 1, today),
    "last-units": _rolling,
    "next-units": lambda unit, count, _today: RelativePeriod(unit, 0 if unit is DateUnit.DAY else 1, count),
    "ago": lambda unit, count, _today: RelativePeriod(unit, -count, -count),
    "ago-one": lambda unit, _count, _today: RelativePeriod(unit, -1, -1),
    "to-date": lambda unit, _count, _today: RelativePeriod(unit, 0, 0, until_today=True),
    "rest": lambda unit, _count, today: FixedPeriod(today, _later(unit_start(today, unit), unit, 1)),
}
_WHOLE: dict[str, Callable[[datetime.date], Period]] = {
    "yesterday": lambda _today: RelativePeriod(DateUnit.DAY, -1, -1),
    "day-before-yesterday": lambda _today: RelativePeriod(DateUnit.DAY, -2, -2),
    "today": lambda _today: RelativePeriod(DateUnit.DAY, 0, 0),
    "tomorrow": lambda _today: RelativePeriod(DateUnit.DAY, 1, 1),
    "day-after-tomorrow": lambda _today: RelativePeriod(DateUnit.DAY, 2, 2),
    "until-now": lambda today: FixedPeriod(None, days_later(today, 1)),
    "future": lambda today: FixedPeriod(days_later(today, 1), None),
    "current-half": lambda today: _half(today, 0),
    "previous-half": lambda today: _half(today, -1),
    "last-half": lambda today: _rolling(DateUnit.MONTH, 6, today),
    "last-decade": lambda today: _rolling(DateUnit.YEAR, 10, today),
    "previous-year": lambda _today: RelativePeriod(DateUnit.YEAR, -1, -1),
    "year-to-date": lambda _today: RelativePeriod(DateUnit.YEAR, 0, 0, until_today=True),
    "month-to-date": lambda _today: RelativePeriod(DateUnit.MONTH, 0, 0, until_today=True),
    "quarter-to-date": lambda _today: RelativePeriod(DateUnit.QUARTER, 0, 0, until_today=True),
}


def relative_spans(words: WordSequence, today: datetime.date) -> Iterator[RelativeSpan]:
    """Every relative period, shorter ones within longer included."""
    for match in _book().matches(words):
        rule = match.meaning
        count = int(min(match.numbers[0].value, _MOST_UNITS)) if match.numbers else 1
        period: Period
        if rule.name in _WHOLE:
            period = _WHOLE[rule.name](today)
        elif rule.name.endswith("-season"):
            period = _season(words, match.last, today, 1 if rule.name == "last-season" else 0)
        elif count >= 1:
            period = _BY_UNIT[rule.name](rule.unit, count, today)
        else:
            continue
        start, end = days_of(period, today)
        yield RelativeSpan(match.first, match.last, period, start, end)
