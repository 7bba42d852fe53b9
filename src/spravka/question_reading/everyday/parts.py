"""Parts: the mentions taken for one reading, terms of the glossary resolved, and the ways to choose them."""

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from spravka.query_plans.plan import DateUnit, Period
from spravka.question_reading.everyday.facts import AMOUNT_WORDS, is_numeric
from spravka.question_reading.frames import Field
from spravka.question_reading.hearing.heard import BucketSpan, Mark, NumberSpan, PeriodSpan, Sign, Token, TokenKind
from spravka.question_reading.knowledge import GlossaryTerm, TermKind
from spravka.question_reading.linking.links import Evidence, Link, LinkKind
from spravka.question_reading.mentions import Mention, MentionKind
from spravka.question_reading.roles import Sentence

LEAST_SCORE = 0.12
LEAST_TABLE_SCORE = 0.3
NEAR_TERM_FIT = 1.15
FAR_TERM_FIT = 0.35
"""Of a glossary term that only a dictionary leads to."""
LEAST_SCORE_IN_SIGN = 0.5
"""Of a column that a word of comparing or ordering names by itself («дороже»)."""
LEAST_SCORE_OF_QUANTITY = 0.2
LEAST_SCORE_OF_SUM = 0.3
SURE_OF_NUMBER = 0.5
PARTICIPLE_ENDINGS = (
    "ый",
    "ий",
    "ая",
    "яя",
    "ое",
    "ее",
    "ые",
    "ие",
    "ых",
    "их",
    "ого",
    "его",
    "ому",
    "ему",
    "ым",
    "им",
    "ыми",
    "ими",
    "ую",
    "юю",
)
FAR_EVIDENCE = frozenset({Evidence.DICTIONARY, Evidence.COMMENT, Evidence.MEANING})
VIEW_SHARE = 0.75
DATED_VERB_PENALTY = 0.05
UNREAD_PENALTY = 0.6
WIDTH = 48
SILENT_PARTS = frozenset({"preposition", "conjunction", "pronoun"})
SILENT_WORDS = frozenset(
    {"yet", "still", "already", "now", "currently", "еще", "ещё", "уже", "сейчас", "пока", "went", "приходится"}
)
STRONG_SIGNS = frozenset({Sign.MOST, Sign.LEAST, Sign.MORE, Sign.LESS})
SILENT_SIGNS = frozenset({Sign.OF, Sign.WHOSE, Sign.FILLER, Sign.AND})


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


def _says_amount(part: Part, sentence: Sentence) -> bool:
    """«сумма», "cost": a word for an amount itself."""
    lemmas = {lemma for token in sentence.heard.tokens[part.first : part.last + 1] for lemma in token.lemmas}
    return bool(lemmas & AMOUNT_WORDS[0])


def _weighed(part: Part, sentence: Sentence) -> Part:
    """A view is named less often than the table it is made of; a verb alone hardly names a quantity."""
    link = part.mention.link
    is_far = link is not None and link.evidence in FAR_EVIDENCE and link.score < LEAST_SCORE_OF_QUANTITY
    if is_far and is_numeric(sentence.schema, sentence.graph, part.field) and not _says_amount(part, sentence):
        return replace(part, score=0.0)
    if part.kind is PartKind.TABLE and sentence.schema.tables_by_key[part.table].is_view:
        return replace(part, score=part.score * VIEW_SHARE)
    return part


def selections(sentence: Sentence, glossary: Sequence[GlossaryTerm]) -> list[Selection]:
    """Ways to choose parts, the best fitting first. Periods and buckets are in each."""
    parts = (part_of(mention, glossary) for mention in sentence.mentions)
    found = [_weighed(part, sentence) for part in parts if part is not None]
    fixed = [part for part in found if part.kind in (PartKind.PERIOD, PartKind.BUCKET)]
    blocked = {place for part in fixed for place in range(part.first, part.last + 1)}
    found = [_trimmed(part, blocked) for part in found]
    counted = {place for mark in sentence.heard.marks if mark.value for place in range(mark.first, mark.last + 1)}
    free = [part for part in found if part not in fixed and _is_free(part, blocked, counted)]
    tokens = sentence.heard.tokens
    free = [part for part in free if any(_has_meaning(tokens[at]) for at in range(part.first, part.last + 1))]
    free = [part for part in free if not _is_inside_a_sign(part, sentence.heard.marks, tokens)]
    free = [part for part in free if not _is_a_number(part, sentence)]
    starts: dict[int, list[Part]] = {}
    for part in (*fixed, *free):
        starts.setdefault(part.first, []).append(part)
    return _beam(sentence, starts, blocked)


def _trimmed(part: Part, blocked: set[int]) -> Part:
    """Without the last words where these are a period's: "signed last" of "signed last year"."""
    last = part.last
    while last > part.first and last in blocked and part.first not in blocked:
        last -= 1
    return part if part.kind in (PartKind.PERIOD, PartKind.BUCKET) else replace(part, last=last)


def _is_free(part: Part, blocked: set[int], counted: set[int]) -> bool:
    places = set(range(part.first, part.last + 1))
    if part.kind is PartKind.NUMBER:
        return not places <= blocked | counted
    return part.score > 0 and blocked.isdisjoint(places)


def _is_a_number(part: Part, sentence: Sentence) -> bool:
    """A value that only a bare number leads to."""
    spans = sentence.heard.numbers
    is_over = any(span.first <= part.first and part.last <= span.last for span in spans)
    return is_over and part.kind is not PartKind.NUMBER and part.mention.score < SURE_OF_NUMBER


def _is_inside_a_sign(part: Part, marks: Sequence[Mark], tokens: Sequence[Token]) -> bool:
    """Words of counting name no column, and those of a longer sign («самый дорогой») no value or table."""
    for mark in marks:
        if mark.first == part.first and mark.last < part.last and mark.sign in STRONG_SIGNS:
            return True
        if mark.first <= part.last and part.first <= mark.last and mark.sign in (Sign.COUNT, Sign.TOP):
            return True
        if mark.first <= part.first and part.last <= mark.last:
            if mark.sign in (Sign.FILLER, Sign.EXIST, Sign.YES_NO):
                return True
            if mark.sign in SILENT_SIGNS:
                continue
            if part.kind is PartKind.FIELD:
                if part.first == part.last and tokens[part.first].part == "noun":
                    continue
                least = LEAST_SCORE_OF_SUM if mark.sign is Sign.SUM else LEAST_SCORE_IN_SIGN
                if part.mention.score < least:
                    return True
            elif mark.last > mark.first:
                return True
    return False


def _has_meaning(token: Token) -> bool:
    if token.kind is TokenKind.WORD:
        is_short = len(token.text) <= 2 and token.text.islower()
        return token.part not in SILENT_PARTS and not is_short and token.text.lower() not in SILENT_WORDS
    return token.kind is not TokenKind.PUNCTUATION


def _beam(sentence: Sentence, starts: dict[int, list[Part]], blocked: set[int]) -> list[Selection]:
    size = len(sentence.heard.tokens)
    content = content_places(sentence)
    waiting: dict[int, list[Selection]] = {0: [Selection((), 0.0, ())]}
    for place in range(size):
        here = sorted(waiting.pop(place, []), key=lambda one: -one.score)[:WIDTH]
        for one in here:
            if place not in blocked:
                skipped = (place,) if place in content else ()
                score = one.score - (DATED_VERB_PENALTY if is_dated_verb(sentence, place) else UNREAD_PENALTY) * len(
                    skipped
                )
                waiting.setdefault(place + 1, []).append(Selection(one.parts, score, (*one.unread, *skipped)))
            for part in starts.get(place, ()):
                width = max(sum(at in content for at in range(part.first, part.last + 1)), 1)
                after = Selection((*one.parts, part), one.score + part.score * width, one.unread)
                waiting.setdefault(part.last + 1, []).append(after)
    return sorted(waiting.get(size, []), key=lambda one: -one.score)[:WIDTH]


def is_dated_verb(sentence: Sentence, place: int) -> bool:
    """What was done in a period, where the date of the period tells it as well («привозили за 30 дней»)."""
    token = sentence.heard.tokens[place]
    is_finite = token.part == "verb" and not token.text.isascii() and not token.text.endswith(PARTICIPLE_ENDINGS)
    if is_finite and sentence.heard.periods:
        return True
    is_before = any(span.first == place + 1 for span in sentence.heard.periods)
    mention = sentence.best[place]
    return is_before and (mention is None or mention.score < LEAST_SCORE)


def content_places(sentence: Sentence) -> frozenset[int]:
    """The tokens with a meaning of their own: not glue, not signs."""
    signed = {place for mark in sentence.heard.marks for place in range(mark.first, mark.last + 1)}
    spans: list[PeriodSpan | BucketSpan | NumberSpan] = [*sentence.heard.periods, *sentence.heard.buckets]
    spans += sentence.heard.numbers
    signed |= {place for span in spans for place in range(span.first, span.last + 1)}
    signed -= {mark.first for mark in sentence.heard.marks if _may_name(sentence, mark)}
    return frozenset(_content(sentence, signed))


def _may_name(sentence: Sentence, mark: Mark) -> bool:
    """A word of "all" that may as well be a state ("completed")."""
    mention = sentence.best[mark.first]
    return mark.sign is Sign.ALL and mention is not None and mention.score >= LEAST_TABLE_SCORE


def _content(sentence: Sentence, signed: set[int]) -> Iterator[int]:
    for place, token in enumerate(sentence.heard.tokens):
        if place not in signed and _has_meaning(token):
            yield place
