"""A small firm's database: clients, contracts, payments, works; with its schema, its rows, and plans about it."""

import datetime
import sqlite3
from collections.abc import Sequence

from spravka.query_plans.compiling import compile_plan, render
from spravka.query_plans.plan import (
    Aggregate,
    Aggregated,
    ColumnRef,
    Condition,
    Expression,
    Join,
    Output,
    QueryPlan,
    Select,
    TableUse,
)
from spravka.query_plans.schema import Column, ColumnKind, DatabaseSchema, Dialect, ForeignKey, Table

TODAY = datetime.date(2026, 11, 22)

CREATE = """
CREATE {temporary} TABLE client (id integer PRIMARY KEY, name text NOT NULL, city text);
CREATE {temporary} TABLE contract (
    id integer PRIMARY KEY, client_id integer, signed date NOT NULL, amount numeric(12, 2) NOT NULL);
CREATE {temporary} TABLE payment (
    id integer PRIMARY KEY, contract_id integer NOT NULL, paid_at timestamp NOT NULL, amount numeric(12, 2), note text);
CREATE {temporary} TABLE work (id integer PRIMARY KEY, contract_id integer NOT NULL, cost integer NOT NULL);
INSERT INTO client VALUES
    (1, 'Вектор', 'Москва'), (2, 'Ёлка 50%', NULL), (3, 'Gamma_1', 'Тверь'), (4, 'Лишний', 'Москва');
INSERT INTO contract VALUES
    (10, 1, '2026-01-05', 100), (11, 1, '2026-10-31', 50), (12, 2, '2025-12-31', 70),
    (13, NULL, '2026-11-22', 5);
INSERT INTO payment VALUES
    (100, 10, '2026-10-01 00:00:00', 40, 'аванс'), (101, 10, '2026-10-31 23:59:59', 20, NULL),
    (102, 11, '2026-11-01 00:00:00', 50, 'Аванс'), (103, 12, '2025-12-29 10:30:00', NULL, 'остаток'),
    (104, 12, '2026-11-22 12:00:00', 30, 'it''s 100%');
INSERT INTO work VALUES (1, 10, 7), (2, 10, 8), (3, 12, 9);
"""

SCHEMA = DatabaseSchema(
    Dialect.SQLITE,
    (
        Table(
            "client",
            (
                Column("id", ColumnKind.INTEGER, is_nullable=False),
                Column("name", ColumnKind.TEXT, comment="Название клиента", is_nullable=False),
                Column("city", ColumnKind.TEXT, comment="Город"),
            ),
            comment="Клиенты",
            primary_key=("id",),
        ),
        Table(
            "contract",
            (
                Column("id", ColumnKind.INTEGER, is_nullable=False),
                Column("client_id", ColumnKind.INTEGER),
                Column("signed", ColumnKind.DATE, comment="Дата подписания", is_nullable=False),
                Column("amount", ColumnKind.NUMBER, comment="Сумма договора", is_nullable=False),
            ),
            comment="Договоры",
            primary_key=("id",),
        ),
        Table(
            "payment",
            (
                Column("id", ColumnKind.INTEGER, is_nullable=False),
                Column("contract_id", ColumnKind.INTEGER, is_nullable=False),
                Column("paid_at", ColumnKind.MOMENT, comment="Дата платежа", is_nullable=False),
                Column("amount", ColumnKind.NUMBER, comment="Сумма платежа"),
                Column("note", ColumnKind.TEXT),
            ),
            comment="Платежи",
            primary_key=("id",),
        ),
        Table(
            "work",
            (
                Column("id", ColumnKind.INTEGER, is_nullable=False),
                Column("contract_id", ColumnKind.INTEGER, is_nullable=False),
                Column("cost", ColumnKind.INTEGER, is_nullable=False),
            ),
            primary_key=("id",),
        ),
    ),
    (
        ForeignKey("contract", ("client_id",), "client", ("id",)),
        ForeignKey("payment", ("contract_id",), "contract", ("id",)),
        ForeignKey("work", ("contract_id",), "contract", ("id",)),
    ),
)

CLIENT, CONTRACT, PAYMENT, WORK = (TableUse(name, name) for name in ("client", "contract", "payment", "work"))


def column(name: str) -> ColumnRef:
    table, _, own = name.partition(".")
    return ColumnRef(table, own)


def outputs(*expressions: Expression | str) -> tuple[Output, ...]:
    return tuple(Output(column(each) if isinstance(each, str) else each) for each in expressions)


def join(left: str, right: str, is_outer: bool = False) -> Join:
    """Joins the table of ``right``."""
    return Join(column(right).table, ((column(left), column(right)),), is_outer)


def total(name: str, function: Aggregate = Aggregate.SUM, distinct: bool = False) -> Aggregated:
    return Aggregated(function, column(name), distinct)


COUNT = Aggregated(Aggregate.COUNT)


def ids(table: TableUse, where: Condition) -> Select:
    """The keys of the rows that fulfil a condition."""
    return Select(outputs(f"{table.alias}.id"), (table,), where=where)


def opened() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.executescript(CREATE.format(temporary=""))
    return connection


def sql_of(plan: QueryPlan, dialect: Dialect = Dialect.SQLITE) -> str:
    return render(compile_plan(plan, SCHEMA, dialect, TODAY), dialect)


def rows_of(plan: QueryPlan) -> Sequence[tuple[object, ...]]:
    """What SQLite answers."""
    with opened() as connection:
        return connection.execute(sql_of(plan)).fetchall()
