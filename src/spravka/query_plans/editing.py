"""Changes of plans that keep all else: what follow-up questions ask for («а по месяцам?», «только по Москве», "top 3").

Every function gives a new plan. Those that could not keep the plan right raise ``UneditableError``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spravka.query_plans.plan import (
    AllOf,
    ColumnRef,
    Condition,
    DateUnit,
    Join,
    Ordering,
    Output,
    Select,
    TableUse,
    Truncated,
)
from spravka.query_plans.walking import columns_below, has_aggregate, has_group_aggregate


@dataclass
class UneditableError(ValueError):
    """The change makes no sense for this plan; ``detail`` says why."""

    detail: str

    def __str__(self) -> str:
        return self.detail


def parts_of(condition: Condition | None) -> tuple[Condition, ...]:
    """The conditions that all have to hold."""
    if condition is None:
        return ()
    return condition.conditions if isinstance(condition, AllOf) else (condition,)


def all_of(conditions: Sequence[Condition]) -> Condition | None:
    """One condition of several; ``None`` of none."""
    if len(conditions) > 1:
        return AllOf(tuple(conditions))
    return conditions[0] if conditions else None


def and_also(condition: Condition | None, added: Condition) -> Condition:
    """Both conditions; the first may be none."""
    return AllOf((*parts_of(condition), added)) if condition is not None else added


def with_tables(select: Select, tables: Sequence[TableUse], joins: Sequence[Join]) -> Select:
    """The select with more tables, joined by the same number of joins."""
    return replace(select, tables=(*select.tables, *tables), joins=(*select.joins, *joins))


def add_filter(select: Select, condition: Condition) -> Select:
    """The select with one more condition; a condition over aggregates goes to ``having``."""
    if has_aggregate(condition):
        return replace(select, having=and_also(select.having, condition))
    if condition in parts_of(select.where):
        return select
    return replace(select, where=and_also(select.where, condition))


def filtered_columns(condition: Condition) -> frozenset[ColumnRef]:
    return frozenset(columns_below(condition))


def replace_filter_on_same_column(select: Select, condition: Condition) -> Select:
    """The condition instead of those on the same columns («а за прошлый год?»); added where there are none."""
    columns = filtered_columns(condition)
    kept = [part for part in parts_of(select.where) if filtered_columns(part) != columns]
    return replace(select, where=all_of([*kept, condition]))


def without_filter(select: Select, condition: Condition) -> Select:
    """The select without one of its conditions."""
    return replace(select, where=all_of([part for part in parts_of(select.where) if part != condition]))


def measured_outputs(select: Select) -> tuple[Output, ...]:
    """The outputs computed from many rows."""
    return tuple(output for output in select.outputs if has_group_aggregate(output.expression))


def regroup(select: Select, keys: Sequence[Output]) -> Select:
    """The same measures by other groups; groups of time in their order, other orders kept where they still mean
    something. Raises ``UneditableError`` where nothing is measured.
    """
    measures = measured_outputs(select)
    if not measures:
        raise UneditableError("Rows that are not summed up cannot be grouped anew.")
    group_by = tuple(key.expression for key in keys)
    if any(isinstance(key, Truncated) for key in group_by):
        order: tuple[Ordering, ...] = tuple(Ordering(key) for key in group_by)
        return replace(select, outputs=(*keys, *measures), group_by=group_by, order=order, limit=None)
    order = tuple(ordering for ordering in select.order if has_group_aggregate(ordering.by))
    return replace(select, outputs=(*keys, *measures), group_by=group_by, order=order)


def regroup_by_time(select: Select, column: ColumnRef, unit: DateUnit, label: str = "") -> Select:
    """The same measures by months, weeks, years of a date column."""
    return regroup(select, (Output(Truncated(unit, column), label),))


def change_limit(select: Select, limit: int | None) -> Select:
    """Other rows at most; an unordered measure is put in order, the most first, so that "top" means something."""
    measures = measured_outputs(select)
    order = select.order
    if limit is not None and not order and measures and select.group_by:
        order = (Ordering(measures[0].expression, descending=True),)
    return replace(select, limit=limit, order=order)
