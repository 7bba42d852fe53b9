"""The demo database: who may do what in it, and whether its rows agree with each other."""

import datetime

import psycopg
import pytest
from psycopg import errors

from spravka.demo.construction.creating import create_demo_database, owner_address, reader_address
from spravka.demo.construction.founding import DemoRoles, found_database
from spravka.demo.construction.structure import BALANCE_VIEW, TABLES, foreign_keys
from tests.demo.construction.conftest import TODAY, Demo
from tests.parts import Parts

LATER = TODAY + datetime.timedelta(days=40)


def value(connection: psycopg.Connection, query: bytes) -> object:
    row = connection.execute(query).fetchone()
    assert row
    return row[0]


@pytest.mark.parametrize(
    "statement",
    [
        b"INSERT INTO department VALUES (99, 'x', 'y')",
        b"UPDATE contract SET amount = 0",
        b"DELETE FROM payment",
        b"TRUNCATE payment",
        b"CREATE TABLE public.mine (id int)",
        b"CREATE TEMP TABLE mine (id int)",
        b"CREATE SCHEMA mine",
        b"COPY payment TO PROGRAM 'cat'",
        b"SELECT pg_read_file('postgresql.conf')",
        b"SELECT lo_import('postgresql.conf')",
    ],
)
def test_the_reader_changes_nothing_even_where_he_opens_a_writing_transaction(demo: Demo, statement: bytes) -> None:
    with psycopg.connect(demo.reader) as connection:
        connection.execute("SET TRANSACTION READ WRITE")
        with pytest.raises(errors.InsufficientPrivilege):
            connection.execute(statement)


def test_the_reader_reads_only_unless_he_says_otherwise(reading: psycopg.Connection) -> None:
    with pytest.raises(errors.ReadOnlySqlTransaction):
        reading.execute("CREATE TABLE mine (id int)")


def test_the_reader_is_no_owner_of_anything(reading: psycopg.Connection) -> None:
    assert value(reading, b"SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole") == 0
    assert (
        value(reading, b"SELECT rolsuper OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = current_user")
        is False
    )


def test_a_closed_database_lets_its_owner_in_and_not_the_reader(demo: Demo, parts: Parts) -> None:
    address = parts.new_database(template="template1")
    name = address.rsplit("/", 1)[1].split("?")[0]
    psycopg.connect(demo.reader_of(name)).close()
    found_database(parts.admin_url, demo.roles, closed=(name,))
    with pytest.raises(psycopg.OperationalError, match="permission denied"):
        psycopg.connect(demo.reader_of(name))
    psycopg.connect(address.replace("+psycopg", "")).close()


def test_a_second_start_leaves_the_rows_and_dates_move_only_when_asked(parts: Parts) -> None:
    roles = DemoRoles("one", "two", "moving", "moving_owner", "moving_reader")
    newest = b"SELECT max(payment_date) FROM payment"
    assert create_demo_database(parts.admin_url, roles, TODAY)
    assert not create_demo_database(parts.admin_url, roles, LATER)
    with psycopg.connect(owner_address(parts.admin_url, roles)) as connection:
        assert TODAY - datetime.timedelta(days=9) < _day(value(connection, newest)) <= TODAY
    assert create_demo_database(parts.admin_url, roles, LATER, again=True)
    with psycopg.connect(reader_address(parts.admin_url, roles)) as connection:
        assert LATER - datetime.timedelta(days=9) < _day(value(connection, newest)) <= LATER


def _day(value: object) -> datetime.date:
    assert isinstance(value, datetime.date)
    return value


def test_every_table_and_column_is_described_in_russian(reading: psycopg.Connection) -> None:
    described = reading.execute("""
        SELECT relname, attname, col_description(attrelid, attnum), obj_description(attrelid)
        FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v') AND attnum > 0
    """).fetchall()
    expected = [
        (table.name, column.name, column.comment, table.comment)
        for table in (*TABLES, BALANCE_VIEW)
        for column in table.columns
    ]
    assert sorted(described) == sorted(expected)


def test_every_key_is_declared(reading: psycopg.Connection) -> None:
    count = value(reading, b"SELECT count(*) FROM pg_constraint WHERE contype = 'f'")
    assert count == len(foreign_keys())


def test_the_balance_counts_every_payment_once(reading: psycopg.Connection) -> None:
    paid = value(reading, b"SELECT sum(amount) FROM payment")
    assert value(reading, b"SELECT sum(paid_amount) FROM contract_balance") == paid
    joined = b"SELECT sum(payment.amount) FROM payment JOIN act USING (contract_id)"
    assert value(reading, joined) != paid, "acts beside payments are a trap for who sums carelessly"


@pytest.mark.parametrize(
    "contradiction",
    [
        "contract JOIN payment ON contract_id = contract.id WHERE payment_date < signed_date - 10",
        "contract JOIN payment ON contract_id = contract.id WHERE (kind = 'генподряд') <> (direction = 'поступление')",
        "contract WHERE (signed_date IS NULL) <> (status = 'черновик')",
        "project WHERE (actual_finish_date IS NULL) = (status = 'сдан')",
        "employee WHERE dismissal_date < hire_date",
        "contract JOIN counterparty k ON k.id = counterparty_id WHERE (kind = 'поставка') <> (k.role = 'поставщик')",
    ],
)
def test_no_row_contradicts_another(reading: psycopg.Connection, contradiction: str) -> None:
    assert reading.execute(f"SELECT 1 FROM {contradiction} LIMIT 1".encode()).fetchall() == []


@pytest.mark.parametrize(
    "usual",
    [
        "contract_balance WHERE debt > 0",
        "contract_balance WHERE paid_amount > contract_amount",
        "planned_payment WHERE status = 'запланирован' AND planned_date < '2026-11-22'",
        "counterparty WHERE is_blocked",
    ],
)
def test_there_are_debts_overpaid_contracts_and_delays(reading: psycopg.Connection, usual: str) -> None:
    assert len(reading.execute(f"SELECT 1 FROM {usual}".encode()).fetchall()) >= 10
