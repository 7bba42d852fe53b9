"""Walks over plans: every expression and condition below a node, in the order in which they are written."""

from collections.abc import Iterator
from typing import TypeAlias

from spravka.query_plans.plan import (
    Aggregated,
    AllOf,
    AmongRows,
    AnyOf,
    Arithmetic,
    Between,
    ColumnRef,
    Comparison,
    Condition,
    DatePart,
    Expression,
    InPeriod,
    IsEmpty,
    Negated,
    OfAll,
    OneOf,
    QueryPlan,
    ScalarQuery,
    Select,
    SetOperation,
    TextMatches,
    Truncated,
)

Node: TypeAlias = Expression | Condition


def children(node: Node) -> tuple[Node, ...]:
    """The nodes right below one, without those inside a nested plan."""
    if isinstance(node, DatePart | Truncated | OfAll):
        return (node.of,)
    if isinstance(node, Aggregated):
        return tuple(child for child in (node.of, node.only) if child is not None)
    if isinstance(node, Arithmetic | Comparison):
        return (node.left, node.right)
    if isinstance(node, Between):
        return (node.left, node.low, node.high)
    if isinstance(node, TextMatches | OneOf | AmongRows | IsEmpty | InPeriod):
        return (node.left,)
    if isinstance(node, AllOf | AnyOf):
        return node.conditions
    if isinstance(node, Negated):
        return (node.condition,)
    return ()


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it in the same select."""
    yield node
    for child in children(node):
        yield from walk(child)


def roots(select: Select) -> Iterator[Node]:
    """The expressions and conditions that a select holds itself."""
    yield from (output.expression for output in select.outputs)
    if select.where is not None:
        yield select.where
    yield from select.group_by
    if select.having is not None:
        yield select.having
    yield from (ordering.by for ordering in select.order)


def nodes(select: Select) -> Iterator[Node]:
    """Every node of a select, without those of nested plans."""
    for root in roots(select):
        yield from walk(root)


def nested_plans(select: Select) -> Iterator[QueryPlan]:
    """The plans right inside a select's tables, expressions and conditions."""
    yield from (use.plan for use in select.tables if use.plan is not None)
    for node in nodes(select):
        if isinstance(node, ScalarQuery | AmongRows):
            yield node.plan


def selects(plan: QueryPlan) -> Iterator[Select]:
    """Every select of a plan, the outer ones first."""
    if isinstance(plan, SetOperation):
        yield from selects(plan.left)
        yield from selects(plan.right)
        return
    yield plan
    for nested in nested_plans(plan):
        yield from selects(nested)


def has_aggregate(node: Node) -> bool:
    """Whether the node is computed from many rows of its own select."""
    return any(isinstance(below, Aggregated) for below in walk(node))


def is_aggregating(select: Select) -> bool:
    """Whether the select's rows are groups (or one group of all rows)."""
    if select.group_by or select.having is not None:
        return True
    expressions = [output.expression for output in select.outputs] + [ordering.by for ordering in select.order]
    return any(has_group_aggregate(expression) for expression in expressions)


def has_group_aggregate(node: Node) -> bool:
    """An aggregate outside of ``OfAll``, which alone makes no groups."""
    if isinstance(node, OfAll):
        return False
    return isinstance(node, Aggregated) or any(has_group_aggregate(child) for child in children(node))


def columns_below(node: Node) -> Iterator[ColumnRef]:
    """The columns that a node reads itself."""
    return (below for below in walk(node) if isinstance(below, ColumnRef))
