"""The holding's departments, employees, their absences and their hours on objects."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spravka.demo.construction.building import Project
from spravka.demo.construction.chance import Chance, days, first_day
from spravka.demo.construction.people_words import BUILDERS, DEPARTMENTS, FATHERS, MEN, SURNAMES, WOMEN

ABSENCES = {"отпуск": (0.62, 7, 21), "больничный": (0.3, 3, 18), "без содержания": (0.08, 1, 6)}
"""Of each kind of absence: its share and how many days it lasts."""

DISMISSED_SHARE = 0.22


@dataclass(frozen=True, slots=True)
class Department:
    id: int
    name: str
    city: str


@dataclass(frozen=True, slots=True)
class Employee:
    id: int
    full_name: str
    position: str
    department_id: int
    birth_date: datetime.date | None
    hire_date: datetime.date
    dismissal_date: datetime.date | None
    salary: float


@dataclass(frozen=True, slots=True)
class Absence:
    id: int
    employee_id: int
    kind: str
    start_date: datetime.date
    end_date: datetime.date


@dataclass(frozen=True, slots=True)
class MonthOfWork:
    id: int
    employee_id: int
    project_id: int
    month: datetime.date
    hours: float


def make_departments() -> list[Department]:
    return [Department(number, name, city) for number, (name, (city, _, _)) in enumerate(DEPARTMENTS.items(), 1)]


def make_employees(seed: int, today: datetime.date) -> list[Employee]:
    """Everybody who worked here in five years; those who left have a day of dismissal."""
    chance = Chance(seed, "employees")
    names = _full_names(chance)
    employees: list[Employee] = []
    for department_id, (_, count, positions) in enumerate(DEPARTMENTS.values(), 1):
        for _ in range(count):
            position = chance.favourite(list(positions), 1.3)
            number = len(employees) + 1
            employees.append(
                _employee(chance, number, next(names), position, positions[position], department_id, today)
            )
    return employees


def _employee(
    chance: Chance, number: int, name: str, position: str, pay: int, department_id: int, today: datetime.date
) -> Employee:
    hired = chance.day_between(first_day(today) - days(2000), today - days(5))
    left = (
        chance.day_between(max(hired, first_day(today)) + days(60), today) if chance.happens(DISMISSED_SHARE) else None
    )
    born = None if chance.happens(0.04) else today - days(chance.randint(22 * 365, 62 * 365))
    salary = round(chance.gauss(pay, pay * 0.12), -3)
    return Employee(number, name, position, department_id, born, hired, None if left and left > today else left, salary)


def _full_names(chance: Chance) -> Iterator[str]:
    """Names without an end, none of them twice."""
    seen: set[str] = set()
    while True:
        surname, father = chance.choice(SURNAMES), chance.choice(FATHERS)
        name = (
            f"{surname} {chance.choice(MEN)} {_patronymic(father, 'ович')}"
            if chance.happens(0.55)
            else f"{surname}а {chance.choice(WOMEN)} {_patronymic(father, 'овна')}"
        )
        if name not in seen:
            seen.add(name)
            yield name


def _patronymic(father: str, ending: str) -> str:
    return father + ending if not father.endswith("й") else father[:-1] + "е" + ending[1:]


def make_absences(seed: int, today: datetime.date, employees: Sequence[Employee]) -> list[Absence]:
    """A few absences a year of each employee, planned vacations of the next months among them."""
    chance = Chance(seed, "absences")
    found: list[Absence] = []
    for employee in employees:
        last = employee.dismissal_date or today + days(60)
        start = max(employee.hire_date, first_day(today)) + days(chance.randint(30, 200))
        while start < last:
            found.append(_absence(chance, len(found) + 1, employee.id, start, today))
            start = found[-1].end_date + days(chance.randint(60, 330))
    return found


def _absence(chance: Chance, number: int, employee_id: int, start: datetime.date, today: datetime.date) -> Absence:
    kinds = list(ABSENCES)
    kind = chance.choices(kinds, [ABSENCES[kind][0] for kind in kinds])[0] if start <= today else "отпуск"
    _, shortest, longest = ABSENCES[kind]
    return Absence(number, employee_id, kind, start, start + days(chance.randint(shortest, longest)))


def make_timesheet(
    seed: int, today: datetime.date, employees: Sequence[Employee], projects: Sequence[Project]
) -> list[MonthOfWork]:
    """Hours of the builders on the objects under construction, one or two objects a month."""
    chance = Chance(seed, "timesheet")
    builders = [employee for employee in employees if employee.department_id == _builders_department()]
    rows: list[MonthOfWork] = []
    for month in _months(first_day(today), today):
        places = [project for project in projects if project.is_built_on(month)]
        for employee in builders:
            if employee.hire_date < month and not (employee.dismissal_date and employee.dismissal_date < month):
                for project in chance.sample(places, min(len(places), chance.choice((1, 1, 2)))):
                    hours = chance.choice((40, 64, 80, 96, 120, 152, 160, 168))
                    rows.append(MonthOfWork(len(rows) + 1, employee.id, project.id, month, hours))
    return rows


def _builders_department() -> int:
    return list(DEPARTMENTS).index(BUILDERS) + 1


def _months(first: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + days(32)).replace(day=1)
