"""Looking at stored values to confirm inferred keys, within a budget of time."""

import time

from spravka.customer_databases.asking_values import distinctness_sql, overlap_sql
from spravka.customer_databases.collecting_values import TOLERATED
from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.inferring_keys import ValueLooks
from spravka.query_plans.schema import Table

SAMPLED_VALUES = 200
SAMPLED_ROWS = 2_000
FEWEST_ROWS = 2
"""One row has no repeated value and proves nothing."""


def value_looks(connection: CustomerConnection, seconds: float = 60.0, seconds_per_look: float = 2.0) -> ValueLooks:
    """Bounded queries; once ``seconds`` are over, every look answers ``None``. Raises :class:`ConnectionLost`."""
    until = time.monotonic() + seconds

    def ask(sql: str) -> tuple[int, ...] | None:
        left = until - time.monotonic()
        if left <= 0:
            return None
        try:
            [row] = connection.ask(sql, timeout_seconds=min(left, seconds_per_look))
        except TOLERATED:
            return None
        return tuple(int(number) for number in row)

    def share_found(table: Table, column: str, to_table: Table, to_column: str) -> float | None:
        counts = ask(overlap_sql(connection.dialect, table, column, to_table, to_column, SAMPLED_VALUES))
        return counts[1] / counts[0] if counts and counts[0] else None

    def is_distinct(table: Table, column: str) -> bool | None:
        counts = ask(distinctness_sql(connection.dialect, table, column, SAMPLED_ROWS))
        if counts is None or counts[0] < FEWEST_ROWS:
            return None
        return counts[0] == counts[1] == counts[2]

    return ValueLooks(share_found, is_distinct)
