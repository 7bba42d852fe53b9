"""What a vendor's file gives: a session that asks one thing at a time, in a transaction that only reads."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from spravka.customer_databases.caps import Timeouts
from spravka.customer_databases.failures import Failure
from spravka.customer_databases.rows import Answer

Parameters = Sequence[Any] | Mapping[str, Any]
"""Values by place, or by name for ClickHouse, which takes them so."""


class VendorSession(Protocol):
    """An open connection of one vendor. Used by one thread; ``interrupt`` and ``hang_up`` come from any."""

    def begin(self, timeouts: Timeouts) -> None:
        """Begin a transaction that only reads, with the server's own timeouts where it has them."""

    def execute(self, sql: str, parameters: Parameters = (), is_small: bool = False) -> Answer:
        """Run one statement; its rows stay at the server, or on their way, until they are taken.

        ``is_small``: they may all come at once, where that saves messages.
        """

    def rollback(self) -> None:
        """End the transaction; nothing is ever committed."""

    def interrupt(self) -> None:
        """Ask the server to end the statement that is running."""

    def hang_up(self) -> None:
        """Break the connection from this side; whoever waits for an answer gets an error at once."""

    def close(self) -> None: ...

    def failure_of(self, error: BaseException) -> Failure | None:
        """What a driver's error means; ``None`` where it is none of the driver's."""
