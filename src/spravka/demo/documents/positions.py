"""Positions of works and materials with their prices, and the tables that show them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

VAT_RATE = Decimal("0.20")
KOPECKS = Decimal("0.01")
HARD_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True)
class Position:
    """One line of an estimate; ``price`` is of one unit, in roubles without VAT."""

    name: str
    unit: str
    quantity: Decimal
    price: Decimal

    @property
    def amount(self) -> Decimal:
        return (self.quantity * self.price).quantize(KOPECKS)


def positions_of(rows: Iterable[tuple[str, str, str, int]]) -> tuple[Position, ...]:
    """From rows of name, unit, quantity as written and price."""
    return tuple(Position(name, unit, Decimal(quantity), Decimal(price)) for name, unit, quantity, price in rows)


def total_of(positions: Sequence[Position]) -> Decimal:
    """In roubles without VAT."""
    return sum((position.amount for position in positions), Decimal(0))


def vat_of(amount: Decimal) -> Decimal:
    return (amount * VAT_RATE).quantize(KOPECKS)


def roubles(amount: Decimal) -> str:
    """As accountants write it: «6 304 000,00», with spaces that do not break."""
    return _grouped(f"{amount.quantize(KOPECKS):,}")


def quantity_text(quantity: Decimal) -> str:
    """«1 850» or «58,5»."""
    return _grouped(f"{quantity:,}")


def _grouped(number: str) -> str:
    return number.replace(",", HARD_SPACE).replace(".", ",")
