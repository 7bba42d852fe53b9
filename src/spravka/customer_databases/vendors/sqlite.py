"""SQLite by Python's own module.

Walls: the file lies below the configured folder and is opened with ``mode=ro``; ``query_only``; an authorizer
that lets only reading through (an allow-list of actions: no ATTACH, no PRAGMA but those that describe tables, no
extension); a progress handler that ends a statement when its time is up; one statement a call. Extension loading is
off, as Python leaves it.
"""

import sqlite3
import time
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from spravka.customer_databases.caps import Timeouts
from spravka.customer_databases.checking_fields import file_below
from spravka.customer_databases.failures import Failed, Failure
from spravka.customer_databases.fields import AllowedFolders, ConnectionFields
from spravka.customer_databases.rows import AnswerColumn
from spravka.customer_databases.vendors.session import Parameters

BATCH = 500
STEPS_BETWEEN_LOOKS = 10_000
"""Instructions of SQLite's machine between two looks at the clock: a fraction of a millisecond."""
LONGEST_VALUE = 50_000_000
_READING_PRAGMAS = frozenset({"table_xinfo", "foreign_key_list", "index_list", "index_info", "table_list"})
_FIRST_LOOK = (
    "SELECT 1 FROM sqlite_schema m, pragma_table_xinfo(m.name), pragma_index_list(m.name) l, "
    "pragma_index_info(l.name), pragma_foreign_key_list(m.name) LIMIT 0"
)
"""Declares the tables of pragmas within SQLite, which its authorizer takes for writing."""
_READING_ACTIONS = frozenset(
    {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE, sqlite3.SQLITE_TRANSACTION}
)
_REFUSED_FUNCTIONS = frozenset({"load_extension", "readfile", "writefile", "edit", "fts3_tokenizer"})


def connect(fields: ConnectionFields, timeouts: Timeouts, folders: AllowedFolders) -> "SqliteSession":
    """Open the file; raises what ``failure_of`` reads."""
    file = file_below(folders.sqlite, fields.database, "SQLite files")
    connection = sqlite3.connect(
        f"file:{quote(str(file))}?mode=ro",
        uri=True,
        timeout=timeouts.lock_seconds,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.text_factory = lambda value: value.decode("utf-8", "replace")
    connection.execute("PRAGMA query_only = ON")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    connection.execute(_FIRST_LOOK)  # a file that is no database says so here
    connection.set_authorizer(_allow_reading)
    return SqliteSession(connection)


class SqliteSession:
    """A session of SQLite."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._until = 0.0

    def begin(self, timeouts: Timeouts) -> None:
        self._until = time.monotonic() + timeouts.query_seconds
        self._connection.set_progress_handler(self._is_time_up, STEPS_BETWEEN_LOOKS)
        self._connection.execute("BEGIN")

    def execute(self, sql: str, parameters: Parameters = (), is_small: bool = False) -> "SqliteAnswer":
        return SqliteAnswer(self._connection.execute(sql, tuple(parameters)))

    def rollback(self) -> None:
        self._connection.set_progress_handler(None, 0)
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def interrupt(self) -> None:
        self._connection.interrupt()

    def hang_up(self) -> None:
        self._connection.interrupt()

    def close(self) -> None:
        self._connection.close()

    def failure_of(self, error: BaseException) -> Failure | None:
        return failure_of(error)

    def _is_time_up(self) -> bool:
        return time.monotonic() > self._until


class SqliteAnswer:
    """The cursor of one statement; SQLite types values, not columns."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor
        self.columns: Sequence[AnswerColumn] = [AnswerColumn(name) for name, *_ in cursor.description or ()]

    def batches(self) -> Iterator[Sequence[Sequence[Any]]]:
        while batch := self._cursor.fetchmany(BATCH):
            yield batch

    def close(self) -> None:
        self._cursor.close()


def _allow_reading(action: int, first: str | None, _second: str | None, _database: str | None, _by: str | None) -> int:
    if action in _READING_ACTIONS:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION:
        return sqlite3.SQLITE_DENY if _second in _REFUSED_FUNCTIONS else sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_PRAGMA and first in _READING_PRAGMAS:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def failure_of(error: BaseException) -> Failure | None:
    """What an error of sqlite3 means, by its code and, where that says nothing, its text."""
    if not isinstance(error, sqlite3.Error):
        return None
    message, code = str(error), getattr(error, "sqlite_errorcode", None)
    if code in (sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Failure(Failed.STOPPED, message)
    if code == sqlite3.SQLITE_NOTADB:
        return Failure(Failed.NO_DATABASE, message)
    if code == sqlite3.SQLITE_CANTOPEN or "closed database" in message:
        return Failure(Failed.LOST, message)
    if message.startswith(("no such table", "no such column")):
        return Failure(Failed.UNKNOWN_NAME, message)
    if code == sqlite3.SQLITE_AUTH or message.startswith("not authorized"):
        return Failure(Failed.FORBIDDEN, message)
    return Failure(Failed.QUERY, message)
