"""The ways to choose parts that overlap nowhere, the best fitting first."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spravka.question_reading.everyday.dated_verbs import is_dated_verb
from spravka.question_reading.everyday.parts import LEAST_TABLE_SCORE, Part, PartKind, Selection, part_of
from spravka.question_reading.everyday.weighing import SAID_EVIDENCE, WHOLE, weighed
from spravka.question_reading.hearing.heard import BucketSpan, Mark, NumberSpan, PeriodSpan, Sign, Token, TokenKind
from spravka.question_reading.knowledge import GlossaryTerm
from spravka.question_reading.roles import Sentence

LEAST_SCORE_IN_SIGN = 0.5
"""Of a column that a word of comparing or ordering names by itself («дороже»)."""
LEAST_SCORE_OF_SUM = 0.3
SURE_OF_NUMBER = 0.5
DATED_VERB_PENALTY = 0.05
UNREAD_PENALTY = 0.6
WIDTH = 48
SILENT_PARTS = frozenset({"preposition", "conjunction", "pronoun"})
SILENT_WORDS = frozenset(
    {"yet", "still", "already", "now", "currently", "еще", "ещё", "уже", "сейчас", "пока", "went", "приходится"}
)
STRONG_SIGNS = frozenset({Sign.MOST, Sign.LEAST, Sign.MORE, Sign.LESS})
OPERATING_SIGNS = frozenset(Sign) - {
    *(Sign.OF, Sign.WHOSE, Sign.FILLER, Sign.AND, Sign.ALL, Sign.EXIST, Sign.ASK, Sign.WHO, Sign.WHERE, Sign.EMPTY),
}
MEASURING_SIGNS = frozenset({Sign.AVERAGE, Sign.MINIMUM, Sign.MAXIMUM})
SILENT_SIGNS = frozenset({Sign.OF, Sign.WHOSE, Sign.FILLER, Sign.AND})


def selections(sentence: Sentence, glossary: Sequence[GlossaryTerm]) -> list[Selection]:
    """Ways to choose parts, the best fitting first. Periods and buckets are in each."""
    parts = (part_of(mention, glossary) for mention in sentence.mentions)
    found = [weighed(part, sentence) for part in parts if part is not None]
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
        if part.kind is PartKind.NUMBER and mark.sign is Sign.BETWEEN:
            continue
        if _is_an_operator(part, mark):
            return True
        if mark.first <= part.first and part.last <= mark.last:
            if mark.sign in (Sign.FILLER, Sign.EXIST, Sign.YES_NO):
                return True
            if mark.sign is Sign.ASK and part.kind is PartKind.FIELD and tokens[part.first].part == "adjective":
                return True
            if mark.sign in SILENT_SIGNS:
                continue
            if part.kind is PartKind.FIELD and mark.sign is Sign.SHARE:
                return part.mention.link is not None and part.mention.link.covered < WHOLE
            if part.kind is PartKind.FIELD:
                if part.first == part.last and tokens[part.first].part == "noun":
                    continue
                least = LEAST_SCORE_OF_SUM if mark.sign is Sign.SUM else LEAST_SCORE_IN_SIGN
                if part.mention.score < least:
                    return True
            elif mark.last > mark.first:
                return True
    return False


def _is_an_operator(part: Part, mark: Mark) -> bool:
    """A word of measuring is not the value that a dictionary makes of it: "highest" is no high priority.

    «средняя сумма» is an average though there be an education called «Среднее».
    """
    link = part.mention.link
    is_inside = mark.first <= part.first and part.last <= mark.last
    if is_inside and part.kind is PartKind.VALUE and mark.sign in MEASURING_SIGNS:
        return True
    is_far = part.kind is PartKind.VALUE and link is not None and link.evidence not in SAID_EVIDENCE
    return is_far and mark.sign in OPERATING_SIGNS and is_inside


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
