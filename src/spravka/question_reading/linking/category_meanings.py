"""Values of categories (statuses, kinds, roles) found by meaning: «успешно» where the database says ``Success``."""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from spravka.question_reading.hearing.heard import TokenKind
from spravka.question_reading.linking.links import Evidence
from spravka.question_reading.linking.meanings import Meanings, Remembering
from spravka.question_reading.linking.spoken import SpokenWord
from spravka.question_reading.linking.value_links import ValueFit
from spravka.question_reading.values import ValueIndex

MOST_OF_A_CATEGORY = 30
"""A column of more values than this holds names rather than categories."""
MOST_CATEGORIES = 1_500
LONGEST_VALUE = 40
LEAST_STRENGTH = 0.5
MOST_ENCODED = 10


@dataclass(frozen=True, slots=True)
class _Place:
    """A value by its number and its column."""

    number: int
    column: tuple[str, str]


class CategoryMeanings:
    """The values of columns with few of them, prepared once in the encoder's space."""

    def __init__(self, values: ValueIndex, encode: Remembering) -> None:
        self._places: defaultdict[str, list[_Place]] = defaultdict(list)
        for text, place in _categories(values):
            if text in self._places or len(self._places) < MOST_CATEGORIES:
                self._places[text].append(place)
        self._meanings = Meanings(list(self._places), encode)

    def fits(self, spoken: Sequence[SpokenWord], operating: Set[int], said: Set[int]) -> Iterator[ValueFit]:
        """Values near in meaning to words that are neither operators nor ``said`` (places of words that are values)."""
        if not self._places:
            return
        sought = [
            (place, word.lemmas[0] if word.lemmas else word.text)
            for place, word in enumerate(spoken)
            if place not in said and word.token not in operating and _may_be_a_value(word)
        ][:MOST_ENCODED]
        for (place, _), near in zip(sought, self._meanings.near([text for _, text in sought]), strict=True):
            for text, strength in near:
                if strength >= LEAST_STRENGTH:
                    yield from (_fit(place, found, text, strength) for found in self._places[text])


def _categories(values: ValueIndex) -> Iterator[tuple[str, _Place]]:
    for column, start in zip(values.columns, values.starts, strict=False):
        texts = values.values[column]
        if len(texts) <= MOST_OF_A_CATEGORY:
            for place, text in enumerate(texts):
                if 3 <= len(text) <= LONGEST_VALUE and not text[0].isdigit():
                    yield text, _Place(int(start) + place, column)


def _may_be_a_value(word: SpokenWord) -> bool:
    return not word.is_function and word.kind is not TokenKind.NUMBER and len(word.text) > 2


def _fit(place: int, found: _Place, text: str, strength: float) -> ValueFit:
    return ValueFit(place, place, found.number, found.column, text, 1.0, strength, 1, Evidence.MEANING)
