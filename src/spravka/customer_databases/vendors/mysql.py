"""MySQL and MariaDB by PyMySQL.

Walls: ``START TRANSACTION READ ONLY`` in a session that is ``READ ONLY`` itself; ``max_execution_time`` (MySQL,
milliseconds, SELECT only) or ``max_statement_time`` (MariaDB, seconds); ``innodb_lock_wait_timeout``; no multiple
statements, no ``LOCAL INFILE``; rows read as they come; an answer cut short is killed at the server instead of being
read to its end; rolled back always. What READ ONLY does not stop: ``SELECT … INTO OUTFILE`` and ``LOAD_FILE`` of a
role with the FILE privilege, which the guard and the rights report stop.
"""

import socket
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

import pymysql  # type: ignore[import-untyped]
from pymysql.constants import CR, ER, FIELD_TYPE  # type: ignore[import-untyped]
from pymysql.cursors import SSCursor  # type: ignore[import-untyped]

from spravka.customer_databases.caps import Timeouts
from spravka.customer_databases.failures import Failed, Failure
from spravka.customer_databases.fields import AllowedFolders, ConnectionFields, TlsMode
from spravka.customer_databases.rows import AnswerColumn
from spravka.customer_databases.vendors.encryption import tls_context
from spravka.customer_databases.vendors.session import Parameters
from spravka.query_plans.schema import ColumnKind

BATCH = 500
BINARY_CHARSET = 63
_READ_ONLY = "SET SESSION TRANSACTION READ ONLY"
"""For all transactions to come: a DROP ends the present one before it looks whether it may write."""


def connect(fields: ConnectionFields, timeouts: Timeouts, folders: AllowedFolders) -> "MysqlSession":
    """Open the session; raises what ``failure_of`` reads."""
    arguments = _arguments(fields, timeouts, folders)
    return MysqlSession(pymysql.connect(**arguments, init_command=_READ_ONLY), arguments)


def _arguments(fields: ConnectionFields, timeouts: Timeouts, folders: AllowedFolders) -> dict[str, Any]:
    arguments = {
        "host": fields.host,
        "port": fields.server_port,
        "database": fields.database,
        "user": fields.user,
        "password": fields.password.encode(),
        "connect_timeout": timeouts.connect_seconds,
        "charset": "utf8mb4",
        "autocommit": False,
        "local_infile": False,
        "program_name": "spravka",
    }
    return arguments | _encryption(fields, folders)


def _encryption(fields: ConnectionFields, folders: AllowedFolders) -> dict[str, Any]:
    match fields.options.tls:
        case TlsMode.OFF:
            return {"ssl_disabled": True}
        case TlsMode.REQUIRED | TlsMode.VERIFIED:
            return {"ssl": tls_context(fields, folders)}
    return {}


class MysqlSession:
    """A session of MySQL or MariaDB."""

    def __init__(self, connection: Any, arguments: dict[str, Any]) -> None:
        self._connection = connection
        self._arguments = arguments
        self.is_mariadb = "mariadb" in connection.get_server_info().lower()

    def begin(self, timeouts: Timeouts) -> None:
        with self._connection.cursor() as cursor:
            cursor.execute(self._timeout_sql(timeouts.query_seconds))
            cursor.execute(f"SET SESSION innodb_lock_wait_timeout = {max(1, round(timeouts.lock_seconds))}")
            cursor.execute("START TRANSACTION READ ONLY")

    def execute(self, sql: str, parameters: Parameters = (), is_small: bool = False) -> "MysqlAnswer":
        cursor = self._connection.cursor(SSCursor)
        cursor.execute(sql, tuple(parameters) or None)
        return MysqlAnswer(cursor, self.interrupt)

    def rollback(self) -> None:
        self._connection.rollback()

    def interrupt(self) -> None:
        """By a second connection, as the protocol has no other way."""
        killer = pymysql.connect(**self._arguments | {"connect_timeout": 2, "read_timeout": 2})
        with killer, killer.cursor() as cursor:
            cursor.execute(f"KILL QUERY {int(self._connection.thread_id())}")

    def hang_up(self) -> None:
        wire = self._connection._sock
        if wire is not None:
            wire.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._connection.close()

    def failure_of(self, error: BaseException) -> Failure | None:
        return failure_of(error)

    def _timeout_sql(self, seconds: float) -> str:
        if self.is_mariadb:
            return f"SET SESSION max_statement_time = {seconds:.3f}"
        return f"SET SESSION max_execution_time = {max(1, round(seconds * 1000))}"


class MysqlAnswer:
    """The unbuffered cursor of one statement; ``kill`` ends what nobody will read."""

    def __init__(self, cursor: Any, kill: Any) -> None:
        self._cursor = cursor
        self._kill = kill
        self._is_read = False
        fields = cursor._result.fields if cursor.description else ()
        self.columns: Sequence[AnswerColumn] = [AnswerColumn(field.name, kind_of_field(field)) for field in fields]

    def batches(self) -> Iterator[Sequence[Sequence[Any]]]:
        while batch := self._cursor.fetchmany(BATCH):
            yield batch
        self._is_read = True

    def close(self) -> None:
        if not self._is_read:
            with suppress(pymysql.err.Error):
                self._kill()
        with suppress(pymysql.err.Error, AttributeError):  # interrupted, as asked; or hung up on
            self._cursor.close()
        self._forget()

    def _forget(self) -> None:
        """The driver would read to its end, once more, whatever is garbage to Python."""
        self._cursor.connection = None
        if self._cursor._result is not None:
            self._cursor._result.unbuffered_active = False


def kind_of_field(field: Any) -> ColumnKind | None:
    """The kind of an answer's column by the protocol's type; a ``tinyint(1)`` is a truth value."""
    if field.type_code == FIELD_TYPE.TINY and field.length == 1:
        return ColumnKind.BOOLEAN
    if field.type_code in _BLOBS and field.charsetnr != BINARY_CHARSET:
        return ColumnKind.TEXT
    kind: ColumnKind = _KINDS.get(field.type_code, ColumnKind.OTHER)
    return kind


_BLOBS = frozenset({FIELD_TYPE.TINY_BLOB, FIELD_TYPE.BLOB, FIELD_TYPE.MEDIUM_BLOB, FIELD_TYPE.LONG_BLOB})
_KINDS = {
    **dict.fromkeys(
        (FIELD_TYPE.TINY, FIELD_TYPE.SHORT, FIELD_TYPE.INT24, FIELD_TYPE.LONG, FIELD_TYPE.LONGLONG, FIELD_TYPE.YEAR),
        ColumnKind.INTEGER,
    ),
    **dict.fromkeys(
        (FIELD_TYPE.DECIMAL, FIELD_TYPE.NEWDECIMAL, FIELD_TYPE.FLOAT, FIELD_TYPE.DOUBLE), ColumnKind.NUMBER
    ),
    **dict.fromkeys(
        (FIELD_TYPE.VARCHAR, FIELD_TYPE.VAR_STRING, FIELD_TYPE.STRING, FIELD_TYPE.ENUM, FIELD_TYPE.SET),
        ColumnKind.TEXT,
    ),
    **dict.fromkeys((FIELD_TYPE.DATE, FIELD_TYPE.NEWDATE), ColumnKind.DATE),
    **dict.fromkeys((FIELD_TYPE.DATETIME, FIELD_TYPE.TIMESTAMP), ColumnKind.MOMENT),
    FIELD_TYPE.TIME: ColumnKind.TIME,
}

_STATEMENT_TIMEOUT_MARIADB = 1969
_FAILED = {
    **dict.fromkeys((CR.CR_CONN_HOST_ERROR, CR.CR_CONNECTION_ERROR, CR.CR_UNKNOWN_HOST), Failed.UNREACHABLE),
    **dict.fromkeys((ER.CON_COUNT_ERROR, ER.HOST_IS_BLOCKED, ER.HOST_NOT_PRIVILEGED), Failed.UNREACHABLE),
    ER.ACCESS_DENIED_ERROR: Failed.WRONG_PASSWORD,
    **dict.fromkeys((ER.BAD_DB_ERROR, ER.DBACCESS_DENIED_ERROR), Failed.NO_DATABASE),
    **dict.fromkeys((CR.CR_SERVER_GONE_ERROR, CR.CR_SERVER_LOST, ER.SERVER_SHUTDOWN), Failed.LOST),
    CR.CR_SSL_CONNECTION_ERROR: Failed.ENCRYPTION,
    **dict.fromkeys((_STATEMENT_TIMEOUT_MARIADB, 3024, 1317, ER.LOCK_WAIT_TIMEOUT), Failed.STOPPED),
    **dict.fromkeys((ER.NO_SUCH_TABLE, ER.BAD_FIELD_ERROR, ER.BAD_TABLE_ERROR), Failed.UNKNOWN_NAME),
    **dict.fromkeys((ER.TABLEACCESS_DENIED_ERROR, ER.COLUMNACCESS_DENIED_ERROR, 1227), Failed.FORBIDDEN),
}
"""By error number; 3024 is MySQL's timeout, 1317 an interrupted query, 1227 a privilege that is missing."""


def failure_of(error: BaseException) -> Failure | None:
    """What an error of PyMySQL, or of the socket under it, means."""
    if isinstance(error, OSError):
        return Failure(Failed.LOST, str(error))
    if not isinstance(error, pymysql.err.Error):
        return None
    if isinstance(error, pymysql.err.InterfaceError):
        return Failure(Failed.LOST, "the connection is closed")
    number, *words = error.args or (0,)
    message = str(words[0]) if words else str(number)
    if "SSL" in message or "certificate" in message.lower():
        return Failure(Failed.ENCRYPTION, message)
    return Failure(_FAILED.get(number, Failed.QUERY), message)
