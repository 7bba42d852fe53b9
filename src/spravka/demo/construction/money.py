"""What is done and paid under the contracts: acts, the plan of payments and the payments themselves."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spravka.demo.construction.chance import Chance, days
from spravka.demo.construction.contracts import DRAFT, FROM_CUSTOMER, RENT, SUPPLY, TERMINATED, Contract

IN, OUT = "поступление", "списание"
PLANNED, MADE, CANCELLED = "запланирован", "исполнен", "отменён"
SIGNED, DISCUSSED, REFUSED = "подписан", "на согласовании", "отклонён"

HORIZON_DAYS = 180
"""How far ahead payments are planned."""

LATE_DAYS = (-6, -2, 0, 0, 0, 1, 3, 5, 9, 14, 26, 48)
MADE_SHARE = 0.93
OVERPAID_SHARE = 0.03


@dataclass(frozen=True, slots=True)
class Act:
    id: int
    number: str
    contract_id: int
    act_date: datetime.date
    amount: float
    status: str


@dataclass(frozen=True, slots=True)
class PlannedPayment:
    id: int
    contract_id: int
    direction: str
    planned_date: datetime.date
    amount: float
    status: str


@dataclass(frozen=True, slots=True)
class Payment:
    id: int
    contract_id: int
    direction: str
    payment_date: datetime.date
    amount: float
    purpose: str | None


def make_acts(seed: int, today: datetime.date, contracts: Sequence[Contract]) -> list[Act]:
    """Acts over the term of each contract, up to today; rent has them too."""
    chance = Chance(seed, "acts")
    found: list[Act] = []
    for contract in contracts:
        for day, amount in _stages(chance, contract, _last_day(contract, today)):
            if day <= today:
                number = f"{contract.number}-{len(found) % 900 + 100}"
                found.append(Act(len(found) + 1, number, contract.id, day, amount, _act_status(chance, day, today)))
    return found


def _act_status(chance: Chance, day: datetime.date, today: datetime.date) -> str:
    if chance.happens(0.03):
        return REFUSED
    return DISCUSSED if chance.happens(0.45 if day > today - days(40) else 0.02) else SIGNED


def make_planned_payments(seed: int, today: datetime.date, contracts: Sequence[Contract]) -> list[PlannedPayment]:
    """The plan of each contract; of the past, most was paid, some was cancelled, some is overdue."""
    chance = Chance(seed, "planned payments")
    found: list[PlannedPayment] = []
    for contract in contracts:
        direction = OUT if contract.is_paid_by_us else IN
        for day, amount in _stages(chance, contract, _last_day(contract, today)):
            if day <= today + days(HORIZON_DAYS):
                status = _plan_status(chance, contract, day, today)
                found.append(PlannedPayment(len(found) + 1, contract.id, direction, day, amount, status))
    return found


def _plan_status(chance: Chance, contract: Contract, day: datetime.date, today: datetime.date) -> str:
    if chance.happens(0.025) or (contract.status == TERMINATED and chance.happens(0.5)):
        return CANCELLED
    return MADE if day <= today - days(2) and chance.happens(MADE_SHARE) else PLANNED


def make_payments(
    seed: int, today: datetime.date, contracts: Sequence[Contract], plan: Sequence[PlannedPayment]
) -> list[Payment]:
    """A payment for each one of the plan that was made, and a few too many; in the order of their days."""
    chance = Chance(seed, "payments")
    by_id = {contract.id: contract for contract in contracts}
    drawn = [_paid(chance, planned, today) for planned in plan if planned.status == MADE]
    drawn += list(_paid_too_much(chance, today, contracts, plan))
    drawn.sort()
    return [
        Payment(number, contract, direction, day, amount, _purpose(chance, by_id[contract]))
        for number, (day, contract, direction, amount) in enumerate(drawn, 1)
    ]


def _paid(chance: Chance, planned: PlannedPayment, today: datetime.date) -> tuple[datetime.date, int, str, float]:
    day = min(planned.planned_date + days(chance.choice(LATE_DAYS)), today)
    return day, planned.contract_id, planned.direction, planned.amount


def _paid_too_much(
    chance: Chance, today: datetime.date, contracts: Sequence[Contract], plan: Sequence[PlannedPayment]
) -> Iterator[tuple[datetime.date, int, str, float]]:
    """A second payment of some contracts that were paid whole: a mistake of the bookkeeping."""
    made = {planned.contract_id for planned in plan} - {item.contract_id for item in plan if item.status != MADE}
    for contract in contracts:
        if contract.id in made and contract.kind != FROM_CUSTOMER and chance.happens(OVERPAID_SHARE):
            day = chance.day_between(max(item.planned_date for item in plan if item.contract_id == contract.id), today)
            yield day, contract.id, OUT, round(contract.amount * chance.uniform(0.01, 0.09), 2)


def _purpose(chance: Chance, contract: Contract) -> str | None:
    if chance.happens(0.03):
        return None
    what = {SUPPLY: "материалы", RENT: "аренду"}.get(contract.kind, "работы")
    how = chance.choice(("Оплата", "Оплата", "Аванс", "Окончательный расчёт"))
    return f"{how} за {what} по договору {contract.number}"


def _last_day(contract: Contract, today: datetime.date) -> datetime.date:
    return contract.due_date or today + days(HORIZON_DAYS)


def _stages(chance: Chance, contract: Contract, last: datetime.date) -> Iterator[tuple[datetime.date, float]]:
    """Days and amounts that add up to the contract's amount; none for a draft."""
    if contract.status == DRAFT or contract.signed_date is None:
        return
    count = max(2, min(24, (last - contract.signed_date).days // 40))
    weights = [chance.uniform(0.6, 1.4) for _ in range(count)]
    left = contract.amount
    for number, weight in enumerate(weights, 1):
        day = contract.signed_date + (last - contract.signed_date) * number / count - days(chance.randint(0, 20))
        amount = round(contract.amount * weight / sum(weights), 2) if number < count else round(left, 2)
        left -= amount
        yield max(day, contract.signed_date), amount
