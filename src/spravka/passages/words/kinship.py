"""Words that are kin: of one root by derivation («закончиться» and «окончание», "pay" and "payment"), or synonyms.

Derivation is told from letters alone: a beginning that two words share, prefixes of the perfective aspect and endings
of English nouns taken off. It errs now and then, so kin words count for less than the same word.
"""

import re
from functools import lru_cache

from spravka.passages.words.synonyms import synonym_groups

KIN_LETTERS = 5
"""Words that begin with as many equal letters are taken for kin: «победа» and «победить»."""
ROOT_LETTERS = 4
CACHED_TERMS = 50_000

_CYRILLIC = re.compile("[а-я]+")
_PERFECTIVE = re.compile(r"^(?:за|об|о|у|вы|по|про)(?=[^ьъаеиоуыэюя].{4})")
_ENGLISH_ENDING = re.compile(r"(?:ment|ation|tion|sion|ance|enc|ership|ship|er|or|ive|abl|iti)$")
_ALTERNATING = str.maketrans("тщкцдзгсх", "ччччжжжшш")
"""Consonants that take turns at the end of a root: «платить» – «плачу», «друг» – «дружба»."""


@lru_cache(maxsize=CACHED_TERMS)
def kin_keys(term: str) -> tuple[str, ...]:
    """What the term shares with its kin: their keys have one in common."""
    if not term.isalpha():
        return ()
    keys = [*synonym_groups().get(term, ())]
    if len(term) >= KIN_LETTERS:
        keys.append(term[:KIN_LETTERS])
    root = _russian_root(term) if _CYRILLIC.fullmatch(term) else _english_root(term)
    return (*keys, f"{root}-") if root else tuple(keys)


@lru_cache(maxsize=CACHED_TERMS)
def keys_of(terms: tuple[str, ...]) -> frozenset[str]:
    """The keys of all terms of one word."""
    return frozenset(key for term in terms for key in kin_keys(term))


def _russian_root(term: str) -> str:
    bare = _PERFECTIVE.sub("", term, count=1)[:ROOT_LETTERS]
    return bare[:-1] + bare[-1].translate(_ALTERNATING) if len(bare) == ROOT_LETTERS else ""


def _english_root(term: str) -> str:
    bare = _ENGLISH_ENDING.sub("", term)
    return bare[:KIN_LETTERS] if len(bare) >= 3 else term[:KIN_LETTERS]
