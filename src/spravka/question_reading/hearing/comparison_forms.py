"""Comparatives and superlatives told by their form alone: "noisier than", "the greenest", «самый шумный», «шумнее»."""

from collections.abc import Callable, Iterator, Sequence

from spravka.morphology.letters import is_cyrillic
from spravka.morphology.russian import RussianForm, russian_forms
from spravka.question_reading.hearing import english_words
from spravka.question_reading.hearing.heard import Mark, Sign, Token, TokenKind


def grouping_marks(tokens: Sequence[Token]) -> Iterator[Mark]:
    """«по отделам», «по разным годам»: grouping is told by the dative plural."""
    for place in range(len(tokens) - 1):
        if tokens[place].text.lower() == "по" and _has_form(tokens[place + 1], _is_dative_plural):
            yield Mark(place, place, Sign.EACH)


def comparison_marks(tokens: Sequence[Token]) -> Iterator[Mark]:
    """A comparison of a dimension that no list of words names; those listed are known better."""
    for place, token in enumerate(tokens):
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        if token.kind is not TokenKind.WORD:
            continue
        if is_cyrillic(token.text):
            yield from _russian_marks(place, token, after)
        elif after is not None and after.text.lower() == "than" and token.text.lower().endswith("er"):
            yield Mark(place, place + 1, Sign.MORE)
        elif english_words.is_superlative(token.text):
            yield Mark(place, place, Sign.MOST)


def _russian_marks(place: int, token: Token, after: Token | None) -> Iterator[Mark]:
    if token.lemmas[-1].endswith(("ейший", "айший")):
        yield Mark(place, place, Sign.MOST)
    elif "самый" in token.lemmas and after is not None and after.part in ("adjective", "verb"):
        yield Mark(place, place + 1, Sign.MOST)
    elif _has_form(token, _is_comparative):
        yield Mark(place, place, Sign.MORE)


def _has_form(token: Token, fits: Callable[[RussianForm], bool]) -> bool:
    if token.kind is not TokenKind.WORD or not is_cyrillic(token.text):
        return False
    return any(fits(form) for form in russian_forms(token.text))


def _is_dative_plural(form: RussianForm) -> bool:
    return form.case == "datv" and form.number == "plur"


def _is_comparative(form: RussianForm) -> bool:
    return form.is_comparative
