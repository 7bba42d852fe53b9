"""From a question's text to what is heard in it. Pure, and linear in the question's length."""

import datetime
from collections.abc import Sequence

from spravka.morphology.letters import folded, is_cyrillic
from spravka.morphology.russian import russian_forms
from spravka.question_reading.hearing import english_words, russian_words
from spravka.question_reading.hearing.comparison_forms import comparison_marks, grouping_marks
from spravka.question_reading.hearing.heard import Heard, NumberSpan, Token, TokenKind
from spravka.question_reading.hearing.languages import language_of
from spravka.question_reading.hearing.lexical_patterns import WordSequence
from spravka.question_reading.hearing.numbers import numbers_of
from spravka.question_reading.hearing.periods import periods_of
from spravka.question_reading.hearing.signs import COMMAND_FORM, signs_of
from spravka.question_reading.hearing.time_units import buckets_of
from spravka.question_reading.hearing.tokens import Cut, cut

_BEFORE_A_COMMAND = frozenset({".", "!", "?", ";", ":", ",", "please", "you", "to", "me", "just", "kindly", "then"}) | {
    *("пожалуйста", "можешь", "можно", "надо", "нужно", "нужный", "хотеть", "просить", "вы", "мне", "сейчас", "теперь"),
}
"""After these, or first in a question, a verb may be a command."""


def hear(question: str, today: datetime.date) -> Heard:
    """What any speaker of the question's language understands, whatever the database.

    ``today`` gives a year to "in March", and days to "the last three months". No text makes this raise.
    """
    language = language_of(question)
    tokens = tuple(_token(piece) for piece in cut(question))
    numbers = numbers_of(tokens, language)
    words = _word_sequence(tokens, numbers)
    marks = signs_of(words, language, tuple(grouping_marks(tokens)), tuple(comparison_marks(tokens)))
    periods = periods_of(tokens, words, language, today)
    return Heard(question, language, tokens, marks, numbers, periods, buckets_of(words, marks))


def _token(piece: Cut) -> Token:
    if piece.kind is not TokenKind.WORD:
        return Token(piece.text, piece.start, piece.end, piece.kind, (_plain(piece.text),))
    lemmas, part = _word_forms(piece.text)
    parts_of_it = tuple(dict.fromkeys(_word_forms(each)[0][0] for each in piece.pieces))
    return Token(piece.text, piece.start, piece.end, piece.kind, (*lemmas, *parts_of_it), part, piece.pieces)


def _plain(text: str) -> str:
    return folded(text)


def _word_forms(word: str) -> tuple[tuple[str, ...], str]:
    if word.isdecimal():
        return (word,), "number"
    if is_cyrillic(word):
        return russian_words.lemmas_of(word), russian_words.part_of(word)
    return english_words.lemmas_of(word), english_words.part_of(word)


def _word_sequence(tokens: Sequence[Token], numbers: Sequence[NumberSpan]) -> WordSequence:
    forms = [_forms(token) for token in tokens]
    for place, token in enumerate(tokens):
        if _may_command(token) and (place == 0 or forms[place - 1] & _BEFORE_A_COMMAND):
            forms[place] |= {COMMAND_FORM}
    return WordSequence(forms, {number.first: number for number in numbers})


def _may_command(token: Token) -> bool:
    """A Russian command is an imperative or an infinitive; English verbs show nothing."""
    if token.kind is not TokenKind.WORD:
        return False
    return not is_cyrillic(token.text) or any(form.is_command for form in russian_forms(token.text))


def _forms(token: Token) -> frozenset[str]:
    """A quotation is a value, it holds no operators; a compound counts as itself only."""
    if token.kind is TokenKind.QUOTED:
        return frozenset()
    text = _plain(token.text).replace("’", "'")
    lemmas = _word_forms(token.text)[0] if token.pieces else token.lemmas
    return frozenset((text, "=" + text, *lemmas))
