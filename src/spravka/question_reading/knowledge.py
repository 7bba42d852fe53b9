"""What a reader knows of one database, beyond the question: schema, values, the tenant's glossary, past choices."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from spravka.query_plans.schema import DatabaseSchema
from spravka.question_reading.values import ValueIndex


class TermKind(enum.StrEnum):
    """What a glossary term stands for."""

    TABLE = "table"
    COLUMN = "column"
    VALUE = "value"
    MEASURE = "measure"
    """An aggregate of a column, or a formula over columns of one table."""
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A word or phrase of the tenant («задолженность», "overdue") and its meaning.

    ``table`` is a ``Table.key``. ``column`` is set for a column, value, or measure; ``value`` for a value.
    ``formula`` is the JSON of a plan expression (a measure) or condition over columns of ``table``.
    """

    term: str
    kind: TermKind
    table: str
    column: str = ""
    value: str = ""
    aggregate: str = ""
    formula: str = ""


@dataclass(frozen=True)
class Knowledge:
    """All a reader may use. ``choices`` maps a lower-cased span to the target a person chose for it."""

    schema: DatabaseSchema
    values: ValueIndex
    glossary: tuple[GlossaryTerm, ...] = ()
    choices: Mapping[str, str] = field(default_factory=dict)
