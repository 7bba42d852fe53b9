"""Periods as half-open ranges of days or moments, counted from a given today."""

import calendar
import datetime
from dataclasses import dataclass

from spravka.query_plans.plan import DateUnit, FixedPeriod, RelativePeriod

ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Bounds:
    """From ``start`` to before ``end``; an open side is ``None``. Hours give moments, all else days."""

    start: datetime.date | None
    end: datetime.date | None


def bounds_of(period: RelativePeriod | FixedPeriod, today: datetime.date) -> Bounds:
    """The range of a period. Hours are counted from ``today``'s own hour where it is a ``datetime``."""
    if isinstance(period, FixedPeriod):
        return Bounds(period.start, period.end)
    first, last = sorted((period.first, period.last))
    end = unit_start(today, period.unit, last + 1)
    if period.until_today:
        end = min(end, end_of_today(today, period.unit))
    return Bounds(unit_start(today, period.unit, first), end)


def end_of_today(today: datetime.date, unit: DateUnit) -> datetime.date:
    tomorrow = day_of(today) + ONE_DAY
    return midnight(tomorrow) if unit is DateUnit.HOUR else tomorrow


def unit_start(today: datetime.date, unit: DateUnit, offset: int) -> datetime.date:
    """The first day of the unit that lies ``offset`` units from today's; kept within the years 1…9999."""
    try:
        return STARTS[unit](today, offset)
    except (OverflowError, ValueError):
        return datetime.date.min if offset < 0 else datetime.date.max


def day_of(today: datetime.date) -> datetime.date:
    return today.date() if isinstance(today, datetime.datetime) else today


def midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time())


def month_start(today: datetime.date, offset: int) -> datetime.date:
    year, month = divmod(today.year * 12 + today.month - 1 + offset, 12)
    return datetime.date(year, month + 1, 1)


def quarter_start(today: datetime.date, offset: int) -> datetime.date:
    return month_start(today, 3 * offset - (today.month - 1) % 3)


def week_start(today: datetime.date, offset: int) -> datetime.date:
    return day_of(today) + datetime.timedelta(days=7 * offset - calendar.weekday(today.year, today.month, today.day))


def hour_start(today: datetime.date, offset: int) -> datetime.date:
    hour = today.hour if isinstance(today, datetime.datetime) else 0
    return midnight(day_of(today)) + datetime.timedelta(hours=hour + offset)


STARTS = {
    DateUnit.YEAR: lambda today, offset: datetime.date(today.year + offset, 1, 1),
    DateUnit.QUARTER: quarter_start,
    DateUnit.MONTH: month_start,
    DateUnit.WEEK: week_start,
    DateUnit.DAY: lambda today, offset: day_of(today) + datetime.timedelta(days=offset),
    DateUnit.HOUR: hour_start,
}
