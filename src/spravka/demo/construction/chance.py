"""Chance that is the same every time: each part of the company draws from a row of numbers of its own."""

import datetime
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

YEARS = 5
DAYS_PER_YEAR = 365


def first_day(today: datetime.date) -> datetime.date:
    """The day on which the company's books begin, five years before ``today``."""
    return today - datetime.timedelta(days=YEARS * DAYS_PER_YEAR)


def days(count: int) -> datetime.timedelta:
    return datetime.timedelta(days=count)


class Chance(random.Random):
    """A row of chances known by its name and seed."""

    def __init__(self, seed: int, name: str) -> None:
        super().__init__(f"{seed} {name}")

    def happens(self, share: float) -> bool:
        return self.random() < share

    def favourite(self, things: Sequence[T], power: float = 2.0) -> T:
        """One of ``things``; the first ones far more often, the more so the higher ``power``."""
        return things[int(len(things) * self.random() ** power)]

    def roubles(self, usual: float, spread: float = 0.6) -> float:
        """An amount around ``usual``, log-normal, in whole hundreds of roubles above a million, else kopecks."""
        amount = usual * self.lognormvariate(0.0, spread)
        return float(round(amount, -2)) if amount > 1_000_000 else round(amount, 2)

    def day_between(self, first: datetime.date, last: datetime.date) -> datetime.date:
        """A day from ``first`` to ``last``, both included; ``first`` where ``last`` is before it."""
        return first + days(self.randint(0, max((last - first).days, 0)))
