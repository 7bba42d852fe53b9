"""The holding's counterparties, objects of construction and their sites."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spravka.demo.construction.chance import Chance, days, first_day
from spravka.demo.construction.place_words import (
    COMPANY_ENDS,
    COMPANY_STARTS,
    COMPANY_TAILS,
    FORMS,
    OBJECT_KIND_WEIGHTS,
    OBJECT_KINDS,
    OBJECT_NAMES,
    REGIONS,
    STREETS,
)

BUILDER, SUPPLIER, CUSTOMER = "подрядчик", "поставщик", "заказчик"
COUNTS = {BUILDER: 130, SUPPLIER: 120, CUSTOMER: 40}
INN_WEIGHTS = (2, 4, 10, 3, 5, 9, 4, 6, 8)

DESIGN, BUILDING, PAUSED, FINISHED = "проектирование", "строительство", "приостановлен", "сдан"
FINISHING_NOW = 5
"""So many objects are planned to be handed over in today's quarter, on days spread over it."""


@dataclass(frozen=True, slots=True)
class Counterparty:
    id: int
    name: str
    inn: str
    role: str
    city: str | None
    is_blocked: bool


@dataclass(frozen=True, slots=True)
class Project:
    id: int
    name: str
    kind: str
    city: str
    region: str
    customer_id: int
    manager_id: int
    status: str
    start_date: datetime.date
    planned_finish_date: datetime.date
    actual_finish_date: datetime.date | None
    budget: float
    area: float | None

    def is_built_on(self, day: datetime.date) -> bool:
        """Whether people work on it on ``day``."""
        end = self.actual_finish_date or (self.planned_finish_date if self.status == PAUSED else datetime.date.max)
        return self.start_date <= day <= end


@dataclass(frozen=True, slots=True)
class Site:
    id: int
    project_id: int
    name: str
    address: str
    area: float


def make_counterparties(seed: int) -> list[Counterparty]:
    """Companies of each role; the names of all differ."""
    chance = Chance(seed, "counterparties")
    found: list[Counterparty] = []
    for role, count in COUNTS.items():
        names = _company_names(chance, role)
        for _ in range(count):
            city = None if chance.happens(0.04) else chance.favourite(list(REGIONS), 1.6)
            company = Counterparty(len(found) + 1, next(names), _inn(chance), role, city, chance.happens(0.05))
            found.append(company)
    return found


def _company_names(chance: Chance, role: str) -> Iterator[str]:
    """Names without an end, none of them twice."""
    seen: set[str] = set()
    first = next(iter(COMPANY_STARTS[role])) + COMPANY_ENDS[role][0]
    yield f"ООО «{first}»"
    seen.add(first)
    while True:
        start, end = chance.choice(COMPANY_STARTS[role]), chance.choice(COMPANY_ENDS[role])
        name = start + end.lower() + chance.choice(COMPANY_TAILS)
        if name.lower() not in {other.lower() for other in seen} and not start.startswith(end):
            seen.add(name)
            yield f"{chance.choice(FORMS)} «{name}»"


def _inn(chance: Chance) -> str:
    """Ten digits, the last one wrong on purpose: no company has such a number."""
    digits = [chance.randint(1, 9), *(chance.randint(0, 9) for _ in range(8))]
    check = sum(digit * weight for digit, weight in zip(digits, INN_WEIGHTS, strict=True)) % 11 % 10
    return "".join(map(str, digits)) + str((check + chance.randint(1, 9)) % 10)


def make_projects(
    seed: int, today: datetime.date, counterparties: Sequence[Counterparty], managers: Sequence[int]
) -> list[Project]:
    """One object for each name; ``managers`` are ids of employees."""
    chance = Chance(seed, "projects")
    customers = [company.id for company in counterparties if company.role == CUSTOMER]
    return [
        _project(chance, number, name, today, chance.favourite(customers[:-4]), chance.choice(managers))
        for number, name in enumerate(OBJECT_NAMES, 1)
    ]


def _project(
    chance: Chance, number: int, name: str, today: datetime.date, customer_id: int, manager_id: int
) -> Project:
    kind = chance.choices(list(OBJECT_KINDS), OBJECT_KIND_WEIGHTS)[0]
    city = chance.favourite(list(REGIONS), 1.4)
    start, planned = _term(chance, number, today)
    actual, status = _state(chance, start, planned, today)
    area = None if kind == "дорога" else float(chance.randint(20, 600) * 100)
    budget = chance.roubles(480_000_000, 0.7)
    title = OBJECT_KINDS[kind].format(name)
    return Project(
        number, title, kind, city, REGIONS[city], customer_id, manager_id, status, start, planned, actual, budget, area
    )


def _term(chance: Chance, number: int, today: datetime.date) -> tuple[datetime.date, datetime.date]:
    """The first day of an object and the day planned as its last."""
    lasts = chance.randint(380, 1000)
    start = chance.day_between(first_day(today), today + days(120))
    if number > FINISHING_NOW:
        return start, start + days(lasts)
    quarter = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
    planned = quarter + days(5 + 18 * (number - 1))
    return planned - days(lasts), planned


def _state(
    chance: Chance, start: datetime.date, planned: datetime.date, today: datetime.date
) -> tuple[datetime.date | None, str]:
    """The day on which it was handed over, if it was, and its state."""
    if start > today:
        return None, DESIGN
    actual = planned + days(chance.choice((-20, -5, 0, 0, 12, 30, 45, 90, 160)))
    if actual <= today:
        return actual, FINISHED
    return None, PAUSED if chance.happens(0.12) else BUILDING


def make_sites(seed: int, projects: Sequence[Project]) -> list[Site]:
    """One to three sites of each object."""
    chance = Chance(seed, "sites")
    found: list[Site] = []
    for project in projects:
        for number in range(1, chance.choice((1, 2, 2, 3)) + 1):
            address = f"{project.city}, ул. {chance.choice(STREETS)}, {chance.randint(1, 180)}"
            area = round(chance.uniform(0.4, 12), 2)
            found.append(Site(len(found) + 1, project.id, f"Площадка {project.id}-{number}", address, area))
    return found
