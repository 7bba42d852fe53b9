"""A link: a span of the question and what it may name, with how well it fits."""

import enum
from dataclasses import dataclass


class LinkKind(enum.StrEnum):
    TABLE = "table"
    COLUMN = "column"
    VALUE = "value"
    """A stored value of a text column; ``value`` is it as stored."""
    TERM = "term"
    """A glossary term; ``value`` is its place in ``Knowledge.glossary``, as a decimal."""


class Evidence(enum.StrEnum):
    """Why the link was made, strongest first."""

    CHOSEN = "chosen"
    """A person chose this meaning before."""
    GLOSSARY = "glossary"
    EXACT = "exact"
    """Letter for letter, case aside."""
    LEMMAS = "lemmas"
    """The same words in another form."""
    PARTIAL = "partial"
    """Some of the words of the name, or a name's words among others."""
    ABBREVIATION = "abbreviation"
    COMMENT = "comment"
    DICTIONARY = "dictionary"
    """Through the bilingual lexicon or synonyms."""
    TYPO = "typo"
    MEANING = "meaning"
    """Near in the encoder's space."""


@dataclass(frozen=True, slots=True)
class Link:
    """Tokens ``first`` … ``last`` (inclusive) may name ``table`` / ``table.column`` / a value of it.

    ``score`` is 0…1 and comparable between links of one question; ``covered`` is the share of the name's words
    that the span has, 0…1.
    """

    first: int
    last: int
    kind: LinkKind
    table: str
    column: str = ""
    value: str = ""
    evidence: Evidence = Evidence.EXACT
    score: float = 0.0
    covered: float = 1.0
