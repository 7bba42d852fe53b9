"""Which words a negation stands over, in Russian and in English."""

from collections.abc import Iterator, Sequence

from spravka.passages.words.lemmas import word_terms
from spravka.passages.words.stop_words import STOP_WORDS

_NEGATING = "не нет ни без нельзя никогда никто ничто not no never without cannot neither nor none nobody nothing"
_MEASURING = """
более менее больше меньше мало много позже поздно поздний ранее рано ранний свыше высокий низкий только лишь
more less fewer later earlier only least than until
"""
REACH_WORDS = 3
"""A negation stands over the next word that tells, if it comes within so many."""
NEGATING = frozenset(term for word in _NEGATING.split() for term in word_terms(word))
MEASURING = frozenset(term for word in _MEASURING.split() for term in word_terms(word))
"""«не более», "no later than": what follows is measured, not negated."""


def negated_words(words: Sequence[str]) -> set[int]:
    """The indices of the words that are negated."""
    return {target for index in range(len(words)) if _negates(words[index]) for target in _target(words, index)}


def _negates(word: str) -> bool:
    terms = word_terms(word)
    return not NEGATING.isdisjoint(terms) or any(term.endswith("n't") for term in terms)


def _target(words: Sequence[str], index: int) -> Iterator[int]:
    for following in range(index + 1, min(index + 1 + REACH_WORDS, len(words))):
        terms = word_terms(words[following])
        if not MEASURING.isdisjoint(terms):
            return
        if any(term not in STOP_WORDS for term in terms):
            yield following
            return
