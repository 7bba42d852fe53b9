"""Nodes of a select exchanged for others, everywhere in it."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar, cast

from spravka.query_plans.plan import (
    Aggregated,
    AllOf,
    AmongRows,
    AnyOf,
    Arithmetic,
    Between,
    Comparison,
    Condition,
    DatePart,
    Expression,
    InPeriod,
    IsEmpty,
    Negated,
    OfAll,
    OneOf,
    Ordering,
    Output,
    Select,
    TextMatches,
    Truncated,
)
from spravka.query_plans.walking import Node

Exchange = Callable[[Node], "Node | None"]
"""Gives the node to stand instead of another, or ``None`` to keep it."""
AnyNode = TypeVar("AnyNode", Expression, Condition)


def exchanged(node: AnyNode, exchange: Exchange) -> AnyNode:
    """The node with what is below it exchanged; nested plans stay as they are."""
    found = exchange(node)
    return cast(AnyNode, found if found is not None else with_children(node, exchange))


def with_children(node: Node, exchange: Exchange) -> Node:
    if isinstance(node, DatePart | Truncated):
        return replace(node, of=exchanged(node.of, exchange))
    if isinstance(node, OfAll):
        of = exchanged(node.of, exchange)
        return replace(node, of=of) if isinstance(of, Aggregated) else node
    if isinstance(node, Aggregated):
        of_node = None if node.of is None else exchanged(node.of, exchange)
        return replace(node, of=of_node, only=None if node.only is None else exchanged(node.only, exchange))
    if isinstance(node, Arithmetic | Comparison):
        return replace(node, left=exchanged(node.left, exchange), right=exchanged(node.right, exchange))
    if isinstance(node, Between):
        low, high = exchanged(node.low, exchange), exchanged(node.high, exchange)
        return replace(node, left=exchanged(node.left, exchange), low=low, high=high)
    if isinstance(node, TextMatches | OneOf | AmongRows | IsEmpty | InPeriod):
        return replace(node, left=exchanged(node.left, exchange))
    if isinstance(node, AllOf | AnyOf):
        return replace(node, conditions=tuple(exchanged(part, exchange) for part in node.conditions))
    if isinstance(node, Negated):
        return replace(node, condition=exchanged(node.condition, exchange))
    return node


def exchange_in(select: Select, exchange: Exchange) -> Select:
    """The select with nodes exchanged in every clause."""
    return replace(
        select,
        outputs=tuple(Output(exchanged(output.expression, exchange), output.label) for output in select.outputs),
        where=None if select.where is None else exchanged(select.where, exchange),
        group_by=tuple(exchanged(key, exchange) for key in select.group_by),
        having=None if select.having is None else exchanged(select.having, exchange),
        order=tuple(Ordering(exchanged(ordering.by, exchange), ordering.descending) for ordering in select.order),
    )
