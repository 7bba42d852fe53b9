"""A part of the schema in words, within a budget of tokens: likely tables, what joins them, then their neighbours."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spravka.database_assistant.llm_reading.retrieving import RankedTable
from spravka.llm.counting import estimate_tokens
from spravka.llm.fencing import as_line, as_name
from spravka.query_plans.schema import Column, DatabaseSchema, ForeignKey, Table

LIKELIEST = 8
"""So many tables are looked at first; a question is about fewer."""
WIDE_TABLE_COLUMNS = 40
"""Of wider tables only keys, named columns and the first others are told."""
LEAST_SCORE_SHARE = 0.2
"""Tables below this share of the best score come only after the neighbours of the likely ones."""
MOST_TOO_LARGE = 20
"""After so many tables that no longer fit the budget is taken for spent."""
COMMENT_CHARACTERS = 160


@dataclass(frozen=True)
class ToldSchema:
    """The tables told, in the order in which they are, and how they are told."""

    keys: tuple[str, ...]
    lines: tuple[str, ...]


def tell_schema(schema: DatabaseSchema, ranked: Sequence[RankedTable], budget_tokens: int) -> ToldSchema:
    """The tables that fit into the budget; at least the likeliest one is told, however large it is."""
    keys = _keys_out(schema)
    told: dict[str, str] = {}
    left = budget_tokens
    too_large = 0
    for one in _in_order(schema, ranked):
        if too_large == MOST_TOO_LARGE:
            break
        text = "\n".join(_table_lines(one, keys[one.table.key]))
        cost = estimate_tokens(text)
        if cost <= left or not told:
            told[one.table.key] = text
            left -= cost
        else:
            too_large += 1
    return ToldSchema(tuple(told), tuple(told.values()))


def _in_order(schema: DatabaseSchema, ranked: Sequence[RankedTable]) -> Iterator[RankedTable]:
    """The likely tables with what lies between them, the neighbours of the likely, all others."""
    by_key = {one.table.key: one for one in ranked}
    least = LEAST_SCORE_SHARE * ranked[0].score if ranked else 0.0
    likely = [one.table.key for one in ranked[:LIKELIEST] if one.score > 0 and one.score >= least]
    neighbours = _neighbours(schema)
    between = [key for other in likely[1:] for key in _path(neighbours, likely[0], other)]
    near = sorted({key for one in likely for key in neighbours[one]}, key=lambda key: -by_key[key].score)
    order = [*likely[:1], *between, *likely, *near, *by_key]
    return (by_key[key] for key in dict.fromkeys(order))


def _neighbours(schema: DatabaseSchema) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key in schema.foreign_keys:
        if key.table in schema.tables_by_key and key.to_table in schema.tables_by_key:
            found[key.table].append(key.to_table)
            found[key.to_table].append(key.table)
    return found


def _path(neighbours: Mapping[str, list[str]], start: str, end: str) -> list[str]:
    """The tables from ``start`` to ``end`` along keys, the fewest; empty where no keys lead there."""
    came_from = {start: ""}
    waiting = deque([start])
    while waiting and end not in came_from:
        here = waiting.popleft()
        for there in neighbours.get(here, ()):
            if there not in came_from:
                came_from[there] = here
                waiting.append(there)
    return list(_back(came_from, end)) if end in came_from else []


def _back(came_from: Mapping[str, str], end: str) -> Iterator[str]:
    while end:
        yield end
        end = came_from[end]


def _keys_out(schema: DatabaseSchema) -> Mapping[str, list[ForeignKey]]:
    found: dict[str, list[ForeignKey]] = defaultdict(list)
    for key in schema.foreign_keys:
        found[key.table].append(key)
    return found


def _table_lines(ranked: RankedTable, keys: Sequence[ForeignKey]) -> Iterator[str]:
    table = ranked.table
    count = "" if table.row_count is None else f" (about {table.row_count} rows)"
    yield f"table {as_name(table.key)}{_comment(table.comment)}{count}"
    targets = {key.columns[0]: key for key in keys if len(key.columns) == 1}
    shown = list(_shown_columns(ranked, targets))
    for column in shown:
        yield f"  {as_name(column.name)} {column.kind}{_key_of(table, column, targets)}{_comment(column.comment)}"
    yield from (f"  key {_target(key)}" for key in keys if len(key.columns) > 1)
    if len(shown) < len(table.columns):
        yield f"  and {len(table.columns) - len(shown)} more columns that are not told"


def _shown_columns(ranked: RankedTable, targets: Mapping[str, ForeignKey]) -> Iterable[Column]:
    columns = ranked.table.columns
    if len(columns) <= WIDE_TABLE_COLUMNS:
        return columns
    wanted = ranked.columns | set(targets) | set(ranked.table.primary_key)
    first = [column.name for column in columns if column.name not in wanted]
    kept = wanted | set(first[: max(WIDE_TABLE_COLUMNS - len(wanted), 0)])
    return (column for column in columns if column.name in kept)


def _key_of(table: Table, column: Column, targets: Mapping[str, ForeignKey]) -> str:
    key = " key" if column.name in table.primary_key else ""
    return f"{key} {_target(targets[column.name])}" if column.name in targets else key


def _target(key: ForeignKey) -> str:
    own = "" if len(key.columns) == 1 else f"({', '.join(as_name(one) for one in key.columns)}) "
    return f"{own}-> {as_name(key.to_table)}({', '.join(as_name(one) for one in key.to_columns)})"


def _comment(comment: str) -> str:
    text = as_line(comment, COMMENT_CHARACTERS)
    return f" -- {text}" if text else ""
