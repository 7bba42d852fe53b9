"""How long and how much: the limits within which a customer's database is asked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds: to connect, for a query with all its rows, to wait for a lock."""

    connect_seconds: float = 10.0
    query_seconds: float = 30.0
    lock_seconds: float = 5.0


@dataclass(frozen=True, slots=True)
class Caps:
    """How much of an answer is taken. Whichever is reached first ends the answer, which is then *truncated*.

    ``size_bytes`` counts the values as text. Longer texts than ``cell_characters`` are cut.
    ``timeout_seconds`` ``None`` is the connection's own.
    """

    rows: int = 1_000
    size_bytes: int = 8_000_000
    cell_characters: int = 32_000
    timeout_seconds: float | None = None
