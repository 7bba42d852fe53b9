"""The tables of a schema as a graph whose edges are keys, and the cheapest ways from one part of it to a table."""

import heapq
import itertools
import math
import weakref
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spravka.query_plans.schema import DatabaseSchema, ForeignKey

DECLARED_COST = 1.0
INFERRED_COST = 1.4
"""A key told by names only is taken where a declared one would need a table more, but not before it."""
SHARED_COST = 1.0
"""Added for passing through a table that both neighbours point to: it pairs rows that only have a thing in common."""
LONGEST_PATH = 6
SLACK = 2.0
"""How much dearer than the cheapest way another may be."""
WAYS_PER_TABLE = 4
"""How many ways to one table are looked at."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A key seen from one of its tables: ``here`` is that table, ``there`` the other."""

    key: ForeignKey
    here: str
    there: str

    @property
    def cost(self) -> float:
        return INFERRED_COST if self.key.is_inferred else DECLARED_COST

    @property
    def points_out(self) -> bool:
        """Whether ``here`` holds the key's columns, and so has one partner at most."""
        return self.key.table == self.here


@dataclass(frozen=True, slots=True)
class Way:
    """A chain of edges from a table to another."""

    cost: float
    edges: tuple[Edge, ...]

    def extended(self, edge: Edge) -> "Way":
        shared = SHARED_COST if self.edges and self.edges[-1].points_out and not edge.points_out else 0.0
        return Way(self.cost + edge.cost + shared, (*self.edges, edge))

    def passes(self, table: str) -> bool:
        return any(table in (edge.here, edge.there) for edge in self.edges)


class JoinGraph:
    """The edges of each table; made once for a schema."""

    def __init__(self, schema: DatabaseSchema) -> None:
        known = schema.tables_by_key
        edges: dict[str, list[Edge]] = {key: [] for key in known}
        for key in schema.foreign_keys:
            if key.table in known and key.to_table in known and key.table != key.to_table:
                edges[key.table].append(Edge(key, key.table, key.to_table))
                edges[key.to_table].append(Edge(key, key.to_table, key.table))
        self.edges: Mapping[str, tuple[Edge, ...]] = {
            table: tuple(sorted(found, key=lambda edge: (edge.cost, edge.there, edge.key.columns)))
            for table, found in edges.items()
        }
        self.known_costs: dict[str, Mapping[str, float]] = {}

    def costs_to(self, target: str) -> Mapping[str, float]:
        """The least cost of a way from each table to the target (Dijkstra)."""
        if target not in self.known_costs:
            self.known_costs[target] = least_costs(self.edges, target)
        return self.known_costs[target]

    def ways(self, sources: frozenset[str], targets: frozenset[str]) -> Iterator[Way]:
        """Ways from any source to any target, the cheapest first, up to ``SLACK`` dearer than the cheapest.

        A* over paths: what is still to go is never overrated. No way leads through a source or a target.
        """
        ahead = [self.costs_to(target) for target in sorted(targets)]
        search = Search(self.edges, sources, ahead)
        for source in sorted(sources & self.edges.keys()):
            search.spread(Way(0.0, ()), source)
        visits: dict[str, int] = {}
        while (way := search.next_way()) is not None:
            end = way.edges[-1].there
            visits[end] = visits.get(end, 0) + 1
            if end in targets:
                search.found(way)
                yield way
            elif visits[end] <= WAYS_PER_TABLE and len(way.edges) < LONGEST_PATH:
                search.spread(way, end)


class Search:
    """The ways that wait to be made longer, the most promising first."""

    def __init__(
        self,
        edges: Mapping[str, tuple[Edge, ...]],
        sources: frozenset[str],
        ahead: Sequence[Mapping[str, float]],
    ) -> None:
        self.edges = edges
        self.sources = sources
        self.ahead = ahead
        self.waiting: list[tuple[float, int, Way]] = []
        self.order = itertools.count()
        self.limit = math.inf

    def spread(self, way: Way, end: str) -> None:
        for edge in self.edges[end]:
            if edge.there in self.sources or way.passes(edge.there):
                continue
            longer = way.extended(edge)
            promise = longer.cost + min((costs.get(edge.there, math.inf) for costs in self.ahead), default=math.inf)
            if promise <= self.limit and promise < math.inf:
                heapq.heappush(self.waiting, (promise, next(self.order), longer))

    def next_way(self) -> Way | None:
        if not self.waiting or self.waiting[0][0] > self.limit:
            return None
        return heapq.heappop(self.waiting)[-1]

    def found(self, way: Way) -> None:
        self.limit = min(self.limit, way.cost + SLACK)


def least_costs(edges: Mapping[str, tuple[Edge, ...]], target: str) -> dict[str, float]:
    costs = {target: 0.0}
    waiting = [(0.0, target)]
    while waiting:
        cost, table = heapq.heappop(waiting)
        if cost > costs[table]:
            continue
        for edge in edges[table]:
            if cost + edge.cost < costs.get(edge.there, math.inf):
                costs[edge.there] = cost + edge.cost
                heapq.heappush(waiting, (cost + edge.cost, edge.there))
    return costs


GRAPHS: dict[int, tuple["weakref.ref[DatabaseSchema]", JoinGraph]] = {}
"""Graphs by the identity of their schema, as long as that lives."""


def join_graph(schema: DatabaseSchema) -> JoinGraph:
    """The schema's graph, made at the first call."""
    kept = GRAPHS.get(id(schema))
    if kept is not None and kept[0]() is schema:
        return kept[1]
    identity = id(schema)
    graph = JoinGraph(schema)
    GRAPHS[identity] = (weakref.ref(schema, lambda _: GRAPHS.pop(identity, None)), graph)
    return graph
