"""Looking: small guarded queries beside an answer's own, which may take a little time together and no more."""

import datetime
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from spravka.customer_databases.caps import Caps
from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.errors import QueryFailed, QueryTimedOut, ReadingForbidden, StructureChanged
from spravka.customer_databases.rows import Rows
from spravka.database_assistant.querying import guard
from spravka.query_plans.compiling import compile_plan
from spravka.query_plans.plan import QueryPlan, Select
from spravka.query_plans.schema import DatabaseSchema
from spravka.sql_guard.errors import QueryRefused
from spravka.sql_guard.policy import GuardPolicy

LOOK_SECONDS = 1.5
"""What takes longer is not looked at: looking is a help, not a toll."""
ALL_LOOKS_SECONDS = 3.0
WATCH_EVERY_SECONDS = 0.5
COMPARED_ROWS = 300


class LookingTooSlow(Exception):
    """The database is too slow to be looked at."""


@dataclass
class Looking:
    """What is looked with, and the time that is left for it. One look at a time, as the connection has it."""

    connection: CustomerConnection
    schema: DatabaseSchema
    policy: GuardPolicy
    today: datetime.date
    stop_if_cancelled: Callable[[], None]
    """Raises where the answer is to be stopped; asked every half second, between two looks."""
    left_seconds: float = ALL_LOOKS_SECONDS
    _watched_at: float = field(default_factory=time.monotonic)

    def compared_rows(self, plan: QueryPlan) -> list[tuple[object, ...]] | None:
        """Rows by which candidates of a reading are told apart; None for a plan that does not run.

        Raises :class:`LookingTooSlow`: of candidates that could not be looked at, nothing can be told.
        """
        try:
            return list(self._rows(plan, COMPARED_ROWS).rows)
        except (QueryFailed, QueryRefused, StructureChanged, ReadingForbidden):
            return None

    def rows(self, plan: QueryPlan) -> Rows | None:
        """The first row; None where the database is too slow for a look, or the look itself does not go."""
        try:
            return self._rows(plan, 1)
        except (LookingTooSlow, QueryFailed, QueryRefused):
            return None

    def has_rows(self, plan: Select) -> bool | None:
        """Whether any row is there; None where it is not known."""
        found = self.rows(plan)
        return None if found is None else bool(found.rows)

    def _rows(self, plan: QueryPlan, most_rows: int) -> Rows:
        self._watch()
        query = guard(compile_plan(plan, self.schema, self.schema.dialect, self.today), self.policy)
        seconds = min(LOOK_SECONDS, self.left_seconds)
        if seconds <= 0:
            raise LookingTooSlow
        started = time.monotonic()
        try:
            return self.connection.run(query, Caps(rows=most_rows, timeout_seconds=seconds))
        except QueryTimedOut:
            raise LookingTooSlow from None
        finally:
            self.left_seconds -= time.monotonic() - started

    def _watch(self) -> None:
        now = time.monotonic()
        if now - self._watched_at >= WATCH_EVERY_SECONDS:
            self._watched_at = now
            self.stop_if_cancelled()
