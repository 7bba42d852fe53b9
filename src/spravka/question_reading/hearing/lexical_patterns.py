"""Patterns over words: ``for each``, ``from # to #``, ``the? number of``, ``with =the word/words``.

An element is a word that a token has as its text or one of its lemmas, ``a/b`` alternatives, ``a?`` an optional word,
``=a`` that very text, ``#`` a number in digits or words. Patterns are found by their first element,
so that hearing takes time in proportion to the question's length.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from spravka.question_reading.hearing.heard import NumberSpan

NUMBER = "#"
Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class WordSequence:
    """What a question looks like to a pattern: the forms of each token, and the numbers by their first token."""

    forms: Sequence[frozenset[str]]
    numbers: Mapping[int, NumberSpan]


@dataclass(frozen=True, slots=True)
class PatternMatch(Generic[Meaning]):
    """Tokens ``first`` … ``last`` fit a pattern of ``meaning``; ``numbers`` fill its ``#``, in order."""

    first: int
    last: int
    meaning: Meaning
    numbers: tuple[NumberSpan, ...]


class PatternBook(Generic[Meaning]):
    """Many patterns, each with a meaning."""

    def __init__(self) -> None:
        self._by_start: dict[str, list[tuple[tuple[frozenset[str], ...], Meaning]]] = defaultdict(list)

    def add(self, pattern: str, meaning: Meaning) -> None:
        for elements in _expanded(pattern.split()):
            for start in elements[0]:
                self._by_start[start].append((elements, meaning))

    def matches(self, words: WordSequence) -> Iterator[PatternMatch[Meaning]]:
        """Every place where a pattern fits, from left to right."""
        for first, forms in enumerate(words.forms):
            starts = forms | {NUMBER} if first in words.numbers else forms
            for start in starts:
                for elements, meaning in self._by_start.get(start, ()):
                    found = _match(elements, words, first)
                    if found is not None:
                        yield PatternMatch(first, found[0], meaning, found[1])


def _expanded(elements: list[str]) -> Iterator[tuple[frozenset[str], ...]]:
    """The pattern with and without each of its optional words; never empty."""
    shapes: list[tuple[frozenset[str], ...]] = [()]
    for element in elements:
        is_optional = len(element) > 1 and element.endswith("?")
        word = element.removesuffix("?").strip("()") if is_optional else element
        longer = [(*shape, _alternatives(word)) for shape in shapes]
        shapes = [*longer, *shapes] if is_optional else longer
    yield from (shape for shape in shapes if shape)


def _alternatives(element: str) -> frozenset[str]:
    if len(element) < 3 or "/" not in element:
        return frozenset({element})
    mark = "=" if element.startswith("=") else ""
    return frozenset(mark + word.removeprefix("=") for word in element.split("/"))


def _match(
    elements: tuple[frozenset[str], ...], words: WordSequence, first: int
) -> tuple[int, tuple[NumberSpan, ...]] | None:
    """The last token of the match and its numbers, or None."""
    place, numbers = first, []
    for element in elements:
        if place >= len(words.forms):
            return None
        if NUMBER in element and place in words.numbers:
            numbers.append(words.numbers[place])
            place = words.numbers[place].last + 1
        elif element & words.forms[place]:
            place += 1
        else:
            return None
    return place - 1, tuple(numbers)
