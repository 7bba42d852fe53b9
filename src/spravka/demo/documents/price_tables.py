"""Tables of positions in the marks of the texts: with numbers, sums and totals."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from spravka.demo.documents.positions import Position, quantity_text, roubles, total_of, vat_of

HEADER = ("№", "Наименование", "Ед. изм.", "Кол-во", "Цена, руб.", "Сумма, руб.")
WIDTHS_MM = (9, 70, 17, 19, 24, 31)


def price_table(positions: Sequence[Position], total_title: str) -> str:
    """Every position with its amount, and their sum as the last row."""
    rows = [_cells(number, position) for number, position in enumerate(positions, 1)]
    return table_marks(WIDTHS_MM, [HEADER, *rows, _sum_row(total_title, total_of(positions))])


def price_table_with_vat(positions: Sequence[Position]) -> str:
    """The same, with VAT and the sum that is to be paid."""
    net = total_of(positions)
    sums = (("Итого без НДС", net), ("НДС 20 %", vat_of(net)), ("Всего с НДС", net + vat_of(net)))
    rows = [_cells(number, position) for number, position in enumerate(positions, 1)]
    return table_marks(WIDTHS_MM, [HEADER, *rows, *(_sum_row(title, amount) for title, amount in sums)])


def totals_table(parts: Mapping[str, tuple[str, Sequence[Position]]]) -> str:
    """The sum of each part, and of all with VAT."""
    net = sum((total_of(positions) for _, positions in parts.values()), Decimal(0))
    rows = [(title, roubles(total_of(positions))) for title, positions in parts.values()]
    sums = (("Итого без НДС", net), ("НДС 20 %", vat_of(net)), ("Всего с НДС", net + vat_of(net)))
    return table_marks((90, 45), [("Раздел", "Сумма, руб."), *rows, *((title, roubles(one)) for title, one in sums)])


def table_marks(widths_mm: Sequence[int], rows: Sequence[Sequence[str]]) -> str:
    """A table as the texts write it; the first row names the columns."""
    widths = " ".join(map(str, widths_mm))
    return "\n".join([f"|= {widths}", *(f"| {' | '.join(row)} |" for row in rows)])


def _cells(number: int, position: Position) -> tuple[str, ...]:
    amounts = quantity_text(position.quantity), roubles(position.price), roubles(position.amount)
    return str(number), position.name, position.unit, *amounts


def _sum_row(title: str, amount: Decimal) -> tuple[str, ...]:
    return "", title, "", "", "", roubles(amount)
