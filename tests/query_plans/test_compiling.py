"""Plans become SQL that every dialect reads, and that gives the rows that were meant."""

import datetime
import decimal
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing

import pytest
import sqlglot
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine

from spravka.query_plans.compiling import UnknownTableError, compile_plan, render
from spravka.query_plans.plan import (
    ColumnRef,
    Comparison,
    Constant,
    Operator,
    Ordering,
    Output,
    QueryPlan,
    Select,
    SetKind,
    SetOperation,
    TableUse,
    TextMatch,
    TextMatches,
)
from spravka.query_plans.schema import Column, ColumnKind, DatabaseSchema, Dialect, Table
from spravka.query_plans.writing.dialects import SQLGLOT_NAMES
from spravka.query_plans.writing.literals import UnwritableNumberError
from tests.query_plans.examples import EXAMPLES, Rows
from tests.query_plans.firm import CLIENT, CONTRACT, CREATE, TODAY, column, ids, outputs, rows_of, sql_of

CASES = pytest.mark.parametrize(("plan", "rows"), EXAMPLES.values(), ids=EXAMPLES.keys())


def plain(rows: Iterable[Sequence[object]]) -> Rows:
    """Values as SQLite has them."""
    return [tuple(plain_value(value) for value in row) for row in rows]


def plain_value(value: object) -> object:
    if isinstance(value, decimal.Decimal | float):
        return pytest.approx(float(value))
    return str(value) if isinstance(value, datetime.date) else value


def in_order(plan: QueryPlan, rows: Rows) -> Rows:
    """Rows without an order, in that of their values."""
    is_ordered = isinstance(plan, Select) and bool(plan.order)
    return rows if is_ordered else sorted(rows, key=str)


@CASES
def test_sqlite_gives_the_rows_that_were_meant(plan: QueryPlan, rows: Rows) -> None:
    assert in_order(plan, list(rows_of(plan))) == plain(rows)


@pytest.fixture(scope="module")
def firm(engine: Engine) -> Iterator[Connection]:
    """The firm's tables in PostgreSQL, gone at the end."""
    with engine.connect() as connection:
        for statement in CREATE.format(temporary="TEMPORARY").split(";\n"):
            if statement.strip():
                connection.exec_driver_sql(statement.replace("%", "%%"))
        yield connection
        connection.rollback()


@CASES
def test_postgresql_gives_the_same_rows(plan: QueryPlan, rows: Rows, firm: Connection) -> None:
    found = firm.exec_driver_sql(sql_of(plan, Dialect.POSTGRESQL).replace("%", "%%")).fetchall()
    assert in_order(plan, plain(found)) == plain(rows)


@pytest.mark.parametrize("dialect", Dialect)
@CASES
def test_every_dialect_reads_what_is_written_in_it(plan: QueryPlan, rows: Rows, dialect: Dialect) -> None:
    written = sql_of(plan, dialect)
    trees = sqlglot.parse(written, dialect=SQLGLOT_NAMES[dialect])
    assert len(trees) == 1
    assert trees[0] is not None
    again = trees[0].sql(SQLGLOT_NAMES[dialect])
    assert sqlglot.parse_one(again, dialect=SQLGLOT_NAMES[dialect]).sql(SQLGLOT_NAMES[dialect]) == again


LIMITED = Select(
    outputs("client.name"),
    (CLIENT,),
    where=TextMatches(column("client.city"), TextMatch.CONTAINS, "Мос"),
    order=(Ordering(column("client.city")),),
    limit=3,
)


@pytest.mark.parametrize(
    ("dialect", "expected"),
    [
        (
            Dialect.POSTGRESQL,
            'SELECT "client"."name" FROM "client" AS "client" WHERE "client"."city" ILIKE \'%Мос%\' '
            'ORDER BY "client"."city" ASC LIMIT 3',
        ),
        (
            Dialect.MYSQL,
            "SELECT `client`.`name` FROM `client` AS `client` WHERE LOWER(`client`.`city`) LIKE '%мос%' "
            "ORDER BY CASE WHEN `client`.`city` IS NULL THEN 1 ELSE 0 END, `client`.`city` ASC LIMIT 3",
        ),
        (
            Dialect.MSSQL,
            "SELECT TOP 3 [client].[name] FROM [client] AS [client] WHERE LOWER([client].[city]) LIKE N'%мос%' "
            "ORDER BY CASE WHEN [client].[city] IS NULL THEN 1 ELSE 0 END, [client].[city] ASC",
        ),
        (
            Dialect.SQLITE,
            'SELECT "client"."name" FROM "client" AS "client" WHERE "client"."city" LIKE \'%Мос%\' '
            'ORDER BY "client"."city" ASC NULLS LAST LIMIT 3',
        ),
        (
            Dialect.CLICKHOUSE,
            'SELECT "client"."name" FROM "client" AS "client" WHERE "client"."city" ILIKE \'%Мос%\' '
            'ORDER BY "client"."city" ASC LIMIT 3',
        ),
    ],
)
def test_each_dialect_has_its_own_way_to_say_it(dialect: Dialect, expected: str) -> None:
    assert sql_of(LIMITED, dialect) == expected


def test_mysql_before_its_eighth_version_has_no_except() -> None:
    plan = SetOperation(
        SetKind.EXCEPT, Select(outputs("client.id"), (CLIENT,)), Select(outputs("contract.client_id"), (CONTRACT,))
    )
    assert "EXCEPT" not in sql_of(plan, Dialect.MYSQL)
    assert "<=>" in sql_of(plan, Dialect.MYSQL)


def test_names_are_quoted_as_they_are_spelled() -> None:
    schema = DatabaseSchema(
        Dialect.MSSQL, (Table('Дого]вор"', (Column("Сумма, руб.", ColumnKind.NUMBER),), namespace="dbo"),)
    )
    plan = Select((Output(column("t.Сумма, руб.")),), (TableUse("t", 'dbo.Дого]вор"'),))
    written = render(compile_plan(plan, schema, Dialect.MSSQL, TODAY), Dialect.MSSQL)
    assert written == 'SELECT [t].[Сумма, руб.] FROM [dbo].[Дого]]вор"] AS [t]'


def test_a_long_label_is_cut_between_letters() -> None:
    plan = Select((Output(column("client.id"), "я" * 40),), (CLIENT,))
    assert f'AS "{"я" * 31}"' in sql_of(plan, Dialect.POSTGRESQL)


def test_a_table_that_is_not_known_is_refused() -> None:
    with pytest.raises(UnknownTableError):
        sql_of(Select(outputs("secret.id"), (TableUse("secret", "secret"),)))


def test_a_number_that_sql_does_not_have_is_no_constant() -> None:
    with pytest.raises(ValueError, match="finite"):
        Constant(float("nan"))
    assert issubclass(UnwritableNumberError, ValueError)


@settings(max_examples=40)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20))
def test_no_value_gets_out_of_its_quotes(value: str) -> None:
    plan = ids(CLIENT, Comparison(column("client.name"), Operator.EQUAL, Constant(value)))
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE client (id integer, name text)")
        connection.execute("INSERT INTO client VALUES (1, ?)", (value,))
        assert connection.execute(sql_of(plan)).fetchall() == [(1,)]


@given(st.sampled_from(list(Dialect)), st.text(st.sampled_from("'\"\\%_[]!-;/*nN "), max_size=12))
def test_hostile_values_stay_values_in_every_dialect(dialect: Dialect, value: str) -> None:
    plan = ids(CLIENT, Comparison(column("client.name"), Operator.EQUAL, Constant(value)))
    tree = sqlglot.parse_one(sql_of(plan, dialect), dialect=SQLGLOT_NAMES[dialect])
    assert [literal.name for literal in tree.find_all(sqlglot.exp.Literal, sqlglot.exp.National)] == [value]


def _kept_as_texts(dialect: Dialect) -> DatabaseSchema:
    age = Column("age", ColumnKind.INTEGER, "VARCHAR(10)")
    mood = Column("mood", ColumnKind.TEXT, "feeling")
    return DatabaseSchema(dialect, (Table("people", (age, mood)),))


def test_numbers_that_sqlite_keeps_as_texts_are_compared_as_numbers() -> None:
    older = Comparison(ColumnRef("people", "age"), Operator.MORE, Constant(9))
    plan = Select((Output(ColumnRef("people", "age")),), (TableUse("people", "people"),), where=older)
    sql = render(compile_plan(plan, _kept_as_texts(Dialect.SQLITE), Dialect.SQLITE, TODAY), Dialect.SQLITE)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE people (age VARCHAR(10), mood TEXT)")
        connection.executemany("INSERT INTO people VALUES (?, 'calm')", [("10",), ("9",), ("100",)])
        assert sorted(connection.execute(sql)) == [(10,), (100,)]


def test_an_enumeration_of_postgresql_is_cast_before_a_pattern_is_tried() -> None:
    calm = TextMatches(ColumnRef("people", "mood"), TextMatch.CONTAINS, "calm")
    plan = Select((Output(ColumnRef("people", "age")),), (TableUse("people", "people"),), where=calm)
    sql = render(compile_plan(plan, _kept_as_texts(Dialect.POSTGRESQL), Dialect.POSTGRESQL, TODAY), Dialect.POSTGRESQL)
    assert 'CAST("people"."mood" AS TEXT) ILIKE' in sql
