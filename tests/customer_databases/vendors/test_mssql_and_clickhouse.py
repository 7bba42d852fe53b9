"""What can be told of MS SQL and ClickHouse without a server: their SQL is theirs, their errors and types are read."""

import socket
from dataclasses import replace
from pathlib import Path

import pytds  # type: ignore[import-untyped]
import pytest
import sqlglot
from clickhouse_connect.driver.exceptions import DatabaseError, OperationalError
from clickhouse_connect.driver.models import SettingDef

from spravka.customer_databases.caps import Timeouts
from spravka.customer_databases.errors import DatabaseUnreachable, DriverMissing, QueryTimedOut
from spravka.customer_databases.failures import Failed
from spravka.customer_databases.fields import ConnectionFields, ConnectionOptions, TlsMode
from spravka.customer_databases.opening import open_connection
from spravka.customer_databases.roles import mssql as mssql_roles
from spravka.customer_databases.structure import clickhouse as clickhouse_structure
from spravka.customer_databases.structure import mssql as mssql_structure
from spravka.customer_databases.vendors import clickhouse, mssql
from spravka.customer_databases.vendors.clickhouse_types import is_nullable, kind_of_type
from spravka.errors import Problem
from spravka.query_plans.schema import ColumnKind, Dialect

MSSQL = ConnectionFields(Dialect.MSSQL, "НСИ", "127.0.0.1", 1, "reader", "secret")
CLICKHOUSE = ConnectionFields(Dialect.CLICKHOUSE, "stock", "127.0.0.1", 1, "reader", "secret")


def texts(*rooms: object) -> list[str]:
    return [text for room in rooms for name, text in vars(room).items() if name.endswith("_SQL")]


@pytest.mark.parametrize("text", texts(mssql_structure, mssql_roles))
def test_the_questions_to_ms_sql_are_transact_sql(text: str) -> None:
    [statement] = sqlglot.parse(text, dialect="tsql")
    assert isinstance(statement, sqlglot.exp.Select)


@pytest.mark.parametrize("text", texts(clickhouse_structure))
def test_the_questions_to_clickhouse_are_clickhouse_sql(text: str) -> None:
    [statement] = sqlglot.parse(text, dialect="clickhouse")
    assert isinstance(statement, sqlglot.exp.Select)


def test_every_clickhouse_query_is_readonly_and_timed() -> None:
    names = ("readonly", "max_execution_time", "join_use_nulls")
    settings = clickhouse.query_settings(Timeouts(query_seconds=7), {name: SettingDef(name, "0", 0) for name in names})
    assert settings == {"max_execution_time": "7", "join_use_nulls": "1", "readonly": "1"}


def test_a_clickhouse_profile_that_takes_no_settings_gets_none() -> None:
    server = {
        "readonly": SettingDef("readonly", "1", 1),
        "max_execution_time": SettingDef("max_execution_time", "0", 1),
    }
    assert clickhouse.query_settings(Timeouts(), server) == {}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("LowCardinality(Nullable(String))", ColumnKind.TEXT),
        ("Nullable(Decimal(18, 2))", ColumnKind.NUMBER),
        ("UInt64", ColumnKind.INTEGER),
        ("Float64", ColumnKind.NUMBER),
        ("Date32", ColumnKind.DATE),
        ("DateTime64(3, 'Europe/Moscow')", ColumnKind.MOMENT),
        ("Enum8('a' = 1, 'b' = 2)", ColumnKind.TEXT),
        ("Bool", ColumnKind.BOOLEAN),
        ("Array(String)", ColumnKind.OTHER),
        ("Tuple(a Int8, b String)", ColumnKind.OTHER),
    ],
)
def test_a_type_of_clickhouse_has_its_kind(name: str, kind: ColumnKind) -> None:
    assert kind_of_type(name) is kind
    assert is_nullable(name) is ("Nullable" in name)


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (("nvarchar", 100, 0, 0), "nvarchar(50)"),
        (("varchar", -1, 0, 0), "varchar(max)"),
        (("decimal", 9, 10, 2), "decimal(10,2)"),
        (("datetime2", 8, 27, 7), "datetime2"),
    ],
)
def test_a_type_of_ms_sql_is_shown_as_it_was_declared(arguments: tuple[str, int, int, int], shown: str) -> None:
    assert mssql_structure.shown_type(*arguments) == shown


@pytest.mark.parametrize(
    ("number", "what"),
    [(18456, Failed.WRONG_PASSWORD), (4060, Failed.NO_DATABASE), (208, Failed.UNKNOWN_NAME), (229, Failed.FORBIDDEN)],
)
def test_the_errors_of_ms_sql_are_read_by_number(number: int, what: Failed) -> None:
    error = pytds.tds_base.OperationalError("said so")
    error.number = number
    failure = mssql.failure_of(error)
    assert failure is not None
    assert failure.what is what


@pytest.mark.parametrize(
    ("error", "what"),
    [
        (DatabaseError("wrong", code=516), Failed.WRONG_PASSWORD),
        (DatabaseError("no database", code=81), Failed.NO_DATABASE),
        (DatabaseError("too long", code=159), Failed.STOPPED),
        (DatabaseError("no table", code=60), Failed.UNKNOWN_NAME),
        (DatabaseError("no right", code=497), Failed.FORBIDDEN),
        (OperationalError("Error Connection refused"), Failed.UNREACHABLE),
    ],
)
def test_the_errors_of_clickhouse_are_read_by_code(error: Exception, what: Failed) -> None:
    failure = clickhouse.failure_of(error)
    assert failure is not None
    assert failure.what is what


@pytest.mark.parametrize("fields", [MSSQL, CLICKHOUSE], ids=["mssql", "clickhouse"])
def test_a_port_where_nobody_listens_is_told(fields: ConnectionFields) -> None:
    with pytest.raises(DatabaseUnreachable) as told:
        open_connection(fields, Timeouts(connect_seconds=2))
    assert "secret" not in str(told.value)


@pytest.mark.parametrize("fields", [MSSQL, CLICKHOUSE], ids=["mssql", "clickhouse"])
def test_a_server_that_says_nothing_is_not_waited_for(fields: ConnectionFields) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(Problem) as told:
        open_connection(replace(fields, port=silent.getsockname()[1]), Timeouts(connect_seconds=1, query_seconds=1))
    assert not isinstance(told.value, QueryTimedOut)


@pytest.mark.skipif(pytds.tls.OPENSSL_AVAILABLE, reason="the package that encrypts is installed")
def test_encryption_to_ms_sql_is_never_quietly_left_out(tmp_path: Path) -> None:
    with pytest.raises(DriverMissing, match="pyOpenSSL"):
        open_connection(replace(MSSQL, options=ConnectionOptions(tls=TlsMode.REQUIRED)))
