"""The chart that an answer calls for, if any: told from the plan's shape and from how many rows there are."""

import decimal
import enum
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spravka.query_plans.plan import Arithmetic, DatePart, DateUnit, Expression, OfAll, QueryPlan, Select, Truncated
from spravka.query_plans.walking import has_group_aggregate, is_aggregating

MOST_BARS = 30
MOST_SERIES = 8
MOST_SLICES = 8
MOST_POINTS = 1_000

Row = Sequence[object]


class ChartKind(enum.StrEnum):
    """How an answer is drawn."""

    NUMBER = "number"
    """One large number."""
    LINE = "line"
    BAR = "bar"
    PIE = "pie"


@dataclass(frozen=True, slots=True)
class ChartSpecification:
    """What to draw of which columns, by their places in the answer from 0. A pie has one ``y``, a number no ``x``."""

    kind: ChartKind
    x: int | None
    y: tuple[int, ...]
    series: int | None = None
    """The column whose values are drawn as lines or bars of their own."""
    x_title: str = ""
    y_titles: tuple[str, ...] = ()


def chart_for(plan: QueryPlan, columns: Sequence[str], rows: Sequence[Row]) -> ChartSpecification | None:
    """The chart for the rows of a plan, whose columns are headed ``columns``; ``None`` where none helps."""
    if not isinstance(plan, Select) or not rows or len(columns) != len(plan.outputs):
        return None
    measures = [place for place in range(len(columns)) if is_measure(plan, place) and is_numeric(rows, place)]
    if not measures:
        return None
    keys = [place for place in range(len(columns)) if place not in measures]
    drawn = drawn_kind(plan, rows, keys, measures)
    return None if drawn is None else titled(drawn, columns)


def drawn_kind(plan: Select, rows: Sequence[Row], keys: list[int], measures: list[int]) -> ChartSpecification | None:
    if not keys:
        is_single = len(rows) == 1 and len(measures) == 1
        return ChartSpecification(ChartKind.NUMBER, None, tuple(measures)) if is_single else None
    if len(rows) < 2:
        return None
    times = [place for place in keys if is_time(plan.outputs[place].expression)]
    if len(times) == 1:
        return over_time(rows, times[0], [place for place in keys if place not in times], measures)
    return over_categories(plan, rows, keys, measures)


def over_time(rows: Sequence[Row], time: int, others: list[int], measures: list[int]) -> ChartSpecification | None:
    if len(rows) > MOST_POINTS:
        return None
    if not others:
        return ChartSpecification(ChartKind.LINE, time, tuple(measures))
    if len(others) == 1 and distinct(rows, others) <= MOST_SERIES:
        return ChartSpecification(ChartKind.LINE, time, tuple(measures[:1]), others[0])
    return None


def over_categories(
    plan: Select, rows: Sequence[Row], keys: list[int], measures: list[int]
) -> ChartSpecification | None:
    """Bars; slices where the measure is a share of the whole. A category that repeats is none."""
    if distinct(rows, keys[:1]) > MOST_BARS or distinct(rows, keys) < len(rows):
        return None
    if len(keys) == 2 and distinct(rows, keys[1:]) <= MOST_SERIES:
        return ChartSpecification(ChartKind.BAR, keys[0], tuple(measures[:1]), keys[1])
    if len(keys) != 1:
        return None
    shares = [place for place in measures if is_share(plan.outputs[place].expression)]
    if shares and len(rows) <= MOST_SLICES and plan.limit is None and is_positive(rows, shares[0]):
        return ChartSpecification(ChartKind.PIE, keys[0], (shares[0],))
    return ChartSpecification(ChartKind.BAR, keys[0], tuple(measures))


def is_measure(plan: Select, place: int) -> bool:
    """Aggregates of groups and shares; of plain rows, what they are ordered by."""
    expression = plan.outputs[place].expression
    if is_aggregating(plan):
        return has_group_aggregate(expression) or is_share(expression)
    return any(ordering.by == expression for ordering in plan.order)


def is_time(expression: Expression) -> bool:
    """Months and the like, and years; not the month number, which comes round again."""
    return isinstance(expression, Truncated) or (isinstance(expression, DatePart) and expression.unit is DateUnit.YEAR)


def is_share(expression: Expression) -> bool:
    """A part divided by the whole, or that times a hundred."""
    if not isinstance(expression, Arithmetic):
        return False
    if expression.operator == "/":
        return isinstance(expression.right, OfAll)
    return expression.operator == "*" and (is_share(expression.left) or is_share(expression.right))


def is_numeric(rows: Sequence[Row], place: int) -> bool:
    values = [row[place] for row in rows if row[place] is not None]
    return bool(values) and all(is_number(value) for value in values)


def is_number(value: object) -> bool:
    return isinstance(value, int | float | decimal.Decimal) and not isinstance(value, bool)


def is_positive(rows: Sequence[Row], place: int) -> bool:
    values = [row[place] for row in rows]
    return all(isinstance(value, int | float | decimal.Decimal) and value >= 0 for value in values)


def distinct(rows: Sequence[Row], places: Sequence[int]) -> int:
    """How many different values the columns have together."""
    return len({tuple(str(row[place]) for place in places) for row in rows})


def titled(chart: ChartSpecification, columns: Sequence[str]) -> ChartSpecification:
    x_title = "" if chart.x is None else columns[chart.x]
    return replace(chart, x_title=x_title, y_titles=tuple(columns[place] for place in chart.y))
