"""Joins that multiply the rows which a measure counts: the sum of orders, joined to their lines, is too large.

Told from keys alone: a table use is multiplied where another has more than one row for a row of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spravka.query_plans.dependence import settled_by_row
from spravka.query_plans.plan import Aggregate, Aggregated, QueryPlan, Select
from spravka.query_plans.schema import DatabaseSchema
from spravka.query_plans.walking import Node, children, columns_below, roots, selects

MULTIPLIED = frozenset({Aggregate.SUM, Aggregate.AVERAGE, Aggregate.COUNT})


@dataclass(frozen=True, slots=True)
class FanOutWarning:
    """``measure`` is taken of rows of ``measured_table``, which the join of ``joined_table`` repeats.

    A count of rows that no one table accounts for has an empty ``measured_alias`` and ``measured_table``.
    """

    measure: Aggregated
    measured_alias: str
    measured_table: str
    joined_alias: str
    joined_table: str


def fan_out_warnings(plan: QueryPlan, schema: DatabaseSchema) -> tuple[FanOutWarning, ...]:
    """A warning for each measure, in any select of the plan, that a join multiplies."""
    found = (warning for select in selects(plan) for warning in select_warnings(select, schema))
    return tuple(dict.fromkeys(found))


def select_warnings(select: Select, schema: DatabaseSchema) -> Iterator[FanOutWarning]:
    if len(select.tables) < 2:
        return
    for measure in measures(select):
        if measure.function not in MULTIPLIED or measure.distinct:
            continue
        if measure.of is None:
            yield from row_count_warning(select, schema, measure)
        else:
            yield from measure_warnings(select, schema, measure)


def measures(select: Select) -> Iterator[Aggregated]:
    """The aggregates of a select, each once."""
    found: dict[Aggregated, None] = {}
    for root in roots(select):
        collect(root, found)
    yield from found


def collect(node: Node, found: dict[Aggregated, None]) -> None:
    if isinstance(node, Aggregated):
        found[node] = None
    else:
        for child in children(node):
            collect(child, found)


def measure_warnings(select: Select, schema: DatabaseSchema, measure: Aggregated) -> Iterator[FanOutWarning]:
    """A measure over columns of several tables is multiplied where none of them has a row for each."""
    assert measure.of is not None
    homes = list(dict.fromkeys(ref.table for ref in columns_below(measure.of)))
    others = [multipliers(select, schema, home) for home in homes]
    if others and all(others):
        fewest = min(range(len(homes)), key=lambda position: len(others[position]))
        yield warning(select, measure, homes[fewest], others[fewest][0])


def row_count_warning(select: Select, schema: DatabaseSchema, measure: Aggregated) -> Iterator[FanOutWarning]:
    """A count of rows is right where the rows are those of one table."""
    others = [multipliers(select, schema, use.alias) for use in select.tables]
    if all(others):
        yield warning(select, measure, "", min(others, key=len)[0])


def multipliers(select: Select, schema: DatabaseSchema, alias: str) -> list[str]:
    """The table uses, in order, that may have several rows for one of ``alias``."""
    settled = settled_by_row(select, schema, alias)
    return [use.alias for use in select.tables if use.alias not in settled]


def warning(select: Select, measure: Aggregated, home: str, joined: str) -> FanOutWarning:
    tables = {use.alias: use.table for use in select.tables}
    return FanOutWarning(measure, home, tables.get(home, ""), joined, tables[joined])
