"""Who does and to whom: whether two sentences give one verb's parts to the same words the other way round.

«Подрядчик платит Заказчику» and «Заказчик платит Подрядчику» have the same words. In Russian the endings tell, in
English the order. Only parties and names are judged, and only where both sentences are plain about them.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence

from spravka.morphology.letters import is_cyrillic
from spravka.morphology.russian import russian_forms
from spravka.passages.answer_signs import is_role
from spravka.passages.asking import is_capitalised
from spravka.passages.kinship import kin_keys
from spravka.passages.lemmas import word_terms
from spravka.passages.stop_words import STOP_WORDS

_PASSIVE = frozenset({"by"})
_AROUND = "\"'«»“”().,;:!?"


def swapped_parties(claim: Sequence[str], said: Sequence[str]) -> tuple[str, ...]:
    """The two parties, as they stand in ``claim``, that change places in ``said``; empty where none do."""
    for (one, at_one), (other, at_other) in _shared_pairs(claim, said):
        if _acts_on(claim, one, other) & _acts_on(said, at_other, at_one):
            return (claim[one], claim[other])
    return ()


def says_of_parties(claim: Sequence[str], said: Sequence[str]) -> bool:
    """Whether two parties have the same parts in both."""
    return any(
        _acts_on(claim, one, other) & _acts_on(said, at_one, at_other)
        for (one, at_one), (other, at_other) in _shared_pairs(claim, said)
    )


def _shared_pairs(claim: Sequence[str], said: Sequence[str]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Two different parties of both, each with its places in the one and in the other."""
    others = {term: index for index, term in _parties(said).items()}
    shared = [(index, others[term]) for index, term in _parties(claim).items() if term in others]
    return itertools.permutations(shared, 2)


def _parties(words: Sequence[str]) -> Mapping[int, str]:
    """The indices of parties and names, with the term of each; one that comes twice is not plain."""
    found = {
        index: terms[0]
        for index, word in enumerate(words)
        if (terms := word_terms(word)) and (is_role(word) or (index > 0 and is_capitalised(word) and word[-1:] != "."))
    }
    told = list(found.values())
    return {index: term for index, term in found.items() if told.count(term) == 1}


def _acts_on(words: Sequence[str], subject: int, target: int) -> set[str]:
    """The roots of the verbs that the ``subject`` does to the ``target``; empty where that is not plain."""
    if is_cyrillic(words[subject]) or is_cyrillic(words[target]):
        plain = _cases(words[subject]) == {"nomn"} and _is_oblique(words[target])
        return set(_verbs(words)) if plain else set()
    if subject > target or any(word.lower() in _PASSIVE for word in words):
        return set()
    return {key for index in range(subject + 1, target) for key in _keys(words[index])}


def _cases(word: str) -> set[str]:
    return {form.case for form in russian_forms(word.strip(_AROUND)) if form.part == "noun"}


def _is_oblique(word: str) -> bool:
    cases = _cases(word)
    return bool(cases) and "nomn" not in cases


def _verbs(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        bare = word.strip(_AROUND)
        if bare and russian_forms(bare)[0].part == "verb":
            yield from _keys(bare)


def _keys(word: str) -> Iterator[str]:
    for term in word_terms(word):
        if term not in STOP_WORDS:
            yield term
            yield from kin_keys(term)
