"""Periods are whole units, one next to the other, and hold the days they should."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.query_plans.periods import Bounds, bounds_of
from spravka.query_plans.plan import DateUnit, FixedPeriod, RelativePeriod

DAY = datetime.date
TODAY = DAY(2026, 11, 22)
DAYS = st.dates(DAY(1900, 1, 1), DAY(2100, 1, 1))


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        (RelativePeriod(DateUnit.MONTH, -1, -1), DAY(2026, 10, 1), DAY(2026, 11, 1)),
        (RelativePeriod(DateUnit.QUARTER, -1, -1), DAY(2026, 7, 1), DAY(2026, 10, 1)),
        (RelativePeriod(DateUnit.QUARTER, 1, 1), DAY(2027, 1, 1), DAY(2027, 4, 1)),
        (RelativePeriod(DateUnit.YEAR, 0, 0), DAY(2026, 1, 1), DAY(2027, 1, 1)),
        (RelativePeriod(DateUnit.YEAR, 0, 0, until_today=True), DAY(2026, 1, 1), DAY(2026, 11, 23)),
        (RelativePeriod(DateUnit.WEEK, 0, 0), DAY(2026, 11, 16), DAY(2026, 11, 23)),
        (RelativePeriod(DateUnit.DAY, -29, 0), DAY(2026, 10, 24), DAY(2026, 11, 23)),
        (RelativePeriod(DateUnit.MONTH, -3, -1), DAY(2026, 8, 1), DAY(2026, 11, 1)),
        (RelativePeriod(DateUnit.MONTH, -1, -3), DAY(2026, 8, 1), DAY(2026, 11, 1)),
        (RelativePeriod(DateUnit.YEAR, -9999, 0), DAY.min, DAY(2027, 1, 1)),
        (FixedPeriod(None, DAY(2026, 1, 1)), None, DAY(2026, 1, 1)),
    ],
)
def test_a_period_is_counted_from_today(
    period: RelativePeriod | FixedPeriod, start: DAY | None, end: DAY | None
) -> None:
    assert bounds_of(period, TODAY) == Bounds(start, end)


def test_hours_are_counted_from_the_hour_of_now() -> None:
    now = datetime.datetime(2026, 11, 22, 0, 30)
    found = bounds_of(RelativePeriod(DateUnit.HOUR, -1, -1), now)
    assert found == Bounds(datetime.datetime(2026, 11, 21, 23), datetime.datetime(2026, 11, 22))


@given(DAYS, st.sampled_from([unit for unit in DateUnit if unit is not DateUnit.HOUR]), st.integers(-50, 50))
def test_units_follow_each_other_without_a_gap(today: DAY, unit: DateUnit, offset: int) -> None:
    before, after = (bounds_of(RelativePeriod(unit, first, first), today) for first in (offset, offset + 1))
    assert before.end == after.start


@given(DAYS, st.sampled_from([unit for unit in DateUnit if unit is not DateUnit.HOUR]))
def test_the_current_unit_holds_today(today: DAY, unit: DateUnit) -> None:
    found = bounds_of(RelativePeriod(unit, 0, 0), today)
    assert found.start is not None
    assert found.end is not None
    assert found.start <= today < found.end
