"""Looking whether the data that a question is about are there: before the answer, and where it came out empty."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from spravka.customer_databases.cells import json_cell
from spravka.customer_databases.rows import Rows
from spravka.database_assistant.answering.looking import Looking
from spravka.query_plans.plan import (
    Aggregate,
    Aggregated,
    AllOf,
    ColumnRef,
    Condition,
    Constant,
    InPeriod,
    Output,
    QueryPlan,
    Select,
    TableUse,
)
from spravka.query_plans.scopes import first_select

MOST_LOOKS = 6


def check_data(looking: Looking, plan: QueryPlan) -> dict[str, Any]:
    """Which tables of the plan have rows, and from when to when the dates it filters by reach."""
    select = first_select(plan)
    tables = [{"table": use.table, "has_rows": looking.has_rows(_any_row(use))} for use in select.tables[:MOST_LOOKS]]
    periods = [_span(looking, select, column) for column in _period_columns(select)[:MOST_LOOKS]]
    return {"tables": tables, "periods": [span for span in periods if span is not None]}


def emptying_condition(looking: Looking, plan: QueryPlan) -> Condition | None:
    """The condition without which there would be rows; None where no single one empties the answer."""
    select = first_select(plan)
    parts = _conjuncts(select.where)
    if len(parts) > MOST_LOOKS or looking.has_rows(_ungrouped(select, select.where)) is not False:
        return None
    for part in parts:
        others = tuple(one for one in parts if one is not part)
        if looking.has_rows(_ungrouped(select, AllOf(others) if others else None)):
            return part
    return None


def is_empty_answer(rows: Rows) -> bool:
    """No rows, or the one row of an aggregate over nothing."""
    return not rows.rows or (len(rows.rows) == 1 and all(cell is None or cell == 0 for cell in rows.rows[0]))


def _any_row(use: TableUse) -> Select:
    return Select(outputs=(Output(Constant(1)),), tables=(use,), limit=1)


def _ungrouped(select: Select, where: Condition | None) -> Select:
    """Any row before grouping."""
    return replace(
        select,
        outputs=(Output(Constant(1)),),
        where=where,
        group_by=(),
        having=None,
        order=(),
        limit=1,
        distinct=False,
    )


def _conjuncts(where: Condition | None) -> tuple[Condition, ...]:
    if where is None:
        return ()
    return where.conditions if isinstance(where, AllOf) else (where,)


def _period_columns(select: Select) -> list[ColumnRef]:
    columns: Iterator[Any] = (one.left for one in _conjuncts(select.where) if isinstance(one, InPeriod))
    return [column for column in columns if isinstance(column, ColumnRef)]


def _span(looking: Looking, select: Select, column: ColumnRef) -> dict[str, Any] | None:
    use = next(one for one in select.tables if one.alias == column.table)
    ends = tuple(Output(Aggregated(function, column)) for function in (Aggregate.MINIMUM, Aggregate.MAXIMUM))
    found = looking.rows(Select(outputs=ends, tables=(use,)))
    if found is None or not found.rows:
        return None
    first, last = (json_cell(cell) for cell in found.rows[0])
    return {"table": use.table, "column": column.column, "from": first, "to": last}
