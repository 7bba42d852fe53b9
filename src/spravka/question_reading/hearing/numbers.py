"""Numbers in digits and in words, with their multipliers: 1 000 000,50; 5 тыс.; 2.5k; "two hundred"; двадцать пять."""

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources

from spravka.question_reading.hearing.heard import Language, NumberSpan, Token, TokenKind

_PERCENTS = frozenset({"%", "percent", "percents", "процент"})
_COMMA_GROUPS = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
_MANY_COMMA_GROUPS = re.compile(r"\d{1,3}(,\d{3}){2,}(\.\d+)?|\d{1,3}(,\d{3})+\.\d+")
_MULTIPLIER_LETTERS = {"m": 1e6, "b": 1e9, "м": 1e6}
_MOST_WORDS = 12
_LONGEST_NUMBER = 40


@lru_cache(maxsize=1)
def _word_values() -> tuple[dict[str, float], dict[str, float]]:
    """Values of number words, and of multipliers."""
    values: dict[str, float] = {}
    multipliers: dict[str, float] = {}
    text = resources.files(__package__).joinpath("number_words.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        kind, pairs = line.split("\t")
        words = pairs.split()
        table = multipliers if kind.endswith("-times") else values
        table |= dict(zip(words[::2], map(float, words[1::2]), strict=True))
    return values, multipliers


def value_of(text: str, language: Language) -> float | None:
    """The number written in digits; a comma divides thousands where it can only do that, or in English.

    None for a date, a time of day and what is longer than any number people ask about.
    """
    digits = re.sub(r"[ \u00a0\u202f]", "", text)
    if len(digits) > _LONGEST_NUMBER:
        return None
    grouped = _COMMA_GROUPS if language is Language.ENGLISH else _MANY_COMMA_GROUPS
    digits = digits.replace(",", "") if grouped.fullmatch(digits) else digits.replace(",", ".")
    try:
        return float(digits) if digits[:1].isdecimal() else None
    except ValueError:
        return None


def _word_value(token: Token, table: dict[str, float]) -> float | None:
    if token.kind is not TokenKind.WORD:
        return None
    return next((table[form] for form in (token.text.lower(), *token.lemmas) if form in table), None)


def _multiplier(token: Token, after_digits: bool) -> float | None:
    letter = _MULTIPLIER_LETTERS.get(token.text.lower()) if after_digits else None
    if token.text.lower() in {"к", "k"} and not after_digits:
        return None
    return letter or _word_value(token, _word_values()[1])


def _compound_value(token: Token) -> float | None:
    """ "twenty-five" is one token with two pieces."""
    values = [_word_values()[0].get(piece) for piece in token.pieces]
    if len(values) == 2 and values[0] is not None and values[1] is not None and values[0] >= 20 > values[1]:
        return values[0] + values[1]
    return None


def _from_words(tokens: Sequence[Token], first: int) -> tuple[int, float] | None:
    """The last token and value of number words: each smaller than the one before, "hundred" multiplying it."""
    total = part = 0.0
    smallest = float("inf")
    place = first
    while place < min(len(tokens), first + _MOST_WORDS):
        value = _compound_value(tokens[place]) or _word_value(tokens[place], _word_values()[0])
        times = _word_value(tokens[place], _word_values()[1]) if tokens[place].text.lower() not in {"к", "k"} else None
        if value is not None and value < smallest and (part == 0.0 or value < part):
            part, smallest = part + value, _room_below(value)
        elif times is not None and (place > first or times > 1):
            total, part, smallest = _multiplied(total, part, times)
        else:
            break
        place += 1
    return (place - 1, total + part) if place > first else None


def _room_below(value: float) -> float:
    """After 200 come tens and units, after 20 units, after a unit nothing but a multiplier."""
    if value >= 100:
        return 100.0
    return 10.0 if value >= 20 and value % 10 == 0 else -1.0


def _multiplied(total: float, part: float, times: float) -> tuple[float, float, float]:
    part = (part or 1.0) * times
    return (total, part, 100.0) if times == 100 else (total + part, 0.0, float("inf"))


def _from_digits(tokens: Sequence[Token], place: int, language: Language) -> NumberSpan | None:
    value = value_of(tokens[place].text, language)
    if value is None:
        return None
    last = place
    if place + 1 < len(tokens):
        is_joined = tokens[place + 1].start == tokens[place].end
        times = _multiplier(tokens[place + 1], after_digits=is_joined)
        if times is not None:
            value, last = value * times, place + 1
            if (
                last + 1 < len(tokens)
                and tokens[last + 1].text == "."
                and tokens[last].text.lower() in {"тыс", "млн", "млрд"}
            ):
                last += 1
    return NumberSpan(place, last, value)


def _with_percent(tokens: Sequence[Token], span: NumberSpan) -> NumberSpan:
    after = span.last + 1
    if after < len(tokens) and _PERCENTS & {tokens[after].text.lower(), *tokens[after].lemmas}:
        return NumberSpan(span.first, after, span.value, is_percent=True)
    return span


def _number_at(tokens: Sequence[Token], place: int, language: Language) -> NumberSpan | None:
    token = tokens[place]
    if token.kind is TokenKind.NUMBER:
        return _from_digits(tokens, place, language)
    if token.kind is not TokenKind.WORD:
        return None
    found = _from_words(tokens, place)
    return NumberSpan(place, *found) if found else None


def numbers_of(tokens: Sequence[Token], language: Language) -> tuple[NumberSpan, ...]:
    """Every number of the question, from left to right, none overlapping."""
    spans: list[NumberSpan] = []
    place = 0
    while place < len(tokens):
        span = _number_at(tokens, place, language)
        if span is not None:
            span = _with_percent(tokens, span)
            spans.append(span)
            place = span.last
        place += 1
    return tuple(spans)
