"""Declining: why a question was not read, and what was left of it."""

from collections.abc import Sequence

from spravka.question_reading.hearing.heard import Sign, TokenKind
from spravka.question_reading.mentions import MentionKind
from spravka.question_reading.proof import tokens_as_unused
from spravka.question_reading.ranking import CONTENT_PARTS
from spravka.question_reading.reading import ClosestQuestion, DeclineReason, Reading
from spravka.question_reading.roles import Sentence

KNOWN_SCORE = 0.5
LAST_PLACE_OF_AN_ORDER = 1
SCHEMA_KINDS = frozenset({MentionKind.TABLE, MentionKind.COLUMN, MentionKind.VALUE, MentionKind.TERM})


def declined(sentence: Sentence, closest: Sequence[ClosestQuestion], confidence: float) -> Reading:
    """A reading without a plan."""
    unread = unread_words(sentence)
    return Reading(
        None,
        confidence,
        tokens_as_unused(sentence),
        declined=_reason(sentence, unread),
        unread=unread,
        closest=tuple(closest),
    )


def unread_words(sentence: Sentence) -> tuple[str, ...]:
    """Words with a meaning that name nothing known."""
    signs = {place for mark in sentence.heard.marks for place in range(mark.first, mark.last + 1)}
    return tuple(
        token.text
        for place, token in enumerate(sentence.heard.tokens)
        if token.kind is TokenKind.WORD and token.part in CONTENT_PARTS and place not in signs
        if not _is_known(sentence, place)
    )


def is_no_question_for_rows(sentence: Sentence) -> bool:
    """It begins with an order to change something: no rows answer that."""
    return any(mark.sign is Sign.CHANGE and mark.first <= LAST_PLACE_OF_AN_ORDER for mark in sentence.heard.marks)


def _is_known(sentence: Sentence, place: int) -> bool:
    mention = sentence.best[place]
    return mention is not None and mention.score >= KNOWN_SCORE


def _reason(sentence: Sentence, unread: tuple[str, ...]) -> DeclineReason:
    if sentence.signs & {Sign.CHANGE, Sign.OPINION}:
        return DeclineReason.NOT_A_READING_QUESTION
    named = [mention for mention in sentence.mentions if mention.kind in SCHEMA_KINDS and mention.score >= KNOWN_SCORE]
    if not named:
        return DeclineReason.NOT_ABOUT_THIS
    return DeclineReason.UNREAD_WORDS if unread else DeclineReason.UNSURE
