"""How the tables of a schema hang together: the cheapest way to join some of them along keys.

A Steiner tree by the shortest-path heuristic (Takahashi and Matsuyama, 1980): tables are reached one after another
from those already in.
"""

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from spravka.query_plans.schema import NUMERIC, DatabaseSchema, ForeignKey, Table
from spravka.question_reading.frames import Field

DECLARED_COST = 1.0
INFERRED_COST = 1.3
GUESSED_COST = 1.6
"""A key that only its name tells."""
FEWEST_OWN_KEYS = 3
"""A key that so many tables call by one name («Код») is each one's own, and refers to none of them."""
HUB_COST = 0.05
"""Added per key of a table passed through, so that a plain link table is preferred to a busy one."""


@dataclass(frozen=True, slots=True)
class Edge:
    """``table`` is reached from ``source`` where the pairs of columns are equal."""

    source: str
    table: str
    on: tuple[tuple[Field, Field], ...]
    cost: float
    to_one: bool
    """A row of ``source`` has at most one partner in ``table``."""


class SchemaGraph:
    """Keys as edges in both directions. Distances are found when first asked for."""

    def __init__(self, schema: DatabaseSchema) -> None:
        self._schema = schema
        self._paths: dict[str, dict[str, Edge]] = {}
        self._distances: dict[str, dict[str, float]] = {}
        self._trees: dict[frozenset[str], tuple[Edge, ...] | None] = {}

    @cached_property
    def edges(self) -> Mapping[str, tuple[Edge, ...]]:
        """The edges out of each table."""
        found: dict[str, list[Edge]] = {table.key: [] for table in self._schema.tables}
        for key, cost in self._keys():
            for edge in _both_ways(key, cost):
                found[edge.source].append(edge)
        return {table: tuple(edges) for table, edges in found.items()}

    @cached_property
    def key_fields(self) -> frozenset[Field]:
        """Columns that hold a reference to another table."""
        return frozenset(Field(key.table, column) for key, _ in self._keys() for column in key.columns)

    def distance(self, one: str, other: str) -> float:
        """The cost of the way between two tables; infinite where there is none."""
        return self._from(one).get(other, float("inf"))

    def neighbours(self, table: str) -> tuple[Edge, ...]:
        return self.edges.get(table, ())

    def tree(self, tables: Iterable[str]) -> tuple[Edge, ...] | None:
        """Edges that join the tables, each starting at a table already reached; None where there is no such way."""
        wanted = frozenset(tables)
        if wanted not in self._trees:
            self._trees[wanted] = self._grown(wanted)
        return self._trees[wanted]

    def _grown(self, wanted: frozenset[str]) -> tuple[Edge, ...] | None:
        if not wanted:
            return None
        first = min(wanted, key=lambda table: (sum(self.distance(table, other) for other in wanted), table))
        reached, edges, left = [first], list[Edge](), set(wanted) - {first}
        while left:
            start, goal = min(
                ((start, goal) for start in reached for goal in left),
                key=lambda pair: (self.distance(*pair), pair),
            )
            if self.distance(start, goal) == float("inf"):
                return None
            for edge in self.way(start, goal):
                if edge.table not in reached:
                    reached.append(edge.table)
                    edges.append(edge)
                    left.discard(edge.table)
        return tuple(edges)

    def way(self, start: str, goal: str) -> list[Edge]:
        """The edges from one table to another, in order; raises ``KeyError`` where there is no way."""
        self._from(start)
        way: list[Edge] = []
        while goal != start:
            edge = self._paths[start][goal]
            way.append(edge)
            goal = edge.source
        return way[::-1]

    def _from(self, start: str) -> dict[str, float]:
        """Dijkstra's distances from a table."""
        if start in self._distances:
            return self._distances[start]
        distances: dict[str, float] = {start: 0.0}
        came: dict[str, Edge] = {}
        queue = [(0.0, start)]
        while queue:
            cost, table = heapq.heappop(queue)
            if cost > distances[table]:
                continue
            hub = HUB_COST * len(self.edges.get(table, ())) if table != start else 0.0
            for edge in self.edges.get(table, ()):
                further = cost + edge.cost + hub
                if further < distances.get(edge.table, float("inf")):
                    distances[edge.table] = further
                    came[edge.table] = edge
                    heapq.heappush(queue, (further, edge.table))
        self._distances[start], self._paths[start] = distances, came
        return distances

    def _keys(self) -> Iterator[tuple[ForeignKey, float]]:
        named = set[frozenset[str]]()
        for key in self._schema.foreign_keys:
            if key.table != key.to_table:
                named.add(frozenset((key.table, key.to_table)))
                yield key, INFERRED_COST if key.is_inferred else DECLARED_COST
        for key in _guessed(self._schema):
            if frozenset((key.table, key.to_table)) not in named:
                yield key, GUESSED_COST


def _both_ways(key: ForeignKey, cost: float) -> Iterator[Edge]:
    own = [Field(key.table, column) for column in key.columns]
    its = [Field(key.to_table, column) for column in key.to_columns]
    yield Edge(key.table, key.to_table, tuple(zip(own, its, strict=True)), cost, True)
    yield Edge(key.to_table, key.table, tuple(zip(its, own, strict=True)), cost, False)


def _guessed(schema: DatabaseSchema) -> Iterator[ForeignKey]:
    """Columns called like the one-column key of another table."""
    keys = [(table, table.primary_key[0]) for table in schema.tables if len(table.primary_key) == 1]
    own = Counter(key.lower() for _, key in keys)
    nobodys = {"id", "code", "name"} | {name for name, count in own.items() if count >= FEWEST_OWN_KEYS}
    for target, key in keys:
        names = {key.lower()} - nobodys | {f"{target.name}_id".lower(), f"{target.name}id".lower()}
        kind = target.columns_by_name[key].kind
        for table in schema.tables:
            for column in table.columns if table is not target else ():
                is_alike = column.kind is kind or (column.kind in NUMERIC and kind in NUMERIC)
                if column.name.lower() in names and is_alike and not _is_own_key(table, column.name, target):
                    yield ForeignKey(table.key, (column.name,), target.key, (key,), is_inferred=True)


def _is_own_key(table: Table, column: str, target: Table) -> bool:
    """Of two tables with the same key, the one later in the schema refers to the earlier."""
    return table.primary_key == (column,) == target.primary_key and table.key < target.key
