"""Why an SQL text is no plan."""

import enum
from dataclasses import dataclass


class UnsayableReason(enum.StrEnum):
    """What the classes of a plan have no word for."""

    NOT_PARSED = "not-parsed"
    NOT_A_SELECT = "not-a-select"
    UNKNOWN_TABLE = "unknown-table"
    UNKNOWN_COLUMN = "unknown-column"
    """Also a column of an outer select: plans are never correlated."""
    DERIVED_TABLE = "derived-table"
    JOIN = "join"
    """A join other than inner or left ones along equal columns."""
    FUNCTION = "function"
    CONDITION = "condition"
    CLAUSE = "clause"
    """OFFSET, WITH, windows, and other clauses."""


@dataclass
class UnsayableError(ValueError):
    """The SQL cannot be said as a plan; ``fragment`` is the part that cannot."""

    reason: UnsayableReason
    fragment: str

    def __str__(self) -> str:
        return f"{self.reason.value}: {self.fragment}"
