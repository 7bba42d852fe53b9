"""Tables that a question needs, connected along keys with the fewest and likeliest joins.

A Steiner tree of the key graph, approximated: the tree grows from the first table, each time by a cheapest way to a
table still missing, whichever that is; several such growths are followed side by side (a beam), which also gives the
alternatives. The takings are deterministic: equally cheap ways are ordered by name.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spravka.query_plans.join_graph import Edge, JoinGraph, Way, join_graph
from spravka.query_plans.plan import ColumnRef, Join, TableUse
from spravka.query_plans.schema import DatabaseSchema, ForeignKey

BEAM_WIDTH = 12
WAYS_PER_STEP = 6


@dataclass
class UnjoinableTablesError(ValueError):
    """No chain of keys leads to these tables."""

    tables: tuple[str, ...]

    def __str__(self) -> str:
        return f"No keys lead to {', '.join(self.tables)}."


@dataclass(frozen=True, slots=True)
class JoinTree:
    """Tables by key, the first the start, each other joined to an earlier one by the edge in the same place."""

    tables: tuple[str, ...]
    edges: tuple[Edge, ...] = ()
    cost: float = 0.0

    @property
    def keys(self) -> frozenset[ForeignKey]:
        return frozenset(edge.key for edge in self.edges)

    def extended(self, way: Way) -> "JoinTree":
        return JoinTree(
            (*self.tables, *(edge.there for edge in way.edges)), self.edges + way.edges, self.cost + way.cost
        )

    @property
    def name(self) -> tuple[str, ...]:
        return tuple(part for edge in self.edges for part in (edge.here, edge.there, *edge.key.columns))


@dataclass(frozen=True, slots=True)
class JoinPath:
    """The cheapest tree, and the others that cost the same: where there are any, the choice is ambiguous."""

    tree: JoinTree
    rivals: tuple[JoinTree, ...] = ()


def join_path(schema: DatabaseSchema, tables: Iterable[str]) -> JoinPath:
    """How to join the tables, named by ``Table.key``. Raises ``UnjoinableTablesError``."""
    best, *others = join_trees(schema, tables, limit=BEAM_WIDTH)
    return JoinPath(best, tuple(tree for tree in others if tree.cost == best.cost))


def join_trees(schema: DatabaseSchema, tables: Iterable[str], limit: int = 5) -> tuple[JoinTree, ...]:
    """Up to ``limit`` ways to join the tables, the cheapest first, at least one. Raises ``UnjoinableTablesError``."""
    needed = tuple(dict.fromkeys(tables))
    unknown = tuple(table for table in needed if table not in schema.tables_by_key)
    if unknown or not needed:
        raise UnjoinableTablesError(unknown)
    graph = join_graph(schema)
    grown = [JoinTree(needed[:1])]
    while any(missing(tree, needed) for tree in grown):
        whole = [tree for tree in grown if not missing(tree, needed)]
        longer = itertools.chain.from_iterable(grow(tree, needed, graph) for tree in grown)
        grown = cheapest(itertools.chain(whole, longer), max(limit, BEAM_WIDTH))
        if not grown:
            raise UnjoinableTablesError(unreached(graph, needed))
    return tuple(grown[:limit])


def missing(tree: JoinTree, needed: tuple[str, ...]) -> frozenset[str]:
    return frozenset(needed) - frozenset(tree.tables)


def grow(tree: JoinTree, needed: tuple[str, ...], graph: JoinGraph) -> Iterator[JoinTree]:
    """The tree with each of the cheapest ways to a missing table; the whole tree as it is not grown."""
    targets = missing(tree, needed)
    if targets:
        ways = graph.ways(frozenset(tree.tables), targets)
        yield from (tree.extended(way) for way in itertools.islice(ways, WAYS_PER_STEP))


def cheapest(trees: Iterable[JoinTree], limit: int) -> list[JoinTree]:
    """The cheapest trees, each set of keys once."""
    kept: dict[frozenset[ForeignKey], JoinTree] = {}
    for tree in sorted(trees, key=lambda tree: (tree.cost, tree.name)):
        kept.setdefault(tree.keys, tree)
    return list(kept.values())[:limit]


def unreached(graph: JoinGraph, needed: tuple[str, ...]) -> tuple[str, ...]:
    """The tables to which no way of any length leads from the first."""
    start, *others = needed
    return tuple(other for other in others if not any(graph.ways(frozenset({start}), frozenset({other})))) or needed


def aliases_of(tree: JoinTree, schema: DatabaseSchema) -> Mapping[str, str]:
    """An alias for each table: its own name, numbered where two namespaces have the same."""
    aliases: dict[str, str] = {}
    for table in tree.tables:
        name = schema.tables_by_key[table].name
        taken = sum(alias == name or alias.startswith(f"{name}_") for alias in aliases.values())
        aliases[table] = f"{name}_{taken + 1}" if taken else name
    return aliases


def uses_and_joins(
    tree: JoinTree, aliases: Mapping[str, str], outer: frozenset[str] = frozenset()
) -> tuple[tuple[TableUse, ...], tuple[Join, ...]]:
    """The tree as a select's tables and joins; tables (by key) in ``outer`` are joined by outer joins."""
    uses = tuple(TableUse(aliases[table], table) for table in tree.tables)
    return uses, tuple(join_of(edge, aliases, edge.there in outer) for edge in tree.edges)


def join_of(edge: Edge, aliases: Mapping[str, str], is_outer: bool = False) -> Join:
    """The join of the edge's far table."""
    key = edge.key
    here, there = (key.columns, key.to_columns) if edge.points_out else (key.to_columns, key.columns)
    pairs = zip(here, there, strict=True)
    on = tuple((ColumnRef(aliases[edge.here], left), ColumnRef(aliases[edge.there], right)) for left, right in pairs)
    return Join(aliases[edge.there], on, is_outer)
