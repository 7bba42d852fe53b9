"""Lemmas of Russian words (pymorphy3: dictionary OpenCorpora; unknown words by their endings)."""

from functools import cache, lru_cache
from typing import Any

CACHED_LEMMAS = 60_000


@lru_cache(maxsize=CACHED_LEMMAS)
def russian_lemma(word: str) -> str:
    """The lemma of a word in lower case, with е for ё; of a form of several words, the likeliest one's.

    Most forms belong to one word: those are looked up, without the probabilities that take most of the time.
    """
    known = _known_lemmas(word)
    lemma = known.pop() if len(known) == 1 else _analyzer().parse(word)[0].normal_form
    return str(lemma).replace("ё", "е")


def _known_lemmas(word: str) -> set[str]:
    dictionary = _analyzer().dictionary
    return {
        dictionary.build_normal_form(paradigm, index, form)
        for form, parses in dictionary.words.similar_items(word, _analyzer().char_substitutes)
        for paradigm, index in parses
    }


@cache
def _analyzer() -> Any:
    # It reads 15 MB of dictionary: only a process that indexes or asks pays for it.
    import pymorphy3  # type: ignore[import-untyped,unused-ignore]

    return pymorphy3.MorphAnalyzer()
