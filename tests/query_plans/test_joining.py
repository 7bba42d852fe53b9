"""Tables are joined along keys with the fewest and likeliest joins, always the same way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spravka.query_plans.joining import (
    JoinTree,
    UnjoinableTablesError,
    aliases_of,
    join_path,
    join_trees,
    uses_and_joins,
)
from spravka.query_plans.plan import ColumnRef
from spravka.query_plans.schema import Column, ColumnKind, DatabaseSchema, Dialect, ForeignKey, Table
from tests.query_plans.firm import SCHEMA, join


def schema_of(*keys: str, inferred: tuple[str, ...] = (), alone: tuple[str, ...] = ()) -> DatabaseSchema:
    """Keys are written ``game.home>team``."""
    found = [foreign_key(key, key in inferred) for key in (*keys, *inferred)]
    names = sorted({name for key in found for name in (key.table, key.to_table)} | set(alone))
    columns = (Column("id", ColumnKind.INTEGER),)
    tables = tuple(Table(name, columns, primary_key=("id",)) for name in names)
    return DatabaseSchema(Dialect.SQLITE, tables, tuple(found))


def foreign_key(text: str, is_inferred: bool) -> ForeignKey:
    source, _, target = text.partition(">")
    table, _, name = source.partition(".")
    return ForeignKey(table, (name,), target, ("id",), is_inferred)


def keys_of(tree: JoinTree) -> set[str]:
    return {f"{key.table}.{key.columns[0]}>{key.to_table}" for key in tree.keys}


def test_a_bridge_table_is_joined_though_nobody_named_it() -> None:
    schema = schema_of("takes.student>student", "takes.course>course")
    path = join_path(schema, ("student", "course"))
    assert path.tree.tables == ("student", "takes", "course")
    assert path.rivals == ()


def test_two_keys_between_the_same_tables_are_told() -> None:
    schema = schema_of("game.home>team", "game.away>team")
    path = join_path(schema, ("game", "team"))
    assert [keys_of(tree) for tree in (path.tree, *path.rivals)] == [{"game.away>team"}, {"game.home>team"}]


def test_a_declared_key_goes_before_one_told_by_names() -> None:
    schema = schema_of("line.order>order", inferred=("line.maker>order",))
    path = join_path(schema, ("line", "order"))
    assert keys_of(path.tree) == {"line.order>order"}
    assert path.rivals == ()


def test_rows_are_paired_through_a_bridge_rather_than_through_what_they_share() -> None:
    schema = schema_of("a.city>city", "b.city>city", "link.a>a", "link.b>b")
    assert join_path(schema, ("a", "b")).tree.tables == ("a", "link", "b")


def test_three_tables_meet_in_the_middle() -> None:
    schema = schema_of("sale.shop>shop", "sale.item>item", "sale.buyer>buyer", "item.kind>kind")
    tree = join_path(schema, ("shop", "kind", "buyer")).tree
    assert set(tree.tables) == {"shop", "sale", "buyer", "item", "kind"}
    assert len(tree.edges) == 4


def test_one_table_needs_no_join() -> None:
    assert join_path(SCHEMA, ("client",)).tree == JoinTree(("client",))


def test_tables_to_which_no_key_leads_are_named() -> None:
    schema = schema_of("a.b>b", alone=("island",))
    with pytest.raises(UnjoinableTablesError, match="island"):
        join_path(schema, ("a", "b", "island"))


def test_a_tree_becomes_the_tables_and_joins_of_a_select() -> None:
    tree = join_path(SCHEMA, ("client", "payment")).tree
    uses, joins = uses_and_joins(tree, aliases_of(tree, SCHEMA))
    assert [use.alias for use in uses] == ["client", "contract", "payment"]
    assert joins == (join("client.id", "contract.client_id"), join("contract.id", "payment.contract_id"))


def test_tables_of_one_name_get_different_aliases() -> None:
    tables = tuple(Table("item", (), namespace=namespace) for namespace in ("a", "b"))
    schema = DatabaseSchema(Dialect.SQLITE, tables, (ForeignKey("a.item", ("id",), "b.item", ("id",)),))
    tree = join_path(schema, ("a.item", "b.item")).tree
    assert aliases_of(tree, schema) == {"a.item": "item", "b.item": "item_2"}
    _, joins = uses_and_joins(tree, aliases_of(tree, schema), outer=frozenset({"b.item"}))
    assert joins[0].is_outer
    assert joins[0].on == ((ColumnRef("item", "id"), ColumnRef("item_2", "id")),)


EDGES = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), min_size=1, max_size=14)


@settings(max_examples=60)
@given(EDGES, st.sets(st.integers(0, 7), min_size=1, max_size=4))
def test_every_tree_holds_what_is_needed_and_joins_each_table_to_one_before(
    edges: list[tuple[int, int]], needed: set[int]
) -> None:
    keys = [f"t{left}.k{place}>t{right}" for place, (left, right) in enumerate(edges)]
    schema = schema_of(*keys, alone=tuple(f"t{number}" for number in range(8)))
    tables = [f"t{number}" for number in sorted(needed)]
    try:
        trees = join_trees(schema, tables)
    except UnjoinableTablesError:
        return
    for tree in trees:
        assert set(tables) <= set(tree.tables)
        assert len(set(tree.tables)) == len(tree.tables) == len(tree.edges) + 1
        for place, edge in enumerate(tree.edges):
            assert edge.there == tree.tables[place + 1]
            assert edge.here in tree.tables[: place + 1]
    assert [tree.cost for tree in trees] == sorted(tree.cost for tree in trees)
    assert join_trees(schema, tables) == trees
