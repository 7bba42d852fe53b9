"""Facts of a catalogue become one schema."""

from spravka.customer_databases.structure.facts import (
    ColumnFact,
    Facts,
    ForeignKeyFact,
    KeyFact,
    TableFact,
    assemble,
)
from spravka.query_plans.schema import Column, ColumnKind, Dialect, ForeignKey

A, B, HIDDEN = ("dbo", "a"), ("sales", "b"), ("sales", "hidden")


def column(table: tuple[str, str], name: str) -> ColumnFact:
    return ColumnFact(table, Column(name, ColumnKind.INTEGER))


def test_the_default_namespace_is_left_out_of_names() -> None:
    facts = Facts([TableFact(A), TableFact(B)], [column(A, "id"), column(B, "id")])
    assert [table.key for table in assemble(Dialect.MSSQL, "dbo", facts).tables] == ["a", "sales.b"]


def test_a_table_without_a_readable_column_is_none() -> None:
    assert assemble(Dialect.MSSQL, "dbo", Facts([TableFact(A)])).tables == ()


def test_keys_that_name_hidden_columns_or_tables_are_dropped() -> None:
    facts = Facts(
        [TableFact(A), TableFact(B)],
        [column(A, "id"), column(B, "a_id")],
        [KeyFact(A, ("id",), True), KeyFact(B, ("a_id", "hidden"), True), KeyFact(HIDDEN, ("id",), True)],
        [
            ForeignKeyFact(B, ("a_id",), A, ("id",)),
            ForeignKeyFact(B, ("hidden",), A, ("id",)),
            ForeignKeyFact(B, ("a_id",), HIDDEN, ("id",)),
        ],
    )
    schema = assemble(Dialect.MSSQL, "dbo", facts)
    assert schema.tables_by_key["a"].primary_key == ("id",)
    assert schema.tables_by_key["sales.b"].primary_key == ()
    assert schema.foreign_keys == (ForeignKey("sales.b", ("a_id",), "a", ("id",)),)
