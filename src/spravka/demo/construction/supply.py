"""The holding's materials, warehouses, stocks and deliveries."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from spravka.demo.construction.building import SUPPLIER, Counterparty
from spravka.demo.construction.chance import DAYS_PER_YEAR, Chance, first_day
from spravka.demo.construction.people import Employee
from spravka.demo.construction.people_words import KEEPERS
from spravka.demo.construction.supply_words import MATERIALS, WAREHOUSES, WITHOUT

DELIVERIES = 14_000
YEARLY_GROWTH = 0.09
"""How much dearer everything becomes in a year."""

QUANTITIES = {"т": (2, 40), "м³": (5, 90), "шт": (500, 9_000), "м": (100, 3_000), "кг": (50, 2_500)}


@dataclass(frozen=True, slots=True)
class Material:
    id: int
    name: str
    category: str
    unit: str


@dataclass(frozen=True, slots=True)
class Warehouse:
    id: int
    name: str
    city: str
    keeper_id: int | None


@dataclass(frozen=True, slots=True)
class Stock:
    id: int
    warehouse_id: int
    material_id: int
    quantity: float
    reserved: float | None


@dataclass(frozen=True, slots=True)
class Delivery:
    id: int
    counterparty_id: int
    material_id: int
    warehouse_id: int
    delivery_date: datetime.date
    quantity: float
    price: float
    amount: float


def make_materials() -> list[Material]:
    named = [
        (pattern.format(size), category, unit)
        for category, (pattern, unit, _, sizes) in MATERIALS.items()
        for size in sizes
    ]
    return [Material(number, *words) for number, words in enumerate(named, 1)]


def make_warehouses(employees: Sequence[Employee]) -> list[Warehouse]:
    """The keepers are those who work here still; the last warehouse has none."""
    keepers = [
        employee.id for employee in employees if employee.position == KEEPERS and employee.dismissal_date is None
    ]
    return [
        Warehouse(number, name, city, keepers[number % len(keepers)] if number < len(WAREHOUSES) else None)
        for number, (name, city) in enumerate(WAREHOUSES.items(), 1)
    ]


def make_stocks(seed: int, materials: Sequence[Material], warehouses: Sequence[Warehouse]) -> list[Stock]:
    """What lies in each warehouse: half of the materials, some of them reserved, some run out."""
    chance = Chance(seed, "stock")
    found: list[Stock] = []
    for warehouse in warehouses:
        for material in materials:
            if WITHOUT.get(warehouse.name) == material.category or chance.happens(0.45):
                continue
            quantity = 0.0 if chance.happens(0.06) else _quantity(chance, material)
            reserved = None if chance.happens(0.5) else round(quantity * chance.choice((0, 0.1, 0.25, 0.5)), 2)
            found.append(Stock(len(found) + 1, warehouse.id, material.id, quantity, reserved))
    return found


def make_deliveries(
    seed: int,
    today: datetime.date,
    counterparties: Sequence[Counterparty],
    materials: Sequence[Material],
    warehouses: Sequence[Warehouse],
) -> list[Delivery]:
    """In the order of their days. A supplier brings materials of a few groups only."""
    chance = Chance(seed, "deliveries")
    suppliers = [company for company in counterparties if company.role == SUPPLIER]
    ranges = {company.id: _range(chance, materials) for company in suppliers}
    found_days = sorted(chance.day_between(first_day(today), today) for _ in range(DELIVERIES))
    found: list[Delivery] = []
    for day in found_days:
        company = chance.favourite(suppliers, 1.5)
        material, warehouse = chance.choice(ranges[company.id]), chance.favourite(warehouses, 1.3)
        found.append(_delivery(chance, len(found) + 1, company.id, material, warehouse.id, day, today))
    return found


def _range(chance: Chance, materials: Sequence[Material]) -> list[Material]:
    """What one supplier sells."""
    categories = chance.sample(list(MATERIALS), chance.randint(1, 3))
    return [material for material in materials if material.category in categories]


def _delivery(
    chance: Chance,
    number: int,
    company_id: int,
    material: Material,
    warehouse_id: int,
    day: datetime.date,
    today: datetime.date,
) -> Delivery:
    years = (day - first_day(today)).days / DAYS_PER_YEAR
    price = round(MATERIALS[material.category][2] * (1 + YEARLY_GROWTH) ** years * chance.uniform(0.9, 1.1), 2)
    quantity = _quantity(chance, material)
    return Delivery(number, company_id, material.id, warehouse_id, day, quantity, price, round(quantity * price, 2))


def _quantity(chance: Chance, material: Material) -> float:
    least, most = QUANTITIES[material.unit]
    return round(chance.uniform(least, most), 1 if material.unit in ("т", "м³") else 0)
