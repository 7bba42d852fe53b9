"""Fixed moments named in a question: days, months, quarters, halves, seasons, years, decades."""

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spravka.question_reading.hearing.calendar_words import (
    FIRST_YEAR,
    LAST_YEAR,
    calendar_number,
    days_later,
    months_later,
)
from spravka.question_reading.hearing.heard import Language, Token, TokenKind

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_POINTED = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})")
_YEAR = re.compile(r"[12]\d{3}")
_DAY = re.compile(r"[0-3]?\d")
_QUARTER_CODE = re.compile(r"q([1-4])|([1-4])q", re.IGNORECASE)
_DAY_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_PROPER_MONTHS = frozenset({"may", "march", "mar", "sep", "dec"})
"""English months that are other words too: they count with a capital letter only."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Tokens ``first`` … ``last`` name the days from ``start`` to before ``end``.

    ``has_year`` is false where the year was not said, and then the latest one that has begun is taken.
    ``is_bare`` marks a lone year without the word "year".
    """

    first: int
    last: int
    start: datetime.date
    end: datetime.date
    has_year: bool = True
    is_bare: bool = False

    def in_year(self, year: int) -> "Moment":
        months = (year - self.start.year) * 12
        return Moment(self.first, self.last, months_later(self.start, months), months_later(self.end, months))


class MomentReader:
    """Reads the moment that starts at a token."""

    def __init__(self, tokens: Sequence[Token], language: Language, today: datetime.date) -> None:
        self._tokens = tokens
        self._language = language
        self._today = today

    def at(self, place: int) -> Moment | None:
        """The longest moment that starts at the token."""
        token = self._tokens[place]
        if token.kind not in (TokenKind.WORD, TokenKind.NUMBER):
            return None
        readers: tuple[Callable[[int], Moment | None], ...] = (
            self._written_date,
            self._day_of_month,
            self._month_and_day,
            self._month,
            self._part_of_year,
            self._season,
            self._decade,
            self._year,
        )
        return next((moment for reader in readers if (moment := reader(place)) is not None), None)

    # Single tokens

    def _forms(self, place: int) -> tuple[str, ...]:
        if not 0 <= place < len(self._tokens):
            return ()
        token = self._tokens[place]
        if token.kind is TokenKind.QUOTED:
            return ()
        return (token.text.lower(), *token.lemmas)

    def _is(self, place: int, *words: str) -> bool:
        return not set(words).isdisjoint(self._forms(place))

    def _month_at(self, place: int) -> int | None:
        forms = self._forms(place)
        if not forms or (forms[0] in _PROPER_MONTHS and self._tokens[place].text[0].islower()):
            return None
        return calendar_number("month", forms)

    def _day_at(self, place: int) -> tuple[int, int] | None:
        """A day of a month and its last token: 15, 15-го, 15th."""
        if not 0 <= place < len(self._tokens) or not _DAY.fullmatch(self._tokens[place].text):
            return None
        day, last = int(self._tokens[place].text), place
        if not 1 <= day <= 31:
            return None
        if self._is(last + 1, *_DAY_ENDINGS):
            last += 1
        elif self._is(last + 1, "-") and self._is(last + 2, "го", "е", "ое", "ого"):
            last += 2
        return day, last

    def _bare_year_at(self, place: int) -> int | None:
        if not 0 <= place < len(self._tokens) or not _YEAR.fullmatch(self._tokens[place].text):
            return None
        year = int(self._tokens[place].text)
        return year if FIRST_YEAR <= year <= LAST_YEAR else None

    def _year_after(self, place: int) -> tuple[int | None, int]:
        """A year that may follow what ends at ``place`` ("March, 2024", «марта 2024 года»), and the last token."""
        for gap in (1, 2):
            year = self._bare_year_at(place + gap)
            if year is not None and (gap == 1 or self._is(place + 1, ",", "of", "in", "в", "за")):
                return year, self._year_word_after(place + gap)
        return None, place

    def _year_word_after(self, place: int) -> int:
        """The word «год», «г.» or the ending «-й» after a year."""
        if self._is(place + 1, "-") and self._is(place + 2, "го", "й", "м", "ом", "ый", "му"):
            place += 2
        if not calendar_number("year-word", self._forms(place + 1)):
            return place
        is_short = self._tokens[place + 1].text.lower() in {"г", "гг"}
        return place + 2 if is_short and self._is(place + 2, ".") else place + 1

    # Moments

    def _written_date(self, place: int) -> Moment | None:
        day = _read_date(self._tokens[place].text, self._language)
        return Moment(place, place, day, days_later(day, 1)) if day else None

    def _day_of_month(self, place: int) -> Moment | None:
        found = self._day_at(place)
        if found is None:
            return None
        day, last = found
        if self._is(last + 1, "of"):
            last += 1
        month = self._month_at(last + 1)
        return self._day_moment(place, last + 1, month, day) if month else None

    def _month_and_day(self, place: int) -> Moment | None:
        month = self._month_at(place)
        found = self._day_at(place + 1) or (self._day_at(place + 2) if self._is(place + 1, "the") else None)
        if month is None or found is None or self._language is Language.RUSSIAN:
            return None
        return self._day_moment(place, found[1], month, found[0])

    def _day_moment(self, first: int, last: int, month: int, day: int) -> Moment | None:
        year, last = self._year_after(last)
        for candidate in [year] if year else [self._today.year, *range(self._today.year - 1, self._today.year - 9, -1)]:
            start = _date(candidate, month, day)
            if start and (year or start <= self._today):
                return Moment(first, last, start, days_later(start, 1), has_year=year is not None)
        return None

    def _month(self, place: int) -> Moment | None:
        month = self._month_at(place)
        return self._months(place, place, month, 1) if month else None

    def _part_of_year(self, place: int) -> Moment | None:
        """Q3, the third quarter, 3 квартал, III кв., first half, второе полугодие."""
        code = _QUARTER_CODE.fullmatch(self._tokens[place].text)
        if code:
            return self._months(place, place, int(code[1] or code[2]) * 3 - 2, 3)
        number = calendar_number("ordinal", self._forms(place))
        last = place
        if number is None and self._tokens[place].text in {"1", "2", "3", "4"}:
            number = int(self._tokens[place].text)
            if self._is(place + 1, "-"):
                last += 2
            elif self._is(place + 1, *_DAY_ENDINGS):
                last += 1
        if number is None:
            return None
        if calendar_number("quarter-word", self._forms(last + 1)):
            last += 2 if self._is(last + 1, "кв") and self._is(last + 2, ".") else 1
            return self._months(place, last, number * 3 - 2, 3)
        if number <= 2 and calendar_number("half-word", self._forms(last + 1)):
            return self._half(place, last + 1, number)
        return None

    def _half(self, first: int, last: int, number: int) -> Moment | None:
        """A half needs a year unless it is «полугодие»: "the second half" alone may be of anything."""
        moment = self._months(first, last, number * 6 - 5, 6)
        return moment if moment.has_year or self._is(last, "полугодие") else None

    def _season(self, place: int) -> Moment | None:
        month = calendar_number("season", self._forms(place)[:1]) or calendar_number("season", self._forms(place))
        if month is None or (self._is(place, "лето") and self._is(place, "год")):
            return None
        year, _ = self._year_after(place)
        is_plain = self._language is Language.RUSSIAN or not self._is(place, "fall", "spring")
        return self._months(place, place, month, 3) if year or is_plain else None

    def _months(self, first: int, last: int, month: int, length: int) -> Moment:
        """``length`` months; a year not said is the latest in which they have begun."""
        year, last = self._year_after(last)
        has_year = year is not None
        if year is None:
            year = self._today.year if month <= self._today.month else self._today.year - 1
        start = datetime.date(year, month, 1)
        return Moment(first, last, start, months_later(start, length), has_year=has_year)

    def _decade(self, place: int) -> Moment | None:
        """1990s, the 90s, 1990-е годы."""
        found = re.fullmatch(r"(\d{2}|\d{4})", self._tokens[place].text)
        if not found or not found[1].endswith("0"):
            return None
        is_russian = self._is(place + 1, "-") and self._is(place + 2, "е", "х", "ые", "ых", "ми")
        if not is_russian and not self._is(place + 1, "s"):
            return None
        year = int(found[1]) if len(found[1]) == 4 else _century(int(found[1]), self._today.year)
        last = self._year_word_after(place + 2) if is_russian else place + 1
        start = _date(year, 1, 1)
        return Moment(place, last, start, months_later(start, 120)) if start else None

    def _year(self, place: int) -> Moment | None:
        first = place
        if calendar_number("year-word", self._forms(place)) and self._bare_year_at(place + 1) is not None:
            place += 1
        year = self._bare_year_at(place)
        if year is None:
            return None
        last = self._year_word_after(place)
        start = datetime.date(year, 1, 1)
        return Moment(first, last, start, months_later(start, 12), is_bare=first == last)


def _century(short: int, this_year: int) -> int:
    return 2000 + short if 2000 + short <= this_year else 1900 + short


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _read_date(text: str, language: Language) -> datetime.date | None:
    """ISO, day.month.year; with slashes month first in English unless that cannot be."""
    if iso := _ISO.match(text):
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    pointed = _POINTED.match(text)
    if not pointed:
        return None
    first, second = int(pointed[1]), int(pointed[3])
    year = int(pointed[4]) + (0 if len(pointed[4]) == 4 else 2000)
    day_first, month_first = _date(year, second, first), _date(year, first, second)
    if language is Language.ENGLISH and pointed[2] == "/":
        return month_first or day_first
    return day_first or month_first
