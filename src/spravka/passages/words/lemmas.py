"""Words as terms: what is indexed, asked, and held against each other.

A term is a lemma of a Russian word (pymorphy3), a stem of an English one, a number («1 500», "1,500" and "1500" are
one), a clause mark («4.2.1»), a designation («8732-78», "В25"). A compound word («горно-обогатительный», "GNU/Linux")
gives its whole and its parts. Everything is in lower case with е for ё.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from spravka.morphology.letters import is_cyrillic
from spravka.morphology.russian import russian_lemma
from spravka.passages.words.english_words import english_stem
from spravka.passages.words.stop_words import STOP_WORDS

CACHED_WORDS = 150_000
"""About 40 MB when full; a manual of a thousand pages has some 30,000 different words."""
LONGEST_TERM = 40

_COMPOUND = re.compile(r"[^\W_]+(?:[-'./:,+_][^\W_]+)*")
_PART = re.compile(r"\d+(?:[.,]\d+)*(?![^\W\d_])|[^\W_]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_DOTTED_LETTERS = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
_ALIKE = str.maketrans({"ё": "е", "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "’": "'", "\u00ad": "", "ʼ": "'"})

Terms = tuple[str, ...]
"""The terms of one word as it stands in a text, the whole first; empty for punctuation."""


def lemmas_of(text: str) -> list[str]:
    """The terms that index ``text`` or ask for it, in its order, without stop words; a term comes as often as it is."""
    return [term for terms in terms_of(text.split()) for term in terms if term not in STOP_WORDS]


def terms_of(words: Sequence[str]) -> list[Terms]:
    """The terms of each word; the first word of a number with spaces in it («8 646») has the whole number too."""
    found = list(map(word_terms, words))
    for first, number in _spaced_numbers(words):
        found[first] = (number, *found[first])
    return found


@lru_cache(maxsize=CACHED_WORDS)
def word_terms(word: str) -> Terms:
    """The terms of a word, punctuation around it and all."""
    plain = unicodedata.normalize("NFKC", word.replace("½", ".5")).lower().translate(_ALIKE)
    return tuple(dict.fromkeys(term for whole in _COMPOUND.findall(plain) for term in _terms(whole)))


def content_terms(word: str) -> Terms:
    """The terms of a word that are no stop words."""
    return tuple(term for term in word_terms(word) if term not in STOP_WORDS)


def is_number(term: str) -> bool:
    """Whether a term is a number or begins with one: a year, a clause mark, a size."""
    return term[:1].isdigit()


def _terms(compound: str) -> Iterator[str]:
    if _DOTTED_LETTERS.fullmatch(compound):
        yield compound.replace(".", "")
        return
    compound = compound.removesuffix("'s")
    parts = _PART.findall(compound)
    lemmas = [_lemma(part[:LONGEST_TERM]) for part in parts]
    if len(parts) > 1 and len(compound) <= LONGEST_TERM:
        yield compound.removesuffix(parts[-1]) + lemmas[-1]
    yield from lemmas


def _lemma(part: str) -> str:
    if _NUMBER.fullmatch(part):
        return part.replace(",", "") if _THOUSANDS.fullmatch(part) else part.replace(",", ".")
    return russian_lemma(part) if is_cyrillic(part) else english_stem(part)


def _spaced_numbers(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Where a number in groups of three digits begins, and the number."""
    first = 0
    while first < len(words) - 1:
        end = first + 1
        if words[first].isdigit() and len(words[first]) <= 3:
            while end < len(words) and _is_group(words[end]):
                end += 1
            if end > first + 1:
                yield first, "".join(re.sub(r"\D", "", word) for word in words[first:end])
        first = end


def _is_group(word: str) -> bool:
    return len(word) >= 3 and word[:3].isdigit() and not any(letter.isalnum() for letter in word[3:])
