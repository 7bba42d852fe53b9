"""Why a plan may not be what was asked."""

import enum


class Doubt(enum.StrEnum):
    """One is enough to decline."""

    NO_AVERAGE = "no-average"
    NO_COUNT = "no-count"
    NO_GROUPS = "no-groups"
    NO_EXTREME = "no-extreme"
    ORDERED_TOTAL = "ordered-total"
    NO_TIME = "no-time"
    UNUSED_NUMBER = "unused-number"
    NOT_SHOWN = "not-shown"
    """What "which …" asks for is not among the columns."""
    NEEDLESS_TABLE = "needless-table"
    FAR_WORD = "far-word"
    """A word that is only near to a name, and nothing else of the question leads there."""
    WEAK_LINK = "weak-link"
    ONE_OF_SEVERAL = "one-of-several"
    """Words that several stored values have were taken for one of them."""
    NAME_AS_TABLE = "name-as-table"
    """A proper name that was taken for a table or a column."""
