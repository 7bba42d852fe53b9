"""The holding's contracts: with customers, who pay to it, and with those whom it pays."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spravka.demo.construction.building import BUILDER, SUPPLIER, Counterparty, Project
from spravka.demo.construction.chance import Chance, days, first_day

FROM_CUSTOMER, WORK, SUPPLY, SERVICES, RENT = "генподряд", "подряд", "поставка", "услуги", "аренда"
LETTERS = {FROM_CUSTOMER: "ГП", WORK: "ПД", SUPPLY: "ПС", SERVICES: "УС", RENT: "АР"}
KINDS = (WORK, SUPPLY, SERVICES, RENT)
KIND_WEIGHTS = (40, 38, 14, 8)
USUAL_AMOUNTS = {WORK: 12_000_000, SUPPLY: 6_400_000, SERVICES: 1_300_000, RENT: 1_700_000}
CONTRACTS_PER_PROJECT = 42
CONTRACTS_OF_NOTHING = 220
"""So many are for no object: rent, services."""

WITHOUT_CONTRACTS = 9
"""Of each role, every so-manieth company has signed nothing."""

DRAFT, ACTIVE, DONE, TERMINATED = "черновик", "действует", "исполнен", "расторгнут"


@dataclass(frozen=True, slots=True)
class Contract:
    id: int
    number: str
    kind: str
    counterparty_id: int
    project_id: int | None
    signed_date: datetime.date | None
    due_date: datetime.date | None
    amount: float
    vat_rate: int
    status: str

    @property
    def is_paid_by_us(self) -> bool:
        return self.kind != FROM_CUSTOMER


def make_contracts(
    seed: int, today: datetime.date, counterparties: Sequence[Counterparty], projects: Sequence[Project]
) -> list[Contract]:
    """In the order of their days."""
    chance = Chance(seed, "contracts")
    drawn = sorted(_terms(chance, today, counterparties, projects), key=lambda terms: (terms[0], terms[2].id))
    return [_contract(chance, number, *terms, today) for number, terms in enumerate(drawn, 1)]


def _terms(
    chance: Chance, today: datetime.date, counterparties: Sequence[Counterparty], projects: Sequence[Project]
) -> Iterator[tuple[datetime.date, str, Counterparty, Project | None, float]]:
    """Day, kind, company, object and usual amount of every contract."""
    companies = {company.id: company for company in counterparties}
    partners = {role: _partners(counterparties, role) for role in (BUILDER, SUPPLIER)}
    for project in projects:
        first = min(project.start_date, today) - days(chance.randint(10, 60))
        yield first, FROM_CUSTOMER, companies[project.customer_id], project, project.budget * 1.12
        for _ in range(chance.randint(CONTRACTS_PER_PROJECT - 14, CONTRACTS_PER_PROJECT + 14)):
            kind = chance.choices(KINDS, KIND_WEIGHTS)[0]
            last = min(today, project.actual_finish_date or project.planned_finish_date)
            day = chance.day_between(min(project.start_date, today) - days(20), last)
            yield day, kind, _partner(chance, partners, kind), project, USUAL_AMOUNTS[kind]
    for _ in range(CONTRACTS_OF_NOTHING):
        kind = chance.choice((SERVICES, RENT))
        day = chance.day_between(first_day(today), today)
        yield day, kind, _partner(chance, partners, kind), None, USUAL_AMOUNTS[kind]


def _partners(counterparties: Sequence[Counterparty], role: str) -> list[Counterparty]:
    """Those with whom contracts are signed; the first ones more often."""
    companies = [company for company in counterparties if company.role == role]
    return [company for number, company in enumerate(companies, 1) if number % WITHOUT_CONTRACTS]


def _partner(chance: Chance, partners: dict[str, list[Counterparty]], kind: str) -> Counterparty:
    return chance.favourite(partners[SUPPLIER if kind == SUPPLY else BUILDER], 1.7)


def _contract(
    chance: Chance,
    number: int,
    day: datetime.date,
    kind: str,
    company: Counterparty,
    project: Project | None,
    usual: float,
    today: datetime.date,
) -> Contract:
    due = _due_date(chance, day, kind, project)
    is_draft = day > today - days(60) and kind != FROM_CUSTOMER and chance.happens(0.35)
    amount = chance.roubles(usual, 0.08 if kind == FROM_CUSTOMER else 0.8)
    status = DRAFT if is_draft else _status(chance, kind, due, today)
    return Contract(
        number,
        f"{LETTERS[kind]}-{day.year}/{number:04}",
        kind,
        company.id,
        project.id if project else None,
        None if is_draft else day,
        None if kind == RENT and chance.happens(0.3) else due,
        amount,
        chance.choice((20, 20, 20, 10, 0)),
        status,
    )


def _due_date(chance: Chance, day: datetime.date, kind: str, project: Project | None) -> datetime.date:
    if kind == FROM_CUSTOMER and project is not None:
        return project.planned_finish_date + days(30)
    return day + days(365 if kind == RENT else chance.randint(45, 420))


def _status(chance: Chance, kind: str, due: datetime.date, today: datetime.date) -> str:
    if kind != FROM_CUSTOMER and chance.happens(0.06):
        return TERMINATED
    return DONE if due < today - days(20) and chance.happens(0.93) else ACTIVE
