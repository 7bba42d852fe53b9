"""The whole company, table by table."""

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from spravka.demo.construction import building, contracts, money, people, supply
from spravka.demo.construction.people_words import PROJECT_MANAGERS

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

DEFAULT_SEED = 2026

Cell: TypeAlias = int | float | str | bool | datetime.date | None
Row: TypeAlias = tuple[Cell, ...]


def make_company(today: datetime.date, seed: int = DEFAULT_SEED) -> Mapping[str, Sequence[Row]]:
    """The rows of every table, those referred to before those that refer; equal arguments give equal rows.

    Five years of them end at ``today``; payments are planned half a year ahead.
    """
    employees = people.make_employees(seed, today)
    counterparties = building.make_counterparties(seed)
    projects = building.make_projects(seed, today, counterparties, _managers(employees))
    agreed = contracts.make_contracts(seed, today, counterparties, projects)
    plan = money.make_planned_payments(seed, today, agreed)
    materials, warehouses = supply.make_materials(), supply.make_warehouses(employees)
    made: dict[str, Sequence[DataclassInstance]] = {
        "department": people.make_departments(),
        "employee": employees,
        "absence": people.make_absences(seed, today, employees),
        "counterparty": counterparties,
        "project": projects,
        "site": building.make_sites(seed, projects),
        "contract": agreed,
        "act": money.make_acts(seed, today, agreed),
        "planned_payment": plan,
        "payment": money.make_payments(seed, today, agreed, plan),
        "material": materials,
        "warehouse": warehouses,
        "stock": supply.make_stocks(seed, materials, warehouses),
        "delivery": supply.make_deliveries(seed, today, counterparties, materials, warehouses),
        "timesheet": people.make_timesheet(seed, today, employees, projects),
    }
    return {table: _rows(rows) for table, rows in made.items()}


def _managers(employees: Sequence[people.Employee]) -> list[int]:
    return [
        employee.id
        for employee in employees
        if employee.position == PROJECT_MANAGERS and employee.dismissal_date is None
    ]


def _rows(made: Sequence["DataclassInstance"]) -> list[Row]:
    """The cells in the order of the class's fields, which is that of the table's columns."""
    cells = attrgetter(*(field.name for field in dataclasses.fields(made[0])))
    return list(map(cells, made))
