"""Who does what and to whom: whether two texts give one verb's parts to other parties.

«Подрядчик платит Заказчику» and «Заказчик платит Подрядчику» have the same words, and so do «А передаёт, а Б
принимает» and «Б передаёт». In Russian the endings tell, in English the order. Only parties and names are judged, and
only where both texts are plain about them.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spravka.morphology.letters import is_cyrillic
from spravka.morphology.russian import russian_forms
from spravka.passages.answer_signs import is_role
from spravka.passages.asking import is_capitalised
from spravka.passages.words.kinship import kin_keys
from spravka.passages.words.lemmas import word_terms
from spravka.passages.words.stop_words import STOP_WORDS

_PASSIVE = frozenset({"by"})
_BEING = frozenset({"is", "are", "be", "been", "being", "was", "were"})
_TO = frozenset({"to", "of", "from", "for", "with", "on", "in", "by"})
"""A party after one of these does not do."""
_AROUND = "\"'«»“”().,;:!?"
_JOINING = frozenset({"а", "и", "но", "или", "then", "and", "but", "while", "or", "whereas"})
"""Where a clause begins, if the one before it has its verb already."""
_SUBORDINATE = "если когда пока чтобы что при поскольку который где if when until unless that which who where provid"
_SUBORDINATING = frozenset(_SUBORDINATE.split())
"""A clause that begins so has a subject of its own, or none that is plain."""
_AUXILIARY = """
обязать обязанный обязываться обязаться мочь иметь быть являться должный следовать осуществлять производить вправе
agre undertak oblig shall must may entitl requir herebi also alway promptli immedi
"""
_AUXILIARIES = frozenset(_AUXILIARY.split())
"""Words beside a verb that tell nothing of what is done."""
_LONG_PREFIXES = ("пере", "пред", "прео")
_PREFIXED_LETTERS = 6
"""Verbs with a long prefix are one where so many letters are: «передать» and «передавать», not «перевозить»."""


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


@dataclass(frozen=True)
class _Doing:
    """A verb at an index of a text, and the indices of the parties that do it."""

    verb: int
    agents: frozenset[int]


def misdone(claim: Sequence[str], said: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """A party of ``claim`` and its verb, as they stand in it, that every sentence of ``said`` with that verb has other
    parties do; empty where one of them has it so, or none is plain. Sentences with less of what else the claim speaks
    of than one where the party does anything do not count."""
    for doing in _doings(claim):
        keys = _verb_keys(claim[doing.verb])
        for agent in doing.agents:
            if _is_done_by_others(claim, _party(claim[agent]), keys, said):
                return (claim[agent], claim[doing.verb])
    return ()


def _is_done_by_others(claim: Sequence[str], agent: str, keys: set[str], said: Sequence[Sequence[str]]) -> bool:
    others, own = [], [0]
    for one in said:
        doings = _doings(one)
        same = [doing for doing in doings if keys & _verb_keys(one[doing.verb])]
        done_by = {_party(one[index]) for doing in same for index in doing.agents}
        if agent in done_by:
            return False
        if done_by:
            others.append(_shared_count(claim, one))
        if any(_party(one[index]) == agent for doing in doings for index in doing.agents):
            own.append(_shared_count(claim, one))
    is_known = any(agent in word_terms(word) for one in said for word in one)
    return is_known and bool(others) and max(others) >= max(own)


def _shared_count(claim: Sequence[str], said: Sequence[str]) -> int:
    """How many words both have, other than parties and verbs of parties."""
    return len(_things(claim) & _things(said))


def _things(words: Sequence[str]) -> set[str]:
    verbs = {doing.verb for doing in _doings(words)}
    return {
        term
        for index, word in enumerate(words)
        if index not in verbs and not is_role(word)
        for term in word_terms(word)
        if term not in STOP_WORDS and term not in _AUXILIARIES
    }


def _doings(words: Sequence[str]) -> list[_Doing]:
    """The verbs of a sentence that have agents. A clause without a subject goes on with that of the one before it."""
    is_russian = any(is_cyrillic(word) for word in words)
    found: list[_Doing] = []
    before: frozenset[int] = frozenset()
    for first, end in _clauses(words, is_russian=is_russian):
        read = _read_russian if is_russian else _read_english
        agents, verbs = read(words, first, end)
        if not agents and not _is_subordinate(words[first:end]):
            agents = frozenset() if any(_is_reflexive(words[verb]) for verb in verbs) else before
        before = agents or before
        found += [_Doing(verb, agents) for verb in verbs if agents]
    return found


def _clauses(words: Sequence[str], *, is_russian: bool) -> Iterator[tuple[int, int]]:
    """Word ranges with a verb each, parted at commas and at words that join; what has none goes with what follows."""
    first = 0
    for index in range(1, len(words)):
        parts = words[index - 1][-1:] in {",", ";", ":"} or _bare(words[index]) in _JOINING
        if parts and _has_verb(words[first:index], is_russian=is_russian):
            yield first, index
            first = index
    yield first, len(words)


def _has_verb(words: Sequence[str], *, is_russian: bool) -> bool:
    if is_russian:
        return any(map(_is_russian_verb, words))
    return bool(_read_english(words, 0, len(words))[1])


def _read_russian(words: Sequence[str], first: int, end: int) -> tuple[frozenset[int], list[int]]:
    """Who does, and what: parties in the nominative; of a passive clause, which has none, in the instrumental."""
    inside = range(first, end)
    verbs = [index for index in inside if _is_russian_verb(words[index]) and not _is_auxiliary(words[index])]
    agents = [index for index in inside if _is_party(words, index) and _cases(words[index]) == {"nomn"}]
    if not agents:
        agents = [
            index
            for index in inside
            if _is_party(words, index)
            and _cases(words[index]) == {"ablt"}
            and (index == 0 or _part(words[index - 1]) != "preposition")
        ]
    return frozenset(agents), verbs


def _read_english(words: Sequence[str], first: int, end: int) -> tuple[frozenset[int], list[int]]:
    """Who does, and what: the parties before the first word that tells something else; of a passive, those after "by".
    A clause that begins with such a word has no party of its own."""
    told = [index for index in range(first, end) if _tells(words[index])]
    by = next((index for index in range(first, end) if _bare(words[index]) in _PASSIVE), None)
    if by is not None:
        is_at = max((index for index in range(first, by) if _bare(words[index]) in _BEING), default=first)
        done = [index for index in told if is_at < index < by]
        return frozenset(index for index in told if by < index <= by + 2 and _is_party(words, index)), done[:1]
    verb = next((index for index in told if not _is_party(words, index)), None)
    if verb is None:
        return frozenset(), []
    agents = [index for index in told if index < verb and (index == first or _bare(words[index - 1]) not in _TO)]
    return frozenset(agents), [verb]


def _is_party(words: Sequence[str], index: int) -> bool:
    """Whether a word names a party: by its role, or as a name inside a sentence."""
    return is_role(words[index]) or (index > 0 and is_capitalised(words[index]))


def _tells(word: str) -> bool:
    return not _is_auxiliary(word) and any(term not in STOP_WORDS for term in word_terms(word))


def _is_subordinate(words: Sequence[str]) -> bool:
    return any(not _SUBORDINATING.isdisjoint(word_terms(word)) for word in words[:3])


def _is_auxiliary(word: str) -> bool:
    return not _AUXILIARIES.isdisjoint(word_terms(word))


def _is_russian_verb(word: str) -> bool:
    """A finite verb or an infinitive; participles with a case belong to nouns."""
    bare = word.strip(_AROUND)
    if not bare or not is_cyrillic(bare):
        return False
    form = russian_forms(bare)[0]
    return form.part == "verb" and not form.case


def _is_reflexive(word: str) -> bool:
    return _bare(word).endswith(("ся", "сь"))


def _part(word: str) -> str:
    bare = word.strip(_AROUND)
    return russian_forms(bare)[0].part if bare else ""


def _party(word: str) -> str:
    return next(iter(word_terms(word)), "")


def _bare(word: str) -> str:
    return word.strip(_AROUND).lower()


def _verb_keys(word: str) -> set[str]:
    """What tells whether two verbs are one."""
    keys: set[str] = set()
    for term in word_terms(word):
        term = term.removesuffix("ся").removesuffix("сь")
        if term.startswith(_LONG_PREFIXES):
            keys |= {term, term[:_PREFIXED_LETTERS]}
        else:
            keys |= {term, *kin_keys(term)}
    return keys
