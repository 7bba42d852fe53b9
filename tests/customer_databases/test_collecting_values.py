"""Distinct values of text columns, within a budget."""

import pytest

from spravka.customer_databases.caps import Timeouts
from spravka.customer_databases.collecting_values import (
    CollectedValues,
    Skipped,
    ValueBudget,
    collect_values,
    small_tables_first,
)
from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.describing import describe_structure
from spravka.customer_databases.opening import open_connection
from spravka.query_plans.schema import DatabaseSchema, Dialect, Table
from tests.customer_databases.places import PostgresqlPlace

TOWNS = (
    'CREATE TABLE "города" ("имя города" text, code char(3), about text, population int)',
    """INSERT INTO "города" VALUES ('Орёл', 'ОРЛ', repeat('о', 500), 1), ('Тверь', 'ТВЕ', repeat('т', 500), 2),
       ('Орёл', 'ОРЛ', NULL, 3), (NULL, ' ', NULL, 4)""",
    "CREATE TABLE many (name text)",
    "INSERT INTO many SELECT 'name ' || n FROM generate_series(1, 50) n",
    "CREATE VIEW slow AS SELECT pg_sleep(30)::text AS slept",
    "CREATE TYPE size AS ENUM ('малый', 'большой')",
    "CREATE TABLE sizes (size size)",
    "INSERT INTO sizes VALUES ('малый'), ('малый')",
    "ANALYZE",
)
NAME = ("города", "имя города")


@pytest.fixture(scope="module")
def towns(shared_postgresql: PostgresqlPlace) -> DatabaseSchema:
    shared_postgresql.build(*TOWNS)
    with open_connection(shared_postgresql.fields) as connection:
        return describe_structure(connection)


def collect(connection: CustomerConnection, towns: DatabaseSchema, budget: ValueBudget) -> CollectedValues:
    tables = tuple(table for table in towns.tables if table.name != "slow")
    return collect_values(connection, DatabaseSchema(towns.dialect, tables), budget)


def test_the_values_of_text_columns_are_told_once_each(connection: CustomerConnection, towns: DatabaseSchema) -> None:
    collected = collect(connection, towns, ValueBudget())
    assert collected.values[NAME] == ["Орёл", "Тверь"]
    assert collected.values["города", "code"] == ["ОРЛ", "ТВЕ"]
    assert collected.values["sizes", "size"] == ["малый"]
    assert ("города", "population") not in collected.values
    assert collected.incomplete == frozenset()


def test_long_texts_are_no_names(connection: CustomerConnection, towns: DatabaseSchema) -> None:
    collected = collect(connection, towns, ValueBudget())
    assert collected.skipped == {("города", "about"): Skipped.LONG_TEXTS}


def test_an_excluded_column_is_not_read(connection: CustomerConnection, towns: DatabaseSchema) -> None:
    collected = collect(connection, towns, ValueBudget(excluded=frozenset({NAME})))
    assert collected.skipped[NAME] is Skipped.EXCLUDED
    assert NAME not in collected.values


def test_a_column_with_more_values_than_the_budget_is_incomplete(
    connection: CustomerConnection, towns: DatabaseSchema
) -> None:
    collected = collect(connection, towns, ValueBudget(values_per_column=10))
    assert len(collected.values["many", "name"]) == 10
    assert collected.incomplete == {("many", "name")}


def test_small_tables_come_before_large_ones_when_space_is_short(
    connection: CustomerConnection, towns: DatabaseSchema
) -> None:
    collected = collect(connection, towns, ValueBudget(size_bytes=60))
    assert collected.values[NAME] == ["Орёл", "Тверь"]
    assert len(collected.values["many", "name"]) < 50
    assert ("many", "name") in collected.incomplete


def test_without_time_nothing_is_read(connection: CustomerConnection, towns: DatabaseSchema) -> None:
    collected = collect(connection, towns, ValueBudget(seconds=0))
    assert not collected.values
    assert set(collected.skipped.values()) == {Skipped.NO_TIME}


def test_a_slow_column_is_given_up_and_the_others_are_read(
    shared_postgresql: PostgresqlPlace, towns: DatabaseSchema
) -> None:
    budget = ValueBudget(seconds_per_column=0.2)
    with open_connection(shared_postgresql.fields, Timeouts(query_seconds=20)) as connection:
        collected = collect_values(connection, towns, budget)
    assert collected.skipped["slow", "slept"] is Skipped.FAILED
    assert collected.values[NAME] == ["Орёл", "Тверь"]


def test_a_table_that_went_away_meanwhile_is_given_up(connection: CustomerConnection, towns: DatabaseSchema) -> None:
    gone = Table("gone", towns.tables_by_key["many"].columns, row_count=1)
    collected = collect_values(connection, DatabaseSchema(towns.dialect, (gone, towns.tables_by_key["many"])))
    assert collected.skipped == {("gone", "name"): Skipped.FAILED}
    assert len(collected.values["many", "name"]) == 50


def test_a_large_table_gives_the_values_of_its_first_rows(postgresql: PostgresqlPlace) -> None:
    postgresql.build(
        "CREATE TABLE large AS SELECT 'kind ' || n % 7 AS kind FROM generate_series(1, 20000) n",
        "CREATE VIEW looked_at AS SELECT kind || substr(pg_sleep(0.0001)::text, 9) AS kind FROM large",
    )
    with open_connection(postgresql.fields) as connection:
        schema = describe_structure(connection)
        collected = collect_values(connection, schema, ValueBudget(seconds_per_column=0.5, first_rows=100))
    assert len(collected.values["looked_at", "kind"]) == 7
    assert collected.incomplete == {("looked_at", "kind")}


def test_tables_are_ordered_by_size_then_unknown_then_views() -> None:
    tables = (
        Table("view", (), is_view=True),
        Table("unknown", ()),
        Table("large", (), row_count=1_000),
        Table("small", (), row_count=1),
    )
    ordered = small_tables_first(DatabaseSchema(Dialect.POSTGRESQL, tables))
    assert [table.name for table in ordered] == ["small", "large", "unknown", "view"]
