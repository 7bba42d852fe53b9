"""Microsoft SQL Server by python-tds.

Walls, fewer than elsewhere, as this server has no read-only transaction outside a secondary: every batch runs in a
transaction that is rolled back; ``ApplicationIntent=ReadOnly``, which a secondary enforces; ``LOCK_TIMEOUT``;
``QUERY_GOVERNOR_COST_LIMIT`` is left alone; no timeout of the server, so the clock of this side ends a query by
hanging up, at which the server ends its batch. The guard and the role's rights are the walls that count here: a
writable role deserves its warning.
"""

import re
import socket
from collections.abc import Iterator, Sequence
from typing import Any

import pytds  # type: ignore[import-untyped]
from pytds import tds_base, tls

from spravka.customer_databases.caps import Timeouts
from spravka.customer_databases.errors import ConnectionFieldRefused, DriverMissing
from spravka.customer_databases.failures import Failed, Failure
from spravka.customer_databases.fields import AllowedFolders, ConnectionFields, TlsMode
from spravka.customer_databases.rows import AnswerColumn
from spravka.customer_databases.vendors.encryption import ca_file
from spravka.customer_databases.vendors.session import Parameters

BATCH = 500


def connect(fields: ConnectionFields, timeouts: Timeouts, folders: AllowedFolders) -> "MssqlSession":
    """Open the session; raises what ``failure_of`` reads."""
    authorities = _authorities(fields, folders)
    wire = socket.create_connection((fields.host, fields.server_port), timeouts.connect_seconds)
    try:
        connection = pytds.connect(
            dsn=fields.host,
            port=fields.server_port,
            database=fields.database,
            user=fields.user,
            password=fields.password,
            login_timeout=timeouts.connect_seconds,
            appname="spravka",
            readonly=True,
            disable_connect_retry=True,
            cafile=authorities,
            sock=wire,
        )
    except BaseException:
        wire.close()
        raise
    return MssqlSession(connection, wire)


def _authorities(fields: ConnectionFields, folders: AllowedFolders) -> str | None:
    """The CA file, which this driver needs for every encryption."""
    if fields.options.tls not in {TlsMode.REQUIRED, TlsMode.VERIFIED}:
        return None
    if not tls.OPENSSL_AVAILABLE:
        raise DriverMissing(fields.dialect.value, "pyOpenSSL")
    authorities = ca_file(fields, folders)
    if authorities is None:
        raise ConnectionFieldRefused("options.ca_file", "must name the file of authorities where `tls` is asked for")
    return str(authorities)


class MssqlSession:
    """A session of MS SQL. ``wire`` is its socket: the driver has no way to interrupt from another thread."""

    def __init__(self, connection: Any, wire: socket.socket) -> None:
        self._connection = connection
        self._wire = wire

    def begin(self, timeouts: Timeouts) -> None:
        with self._connection.cursor() as cursor:
            cursor.execute(settings_sql(timeouts))

    def execute(self, sql: str, parameters: Parameters = (), is_small: bool = False) -> "MssqlAnswer":
        cursor = self._connection.cursor()
        cursor.execute(sql, tuple(parameters))
        return MssqlAnswer(cursor)

    def rollback(self) -> None:
        self._connection.rollback()

    def interrupt(self) -> None:
        self.hang_up()

    def hang_up(self) -> None:
        self._wire.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._connection.close()

    def failure_of(self, error: BaseException) -> Failure | None:
        return failure_of(error)


def settings_sql(timeouts: Timeouts) -> str:
    """What is set before each query."""
    return f"SET LOCK_TIMEOUT {max(1, round(timeouts.lock_seconds * 1000))}; SET XACT_ABORT ON; SET DATEFORMAT ymd"


class MssqlAnswer:
    """The cursor of one statement; the driver's type codes say too little, so kinds are told by the values."""

    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor
        self.columns: Sequence[AnswerColumn] = [AnswerColumn(column[0]) for column in cursor.description or ()]

    def batches(self) -> Iterator[Sequence[Sequence[Any]]]:
        while batch := self._cursor.fetchmany(BATCH):
            yield batch

    def close(self) -> None:
        self._cursor.cancel()  # an answer cut short is not read to its end
        self._cursor.close()


_FAILED = {
    **dict.fromkeys((18456, 18452, 18486, 18487, 18488), Failed.WRONG_PASSWORD),
    **dict.fromkeys((4060, 911, 916), Failed.NO_DATABASE),
    **dict.fromkeys((208, 207, 4104), Failed.UNKNOWN_NAME),
    **dict.fromkeys((229, 230, 300, 297), Failed.FORBIDDEN),
    1222: Failed.STOPPED,
    6005: Failed.LOST,
}
"""By message number of the server."""


def failure_of(error: BaseException) -> Failure | None:
    """What an error of python-tds, or of the socket under it, means."""
    if isinstance(error, tds_base.ClosedConnectionError):
        return Failure(Failed.LOST, "the server closed it")
    if isinstance(error, ConnectionRefusedError | socket.gaierror):
        return Failure(Failed.UNREACHABLE, str(error))
    if isinstance(error, TimeoutError | OSError):
        return Failure(Failed.LOST, str(error))
    if not isinstance(error, tds_base.Error):
        return None
    message = str(getattr(error, "text", "") or error)
    if re.search(r"encrypt|TLS|certificate", message, re.IGNORECASE):
        return Failure(Failed.ENCRYPTION, message)
    return Failure(_FAILED.get(getattr(error, "number", 0), Failed.QUERY), message)
