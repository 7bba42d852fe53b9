"""Words of names, and when two of them are the same word: «труба», «трубы», «трубой»."""

from __future__ import annotations

import re
from functools import lru_cache

STEM_LETTERS = 5
_WORD = re.compile(r"[a-zа-я]+")
_ENDING = "аеиоуыьэюяй"


def words_of(normalised: str) -> list[str]:
    """The words of a normalised name, in order."""
    return _WORD.findall(normalised)


@lru_cache(maxsize=100_000)
def stem_of(word: str) -> str:
    """What inflected forms of a word have in common: no ending in vowels, at most five letters, at least three left."""
    bare = word.rstrip(_ENDING)
    return (bare if len(bare) >= 3 else word)[:STEM_LETTERS]
