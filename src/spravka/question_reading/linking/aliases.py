"""Other ways to say a stored value: places with their adjectives and codes, sexes, days, months, yes and no."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from spravka.question_reading.word_keys import words_of

NAME_STRENGTH = 0.88
CODE_STRENGTH = 0.75

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alias:
    """A stored value may read ``words``, surely by ``strength`` 0…1.

    ``columns``: words one of which the column's name must have; empty where any column will do.
    """

    words: Words
    strength: float
    columns: frozenset[str] = frozenset()


def aliases_of(said: Words) -> tuple[Alias, ...]:
    """Other wordings of what is said in lemmas or as written; none for most words."""
    return _aliases().get(said, ())


LONGEST_SAID = 4


@lru_cache(maxsize=1)
def _aliases() -> dict[Words, tuple[Alias, ...]]:
    found: defaultdict[Words, dict[Words, Alias]] = defaultdict(dict)
    for said, alias in (*_places(), *_codes()):
        if alias.words != said and said:
            found[said].setdefault(alias.words, alias)
    return {said: tuple(options.values()) for said, options in found.items()}


def _places() -> Iterator[tuple[Words, Alias]]:
    """A line: names, then adjectives and peoples, then codes; tabs between the three, commas within."""
    for names, adjectives, codes in _lines("places.tsv"):
        for said in (*names, *adjectives):
            for other in (*names, *adjectives):
                yield said, Alias(other, NAME_STRENGTH)
            for code in codes:
                yield said, Alias(code, CODE_STRENGTH)


def _codes() -> Iterator[tuple[Words, Alias]]:
    """A line: words said, words of column names that are asked about, values; tabs between, commas within."""
    for said_words, columns, values in _lines("coded_values.tsv"):
        required = frozenset(word for column in columns for word in column)
        for said in said_words:
            for stored in values:
                yield said, Alias(stored, NAME_STRENGTH if required else CODE_STRENGTH, required)


def _lines(file: str) -> Iterator[tuple[list[Words], list[Words], list[Words]]]:
    text = resources.files(__package__).joinpath(file).read_text(encoding="utf-8")
    for line in text.splitlines():
        parts = [[tuple(words_of(item)) for item in part.split(",") if item] for part in line.split("\t")]
        parts += [[]] * (3 - len(parts))
        yield parts[0], parts[1], parts[2]
