"""How much of a tenant's database the language model is told."""

import enum


class Privacy(enum.StrEnum):
    """The tenant's switch, each step telling more."""

    SCHEMA_ONLY = "schema-only"
    """Names, types, comments and keys; no value that is stored."""
    SCHEMA_AND_VALUES = "schema-and-values"
    """Also the stored values that words of the question may mean."""
    ROWS_TOO = "rows-too"
    """Also rows of the answer, to describe it."""

    @property
    def shows_values(self) -> bool:
        return self is not Privacy.SCHEMA_ONLY

    @property
    def shows_rows(self) -> bool:
        return self is Privacy.ROWS_TOO
