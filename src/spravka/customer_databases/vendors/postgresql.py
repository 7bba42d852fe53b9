"""PostgreSQL by psycopg 3.

Walls: ``BEGIN READ ONLY`` and ``default_transaction_read_only``; ``statement_timeout``, ``lock_timeout`` and
``idle_in_transaction_session_timeout`` of the server; a ``search_path`` of ``pg_catalog`` and ``public`` only, so
that an unqualified name is nobody else's table; the extended protocol, which takes one statement; a cursor at the
server, which sends rows as they are taken; rolled back always. What READ ONLY does not stop: functions with effects
outside the transaction (``dblink``, ``pg_read_file``, ``nextval``…), which the guard and the role's rights stop.
"""

import os
import re
import socket
from collections.abc import Iterator, Sequence
from typing import Any

import psycopg
from psycopg import errors

from spravka.customer_databases.caps import Timeouts
from spravka.customer_databases.checking_fields import file_below
from spravka.customer_databases.failures import Failed, Failure
from spravka.customer_databases.fields import AllowedFolders, ConnectionFields, TlsMode
from spravka.customer_databases.rows import AnswerColumn
from spravka.customer_databases.vendors import postgresql_types
from spravka.customer_databases.vendors.session import Parameters

BATCH = 500
CANCEL_SECONDS = 2.0
SHORTEST_CONNECT_SECONDS = 2
"""libpq takes whole seconds, and two at least."""
_SSL_MODES = {
    None: "prefer",
    TlsMode.OFF: "disable",
    TlsMode.PREFERRED: "prefer",
    TlsMode.REQUIRED: "require",
    TlsMode.VERIFIED: "verify-full",
}
_BEGIN = """
BEGIN READ ONLY;
SET LOCAL default_transaction_read_only = on;
SET LOCAL statement_timeout = {query};
SET LOCAL lock_timeout = {lock};
SET LOCAL idle_in_transaction_session_timeout = {query};
SET LOCAL search_path = pg_catalog, public, pg_temp;
SET LOCAL cursor_tuple_fraction = 1;
SET LOCAL lc_monetary = 'C';
SET LOCAL datestyle = 'ISO, DMY';
SET LOCAL bytea_output = 'hex'
"""
"""In one message; times in milliseconds."""


def connect(fields: ConnectionFields, timeouts: Timeouts, folders: AllowedFolders) -> "PostgresqlSession":
    """Open the session; raises what ``failure_of`` reads."""
    connection = psycopg.connect(
        host=fields.host,
        port=fields.server_port,
        dbname=fields.database,
        user=fields.user,
        password=fields.password,
        connect_timeout=max(SHORTEST_CONNECT_SECONDS, round(timeouts.connect_seconds)),
        application_name="spravka",
        client_encoding="UTF8",
        passfile=os.devnull,
        gssencmode="disable",
        keepalives_idle=30,
        prepare_threshold=None,
        autocommit=True,  # BEGIN is ours
        **_encryption(fields, folders),
    )
    postgresql_types.register(connection.adapters)
    return PostgresqlSession(connection)


def _encryption(fields: ConnectionFields, folders: AllowedFolders) -> dict[str, Any]:
    arguments = {"sslmode": _SSL_MODES[fields.options.tls]}
    if fields.options.ca_file:
        arguments["sslrootcert"] = str(file_below(folders.certificates, fields.options.ca_file, "Certificates"))
    elif fields.options.tls is TlsMode.VERIFIED:
        arguments["sslrootcert"] = "system"
    return arguments


class PostgresqlSession:
    """A session of PostgreSQL."""

    def __init__(self, connection: psycopg.Connection[tuple[Any, ...]]) -> None:
        self._connection = connection

    def begin(self, timeouts: Timeouts) -> None:
        query, lock = _milliseconds(timeouts.query_seconds), _milliseconds(timeouts.lock_seconds)
        self._connection.execute(_BEGIN.format(query=query, lock=lock).encode())

    def execute(self, sql: str, parameters: Parameters = (), is_small: bool = False) -> "PostgresqlAnswer":
        is_whole = is_small or _is_explaining(sql)  # EXPLAIN has no cursor at the server
        cursor: Any = self._connection.cursor(name="" if is_whole else "answer")
        cursor.execute(sql.encode(), parameters or None)
        return PostgresqlAnswer(cursor, self._connection.adapters)

    def rollback(self) -> None:
        self._connection.rollback()

    def interrupt(self) -> None:
        self._connection.cancel_safe(timeout=CANCEL_SECONDS)

    def hang_up(self) -> None:
        with socket.socket(fileno=os.dup(self._connection.fileno())) as wire:
            wire.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._connection.close()

    def failure_of(self, error: BaseException) -> Failure | None:
        return failure_of(error)


class PostgresqlAnswer:
    """The cursor of one statement."""

    def __init__(self, cursor: Any, adapters: Any) -> None:
        self._cursor = cursor
        self.columns: Sequence[AnswerColumn] = [
            AnswerColumn(column.name, *postgresql_types.kind_of_oid(column.type_code, adapters))
            for column in cursor.description or ()
        ]

    def batches(self) -> Iterator[Sequence[Sequence[Any]]]:
        while batch := self._cursor.fetchmany(BATCH):
            yield batch

    def close(self) -> None:
        self._cursor.close()


def failure_of(error: BaseException) -> Failure | None:
    """What an error of psycopg means, by its SQLSTATE; while connecting there is none, only the text."""
    if not isinstance(error, psycopg.Error):
        return None
    message = error.diag.message_primary or str(error)
    for kinds, what in _BY_STATE:
        if isinstance(error, kinds):
            return Failure(what, message)
    if error.sqlstate is None and isinstance(error, psycopg.OperationalError):
        return _connecting_failure(str(error))
    return Failure(Failed.QUERY, message)


_BY_STATE: tuple[tuple[tuple[type[psycopg.Error], ...], Failed], ...] = (
    ((errors.QueryCanceled, errors.LockNotAvailable), Failed.STOPPED),
    ((errors.InvalidPassword, errors.InvalidAuthorizationSpecification), Failed.WRONG_PASSWORD),
    ((errors.InvalidCatalogName,), Failed.NO_DATABASE),
    ((errors.TooManyConnections, errors.CannotConnectNow), Failed.UNREACHABLE),
    ((errors.AdminShutdown, errors.CrashShutdown, errors.IdleInTransactionSessionTimeout), Failed.LOST),
    ((errors.UndefinedTable, errors.UndefinedColumn, errors.InvalidSchemaName), Failed.UNKNOWN_NAME),
    ((errors.InsufficientPrivilege,), Failed.FORBIDDEN),
)
_BY_TEXT = (
    (
        re.compile(r"password authentication failed|no password supplied|role .* does not exist|pg_hba\.conf"),
        Failed.WRONG_PASSWORD,
    ),
    (re.compile(r"database .* does not exist"), Failed.NO_DATABASE),
    (
        re.compile(r"server closed the connection|connection is closed|connection is lost|consuming input failed"),
        Failed.LOST,
    ),
    (re.compile(r"SSL|certificate"), Failed.ENCRYPTION),
)


def _connecting_failure(message: str) -> Failure:
    for pattern, what in _BY_TEXT:
        if pattern.search(message):
            return Failure(what, _last_reason(message))
    return Failure(Failed.UNREACHABLE, _last_reason(message))


def _last_reason(message: str) -> str:
    """The reason alone, without the address and the history of attempts that libpq puts around it."""
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    return re.sub(r"^.*?(failed: |FATAL:\s+)+", "", lines[0]) if lines else ""


def _milliseconds(seconds: float) -> int:
    return max(1, round(seconds * 1000))


def _is_explaining(sql: str) -> bool:
    return sql.lstrip()[:7].upper() == "EXPLAIN"
