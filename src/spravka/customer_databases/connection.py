"""A customer's database, connected: the one place through which anything is asked of it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from types import TracebackType
from typing import Any, Self

from spravka.customer_databases.caps import Caps, Timeouts
from spravka.customer_databases.errors import ConnectionLost
from spravka.customer_databases.failures import Circumstances, Failed, problem_of
from spravka.customer_databases.fields import ConnectionFields
from spravka.customer_databases.rows import Answer, Rows, RowStream
from spravka.customer_databases.vendors.session import Parameters, VendorSession
from spravka.customer_databases.watching import watching
from spravka.query_plans.schema import Dialect
from spravka.sql_guard.guarded_query import GuardedQuery


class CustomerConnection:
    """One connection, used by one thread; :meth:`cancel` comes from any other.

    Every query runs in a transaction that only reads and is rolled back (what stands behind that differs by vendor:
    see the files of ``vendors``), within its timeout and caps. A connection that broke, or that had to be hung up
    on, is not opened again: ``is_open`` is false and every call raises :class:`ConnectionLost`.
    """

    def __init__(self, fields: ConnectionFields, session: VendorSession, timeouts: Timeouts) -> None:
        self.fields = fields
        self.is_open = True
        self._session = session
        self._timeouts = timeouts
        self._is_cancelled = False

    @property
    def dialect(self) -> Dialect:
        return self.fields.dialect

    def run(self, query: GuardedQuery, caps: Caps = Caps()) -> Rows:  # noqa: B008  (frozen)
        """All rows of ``query`` within ``caps`` and its own limit of rows.

        Raises ``ValueError`` for a query of another dialect, :class:`QueryTimedOut`, :class:`QueryCancelled`,
        :class:`QueryFailed`, :class:`StructureChanged`, :class:`ReadingForbidden`, :class:`ConnectionLost`.
        """
        started = time.monotonic()
        with self.stream(query, caps) as stream:
            rows = tuple(stream)
            return Rows(stream.columns, rows, stream.truncated_by, time.monotonic() - started)

    @contextmanager
    def stream(self, query: GuardedQuery, caps: Caps = Caps()) -> Iterator[RowStream]:  # noqa: B008  (frozen)
        """The rows of ``query`` one by one, for exports; raises as :meth:`run`, inside the block too.

        The timeout counts until the block ends: give one that leaves time for what is done with the rows.
        """
        if query.dialect != self.dialect.value:
            raise ValueError(f"a query in {query.dialect} cannot be asked of {self.dialect.value}")
        caps = replace(caps, rows=min(caps.rows, query.row_limit))
        with self._asking(query.sql, (), caps.timeout_seconds, is_discreet=query.is_row_filtered) as answer:
            yield RowStream(answer, caps)

    def ask(self, sql: str, parameters: Parameters = (), timeout_seconds: float | None = None) -> list[tuple[Any, ...]]:
        """Rows of a question of this room's own to the vendor's catalogue.

        Never for text from outside: ``sql`` is written, or built as a tree, in this room. Raises as :meth:`run`.
        """
        with self._asking(sql, parameters, timeout_seconds, is_small=True) as answer:
            return [tuple(row) for batch in answer.batches() for row in batch]

    def cancel(self) -> None:
        """End the query that is running now, from another thread; its caller gets :class:`QueryCancelled`.

        Where none is running nothing happens, also not to the next one.
        """
        self._is_cancelled = True
        with suppress(Exception):  # the query may have just ended, and its connection too
            self._session.interrupt()

    def close(self) -> None:
        self.is_open = False
        with suppress(Exception):
            self._session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _asking(
        self,
        sql: str,
        parameters: Parameters,
        timeout_seconds: float | None,
        *,
        is_discreet: bool = False,
        is_small: bool = False,
    ) -> Iterator[Answer]:
        timeouts = self._timeouts_of(timeout_seconds)
        self._is_cancelled = False
        with watching(timeouts.query_seconds, self._session.interrupt, self._hang_up) as watch:
            try:
                with (
                    self._transaction(timeouts),
                    _closing(self._session.execute(sql, parameters, is_small)) as answer,
                ):
                    yield answer
            except Exception as error:
                at = Circumstances(self.fields, timeouts.query_seconds, self._is_cancelled, watch.has_rung, is_discreet)
                self._raise_problem(error, at)
                raise

    @contextmanager
    def _transaction(self, timeouts: Timeouts) -> Iterator[None]:
        if not self.is_open:
            raise ConnectionLost("it was closed")
        self._session.begin(timeouts)
        try:
            yield
        finally:
            try:
                self._session.rollback()
            except Exception:
                self._hang_up()  # a transaction that cannot be ended is ended with its connection

    def _raise_problem(self, error: Exception, at: Circumstances) -> None:
        failure = self._session.failure_of(error)
        if failure is None:
            return
        if failure.what is Failed.LOST:
            self._hang_up()
        raise problem_of(failure, at) from (None if at.is_discreet else error)

    def _hang_up(self) -> None:
        self.is_open = False
        with suppress(Exception):
            self._session.hang_up()

    def _timeouts_of(self, timeout_seconds: float | None) -> Timeouts:
        return self._timeouts if timeout_seconds is None else replace(self._timeouts, query_seconds=timeout_seconds)


@contextmanager
def _closing(answer: Answer) -> Iterator[Answer]:
    try:
        yield answer
    finally:
        with suppress(Exception):  # what went wrong before is what is told
            answer.close()
