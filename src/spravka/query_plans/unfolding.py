"""Plans freed of joins that multiply their measures: offered beside the plan as it was read.

Which of the two is meant is a person's to say: a price that stands once for each line sold may well be summed so.
"""

from collections.abc import Sequence
from dataclasses import replace

from spravka.query_plans.dependence import settled_by_row
from spravka.query_plans.editing import all_of, and_also, parts_of
from spravka.query_plans.fanout import FanOutWarning, measures, multipliers, select_warnings
from spravka.query_plans.plan import (
    Aggregate,
    Aggregated,
    AmongRows,
    ColumnRef,
    Condition,
    IsEmpty,
    Join,
    Output,
    QueryPlan,
    Select,
    TableUse,
)
from spravka.query_plans.presenting import unlike
from spravka.query_plans.rewriting import exchange_in
from spravka.query_plans.schema import DatabaseSchema
from spravka.query_plans.scopes import Scope
from spravka.query_plans.walking import Node, columns_below, nodes

BRANCH_TOTALS = {
    Aggregate.COUNT: Aggregate.SUM,
    Aggregate.SUM: Aggregate.SUM,
    Aggregate.MINIMUM: Aggregate.MINIMUM,
    Aggregate.MAXIMUM: Aggregate.MAXIMUM,
}


def without_fan_out(plan: QueryPlan, schema: DatabaseSchema) -> QueryPlan | None:
    """The plan with each measured row counted once; ``None`` where that is not to be had, or nothing is multiplied.

    Its outputs are headed as those of ``plan``. Three ways, tried in this order: a count becomes one of distinct keys;
    tables that only filter move into a nested plan of keys; measures of several branches are summed up, each in a
    nested plan, before they are joined.
    """
    if not isinstance(plan, Select) or not any(select_warnings(plan, schema)):
        return None
    for way in (count_keys, filter_by_keys, sum_branches):
        found = way(plan, schema)
        if found is not None and not list(select_warnings(found, schema)):
            return found
    return None


def single_key(select: Select, schema: DatabaseSchema, alias: str) -> ColumnRef | None:
    table = Scope(select, schema).tables.get(alias)
    return ColumnRef(alias, table.primary_key[0]) if table and len(table.primary_key) == 1 else None


def count_keys(select: Select, schema: DatabaseSchema) -> Select | None:
    """Counts of a column of multiplied rows, as counts of those rows' distinct keys."""
    changes: dict[Node, Node] = {}
    for warning in select_warnings(select, schema):
        changed = count_of_keys(warning, select, schema)
        if changed is None:
            return None
        changes[warning.measure] = changed
    return exchange_in(select, changes.get) if changes else None


def count_of_keys(warning: FanOutWarning, select: Select, schema: DatabaseSchema) -> Aggregated | None:
    measure = warning.measure
    key = single_key(select, schema, warning.measured_alias)
    if measure.function is not Aggregate.COUNT or measure.of is None or key is None:
        return None
    if {ref.table for ref in columns_below(measure.of)} != {warning.measured_alias}:
        return None
    only = measure.only
    if Scope(select, schema).is_nullable(measure.of) and measure.of != key:
        only = and_also(only, IsEmpty(measure.of, negated=True))
    return Aggregated(Aggregate.COUNT, key, distinct=True, only=only)


def filter_by_keys(select: Select, schema: DatabaseSchema) -> Select | None:
    """Multiplying tables that nothing but ``where`` reads, moved into a nested plan of the measured rows' keys.

    Outer joins keep rows without a partner, which such a plan would lose.
    """
    if any(join.is_outer for join in select.joins):
        return None
    homes = {warning.measured_alias for warning in select_warnings(select, schema)}
    home = homes.pop() if len(homes) == 1 else ""
    key = single_key(select, schema, home) if home else None
    if key is None:
        return None
    dropped = frozenset(multipliers(select, schema, home))
    shown = replace(select, where=None)
    if any(isinstance(node, ColumnRef) and node.table in dropped for node in nodes(shown)):
        return None
    if any(measure.of is None for measure in measures(select)):
        return None
    kept = settled_by_row(select, schema, home)
    tables, joins = rooted(select, home, kept)
    listed = Select((Output(key),), select.tables, select.joins, select.where)
    return replace(select, tables=tables, joins=joins, where=AmongRows(key, listed))


def rooted(select: Select, home: str, kept: frozenset[str]) -> tuple[tuple[TableUse, ...], tuple[Join, ...]]:
    """The kept tables joined anew, from ``home`` on."""
    uses = {use.alias: use for use in select.tables}
    pairs = [(pair, join.is_outer) for join in select.joins for pair in join.on]
    order, joins = [home], list[Join]()
    while len(order) < len(kept):
        alias = next(
            side.table
            for pair, _ in pairs
            for side, other in (pair, pair[::-1])
            if side.table in kept - set(order) and other.table in order
        )
        on = tuple(
            pair if pair[1].table == alias else (pair[1], pair[0])
            for pair, _ in pairs
            if alias in (pair[0].table, pair[1].table) and {pair[0].table, pair[1].table} <= {*order, alias}
        )
        outer = any(is_outer for pair, is_outer in pairs if alias in (pair[0].table, pair[1].table))
        joins.append(Join(alias, on, outer))
        order.append(alias)
    return tuple(uses[alias] for alias in order), tuple(joins)


def sum_branches(select: Select, schema: DatabaseSchema) -> Select | None:
    """Each leaf table that is only measured and filtered, grouped by its join columns in a nested plan.

    Not beside a count of rows: it would then count others.
    """
    if any(measure.of is None for measure in measures(select)):
        return None
    changed = select
    for join in select.joins:
        changed = with_summed_branch(changed, join, schema) or changed
    return changed if changed is not select else None


def with_summed_branch(select: Select, join: Join, schema: DatabaseSchema) -> Select | None:
    """The select with the joined table summed up before the join, if all that reads it allows."""
    own = [measure for measure in measures(select) if measured_alias(measure) == join.alias]
    filters, others = split(select.where, join.alias)
    hidden: dict[Node, Node] = dict.fromkeys(own, Aggregated(Aggregate.COUNT))
    rest = exchange_in(replace(select, where=all_of(others)), hidden.get)
    is_read = any(isinstance(node, ColumnRef) and node.table == join.alias for node in nodes(rest))
    joined_on = any(
        side.table == join.alias for other in select.joins if other is not join for pair in other.on for side in pair
    )
    if not own or is_read or joined_on or (filters and join.is_outer):
        return None
    may_be_empty = join.is_outer or not select.group_by
    if may_be_empty and any(measure.function is Aggregate.COUNT for measure in own):
        return None  # a sum of no counts is not 0
    if any(measure.distinct or measure.function not in BRANCH_TOTALS for measure in own):
        return None
    return summed(select, join, own, filters, others)


def summed(
    select: Select, join: Join, own: Sequence[Aggregated], filters: list[Condition], others: list[Condition]
) -> Select:
    use = next(use for use in select.tables if use.alias == join.alias)
    columns = [pair[1] if pair[1].table == join.alias else pair[0] for pair in join.on]
    keys = tuple(Output(column, column.column) for column in dict.fromkeys(columns))
    labels = dict(zip(own, unlike([*(key.label for key in keys), *map(label_of, own)])[len(keys) :], strict=True))
    totals = tuple(Output(measure, label) for measure, label in labels.items())
    group_by = tuple(key.expression for key in keys)
    nested = Select((*keys, *totals), (TableUse(use.alias, use.table),), where=all_of(filters), group_by=group_by)
    changes: dict[Node, Node] = {
        measure: Aggregated(BRANCH_TOTALS[measure.function], ColumnRef(join.alias, label))
        for measure, label in labels.items()
    }
    tables = tuple(TableUse(use.alias, "", nested) if other is use else other for other in select.tables)
    return exchange_in(replace(select, tables=tables, where=all_of(others)), changes.get)


def label_of(measure: Aggregated) -> str:
    """The name of the column that is measured, where it is one."""
    return measure.of.column if isinstance(measure.of, ColumnRef) else "measure"


def measured_alias(measure: Aggregated) -> str:
    """The one table use that a measure reads, empty where it reads none or several."""
    aliases = {ref.table for ref in columns_below(measure)}
    return aliases.pop() if len(aliases) == 1 else ""


def split(where: Condition | None, alias: str) -> tuple[list[Condition], list[Condition]]:
    """The conditions that read this table use alone, and the others."""
    own: list[Condition] = []
    others: list[Condition] = []
    for condition in parts_of(where):
        is_own = {ref.table for ref in columns_below(condition)} == {alias}
        (own if is_own else others).append(condition)
    return own, others
