"""The proof of a reading: what each word of the question became."""

from collections.abc import Sequence

from spravka.query_plans.plan import FixedPeriod, Period
from spravka.question_reading.enumerating import Candidate
from spravka.question_reading.everyday.parts import Part
from spravka.question_reading.hearing.heard import Mark, Sign, TokenKind
from spravka.question_reading.mentions import Mention, MentionKind
from spravka.question_reading.reading import Became, ProofSpan
from spravka.question_reading.roles import Sentence

BECAME_OF_SIGN = {
    Sign.COUNT: Became.AGGREGATE,
    Sign.SUM: Became.AGGREGATE,
    Sign.AVERAGE: Became.AGGREGATE,
    Sign.MINIMUM: Became.AGGREGATE,
    Sign.MAXIMUM: Became.AGGREGATE,
    Sign.MOST: Became.ORDER,
    Sign.LEAST: Became.ORDER,
    Sign.COMMON: Became.ORDER,
    Sign.RARE: Became.ORDER,
    Sign.ORDERED: Became.ORDER,
    Sign.ASCENDING: Became.ORDER,
    Sign.DESCENDING: Became.ORDER,
    Sign.TOP: Became.LIMIT,
    Sign.EACH: Became.GROUPING,
    Sign.ASK: Became.FILLER,
    Sign.FILLER: Became.FILLER,
    Sign.OF: Became.FILLER,
    Sign.WHOSE: Became.FILLER,
    Sign.AND: Became.FILLER,
    Sign.ALL: Became.FILLER,
    Sign.WHO: Became.FILLER,
    Sign.EXIST: Became.FILLER,
}
BECAME_OF_KIND = {
    MentionKind.TABLE: Became.TABLE,
    MentionKind.COLUMN: Became.COLUMN,
    MentionKind.VALUE: Became.VALUE,
    MentionKind.QUOTED: Became.VALUE,
    MentionKind.TERM: Became.GLOSSARY,
    MentionKind.NUMBER: Became.NUMBER,
    MentionKind.PERIOD: Became.PERIOD,
    MentionKind.BUCKET: Became.GROUPING,
    MentionKind.COUNT: Became.AGGREGATE,
}


def proof_of(sentence: Sentence, candidate: Candidate) -> tuple[ProofSpan, ...]:
    """Spans that together cover every token, in order."""
    return _proof(sentence, [chosen.mention for chosen in candidate.choice.chosen])


def proof_of_parts(sentence: Sentence, parts: Sequence[Part]) -> tuple[ProofSpan, ...]:
    """The same for the parts of a follow-up."""
    return _proof(sentence, [part.mention for part in parts])


def _proof(sentence: Sentence, mentions: Sequence[Mention]) -> tuple[ProofSpan, ...]:
    spans = [_of_mention(sentence, mention) for mention in mentions]
    taken = {place for mention in mentions for place in range(mention.first, mention.last + 1)}
    for mark in sorted(sentence.heard.marks, key=lambda mark: mark.first - mark.last):
        places = set(range(mark.first, mark.last + 1))
        if taken.isdisjoint(places):
            taken |= places
            spans.append(_of_mark(sentence, mark))
    spans += [_unused(sentence, place) for place in range(len(sentence.heard.tokens)) if place not in taken]
    return tuple(sorted(spans, key=lambda span: span.start))


def tokens_as_unused(sentence: Sentence) -> tuple[ProofSpan, ...]:
    """Nothing became anything."""
    return tuple(_unused(sentence, place) for place in range(len(sentence.heard.tokens)))


def _span(sentence: Sentence, first: int, last: int, became: Became, target: str) -> ProofSpan:
    start, end = sentence.heard.tokens[first].start, sentence.heard.tokens[last].end
    return ProofSpan(start, end, sentence.heard.question[start:end], became, target)


def _of_mention(sentence: Sentence, mention: Mention) -> ProofSpan:
    return _span(sentence, mention.first, mention.last, BECAME_OF_KIND[mention.kind], target_of(mention))


def target_of(mention: Mention) -> str:
    """What a mention names: ``table``, ``table.column``, ``table.column = value``, or its number or text."""
    if mention.link is not None:
        column = f"{mention.link.table}.{mention.link.column}" if mention.link.column else mention.link.table
        return f"{column} = {mention.link.value}" if mention.kind is MentionKind.VALUE else column
    if mention.number is not None:
        return f"{mention.number:.15g}"
    if mention.period is not None:
        return _period_target(mention.period)
    return mention.text or str(mention.unit or "")


def _period_target(period: Period) -> str:
    """Its days, or its units counted from today's."""
    if isinstance(period, FixedPeriod):
        return f"{period.start or ''} … {period.end or ''}".strip()
    return f"{period.unit} {period.first:+d} … {period.last:+d}"


def _of_mark(sentence: Sentence, mark: Mark) -> ProofSpan:
    return _span(sentence, mark.first, mark.last, BECAME_OF_SIGN.get(mark.sign, Became.OPERATOR), str(mark.sign))


def _unused(sentence: Sentence, place: int) -> ProofSpan:
    token = sentence.heard.tokens[place]
    is_silent = token.kind is TokenKind.PUNCTUATION or token.part in ("preposition", "conjunction", "pronoun", "other")
    return _span(sentence, place, place, Became.FILLER if is_silent else Became.UNUSED, "")
