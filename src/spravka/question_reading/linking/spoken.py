"""The words of a heard question as linking sees them: normalised, with base forms, and whether they carry meaning."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

from spravka.question_reading.hearing.heard import Heard, Token, TokenKind
from spravka.question_reading.word_keys import normalised, words_of

_LINES = resources.files(__package__).joinpath("function_words.txt").read_text(encoding="utf-8").splitlines()
_LINKING_WORDS = frozenset(_LINES[0].split())
"""The first line: words that may stand inside a name."""
_FUNCTION_WORDS = frozenset(word for line in _LINES for word in line.split())


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """One word of token number ``token``; a quotation gives several words of one token."""

    text: str
    token: int
    lemmas: tuple[str, ...]
    kind: TokenKind
    is_function: bool
    """Says nothing of any database by itself: articles, prepositions, pronouns, asking words."""
    is_bridge: bool
    """May stand inside a name: "date *of the* contract"."""
    is_capital: bool
    """Written with a capital that no beginning of a sentence explains."""
    is_quoted: bool


def spoken_words(heard: Heard) -> tuple[SpokenWord, ...]:
    """Every word of the question in order; punctuation is left out."""
    return tuple(word for place, token in enumerate(heard.tokens) for word in _words_of_token(place, token))


def _words_of_token(place: int, token: Token) -> Iterator[SpokenWord]:
    if token.kind is TokenKind.PUNCTUATION:
        return
    words = words_of(token.text)
    lemmas = tuple(dict.fromkeys(normalised(lemma) for lemma in token.lemmas)) if len(words) == 1 else ()
    for text in words:
        is_quoted = token.kind is TokenKind.QUOTED
        yield SpokenWord(
            text=text,
            token=place,
            lemmas=lemmas,
            kind=token.kind,
            is_function=text in _FUNCTION_WORDS and not is_quoted,
            is_bridge=text in _LINKING_WORDS and not is_quoted,
            is_capital=place > 0 and token.text[:1].isupper(),
            is_quoted=is_quoted,
        )


def hinting_word(hint: str) -> SpokenWord:
    """The dimension that a word of comparing names ("age" of "older"), as if it had been said."""
    return SpokenWord(
        hint, -1, (hint,), TokenKind.WORD, is_function=False, is_bridge=False, is_capital=False, is_quoted=False
    )


def hints_of(heard: Heard, spoken: Sequence[SpokenWord]) -> dict[tuple[int, int], str]:
    """The hints of the question's marks by the places of their first and last spoken word."""
    places: dict[int, int] = {}
    for place, word in enumerate(spoken):
        places.setdefault(word.token, place)
    hinting = (mark for mark in heard.marks if mark.hint and mark.first in places and mark.last in places)
    return {(places[mark.first], places[mark.last]): mark.hint for mark in hinting}


def operating_words(heard: Heard) -> frozenset[int]:
    """The tokens that are operators, numbers or periods: what they name, they name in their own words."""
    spans = [(mark.first, mark.last) for mark in heard.marks]
    spans += [(number.first, number.last) for number in heard.numbers]
    spans += [(period.first, period.last) for period in heard.periods]
    spans += [(bucket.first, bucket.last) for bucket in heard.buckets]
    return frozenset(place for first, last in spans for place in range(first, last + 1))
