"""Words that mean about the same: translations and synonyms of the lexicon, and what words of asking are about."""

from collections.abc import Iterator
from functools import lru_cache

from spravka.morphology.letters import is_cyrillic
from spravka.question_reading.hearing.heard import Language
from spravka.question_reading.lexicon.lexicon import weighted_english_of, weighted_russian_of, weighted_synonyms_of
from spravka.question_reading.linking.asking_hints import hinted

TRANSLATION_STRENGTH = 0.9
SYNONYM_STRENGTH = 0.75
DISTANT_STRENGTH = 0.6
"""Of a translation's synonym."""

Relation = tuple[str, float]


@lru_cache(maxsize=20_000)
def related_words(lemma: str) -> tuple[Relation, ...]:
    """Words and phrases of either language for a lemma, each with how surely it means the same (0…1), surest first."""
    best: dict[str, float] = {}
    for other, strength in _all_related(lemma):
        if other != lemma and strength > best.get(other, 0.0):
            best[other] = strength
    return tuple(sorted(best.items(), key=lambda pair: (-pair[1], pair[0])))


def _all_related(lemma: str) -> Iterator[Relation]:
    yield from hinted(lemma)
    own, other = (Language.RUSSIAN, Language.ENGLISH) if is_cyrillic(lemma) else (Language.ENGLISH, Language.RUSSIAN)
    translate = weighted_english_of if own is Language.RUSSIAN else weighted_russian_of
    for synonym, likeness in weighted_synonyms_of(lemma, own):
        yield synonym, SYNONYM_STRENGTH * _softened(likeness)
        for translation, weight in translate(synonym):
            yield translation, DISTANT_STRENGTH * _softened(likeness * weight)
    for translation, weight in translate(lemma):
        yield translation, TRANSLATION_STRENGTH * _softened(weight)
        for synonym, likeness in weighted_synonyms_of(translation, other):
            yield synonym, DISTANT_STRENGTH * _softened(likeness * weight)


def _softened(weight: float) -> float:
    """A loose counterpart is still often the one that is meant: 0.6 counts as 0.8."""
    return 0.5 + weight / 2
