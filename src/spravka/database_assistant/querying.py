"""The one choke point: whatever is asked of a customer's database for a caller goes through here, guarded.

Chat, edited SQL, data check, export, replay of examples: all of them come with a text or a tree and a policy; the guard
judges, and what it rendered is run, within caps, where it can be cancelled.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue

from sqlglot import exp

from spravka.customer_databases.caps import Caps
from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.rows import Rows
from spravka.sql_guard.guarded_query import GuardedQuery
from spravka.sql_guard.judging import judge
from spravka.sql_guard.policy import GuardPolicy

WATCH_EVERY_SECONDS = 0.5


def guard(query: str | exp.Expr, policy: GuardPolicy) -> GuardedQuery:
    """Raises :class:`QueryRefused`."""
    return judge(query, policy)


@dataclass
class _Outcome:
    done: SimpleQueue[Rows | BaseException] = field(default_factory=SimpleQueue)

    def run(self, connection: CustomerConnection, query: GuardedQuery, caps: Caps) -> None:
        try:
            self.done.put(connection.run(query, caps))
        except BaseException as error:
            self.done.put(error)


def run_query(
    connection: CustomerConnection, query: GuardedQuery, caps: Caps, is_cancelled: Callable[[], bool]
) -> Rows:
    """The rows; asks ``is_cancelled`` every half second, and cancels the query in the database when it is.

    Raises what :meth:`CustomerConnection.run` raises.
    """
    outcome = _Outcome()
    threading.Thread(target=outcome.run, args=(connection, query, caps), name="query", daemon=True).start()
    while True:
        try:
            result = outcome.done.get(timeout=WATCH_EVERY_SECONDS)
        except Empty:
            if is_cancelled():
                connection.cancel()
            continue
        if isinstance(result, BaseException):
            raise result
        return result


def caps_of(query: GuardedQuery) -> Caps:
    """As many rows as the policy allowed; the guard has the database give one more, which tells that there are more."""
    return Caps(rows=query.row_limit)
