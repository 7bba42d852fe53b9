"""Sums that no word of summing asks for: the revenue of a year, the hours worked in a month."""

from collections.abc import Sequence

from spravka.query_plans.plan import Aggregate
from spravka.question_reading.everyday.composition import Composition
from spravka.question_reading.everyday.facts import is_numeric
from spravka.question_reading.everyday.measuring import fact_amount, is_a_rate
from spravka.question_reading.everyday.parts import PartKind
from spravka.question_reading.frames import Item
from spravka.question_reading.hearing.heard import Sign

MASS_WORDS = frozenset(
    "выручка оборот товарооборот прибыль доход расход затрата трата revenue turnover profit income spending "  # noqa: SIM905
    "expenditure expense".split()
)
"""Money as such, of which there is so much and never so many."""


def asks_for_a_sum(made: Composition, shown: Sequence[Item]) -> bool:
    """Money as such, or quantities of a period without whose they are."""
    if made.order is not None or made.having or any(made.signs(Sign.MORE, Sign.LESS, Sign.BETWEEN)):
        return False
    if not shown:
        return _speaks_of_money(made)
    are_quantities = all(is_numeric(made.schema, made.sentence.graph, item.field) for item in shown)
    is_summed = not any(is_a_rate(made, Item(item.field, Aggregate.SUM)) for item in shown)
    return bool(made.sentence.heard.periods) and are_quantities and is_summed


def sums_of(made: Composition, shown: Sequence[Item]) -> list[Item]:
    """The sums of the columns, or that of what is spoken of."""
    return [Item(item.field, Aggregate.SUM) for item in shown] or [Item(fact_amount(made), Aggregate.SUM)]


def _speaks_of_money(made: Composition) -> bool:
    """The rows listed would be called by a word of money as such."""
    tokens = made.sentence.heard.tokens
    named = next((part for part in made.parts if part.kind is PartKind.TABLE), None)
    return named is not None and any(MASS_WORDS & set(token.lemmas) for token in tokens[named.first : named.last + 1])
