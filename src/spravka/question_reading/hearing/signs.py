"""The operators heard in a question: phrases of both languages from data files, and what grammar alone tells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spravka.question_reading.hearing.heard import Language, Mark, NumberSpan, Sign
from spravka.question_reading.hearing.lexical_patterns import PatternBook, PatternMatch, WordSequence
from spravka.question_reading.hearing.time_units import lines_of

_FILES = {Language.ENGLISH: "english_phrases.tsv", Language.RUSSIAN: "russian_phrases.tsv"}
_BOTTOM = "bottom"
_LATEST = "latest"
_NOTHING = "nothing"
_COMMAND = "^"
COMMAND_FORM = "@command"
"""The form of a token where a command may stand: "delete …", «удали …», but not "the deleted"."""
_GLUE = frozenset({Sign.FILLER, Sign.OF, Sign.ASK, Sign.ALL})
"""Signs that never hide another one within them, and are hidden by any that contains them."""
_JOINTS = frozenset({Sign.AND, Sign.OR, Sign.OF})
_ASKING = frozenset({Sign.ASK, Sign.WHO, Sign.WHERE, Sign.WHEN})
_SUPERLATIVES = frozenset({Sign.MOST, Sign.LEAST, Sign.COMMON, Sign.RARE})
_COMPARISONS = _SUPERLATIVES | {
    *(Sign.MORE, Sign.MORE_OR_EQUAL, Sign.LESS, Sign.LESS_OR_EQUAL, Sign.ABOVE_AVERAGE, Sign.BELOW_AVERAGE),
    *(Sign.DIFFERENCE, Sign.RATIO, Sign.ASCENDING, Sign.DESCENDING, Sign.ORDERED, Sign.MAXIMUM, Sign.MINIMUM),
}
_BEFORE_A_BOUND = frozenset({Sign.MORE, Sign.MORE_OR_EQUAL, Sign.LESS, Sign.LESS_OR_EQUAL, Sign.EQUAL, Sign.BETWEEN})
"""A number after one of these ("more than $1,000") is compared with, and limits nothing."""
_MOST_ROWS = 10_000
_REACH_OF_A_TOP = 6
"""Words between a number and the superlative it limits: «5 поставщиков с самой большой»."""


@dataclass(frozen=True, slots=True)
class SignMeaning:
    """A sign with its dimension, or none for words that look like a sign and are not ("first name").

    ``along`` is a second sign of the same words: "bottom 3" is a top and LEAST, "last 3" a top and MOST of "date".
    ``is_command`` is heard only where a command may stand.
    """

    sign: Sign | None
    hint: str = ""
    along: Sign | None = None
    is_command: bool = False


def _meaning(text: str) -> SignMeaning:
    name, _, hint = text.removesuffix(_COMMAND).partition(":")
    if name == _BOTTOM:
        return SignMeaning(Sign.TOP, hint, along=Sign.LEAST)
    if name == _LATEST:
        return SignMeaning(Sign.TOP, "date", along=Sign.MOST)
    return SignMeaning(None if name == _NOTHING else Sign(name), hint, is_command=text.endswith(_COMMAND))


@lru_cache(maxsize=2)
def _book(language: Language) -> PatternBook[SignMeaning]:
    book: PatternBook[SignMeaning] = PatternBook()
    for meaning, patterns in lines_of(_FILES[language]):
        for pattern in patterns:
            book.add(pattern, _meaning(meaning))
    return book


@dataclass(frozen=True, slots=True)
class _Found:
    """Tokens with their meaning, before the longest are chosen."""

    first: int
    last: int
    meaning: SignMeaning
    value: float | None = None

    def hides(self, other: "_Found") -> bool:
        """A strictly longer one hides those within it, but a piece of glue only glue.

        The words that are no sign leave "and" and "of" within them alone.
        """
        if self.meaning.sign is None and other.meaning.sign in _JOINTS:
            return False
        is_longer = self.last - self.first > other.last - other.first
        is_outside = self.first <= other.first and other.last <= self.last
        return is_longer and is_outside and (self.meaning.sign not in _GLUE or other.meaning.sign in _GLUE)

    def marks(self) -> Iterator[Mark]:
        if self.meaning.sign is not None:
            yield Mark(self.first, self.last, self.meaning.sign, self.value, self.meaning.hint)
        if self.meaning.along is not None:
            yield Mark(self.first, self.last, self.meaning.along, self.value, self.meaning.hint)


def _found(match: PatternMatch[SignMeaning]) -> _Found:
    value = match.numbers[0].value if match.meaning.sign is Sign.TOP and match.numbers else None
    return _Found(match.first, match.last, match.meaning, value)


def _is_possible(match: PatternMatch[SignMeaning], words: WordSequence) -> bool:
    """A command stands where it may; a top is of whole rows ("the first half" is none)."""
    if match.meaning.sign is Sign.TOP and not all(_is_count(number) for number in match.numbers):
        return False
    return not match.meaning.is_command or COMMAND_FORM in words.forms[match.first]


def _without_hidden(spans: Sequence[_Found]) -> Iterator[_Found]:
    reaching: list[_Found] = []
    for span in sorted(spans, key=lambda span: (span.first, -span.last)):
        reaching = [outer for outer in reaching if outer.last >= span.first]
        if not any(outer.hides(span) for outer in reaching):
            yield span
        reaching.append(span)


def _is_count(number: NumberSpan) -> bool:
    """Whether so many rows may be asked for."""
    return not number.is_percent and number.value in range(1, _MOST_ROWS)


def _tops_by_superlative(marks: Sequence[Mark], numbers: Sequence[NumberSpan]) -> Iterator[Mark]:
    """The number limits the superlative after it: "the three youngest", «5 городов с самой большой площадью»."""
    superlatives = [mark for mark in marks if mark.sign in _SUPERLATIVES]
    bound = {place for mark in marks if mark.sign is Sign.TOP for place in range(mark.first, mark.last + 1)}
    bound |= {place for mark in marks if mark.sign in _BEFORE_A_BOUND for place in range(mark.first, mark.last + 3)}
    place = 0
    for number in numbers:
        while place < len(superlatives) and superlatives[place].first <= number.last:
            place += 1
        if place == len(superlatives) or not _is_count(number) or number.first in bound:
            continue
        if superlatives[place].first - number.last <= _REACH_OF_A_TOP:
            yield Mark(number.first, number.last, Sign.TOP, number.value)


def _without_known(guesses: Sequence[Mark], known: Sequence[_Found]) -> Iterator[_Found]:
    """Comparisons told by their form alone, where the phrases know none."""
    taken = {place for span in known if span.meaning.sign in _COMPARISONS for place in range(span.first, span.last + 1)}
    for guess in guesses:
        if taken.isdisjoint(range(guess.first, guess.last + 1)):
            yield _Found(guess.first, guess.last, SignMeaning(guess.sign))


def signs_of(
    words: WordSequence, language: Language, groupings: Sequence[Mark], comparisons: Sequence[Mark]
) -> tuple[Mark, ...]:
    """All marks by first token, longer ones before shorter.

    ``groupings`` and ``comparisons`` are known from the forms of words; the latter count where no phrase does.
    """
    matches = (match for match in _book(language).matches(words) if _is_possible(match, words))
    found = [_found(match) for match in matches]
    guessed = list(_without_known(comparisons, found))
    told = [_Found(mark.first, mark.last, SignMeaning(mark.sign)) for mark in groupings]
    kept = {mark for span in _without_hidden([*found, *told, *guessed]) for mark in span.marks()}
    if any(mark.last == 0 and mark.sign in _ASKING for mark in kept):  # "Which room …" asks, it does not describe.
        kept = {mark for mark in kept if mark.last or mark.sign is not Sign.WHOSE}
    in_order = sorted(kept, key=_place)
    tops = _tops_by_superlative(in_order, list(words.numbers.values()))
    return tuple(sorted({*in_order, *tops}, key=_place))


def _place(mark: Mark) -> tuple[int, int, str, str]:
    return mark.first, -mark.last, mark.sign, mark.hint
