"""ClickHouse by clickhouse-connect, over HTTP.

Walls: ``readonly = 1`` with every query (the server refuses all that writes, and every further setting), unless the
user's own profile is readonly already and takes no setting; ``max_execution_time`` of the server where the profile
lets it be set, and the clock of this side in any case; a query whose client went away ends; blocks read as they come;
a query that is given up is killed by its id. ClickHouse has no transactions: there is nothing to roll back, and each
query sees the state it began with.
"""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

import clickhouse_connect
from clickhouse_connect.driver import exceptions

from spravka.customer_databases.caps import Timeouts
from spravka.customer_databases.failures import Failed, Failure
from spravka.customer_databases.fields import AllowedFolders, ConnectionFields, TlsMode
from spravka.customer_databases.rows import AnswerColumn
from spravka.customer_databases.vendors.clickhouse_types import kind_of_type
from spravka.customer_databases.vendors.encryption import ca_file
from spravka.customer_databases.vendors.session import Parameters

READ_GRACE_SECONDS = 5
"""Beyond the query's time: an answer that does not come for so long does not come."""


def connect(fields: ConnectionFields, timeouts: Timeouts, folders: AllowedFolders) -> "ClickhouseSession":
    """Open the session; raises what ``failure_of`` reads."""
    arguments = _arguments(fields, timeouts, folders)
    return ClickhouseSession(clickhouse_connect.get_client(**arguments), arguments)


def _arguments(fields: ConnectionFields, timeouts: Timeouts, folders: AllowedFolders) -> dict[str, Any]:
    is_encrypted = fields.options.tls in {TlsMode.REQUIRED, TlsMode.VERIFIED}
    authorities = ca_file(fields, folders)
    return {
        "host": fields.host,
        "port": fields.server_port,
        "database": fields.database,
        "username": fields.user,
        "password": fields.password,
        "interface": "https" if is_encrypted else "http",
        "verify": fields.options.tls is TlsMode.VERIFIED,
        "ca_cert": str(authorities) if authorities else None,
        "connect_timeout": max(1, round(timeouts.connect_seconds)),
        "send_receive_timeout": round(timeouts.query_seconds) + READ_GRACE_SECONDS,
        "autogenerate_session_id": False,
        "client_name": "spravka",
    }


def query_settings(timeouts: Timeouts, server: Mapping[str, Any]) -> dict[str, str]:
    """What goes with every query: of the settings that are wanted those that the user may set.

    ``server`` has the server's settings by name, each with ``readonly`` (1: the user may not change it).
    """
    wanted = {
        "max_execution_time": str(max(1, round(timeouts.query_seconds))),
        "join_use_nulls": "1",
        "cancel_http_readonly_queries_on_client_close": "1",
        "readonly": "1",
    }
    return {name: value for name, value in wanted.items() if name in server and server[name].readonly != 1}


class ClickhouseSession:
    """A session of ClickHouse: an HTTP client, and the id of the query that runs."""

    def __init__(self, client: Any, arguments: dict[str, Any]) -> None:
        self._client = client
        self._arguments = arguments
        self._settings: dict[str, str] = {}
        self._query_id = ""

    def begin(self, timeouts: Timeouts) -> None:
        self._settings = query_settings(timeouts, self._client.server_settings)

    def execute(self, sql: str, parameters: Parameters = (), is_small: bool = False) -> "ClickhouseAnswer":
        self._query_id = str(uuid.uuid4())
        settings = self._settings | {"query_id": self._query_id}
        stream = self._client.query_row_block_stream(sql, parameters=parameters or None, settings=settings)
        return ClickhouseAnswer(stream, self._columns(stream.source, sql))

    def _columns(self, source: Any, sql: str) -> list[AnswerColumn]:
        """The columns of the answer; where no block came, as the server describes the query."""
        named = [(name, kind.name) for name, kind in zip(source.column_names, source.column_types, strict=True)]
        if not named and sql.lstrip()[:4].upper() in {"SELE", "WITH"}:
            described = self._client.query(f"DESCRIBE TABLE ({sql})", settings=self._settings)
            named = [(row[0], row[1]) for row in described.result_rows]
        return [AnswerColumn(name, kind_of_type(kind), kind) for name, kind in named]

    def rollback(self) -> None:
        self._query_id = ""

    def interrupt(self) -> None:
        if not self._query_id:
            return
        with suppress(exceptions.ClickHouseError):
            killer = clickhouse_connect.get_client(**self._arguments | {"send_receive_timeout": 2})
            killer.command("KILL QUERY WHERE query_id = %(id)s ASYNC", parameters={"id": self._query_id})
            killer.close()

    def hang_up(self) -> None:
        self._client.close()

    def close(self) -> None:
        self._client.close()

    def failure_of(self, error: BaseException) -> Failure | None:
        return failure_of(error)


class ClickhouseAnswer:
    """The stream of one query's blocks."""

    def __init__(self, stream: Any, columns: Sequence[AnswerColumn]) -> None:
        self._stream = stream.__enter__()
        self.columns = columns

    def batches(self) -> Iterator[Sequence[Sequence[Any]]]:
        yield from self._stream

    def close(self) -> None:
        self._stream.__exit__(None, None, None)


_FAILED = {
    **dict.fromkeys((516, 194, 193, 192), Failed.WRONG_PASSWORD),
    81: Failed.NO_DATABASE,
    **dict.fromkeys((159, 394, 160), Failed.STOPPED),
    **dict.fromkeys((60, 47), Failed.UNKNOWN_NAME),
    **dict.fromkeys((497, 164), Failed.FORBIDDEN),
}
"""By the server's error code: 159 TIMEOUT_EXCEEDED, 394 QUERY_WAS_CANCELLED, 160 TOO_SLOW, 164 READONLY, …"""


def failure_of(error: BaseException) -> Failure | None:
    """What an error of clickhouse-connect, or of the HTTP client under it, means."""
    if isinstance(error, exceptions.ClickHouseError):
        return _told(error)
    if isinstance(error, OSError) or type(error).__module__.startswith("urllib3"):
        return Failure(Failed.LOST, str(error))
    return None


def _told(error: exceptions.ClickHouseError) -> Failure:
    message, code = str(error), getattr(error, "code", None)
    if code is not None:
        return Failure(_FAILED.get(code, Failed.QUERY), message)
    if "certificate" in message or "SSL" in message:
        return Failure(Failed.ENCRYPTION, message)
    if "Connection" in message or "connect" in message or "resolve" in message:
        return Failure(Failed.UNREACHABLE, message)
    return Failure(Failed.QUERY, message)
