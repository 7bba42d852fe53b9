"""What a column of SQLite holds: its declared type promises little, its values tell. Pure.

Declared types are read as SQLite reads them (Datatypes In SQLite, 3.1: "Determination Of Column Affinity"), plus the
names for dates and truth values that SQLite itself does not know.
"""

import re
from collections.abc import Sequence
from typing import Any

from spravka.customer_databases.cells import kind_of_values
from spravka.query_plans.schema import NUMERIC, TEMPORAL, ColumnKind

_WHOLE = re.compile(r"-?(0|[1-9]\d{0,17})")
_FRACTION = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?")
_DECLARED = (
    (re.compile(r"BOOL"), ColumnKind.BOOLEAN),
    (re.compile(r"DATETIME|TIMESTAMP"), ColumnKind.MOMENT),
    (re.compile(r"^DATE"), ColumnKind.DATE),
    (re.compile(r"^TIME"), ColumnKind.TIME),
    (re.compile(r"^YEAR|^(?!.*POINT).*INT"), ColumnKind.INTEGER),
    (re.compile(r"CHAR|CLOB|TEXT|STRING"), ColumnKind.TEXT),
    (re.compile(r"REAL|FLOA|DOUB|DEC|NUM|MONEY|CURRENCY"), ColumnKind.NUMBER),
    (re.compile(r"BLOB|BINARY|JSON"), ColumnKind.OTHER),
)


def declared_kind(declared: str) -> ColumnKind | None:
    """What the declared type promises: ``decimal(10,2)`` a number; ``None`` where it says nothing."""
    upper = declared.strip().strip('"').upper()
    return next((kind for pattern, kind in _DECLARED if pattern.search(upper)), None)


def stored_kind(declared: ColumnKind | None, values: Sequence[Any]) -> ColumnKind:
    """What the column holds, by some of its values; without any, what was promised.

    Dates as text are dates only in ISO 8601 shape, all of them; a date stored in another shape is a text, as SQLite
    cannot compute with it. Numbers kept as text are numbers only where none is written like a code (``007``, ``+7``).
    """
    known = [value for value in values if value not in (None, "")]
    if not known:
        return declared or ColumnKind.TEXT
    found = kind_of_values(known)
    if all(isinstance(value, str) for value in known):
        return _kind_of_texts(declared, known, found)
    if found in NUMERIC:
        return _kind_of_numbers(declared, known, found)
    return ColumnKind.OTHER if found is ColumnKind.OTHER else ColumnKind.TEXT


def _kind_of_texts(declared: ColumnKind | None, known: Sequence[str], found: ColumnKind) -> ColumnKind:
    if found in TEMPORAL or declared is ColumnKind.TIME:
        return ColumnKind.TIME if declared is ColumnKind.TIME and found not in TEMPORAL else found
    if all(_WHOLE.fullmatch(text) for text in known):
        return ColumnKind.INTEGER
    if all(_FRACTION.fullmatch(text) for text in known):
        return ColumnKind.NUMBER
    return ColumnKind.TEXT


def _kind_of_numbers(declared: ColumnKind | None, known: Sequence[Any], found: ColumnKind) -> ColumnKind:
    """Whole numbers in a column declared for fractions are fractions to come; 0 and 1 may be truth values."""
    if declared is ColumnKind.BOOLEAN and set(known) <= {0, 1}:
        return ColumnKind.BOOLEAN
    return ColumnKind.NUMBER if declared is ColumnKind.NUMBER else found
