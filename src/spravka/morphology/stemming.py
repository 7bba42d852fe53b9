"""Stems of words (Snowball: Porter2 for English, https://snowballstem.org).

A stemmer works in its own fields: two threads that share one get each other's letters. Every thread has its own here.
"""

import threading
from functools import lru_cache
from typing import Any

import snowballstemmer  # type: ignore[import-untyped,unused-ignore]

CACHED_WORDS = 65_536


class _Stemmers(threading.local):
    """The stemmers of one thread, made when it first needs them."""

    def __init__(self) -> None:
        self.english: Any = snowballstemmer.stemmer("english")
        self.russian: Any = snowballstemmer.stemmer("russian")


_stemmers = _Stemmers()


@lru_cache(maxsize=CACHED_WORDS)
def english_stem(word: str) -> str:
    """The stem of a word in lower case: "writing" and "writes" share one."""
    return str(_stemmers.english.stemWord(word))


@lru_cache(maxsize=CACHED_WORDS)
def russian_stem(word: str) -> str:
    """The stem of a word in lower case. Lemmas tell more; a stem is found for names that no dictionary has."""
    return str(_stemmers.russian.stemWord(word))
