"""What a driver's error was, in words of no vendor, and the Problem it becomes."""

import enum
import re
from dataclasses import dataclass

from spravka.customer_databases.errors import (
    ConnectionLost,
    DatabaseUnreachable,
    EncryptionFailed,
    NoSuchDatabase,
    QueryCancelled,
    QueryFailed,
    QueryTimedOut,
    ReadingForbidden,
    StructureChanged,
    WrongPassword,
)
from spravka.customer_databases.fields import ConnectionFields
from spravka.errors import Problem

LONGEST_MESSAGE = 400
HIDDEN = "its message is not shown, because some rows are kept from you"
_SHORTEST_SECRET = 3
"""A password of one or two characters is hidden nowhere: half the message would be stars."""


class Failed(enum.Enum):
    """What went wrong."""

    UNREACHABLE = enum.auto()
    WRONG_PASSWORD = enum.auto()
    NO_DATABASE = enum.auto()
    ENCRYPTION = enum.auto()
    LOST = enum.auto()
    STOPPED = enum.auto()
    """The database ended the query: its timeout, or somebody's wish."""
    UNKNOWN_NAME = enum.auto()
    FORBIDDEN = enum.auto()
    QUERY = enum.auto()


@dataclass(frozen=True, slots=True)
class Failure:
    """A driver's error, understood. ``message`` is the database's own, uncleaned."""

    what: Failed
    message: str = ""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a failure is judged by: whose connection, how long it had, whether somebody cancelled or time was up.

    ``is_discreet``: rows are kept from who asked, and the database's message, which can quote them, is too.
    """

    fields: ConnectionFields
    timeout_seconds: float
    is_cancelled: bool = False
    is_timed_out: bool = False
    is_discreet: bool = False


def problem_of(failure: Failure, at: Circumstances) -> Problem:
    """The Problem that tells of ``failure``; a query that we stopped ourselves failed by that, whatever is said."""
    if at.is_cancelled:
        return QueryCancelled()
    if at.is_timed_out or failure.what is Failed.STOPPED:
        return QueryTimedOut(at.timeout_seconds)
    return _connecting_problem(failure, at) or _asking_problem(failure, at)


def _connecting_problem(failure: Failure, at: Circumstances) -> Problem | None:
    fields, message = at.fields, cleaned(failure.message, at.fields.password)
    match failure.what:
        case Failed.UNREACHABLE:
            return DatabaseUnreachable(fields.host, fields.server_port, message)
        case Failed.WRONG_PASSWORD:
            return WrongPassword(fields.user, message)
        case Failed.NO_DATABASE:
            return NoSuchDatabase(fields.database)
        case Failed.ENCRYPTION:
            return EncryptionFailed(fields.host, message)
    return None


def _asking_problem(failure: Failure, at: Circumstances) -> Problem:
    message = HIDDEN if at.is_discreet else cleaned(failure.message, at.fields.password)
    match failure.what:
        case Failed.LOST:
            return ConnectionLost(message)
        case Failed.UNKNOWN_NAME:
            return StructureChanged(message)
        case Failed.FORBIDDEN:
            return ReadingForbidden(message)
    return QueryFailed(message)


def cleaned(message: str, password: str = "") -> str:
    """The message in one line of bounded length, without the password."""
    if len(password) >= _SHORTEST_SECRET:
        message = message.replace(password, "***")
    line = re.sub(r"\s+", " ", message).strip().rstrip(".")
    if not line:
        return "it gave no reason"
    return line if len(line) <= LONGEST_MESSAGE else line[:LONGEST_MESSAGE] + "…"
