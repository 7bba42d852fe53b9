"""The cheapest way to join tables along keys."""

from dataclasses import replace

from spravka.query_plans.schema import Column, ColumnKind, DatabaseSchema, Dialect, Table
from spravka.question_reading.frames import Field
from spravka.question_reading.schema_graph import SchemaGraph
from tests.question_reading.schemas import COMPANY


def test_tables_next_to_each_other_are_joined_by_their_key() -> None:
    (edge,) = SchemaGraph(COMPANY).tree({"sale", "branch"}) or ()
    assert {edge.source, edge.table} == {"sale", "branch"}
    assert {field for pair in edge.on for field in pair} == {Field("sale", "branch_id"), Field("branch", "id")}


def test_the_way_leads_through_the_table_between() -> None:
    edges = SchemaGraph(COMPANY).tree({"client", "branch"}) or ()
    assert [edge.table for edge in edges][-1] in {"client", "branch"}
    assert {edge.source for edge in edges} | {edge.table for edge in edges} == {"client", "sale", "branch"}


def test_a_sale_has_one_client_and_a_client_many_sales() -> None:
    graph = SchemaGraph(COMPANY)
    assert [edge.to_one for edge in graph.neighbours("sale")] == [True, True]
    assert [edge.to_one for edge in graph.neighbours("client")] == [False]


def test_tables_that_hang_apart_have_no_tree() -> None:
    graph = SchemaGraph(replace(COMPANY, foreign_keys=(), tables=COMPANY.tables[:2]))
    assert graph.tree({"branch", "client"}) is None
    assert graph.distance("branch", "client") == float("inf")


def test_no_tables_have_no_tree() -> None:
    assert SchemaGraph(COMPANY).tree(()) is None


def test_a_column_called_like_the_key_of_another_table_refers_to_it() -> None:
    def table(name: str, *columns: str) -> Table:
        return Table(name, tuple(Column(column, ColumnKind.INTEGER) for column in columns), primary_key=columns[:1])

    schema = DatabaseSchema(Dialect.SQLITE, (table("city", "city_id"), table("house", "house_id", "city_id")))
    (edge,) = SchemaGraph(schema).tree({"city", "house"}) or ()
    assert {field.column for pair in edge.on for field in pair} == {"city_id"}


def test_a_key_that_every_table_calls_alike_refers_to_none() -> None:
    tables = tuple(
        Table(name, (Column("Код", ColumnKind.INTEGER),), primary_key=("Код",)) for name in ("дом", "город", "лес")
    )
    assert SchemaGraph(DatabaseSchema(Dialect.SQLITE, tables)).tree({"дом", "город"}) is None
