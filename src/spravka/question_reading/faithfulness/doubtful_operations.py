"""Words of comparing, negating and measuring that left no trace in the plan."""

from collections.abc import Callable, Iterator, Sequence, Set

from spravka.query_plans.plan import (
    Aggregate,
    Aggregated,
    AmongRows,
    Arithmetic,
    Between,
    Comparison,
    InPeriod,
    IsEmpty,
    Negated,
    OfAll,
    OneOf,
    Operator,
    Select,
    TextMatches,
)
from spravka.question_reading.faithfulness.doubts import Doubt
from spravka.question_reading.faithfulness.operators import everything, free_marks
from spravka.question_reading.hearing.heard import Mark, Sign
from spravka.question_reading.mentions import Mention
from spravka.question_reading.roles import Sentence

Nodes = Sequence[object]
COMPARING = frozenset({Sign.MORE, Sign.MORE_OR_EQUAL, Sign.LESS, Sign.LESS_OR_EQUAL, Sign.BETWEEN})
COMPARING_AVERAGES = frozenset({Sign.ABOVE_AVERAGE, Sign.BELOW_AVERAGE})
NEGATING = frozenset({Sign.NOT, Sign.UNEQUAL, Sign.EMPTY})
COMPUTING = frozenset({Sign.SHARE, Sign.RATIO, Sign.DIFFERENCE})
UPWARDS = frozenset({Sign.MOST, Sign.COMMON, Sign.MAXIMUM})
DOWNWARDS = frozenset({Sign.LEAST, Sign.RARE, Sign.MINIMUM})
EXTREMES = frozenset({Sign.MINIMUM, Sign.MAXIMUM})
ENDS = frozenset({Aggregate.MINIMUM, Aggregate.MAXIMUM})
ORDERING = frozenset({Sign.ORDERED, Sign.ASCENDING, Sign.DESCENDING})
EDGES_OF_TEXT = frozenset({Sign.STARTS, Sign.ENDS})
GLUE = frozenset({Sign.OF, Sign.WHOSE, Sign.FILLER, Sign.ALL, Sign.EXIST})
UNEQUAL = frozenset({Operator.MORE, Operator.MORE_OR_EQUAL, Operator.LESS, Operator.LESS_OR_EQUAL})


def operation_doubts(sentence: Sentence, used: Sequence[Mention], parts: Sequence[Select]) -> Iterator[Doubt]:
    """A word heard as an operation has to be one in the plan."""
    said = {mark.sign for mark in _sure_marks(sentence, used)}
    nodes = [node for select in parts for node in everything(select)]
    for signs, is_done, doubt in CHECKS:
        if said & signs and not is_done(nodes):
            yield doubt
    if Sign.DISTINCT in said and Sign.COUNT in said and not _counts_once(nodes):
        yield Doubt.NOT_DISTINCT
    if said & UPWARDS and said & DOWNWARDS and not _has_both_ends(nodes):
        yield Doubt.NO_EXTREME
    is_ordered = any(select.order for select in parts)
    if said & EXTREMES and not is_ordered and not _has_an_end(nodes):
        yield Doubt.NO_EXTREME
    if _is_of_time(sentence) and _orders_by_number(parts[0]):
        yield Doubt.NO_EXTREME
    if said & ORDERING and not is_ordered:
        yield Doubt.NO_ORDER
    if _tells_an_edge_of_text(sentence, used) and not _matches_or_dates(nodes):
        yield Doubt.NO_TEXT_MATCH


def _sure_marks(sentence: Sentence, used: Sequence[Mention]) -> Iterator[Mark]:
    """Signs that are no mere glue as well ("over", «от»)."""
    glue = {(mark.first, mark.last) for mark in sentence.heard.marks if mark.sign in GLUE}
    return (mark for mark in free_marks(sentence, used) if (mark.first, mark.last) not in glue)


def _tells_an_edge_of_text(sentence: Sentence, used: Sequence[Mention]) -> bool:
    """«заканчивается на» wants a text; «заканчивается» alone may mean anything."""
    return any(mark.sign in EDGES_OF_TEXT and mark.last > mark.first for mark in _sure_marks(sentence, used))


def _is_of_time(sentence: Sentence) -> bool:
    """The latest or the first is asked for."""
    return any(mark.hint == "date" and mark.sign in UPWARDS | DOWNWARDS for mark in sentence.heard.marks)


def _orders_by_number(select: Select) -> bool:
    return any(isinstance(one.by, Aggregated) and one.by.function is Aggregate.COUNT for one in select.order)


def _compares(nodes: Nodes) -> bool:
    return any(
        isinstance(node, Between | InPeriod) or (isinstance(node, Comparison) and node.operator in UNEQUAL)
        for node in nodes
    )


def _matches_or_dates(nodes: Nodes) -> bool:
    """A project that "ends in March" is of time."""
    return any(isinstance(node, TextMatches | InPeriod) for node in nodes)


def _negates(nodes: Nodes) -> bool:
    return any(
        isinstance(node, Negated | IsEmpty)
        or (isinstance(node, OneOf | AmongRows | InPeriod) and node.negated)
        or (isinstance(node, Comparison) and node.operator is Operator.UNEQUAL)
        for node in nodes
    )


def _computes(nodes: Nodes) -> bool:
    return any(isinstance(node, Arithmetic | OfAll) for node in nodes)


def _counts_once(nodes: Nodes) -> bool:
    return any(isinstance(node, Aggregated) and node.distinct for node in nodes)


def _has_an_end(nodes: Nodes) -> bool:
    return any(isinstance(node, Aggregated) and node.function in ENDS for node in nodes)


def _has_both_ends(nodes: Nodes) -> bool:
    return {node.function for node in nodes if isinstance(node, Aggregated)} >= ENDS


CHECKS: tuple[tuple[Set[Sign], Callable[[Nodes], bool], Doubt], ...] = (
    (COMPARING | COMPARING_AVERAGES, _compares, Doubt.NO_COMPARISON),
    (NEGATING, _negates, Doubt.NO_NEGATION),
    (COMPUTING, _computes, Doubt.NO_ARITHMETIC),
)
