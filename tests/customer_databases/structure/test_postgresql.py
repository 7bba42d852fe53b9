"""The structure of a PostgreSQL database: everything a reader of questions needs, nothing the role may not read."""

import time
from dataclasses import replace

import pytest

from spravka.customer_databases.describing import describe_structure
from spravka.customer_databases.fields import ConnectionOptions
from spravka.customer_databases.opening import open_connection
from spravka.query_plans.schema import ColumnKind, DatabaseSchema, ForeignKey
from tests.customer_databases.places import PostgresqlPlace
from tests.parts import Parts

WAREHOUSE = (
    'CREATE SCHEMA "склад"',
    "CREATE DOMAIN amount AS numeric(10, 2)",
    "CREATE DOMAIN price AS amount",
    "CREATE TYPE mood AS ENUM ('хорошо', 'плохо')",
    """CREATE TABLE "склад"."Товары ""А"" все" (id int PRIMARY KEY, "полное имя" varchar(50) UNIQUE,
       price price NOT NULL, mood mood, doubled numeric GENERATED ALWAYS AS (id * 2) STORED,
       tags text[], card jsonb, gone int, since date,
       at timestamptz, is_sold bool, UNIQUE (price, mood))""",
    'ALTER TABLE "склад"."Товары ""А"" все" DROP COLUMN gone',
    'CREATE UNIQUE INDEX ON "склад"."Товары ""А"" все" (since) WHERE is_sold',
    'CREATE UNIQUE INDEX ON "склад"."Товары ""А"" все" (lower("полное имя"))',
    """COMMENT ON TABLE "склад"."Товары ""А"" все" IS 'что лежит на складе'""",
    """COMMENT ON COLUMN "склад"."Товары ""А"" все".price IS 'цена, руб.'""",
    """INSERT INTO "склад"."Товары ""А"" все" (id, price) SELECT n, 1 FROM generate_series(1, 500) n""",
    """CREATE TABLE moves (day date, item int REFERENCES "склад"."Товары ""А"" все", amount numeric,
       PRIMARY KEY (day, item)) PARTITION BY RANGE (day)""",
    "CREATE TABLE moves_2025 PARTITION OF moves FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')",
    "CREATE TABLE moves_2026 PARTITION OF moves FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
    "INSERT INTO moves SELECT '2025-06-01'::date + n, 1, n FROM generate_series(1, 300) n",
    "CREATE TABLE move_notes (day date, item int, note text, FOREIGN KEY (day, item) REFERENCES moves (day, item))",
    "CREATE VIEW total AS SELECT sum(amount) AS total FROM moves",
    "CREATE MATERIALIZED VIEW kept AS SELECT 1 AS n",
    "ANALYZE",
)
ITEMS = 'склад.Товары "А" все'


@pytest.fixture(scope="module")
def warehouse(shared_postgresql: PostgresqlPlace) -> DatabaseSchema:
    shared_postgresql.build(*WAREHOUSE)
    with shared_postgresql.admin() as admin:
        admin.execute("CREATE TABLE secret (n int)")
        admin.execute("CREATE TABLE half_secret (seen int, hidden int)")
        admin.execute(f'GRANT SELECT (seen) ON half_secret TO "{shared_postgresql.fields.user}"'.encode())
    with open_connection(shared_postgresql.fields) as connection:
        return describe_structure(connection)


def test_tables_and_views_are_told_once_and_partitions_not_at_all(warehouse: DatabaseSchema) -> None:
    assert {table.key for table in warehouse.tables} == {
        ITEMS,
        "moves",
        "move_notes",
        "total",
        "kept",
        "half_secret",
    }
    assert {table.name for table in warehouse.tables if table.is_view} == {"total", "kept"}


def test_what_the_role_may_not_read_is_not_told(warehouse: DatabaseSchema) -> None:
    assert "secret" not in warehouse.tables_by_key
    assert [column.name for column in warehouse.tables_by_key["half_secret"].columns] == ["seen"]


def test_columns_have_their_kinds_behind_domains_and_enumerations(warehouse: DatabaseSchema) -> None:
    assert {column.name: column.kind for column in warehouse.tables_by_key[ITEMS].columns} == {
        "id": ColumnKind.INTEGER,
        "полное имя": ColumnKind.TEXT,
        "price": ColumnKind.NUMBER,
        "mood": ColumnKind.TEXT,
        "doubled": ColumnKind.NUMBER,
        "tags": ColumnKind.OTHER,
        "card": ColumnKind.OTHER,
        "since": ColumnKind.DATE,
        "at": ColumnKind.MOMENT,
        "is_sold": ColumnKind.BOOLEAN,
    }


def test_comments_types_and_nullability_are_told(warehouse: DatabaseSchema) -> None:
    items = warehouse.tables_by_key[ITEMS]
    price = items.columns_by_name["price"]
    assert (items.comment, price.comment) == ("что лежит на складе", "цена, руб.")
    assert (price.type_name, price.is_nullable) == ("price", False)
    assert items.columns_by_name["полное имя"].type_name == "character varying(50)"


def test_only_whole_keys_are_told(warehouse: DatabaseSchema) -> None:
    items = warehouse.tables_by_key[ITEMS]
    assert items.primary_key == ("id",)
    assert set(items.unique_keys) == {("полное имя",), ("price", "mood")}


def test_foreign_keys_go_between_the_tables_as_they_are_named(warehouse: DatabaseSchema) -> None:
    assert set(warehouse.foreign_keys) == {
        ForeignKey("moves", ("item",), ITEMS, ("id",)),
        ForeignKey("move_notes", ("day", "item"), "moves", ("day", "item")),
    }


def test_sizes_are_estimated_over_all_partitions(warehouse: DatabaseSchema) -> None:
    assert warehouse.tables_by_key[ITEMS].row_count == 500
    assert warehouse.tables_by_key["moves"].row_count == 300
    assert warehouse.tables_by_key["total"].row_count is None


def test_only_the_namespaces_that_are_asked_for_are_told(
    warehouse: DatabaseSchema, shared_postgresql: PostgresqlPlace
) -> None:
    fields = replace(shared_postgresql.fields, options=ConnectionOptions(namespaces=("склад",)))
    with open_connection(fields) as connection:
        schema = describe_structure(connection)
    assert [table.key for table in schema.tables] == [ITEMS]
    assert len(warehouse.tables) > 1


def test_a_thousand_tables_are_described_within_seconds(parts: Parts, postgresql: PostgresqlPlace) -> None:
    body = "id int PRIMARY KEY, name text, price numeric, at timestamp, parent_id int REFERENCES t0"
    postgresql.build(
        "CREATE TABLE t0 (id int PRIMARY KEY)",
        f"DO $$ BEGIN FOR n IN 1..999 LOOP EXECUTE format('CREATE TABLE t%s ({body})', n); END LOOP; END $$",
    )
    with open_connection(postgresql.fields) as connection:
        started = time.monotonic()
        schema = describe_structure(connection)
        assert time.monotonic() - started < 5
    assert (len(schema.tables), len(schema.foreign_keys)) == (1_000, 999)
