"""What the guard renders: true names, limits, filters, and a seal that only it can put."""

import dataclasses
import datetime
from decimal import Decimal

import pytest
import sqlglot

from spravka.sql_guard.errors import QueryRefused, RefusalReason
from spravka.sql_guard.guarded_query import GuardedQuery
from spravka.sql_guard.judging import explain, judge
from spravka.sql_guard.names import fold, is_plain
from spravka.sql_guard.policy import AllowedTable, FilterOperator, FilterValue, GuardPolicy, RowFilter

ORDERS = AllowedTable("orders", ("id", "total"))
LIMITS = [
    ("postgresql", "SELECT id FROM orders", 'SELECT "id" FROM "public"."orders" LIMIT 11'),
    ("postgresql", "SELECT id FROM orders LIMIT 10", 'SELECT "id" FROM "public"."orders" LIMIT 10'),
    ("postgresql", "SELECT id FROM orders LIMIT 999 OFFSET 5", 'SELECT "id" FROM "public"."orders" LIMIT 11 OFFSET 5'),
    ("postgresql", "SELECT id FROM orders LIMIT ALL", 'SELECT "id" FROM "public"."orders" LIMIT 11'),
    ("mysql", "SELECT id FROM orders LIMIT 5, 999", "SELECT `id` FROM `orders` LIMIT 11 OFFSET 5"),
    ("sqlite", "SELECT id FROM orders", 'SELECT "id" FROM "main"."orders" LIMIT 11'),
    ("clickhouse", "SELECT id FROM orders", 'SELECT "id" FROM "orders" LIMIT 11'),
    ("mssql", "SELECT id FROM orders", "SELECT TOP 11 [id] FROM [orders]"),
    ("mssql", "SELECT TOP 99 id FROM orders", "SELECT TOP 11 [id] FROM [orders]"),
    (
        "mssql",
        "SELECT id FROM orders ORDER BY id OFFSET 5 ROWS",
        "SELECT [id] FROM [orders] ORDER BY [id] OFFSET 5 ROWS FETCH NEXT 11 ROWS ONLY",
    ),
    (
        "mssql",
        "SELECT id FROM orders UNION SELECT 1",
        "SELECT [id] FROM [orders] UNION SELECT 1 ORDER BY 1 OFFSET 0 ROWS FETCH NEXT 11 ROWS ONLY",
    ),
]


@pytest.mark.parametrize(("dialect", "sql", "expected"), LIMITS)
def test_a_limit_is_added_or_lowered(dialect: str, sql: str, expected: str) -> None:
    assert judge(sql, GuardPolicy(dialect, (ORDERS,), row_limit=10)).sql == expected


FILTERS: list[tuple[FilterOperator, tuple[FilterValue, ...], str]] = [
    (FilterOperator.EQUAL, ("it's",), "\"x\" = 'it''s'"),
    (FilterOperator.NOT_EQUAL, (-2,), '"x" <> -2'),
    (FilterOperator.LESS, (Decimal("1E+2"),), '"x" < 100'),
    (FilterOperator.AT_MOST, (1.5,), '"x" <= 1.5'),
    (FilterOperator.GREATER, (datetime.date(2024, 1, 2),), "\"x\" > '2024-01-02'"),
    (FilterOperator.AT_LEAST, (datetime.datetime(2024, 1, 2, 3),), "\"x\" >= '2024-01-02 03:00:00'"),
    (FilterOperator.ONE_OF, ("a", "b"), "\"x\" IN ('a', 'b')"),
    (FilterOperator.ONE_OF, (), "1 = 0"),
    (FilterOperator.NONE_OF, (True,), 'NOT "x" IN (TRUE)'),
    (FilterOperator.IS_EMPTY, (), '"x" IS NULL'),
    (FilterOperator.IS_NOT_EMPTY, (), 'NOT "x" IS NULL'),
]


@pytest.mark.parametrize(("operator", "values", "expected"), FILTERS)
def test_a_row_filter_stands_around_the_table(
    operator: FilterOperator, values: tuple[FilterValue, ...], expected: str
) -> None:
    table = AllowedTable(
        "t", ("id", "x"), hidden_columns=frozenset({"x"}), row_filters=(RowFilter("x", operator, values),)
    )
    guarded = judge("SELECT a.id FROM t AS a", GuardPolicy("postgresql", (table,), row_limit=10))
    inner = f'SELECT "id" FROM "public"."t" WHERE {expected} OFFSET 0'
    assert guarded.sql == f'SELECT "a"."id" FROM ({inner}) AS "a" LIMIT 11'
    assert guarded.is_row_filtered


def test_a_filter_with_the_wrong_number_of_values_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="has 2 values"):
        RowFilter("x", FilterOperator.EQUAL, (1, 2))


NAMES = [
    ("postgresql", "SELECT ID FROM Orders", "orders", "id", 'SELECT "id" FROM "public"."orders" LIMIT 11'),
    ("postgresql", "SELECT CustomerId FROM T", "T", "CustomerId", 'SELECT "CustomerId" FROM "public"."T" LIMIT 11'),
    ("postgresql", 'SELECT "a b" FROM "T t"', "T t", "a b", 'SELECT "a b" FROM "public"."T t" LIMIT 11'),
    ("mssql", "SELECT [A]]b] FROM t", "T", "a]b", "SELECT TOP 11 [a]]b] FROM [T]"),
    ("mysql", "SELECT ИМЯ FROM Люди", "люди", "имя", "SELECT `имя` FROM `люди` LIMIT 11"),
]


@pytest.mark.parametrize(("dialect", "sql", "table", "column", "expected"), NAMES)
def test_names_are_rendered_as_the_database_spells_them(
    dialect: str, sql: str, table: str, column: str, expected: str
) -> None:
    policy = GuardPolicy(dialect, (AllowedTable(table, (column,)),), row_limit=10)
    assert judge(sql, policy).sql == expected


def test_a_quoted_name_in_another_case_is_another_table_in_postgresql() -> None:
    with pytest.raises(QueryRefused) as refused:
        judge('SELECT id FROM "Orders"', GuardPolicy("postgresql", (ORDERS,)))
    assert refused.value.reason is RefusalReason.TABLE


def test_names_that_only_look_alike_are_kept_apart() -> None:
    assert [fold("ORDERS"), fold("ЗАКАЗЫ"), fold("\u212a"), fold("\u017f")] == ["orders", "заказы", "\u212a", "\u017f"]
    assert [is_plain("Итого, руб."), is_plain("a\u202eb"), is_plain("a\u200bb"), is_plain("")] == [
        True,
        False,
        False,
        False,
    ]


def test_a_cte_named_like_a_table_is_renamed_and_keeps_its_label() -> None:
    guarded = judge(
        "WITH orders AS (SELECT id FROM orders) SELECT orders.id FROM orders",
        GuardPolicy("mysql", (ORDERS,), row_limit=10),
    )
    assert guarded.sql == (
        "WITH `orders_2` AS (SELECT `id` FROM `orders`) SELECT `orders`.`id` FROM `orders_2` AS `orders` LIMIT 11"
    )


def test_a_tree_is_judged_like_its_text_and_stays_as_it_is() -> None:
    tree = sqlglot.parse_one("SELECT id FROM orders", dialect="postgres")
    before = tree.copy()
    assert judge(tree, GuardPolicy("postgresql", (ORDERS,))).tables == {"orders"}
    assert tree == before


def test_columns_of_a_star_are_the_known_ones() -> None:
    guarded = judge("SELECT * FROM orders", GuardPolicy("sqlite", (ORDERS,), row_limit=10))
    assert guarded.sql == 'SELECT * FROM (SELECT "id", "total" FROM "main"."orders") AS "orders" LIMIT 11'


def test_a_quoted_string_of_sqlite_becomes_a_string() -> None:
    guarded = judge('SELECT id FROM orders WHERE total = "many"', GuardPolicy("sqlite", (ORDERS,), row_limit=10))
    assert guarded.sql == 'SELECT "id" FROM "main"."orders" WHERE "total" = \'many\' LIMIT 11'


def test_only_the_guard_makes_a_guarded_query() -> None:
    with pytest.raises(TypeError, match="Only the guard"):
        GuardedQuery("SELECT 1", "sqlite", frozenset(), 10, False)
    guarded = judge("SELECT id FROM orders", GuardPolicy("sqlite", (ORDERS,)))
    with pytest.raises((TypeError, ValueError)):
        dataclasses.replace(guarded, sql="DROP TABLE orders")


def test_sql_server_explains_no_query_by_a_prefix() -> None:
    policy = GuardPolicy("mssql", (ORDERS,))
    with pytest.raises(QueryRefused):
        explain(judge("SELECT id FROM orders", policy), policy)


def test_an_unknown_dialect_and_a_limit_below_one_are_no_policy() -> None:
    with pytest.raises(ValueError, match="dialects"):
        GuardPolicy("oracle", ())
    with pytest.raises(ValueError, match="row limit"):
        GuardPolicy("sqlite", (), row_limit=0)


def test_a_refusal_says_what_to_do() -> None:
    refused = QueryRefused(RefusalReason.TABLE, "secrets" * 100)
    assert refused.detail.startswith("Use the tables of the database's description")
    assert len(refused.piece) == 200
    assert refused.to_json()["reason"] == "table"
