"""Why a query is refused, and what to do instead."""

import enum
from dataclasses import dataclass

from spravka.errors import Rejected


class RefusalReason(enum.StrEnum):
    """The rule that a query broke."""

    NOT_SQL = "not_sql"
    """The text is no SQL of this dialect."""
    SEVERAL_STATEMENTS = "several_statements"
    NOT_A_QUERY = "not_a_query"
    """A statement that does something else than read."""
    CONSTRUCT = "construct"
    """A part of SQL that is not on the list."""
    FUNCTION = "function"
    TABLE = "table"
    COLUMN = "column"
    LOCK = "lock"
    INTO = "into"
    HINT = "hint"
    RECURSION = "recursion"
    PARAMETER = "parameter"
    """A placeholder or a variable."""
    EXECUTABLE_COMMENT = "executable_comment"
    UNSAFE_TEXT = "unsafe_text"
    """A character or an escape in a name or a string that could be read in two ways."""
    TOO_LARGE = "too_large"
    UNJOINED = "unjoined"
    """Tables multiplied with each other without a condition."""
    LIMIT = "limit"
    UNSTABLE = "unstable"
    """What would run does not read back as what was judged."""


ADVICE = {
    RefusalReason.NOT_SQL: "Write one SELECT in the SQL of this database",
    RefusalReason.SEVERAL_STATEMENTS: "Send exactly one query, without a second statement after it",
    RefusalReason.NOT_A_QUERY: "Only queries that read (SELECT) may run",
    RefusalReason.CONSTRUCT: "Write the query without this part",
    RefusalReason.FUNCTION: "Use another function: this one is not on the list of allowed functions",
    RefusalReason.TABLE: "Use the tables of the database's description; others may not be read",
    RefusalReason.COLUMN: "Use the columns of the tables' description",
    RefusalReason.LOCK: "Leave the lock out: queries only read",
    RefusalReason.INTO: "Leave INTO out: a query may not write its result anywhere",
    RefusalReason.HINT: "Leave hints and options out",
    RefusalReason.RECURSION: "Write the query without recursion",
    RefusalReason.PARAMETER: "Write values instead of parameters and variables",
    RefusalReason.EXECUTABLE_COMMENT: "Remove the comment that MySQL would execute",
    RefusalReason.UNSAFE_TEXT: "Write names and strings plainly, without control characters or escape prefixes",
    RefusalReason.TOO_LARGE: "Make the query smaller",
    RefusalReason.UNJOINED: "Join the tables by a condition",
    RefusalReason.LIMIT: "Limit the rows by a plain whole number",
    RefusalReason.UNSTABLE: "Write the query more simply",
}


@dataclass
class QueryRefused(Rejected):
    """The guard does not let a query through; ``piece`` is the offending part (at most 200 characters)."""

    title = "The query may not run"
    reason: RefusalReason
    piece: str

    def __post_init__(self) -> None:
        self.piece = self.piece[:200]

    @property
    def detail(self) -> str:
        return f"{ADVICE[self.reason]}: {self.piece}" if self.piece else f"{ADVICE[self.reason]}."
