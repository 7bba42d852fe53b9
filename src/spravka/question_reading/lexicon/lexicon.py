"""General vocabulary: Russian ↔ English translations, and synonyms within each language.

Russian words are pymorphy3 lemmas with е for ё, English words are base forms, all in lower case; an entry may be
a phrase, its words divided by single spaces. Weights: 1 is an exact counterpart, 0.6 a loose one
("value" for "price") or one listed only the other way round. The tables are general language, of no one database.
"""

from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

EXACT, LOOSE = 1.0, 0.6
_LOOSE_MARK = "~"
_SYNONYM_FILES = {"en": "english_synonyms.tsv", "ru": "russian_synonyms.tsv"}


class Related(NamedTuple):
    """A translation or synonym; ``weight`` is above 0 and at most 1."""

    word: str
    weight: float


def weighted_english_of(lemma: str) -> tuple[Related, ...]:
    return _translations().get(_folded(lemma), ())


def weighted_russian_of(lemma: str) -> tuple[Related, ...]:
    return _back_translations().get(lemma.lower(), ())


def weighted_synonyms_of(lemma: str, language: str) -> tuple[Related, ...]:
    return _synonyms(language).get(_folded(lemma), ())


def knows_english(word: str) -> bool:
    """Whether the word is one of the lexicon's English base forms."""
    return word in _english_vocabulary()


def _folded(lemma: str) -> str:
    return lemma.lower().replace("ё", "е")


def _entries(file: str) -> Iterator[tuple[str, list[Related]]]:
    """The head of each line with its related words."""
    for line in resources.files(__package__).joinpath(file).read_text(encoding="utf-8").splitlines():
        if not line.startswith("# "):
            head, words = line.split("\t")
            yield head, [_related(word) for word in words.split(", ")]


def _related(text: str) -> Related:
    return Related(text[1:], LOOSE) if text.startswith(_LOOSE_MARK) else Related(text, EXACT)


def _settled(weights: dict[str, dict[str, float]]) -> dict[str, tuple[Related, ...]]:
    return {
        head: tuple(Related(word, weight) for word, weight in sorted(words.items(), key=lambda pair: -pair[1]))
        for head, words in weights.items()
    }


@lru_cache(maxsize=1)
def _translations() -> dict[str, tuple[Related, ...]]:
    return {head: tuple(words) for head, words in _entries("translations.tsv")}


@lru_cache(maxsize=1)
def _back_translations() -> dict[str, tuple[Related, ...]]:
    """The first translations of a Russian word come first for their English word, too."""
    ranked: dict[str, list[tuple[float, int, str]]] = {}
    for head, words in _translations().items():
        for place, each in enumerate(words):
            ranked.setdefault(each.word, []).append((-each.weight, place, head))
    return {
        word: tuple(Related(head, -weight) for weight, _place, head in sorted(heads)) for word, heads in ranked.items()
    }


@lru_cache(maxsize=2)
def _synonyms(language: str) -> dict[str, tuple[Related, ...]]:
    """As listed; and the other way round loosely."""
    weights: dict[str, dict[str, float]] = {}
    for head, words in _entries(_SYNONYM_FILES[language]):
        for each in words:
            forward = weights.setdefault(head, {})
            forward[each.word] = max(each.weight, forward.get(each.word, 0.0))
            weights.setdefault(each.word, {}).setdefault(head, LOOSE)
    return _settled(weights)


@lru_cache(maxsize=1)
def _english_vocabulary() -> frozenset[str]:
    synonyms = _synonyms("en")
    return frozenset(word for phrase in (*_back_translations(), *synonyms) for word in phrase.split())
