"""How many of the words of a text are words of Russian or English.

Russian forms are looked up in the dictionary of pymorphy3, which is loaded when the first doubtful page comes. For
English there is no dictionary: a word is taken for English where it can be pronounced.
"""

import functools
import re
from collections.abc import Iterable

from spravka.morphology.russian import is_russian_word

_WORD = re.compile(r"[^\W\d_]{2,}")
_RUSSIAN = re.compile(r"[а-яё]+")
_ENGLISH = re.compile(r"[a-z]+")
_UNSPEAKABLE = re.compile(
    r"[^aeiouy]{5}|[aeiou]{5}|(.)\1\1|^[^aeiouy]+$"
    r"|bq|bx|cj|cv|cx|dx|fq|fx|fz|gq|gx|hx|hz|j[bcdfghjklmnpqrstvwxyz]|kq|kx|kz|lx|mx|mz|pq|px|pz|q[^ui]|sx|tq|tx"
    r"|v[bcdfghjkmnpqtwxz]|wq|wx|x[jkrz]|yq|z[bcdfgjkmnpqrstvx]"
)
_LITTLE_WORDS = """
    и в во не на с со по что из к как для это или от а то при о об до за он все мы вы их его если быть может также но
    так уже бы же этот эта эти том чтобы только есть будет между под без где который которая которые
    the of and to in is a for that it on as with be by are this or from an at not you can was which if have
"""
_LITTLE = frozenset(word for word in _LITTLE_WORDS.split() if len(word) > 1)
_COMMON_SHARE = 0.04
_MOST_LOOKED_UP = 150


def words_of(text: str) -> list[str]:
    """Runs of two letters or more, in lower case."""
    return _WORD.findall(text.lower())


def has_common_words(words: list[str]) -> bool:
    """Whether the little words are there that every text of either language is full of: cheap, and mostly enough."""
    return sum(map(_LITTLE.__contains__, words)) >= max(2, _COMMON_SHARE * len(words))


def real_share(words: Iterable[str]) -> float:
    """Share (0 to 1) of distinct words that are Russian or may be English, by the first 150 of them; 0 for none."""
    distinct = list(dict.fromkeys(word for word in words if len(word) > 2))[:_MOST_LOOKED_UP]
    return sum(map(is_real, distinct)) / len(distinct) if distinct else 0.0


@functools.lru_cache(maxsize=50_000)
def is_real(word: str) -> bool:
    """Whether the word (in lower case) is in the Russian dictionary, or may be English."""
    if _RUSSIAN.fullmatch(word):
        return is_russian_word(word)
    return _ENGLISH.fullmatch(word) is not None and _UNSPEAKABLE.search(word) is None
