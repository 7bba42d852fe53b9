"""A chart is drawn where one helps, and only there."""

import decimal
from collections.abc import Sequence

import pytest

from spravka.query_plans.charting import ChartKind, ChartSpecification, chart_for
from spravka.query_plans.plan import Arithmetic, DatePart, DateUnit, OfAll, Ordering, Select, Truncated
from tests.query_plans.firm import CLIENT, CONTRACT, COUNT, PAYMENT, column, outputs, total

PAID = total("payment.amount")
MONTH = Truncated(DateUnit.MONTH, column("payment.paid_at"))
NOTE = column("payment.note")
SHARE = Arithmetic("/", PAID, OfAll(PAID))
NUMBERS = DatePart(DateUnit.MONTH, column("payment.paid_at"))
ONE_NUMBER = Select(outputs(COUNT), (PAYMENT,))
BY_MONTH = Select(outputs(MONTH, PAID), (PAYMENT,), group_by=(MONTH,))
BY_MONTH_AND_NOTE = Select(outputs(MONTH, NOTE, PAID), (PAYMENT,), group_by=(MONTH, NOTE))
BY_NOTE = Select(outputs(NOTE, PAID), (PAYMENT,), group_by=(NOTE,))
SHARES = Select(outputs(NOTE, PAID, SHARE), (PAYMENT,), group_by=(NOTE,))
BY_MONTH_NUMBER = Select(outputs(NUMBERS, PAID), (PAYMENT,), group_by=(NUMBERS,))
TOP = Select(outputs("contract.id", "contract.amount"), (CONTRACT,), order=(Ordering(column("contract.amount"), True),))
LIST = Select(outputs("client.name", "client.city"), (CLIENT,))

MONTHS = [("2026-01-01", decimal.Decimal(3)), ("2026-02-01", None), ("2026-03-01", decimal.Decimal(5))]


def many(count: int) -> list[tuple[str, int]]:
    return [(f"v{number}", number) for number in range(count)]


@pytest.mark.parametrize(
    ("plan", "rows", "expected"),
    [
        (ONE_NUMBER, [(7,)], (ChartKind.NUMBER, None, (0,), None)),
        (BY_MONTH, MONTHS, (ChartKind.LINE, 0, (1,), None)),
        (BY_MONTH, MONTHS[:1], None),
        (BY_MONTH, [], None),
        (BY_MONTH_AND_NOTE, [("1", "a", 1), ("1", "b", 2), ("2", "a", 3)], (ChartKind.LINE, 0, (2,), 1)),
        (BY_NOTE, many(30), (ChartKind.BAR, 0, (1,), None)),
        (BY_NOTE, many(31), None),
        (BY_NOTE, [("a", "1"), ("b", "2")], None),
        (SHARES, [("a", 1, 0.25), ("b", 3, 0.75)], (ChartKind.PIE, 0, (2,), None)),
        (SHARES, [("a", -1, -0.5), ("b", 3, 1.5)], (ChartKind.BAR, 0, (1, 2), None)),
        (BY_MONTH_NUMBER, [(1, 5), (2, 6)], (ChartKind.BAR, 0, (1,), None)),
        (TOP, [(10, 100), (12, 70)], (ChartKind.BAR, 0, (1,), None)),
        (LIST, [("Вектор", "Москва")], None),
    ],
)
def test_the_shape_of_an_answer_tells_its_chart(
    plan: Select,
    rows: Sequence[Sequence[object]],
    expected: tuple[ChartKind, int | None, tuple[int, ...], int | None] | None,
) -> None:
    headings = [f"h{place}" for place in range(len(plan.outputs))]
    chart = chart_for(plan, headings, rows)
    if expected is None:
        assert chart is None
        return
    kind, x, y, series = expected
    titles = tuple(headings[place] for place in y)
    assert chart == ChartSpecification(kind, x, y, series, "" if x is None else headings[x], titles)
