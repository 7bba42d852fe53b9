"""Words of the calendar in both languages, and arithmetic with whole months."""

import datetime
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources

FIRST_YEAR, LAST_YEAR = 1000, 2999


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, int]]:
    text = resources.files(__package__).joinpath("calendar_words.tsv").read_text(encoding="utf-8")
    table: dict[str, dict[str, int]] = {}
    for line in text.splitlines():
        kind, number, words = line.split("\t")
        table.setdefault(kind, {}).update(dict.fromkeys(words.split(), int(number)))
    return table


def calendar_number(kind: str, forms: Iterable[str]) -> int | None:
    """The number of a month (1…12), season (its first month), or ordinal (1…4), if one of the forms names one."""
    numbers = _table()[kind]
    return next((numbers[form] for form in forms if form in numbers), None)


def months_later(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later, or the last day of a shorter month; kept within years 1…9999."""
    place = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = divmod(place, 12)
    for candidate in (day.day, 30, 29, 28):
        try:
            return datetime.date(year, month + 1, candidate)
        except ValueError:
            continue
    raise AssertionError("every month has a day 28")


def days_later(day: datetime.date, days: int) -> datetime.date:
    """So many days later, kept within the years 1…9999."""
    place = min(max(day.toordinal() + days, 1), datetime.date.max.toordinal())
    return datetime.date.fromordinal(place)
