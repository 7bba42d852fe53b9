"""What a reader gives back: the plan with its proof, or why there is none."""

import enum
from dataclasses import dataclass, field

from spravka.query_plans.plan import QueryPlan


class Became(enum.StrEnum):
    """What a span of the question became in the plan."""

    TABLE = "table"
    COLUMN = "column"
    VALUE = "value"
    NUMBER = "number"
    PERIOD = "period"
    OPERATOR = "operator"
    AGGREGATE = "aggregate"
    GROUPING = "grouping"
    ORDER = "order"
    LIMIT = "limit"
    GLOSSARY = "glossary"
    FILLER = "filler"
    """Words that ask without naming anything: «покажи», "please"."""
    UNUSED = "unused"


@dataclass(frozen=True, slots=True)
class ProofSpan:
    """Characters ``start`` … ``end`` of the question and what they became.

    ``target`` is a table, ``table.column``, ``table.column = value``, an operator or a period in plain words.
    """

    start: int
    end: int
    text: str
    became: Became
    target: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceOption:
    """One meaning of an ambiguous span; ``plan`` is the reading with it. ``target`` is remembered when chosen."""

    target: str
    label: str
    plan: QueryPlan


@dataclass(frozen=True, slots=True)
class Choice:
    """A span with several likely meanings: the first is the one taken."""

    start: int
    end: int
    text: str
    options: tuple[ChoiceOption, ...]


class DeclineReason(enum.StrEnum):
    """Why a question was not read."""

    NOT_ABOUT_THIS = "not-about-this"
    """Hardly a word of it names anything in this database."""
    UNREAD_WORDS = "unread-words"
    """Some words with a meaning were left unused."""
    UNSURE = "unsure"
    """Several readings are about as likely, or the best is not likely enough."""
    NOT_A_READING_QUESTION = "not-a-reading-question"
    """It asks to change data, or asks for an opinion, a forecast, a text."""


@dataclass(frozen=True, slots=True)
class ClosestQuestion:
    """A question near to the one asked that can be answered, as a person would ask it, with its plan."""

    text: str
    plan: QueryPlan


@dataclass(frozen=True, slots=True)
class Reading:
    """A read question. ``plan`` is None where it was declined, and then ``declined`` says why."""

    plan: QueryPlan | None
    confidence: float
    """0…1, calibrated: of the readings with 0.8 about 80 % are right."""
    proof: tuple[ProofSpan, ...] = ()
    choices: tuple[Choice, ...] = ()
    declined: DeclineReason | None = None
    unread: tuple[str, ...] = ()
    closest: tuple[ClosestQuestion, ...] = field(default=())
    """Of a declined question those nearest to it; of a read one the readings nearly as likely."""
