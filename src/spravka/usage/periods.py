"""The days and months that limits are for: UTC's, so that they begin for everybody at once."""

from datetime import datetime, timedelta


def start_of_day(now: datetime) -> datetime:
    """``now`` has the time zone UTC."""
    return now.replace(hour=0, minute=0, second=0, microsecond=0)


def start_of_month(now: datetime) -> datetime:
    return start_of_day(now).replace(day=1)


def days_before(now: datetime, days: int) -> datetime:
    """The start of the first of the last ``days`` days, today included."""
    return start_of_day(now) - timedelta(days=days - 1)
