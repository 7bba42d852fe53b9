"""Prices are multiplied, summed and written as accountants do."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.demo.documents.positions import (
    HARD_SPACE,
    Position,
    positions_of,
    quantity_text,
    roubles,
    total_of,
    vat_of,
)
from spravka.demo.documents.price_tables import price_table_with_vat


@pytest.mark.parametrize(
    ("amount", "expected"),
    [("6304000", "6 304 000,00"), ("0.5", "0,50"), ("1234.567", "1 234,57")],
)
def test_roubles_have_kopecks_and_spaces(amount: str, expected: str) -> None:
    assert roubles(Decimal(amount)).replace(HARD_SPACE, " ") == expected


def test_a_quantity_keeps_its_own_decimals() -> None:
    written = [quantity_text(Decimal(quantity)).replace(HARD_SPACE, " ") for quantity in ("58.5", "1850", "1")]
    assert written == ["58,5", "1 850", "1"]


@given(st.lists(st.tuples(st.integers(1, 10_000), st.integers(1, 1_000_000)), min_size=1, max_size=8))
def test_the_last_row_is_the_sum_with_vat(rows: list[tuple[int, int]]) -> None:
    positions = positions_of(("thing", "шт.", str(quantity), price) for quantity, price in rows)
    net = Decimal(sum(quantity * price for quantity, price in rows))
    assert total_of(positions) == net
    assert price_table_with_vat(positions).splitlines()[-1].endswith(f"| {roubles(net * Decimal('1.2'))} |")


def test_an_amount_is_rounded_to_kopecks() -> None:
    assert Position("rope", "м", Decimal("0.333"), Decimal("1.01")).amount == Decimal("0.34")
    assert vat_of(Decimal("0.33")) == Decimal("0.07")
