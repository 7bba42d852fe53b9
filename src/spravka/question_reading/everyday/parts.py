"""Parts: the mentions taken for one reading, terms of the glossary resolved."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from spravka.query_plans.plan import DateUnit, Period
from spravka.question_reading.frames import Field
from spravka.question_reading.hearing.heard import Mark
from spravka.question_reading.knowledge import GlossaryTerm, TermKind
from spravka.question_reading.linking.links import Evidence, Link, LinkKind
from spravka.question_reading.mentions import Mention, MentionKind
from spravka.question_reading.roles import Sentence

LEAST_SCORE = 0.12
LEAST_TABLE_SCORE = 0.3
NEAR_TERM_FIT = 1.15
FAR_TERM_FIT = 0.35
"""Of a glossary term that only a dictionary leads to."""


class PartKind(enum.StrEnum):
    TABLE = "table"
    FIELD = "field"
    VALUE = "value"
    CONDITION = "condition"
    MEASURE = "measure"
    NUMBER = "number"
    PERIOD = "period"
    BUCKET = "bucket"


@dataclass(frozen=True, slots=True)
class Part:
    """Tokens ``first`` … ``last`` and what they are. ``formula`` is the glossary's, over ``table``."""

    first: int
    last: int
    kind: PartKind
    mention: Mention
    score: float = 1.0
    table: str = ""
    field: Field | None = None
    value: str = ""
    aggregate: str = ""
    formula: str = ""
    number: float = 0.0
    period: Period | None = None
    unit: DateUnit | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """Parts that overlap nowhere, in the order of the question, with the content tokens left unread."""

    parts: tuple[Part, ...]
    score: float
    unread: tuple[int, ...]


def part_of(mention: Mention, glossary: Sequence[GlossaryTerm]) -> Part | None:
    """A mention as a part; None for those that are none (counting words)."""
    first, last, link = mention.first, mention.last, mention.link
    if link is not None and mention.kind is MentionKind.TERM:
        return _of_term(mention, glossary[int(link.value)])
    if link is not None:
        kinds = {
            MentionKind.TABLE: PartKind.TABLE,
            MentionKind.COLUMN: PartKind.FIELD,
            MentionKind.VALUE: PartKind.VALUE,
        }
        return Part(first, last, kinds[mention.kind], mention, _fit(link), link.table, mention.field, value=link.value)
    if mention.kind is MentionKind.NUMBER and mention.number is not None:
        return Part(first, last, PartKind.NUMBER, mention, 0.0, number=mention.number)
    if mention.kind is MentionKind.PERIOD:
        return Part(first, last, PartKind.PERIOD, mention, 0.0, period=mention.period)
    if mention.kind is MentionKind.BUCKET:
        return Part(first, last, PartKind.BUCKET, mention, 0.0, unit=mention.unit)
    return None


def _fit(link: Link) -> float:
    """How well a name fits its words, rivals aside: the score tells how likely it is among them."""
    if link.kind is LinkKind.VALUE:
        own = {Evidence.EXACT: 0.9, Evidence.LEMMAS: 0.85, Evidence.PARTIAL: 0.75, Evidence.DICTIONARY: 0.5}
        return float(max(own.get(link.evidence, 0.5) * np.sqrt(link.covered) + 0.1 * link.score, link.score))
    least = LEAST_TABLE_SCORE if link.kind is LinkKind.TABLE else LEAST_SCORE
    return float(np.sqrt(link.score)) if link.score >= least else 0.0


def _of_term(mention: Mention, term: GlossaryTerm) -> Part:
    kinds = {
        TermKind.TABLE: PartKind.TABLE,
        TermKind.COLUMN: PartKind.FIELD,
        TermKind.VALUE: PartKind.VALUE,
        TermKind.MEASURE: PartKind.MEASURE,
        TermKind.CONDITION: PartKind.CONDITION,
    }
    field = Field(term.table, term.column) if term.column else None
    kind = kinds[term.kind]
    is_said = mention.link is not None and mention.link.evidence in (Evidence.GLOSSARY, Evidence.CHOSEN)
    score = NEAR_TERM_FIT if is_said else FAR_TERM_FIT
    return Part(
        mention.first, mention.last, kind, mention, score, term.table, field, term.value, term.aggregate, term.formula
    )


def marks_outside_periods(sentence: Sentence) -> tuple[Mark, ...]:
    """The signs that are not words of a period ("last" month)."""
    inside = {place for span in sentence.heard.periods for place in range(span.first, span.last + 1)}
    return tuple(mark for mark in sentence.heard.marks if mark.first not in inside)
