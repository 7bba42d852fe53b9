"""Mentions: the spans of a question that may become a part of a frame, and the question as a row of symbols.

The symbols know no language and no schema, so that what is learned from English questions on one database
serves Russian questions on another.
"""

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spravka.query_plans.plan import DateUnit, Period
from spravka.query_plans.schema import NUMERIC, TEMPORAL, ColumnKind, DatabaseSchema
from spravka.question_reading.frames import Field
from spravka.question_reading.hearing.heard import Heard, Mark, Sign, Token, TokenKind
from spravka.question_reading.linking.links import Link, LinkKind


class MentionKind(enum.StrEnum):
    TABLE = "table"
    COLUMN = "column"
    VALUE = "value"
    TERM = "term"
    NUMBER = "number"
    PERIOD = "period"
    BUCKET = "bucket"
    COUNT = "count"
    """A word that counts («сколько», "number of")."""
    QUOTED = "quoted"
    """Words in quotation marks that are no known value."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``first`` … ``last`` (inclusive) as one thing. ``link`` is set for those of the schema."""

    first: int
    last: int
    kind: MentionKind
    link: Link | None = None
    number: float | None = None
    period: Period | None = None
    unit: DateUnit | None = None
    text: str = ""

    @property
    def field(self) -> Field | None:
        if self.link is None or not self.link.column:
            return None
        return Field(self.link.table, self.link.column)

    @property
    def score(self) -> float:
        return 1.0 if self.link is None else self.link.score

    def overlaps(self, other: "Mention") -> bool:
        return self.first <= other.last and other.first <= self.last


KIND_OF_LINK = {
    LinkKind.TABLE: MentionKind.TABLE,
    LinkKind.COLUMN: MentionKind.COLUMN,
    LinkKind.VALUE: MentionKind.VALUE,
    LinkKind.TERM: MentionKind.TERM,
}
MOST_LINKS_OF_A_SPAN = 6
SILENT_PARTS = frozenset({"preposition", "conjunction", "pronoun"})


def mentions(heard: Heard, links: Sequence[Link]) -> tuple[Mention, ...]:
    """All mentions, overlapping ones too, in the order of the question."""
    said = [link for link in links if any(map(_has_meaning, heard.tokens[link.first : link.last + 1]))]
    found = [*_of_links(said), *_of_heard(heard, said)]
    return tuple(sorted(found, key=lambda mention: (mention.first, mention.last)))


def _has_meaning(token: Token) -> bool:
    """Glue alone names nothing ("of", «с», "who")."""
    return token.part not in SILENT_PARTS and token.kind is not TokenKind.PUNCTUATION


def _of_links(links: Sequence[Link]) -> Iterator[Mention]:
    by_span: dict[tuple[int, int, LinkKind], list[Link]] = {}
    for link in links:
        by_span.setdefault((link.first, link.last, link.kind), []).append(link)
    for (first, last, kind), rivals in by_span.items():
        best = sorted(rivals, key=lambda link: -link.score)[:MOST_LINKS_OF_A_SPAN]
        yield from (Mention(first, last, KIND_OF_LINK[kind], link) for link in best)


def _of_heard(heard: Heard, links: Sequence[Link]) -> Iterator[Mention]:
    for number in heard.numbers:
        yield Mention(number.first, number.last, MentionKind.NUMBER, number=number.value)
    for period in heard.periods:
        yield Mention(period.first, period.last, MentionKind.PERIOD, period=period.period)
    for bucket in heard.buckets:
        yield Mention(bucket.first, bucket.last, MentionKind.BUCKET, unit=bucket.unit)
    for mark in heard.marks:
        if mark.sign is Sign.COUNT:
            yield Mention(mark.first, mark.last, MentionKind.COUNT)
    known = {link.first for link in links if link.kind is LinkKind.VALUE and link.score >= 1.0}
    for place, token in enumerate(heard.tokens):
        if token.kind is TokenKind.QUOTED and place not in known:
            yield Mention(place, place, MentionKind.QUOTED, text=token.text.strip("\"'«»“”„`‘’ "))


def column_symbol(schema: DatabaseSchema, field: Field) -> str:
    """What kind of column it is, in a word."""
    kind = schema.column(field.table, field.column).kind
    table = schema.tables_by_key[field.table]
    if (
        table.primary_key == (field.column,)
        or field.column.lower() in ("id", "code")
        or field.column.lower()[-3:] == "_id"
    ):
        return "key"
    if kind in NUMERIC:
        return "number"
    if kind in TEMPORAL or kind is ColumnKind.TIME:
        return "date"
    return "text"


def symbols(heard: Heard, found: Sequence[Mention], schema: DatabaseSchema) -> tuple[str, ...]:
    """A symbol for each token: its sign, else what its best mention is, else its part of speech."""
    return tuple(_symbol(place, token, heard, found, schema) for place, token in enumerate(heard.tokens))


STRONG_SIGNS = frozenset(Sign) - {Sign.FILLER, Sign.ASK}


def _symbol(place: int, token: Token, heard: Heard, found: Sequence[Mention], schema: DatabaseSchema) -> str:
    mention = best_at(place, found)
    sign = sign_at(place, heard.marks)
    if sign is not None and (mention is None or (mention.last == mention.first and mention.kind not in _EXACT_KINDS)):
        return f"s:{sign}"
    if mention is not None:
        return mention_symbol(mention, schema)
    if sign is not None:
        return f"s:{sign}"
    if token.kind is TokenKind.PUNCTUATION:
        return f"p:{token.text[:1]}"
    return f"w:{token.part}"


_EXACT_KINDS = frozenset({MentionKind.VALUE, MentionKind.NUMBER, MentionKind.QUOTED})


def mention_symbol(mention: Mention, schema: DatabaseSchema) -> str:
    """The mention as a symbol: columns by their kind."""
    if mention.kind is MentionKind.COLUMN and mention.field is not None:
        return f"c:{column_symbol(schema, mention.field)}"
    return f"m:{mention.kind}"


def best_at(place: int, found: Sequence[Mention]) -> Mention | None:
    """The likeliest mention over a token: the best fitting, then the longest; those of counting words aside."""
    over = [
        mention for mention in found if mention.first <= place <= mention.last and mention.kind is not MentionKind.COUNT
    ]
    return max(over, key=lambda mention: (mention.score, mention.last - mention.first), default=None)


def sign_at(place: int, marks: Sequence[Mark]) -> Sign | None:
    """The sign of a token: of the longest mark over it, asking and filler words last."""
    over = [mark for mark in marks if mark.first <= place <= mark.last]
    best = max(over, key=lambda mark: (mark.sign in STRONG_SIGNS, mark.last - mark.first), default=None)
    return None if best is None else best.sign
