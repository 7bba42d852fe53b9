"""Where the terms of a question occur in a passage, and how much of the question that covers."""

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property, lru_cache

from spravka.passages.asking import Question, main_terms
from spravka.passages.clause_marks import heading_marks, is_mark, opening_marks
from spravka.passages.passage import Passage
from spravka.passages.shelf import TermCounts
from spravka.passages.words.kinship import keys_of, kin_keys
from spravka.passages.words.lemmas import Terms, terms_of

NEAR_WORDS = 3
"""Two words asked for side by side are found together where at most so many words apart."""
MARK_WEIGHT = 1.5
"""Whoever names a part by its mark means that one, however many others have the same."""


class TermWeights:
    """How much each term of a question tells: its share in the rarity of all of them, together 1.

    The whole of a compound word tells only where it occurs somewhere; its parts do in any case.
    """

    def __init__(self, question: Question, counts: TermCounts) -> None:
        asked = _asked_terms(question, counts)
        rarities = {term: _rarity(term, counts) for term in asked or question.terms}
        total = sum(rarities.values()) or 1.0
        self.question = question
        self.of: Mapping[str, float] = {term: rarity / total for term, rarity in rarities.items()}
        self._counts = counts

    def is_known(self, term: str) -> bool:
        """Whether it occurs anywhere in what is searched."""
        return self._counts.with_term.get(term, 0) > 0

    def share(self, terms: Iterable[str]) -> float:
        """The weight of the different ``terms`` together, 0 to 1."""
        return sum(self.of.get(term, 0.0) for term in set(terms))

    def share_of(self, terms: Set[str], every: Set[str]) -> float:
        """The weight of ``terms`` as a share of that of ``every``; 0 where those weigh nothing."""
        whole = self.share(every)
        return self.share(terms) / whole if whole else 0.0

    @cached_property
    def pairs(self) -> list[tuple[str, str]]:
        """Terms that stand one after another in the question, words that do not tell left out."""
        told = [tuple(term for term in terms if term in self.of) for terms in self.question.word_terms]
        words = [terms[-1] for terms in told if terms]
        return [(one, other) for one, other in itertools.pairwise(words) if one != other]

    @cached_property
    def kin(self) -> dict[str, set[str]]:
        """The asked terms that a word with such a key is kin to."""
        keys: dict[str, set[str]] = {}
        for term in self.of:
            for key in kin_keys(term):
                keys.setdefault(key, set()).add(term)
        return keys


class Occurrences:
    """A passage's words as terms, and where in it each of the asked terms stands.

    What the ``title`` of its document says is said by each of its sentences: «аванс по договору подряда» asks of that
    contract, and not for the words «договор подряда» in it.
    """

    def __init__(self, passage: Passage, weights: TermWeights, title: str = "") -> None:
        self.passage = passage
        self.weights = weights
        self.titled: frozenset[str] = frozenset(_terms_of_title(title) & weights.of.keys())
        self.terms: list[Terms] = terms_of(passage.words)
        self.opened = opening_marks(passage) if weights.question.references else {}
        """The marks that its sentences open with, where any are asked for."""
        for index, marks in self.opened.items():
            self.terms[index] = (*marks, *self.terms[index])
        self.positions: dict[str, list[int]] = {}
        for index, terms in enumerate(self.terms):
            for term in terms:
                if term in weights.of:
                    self.positions.setdefault(term, []).append(index)

    @cached_property
    def above(self) -> set[str]:
        """The terms of the headings above the passage and of its table's header."""
        marks = heading_marks(self.passage.headings) if self.weights.question.references else set()
        return marks | self.titled | terms_in(" ".join((*self.passage.headings, self.passage.context)))

    def opens_asked(self, first: int) -> bool:
        """Whether the sentence from the word ``first`` on opens with a mark that is asked for."""
        return not self.weights.of.keys().isdisjoint(self.opened.get(first, ()))

    def covered(self, first: int, end: int) -> set[str]:
        """The asked terms among the words ``first`` to before ``end``, and in the document's title."""
        found = {term for term, at in self.positions.items() if bisect_left(at, first) < bisect_left(at, end)}
        return found | self.titled

    def kin_covered(self, first: int, end: int) -> set[str]:
        """The asked terms whose kin stand there."""
        places, terms = self._kin_at
        return set().union(*terms[bisect_left(places, first) : bisect_left(places, end)])

    @cached_property
    def kin_all(self) -> set[str]:
        """The asked terms whose kin stand anywhere in the passage."""
        return self.kin_covered(0, len(self.terms))

    @cached_property
    def _kin_at(self) -> tuple[list[int], list[set[str]]]:
        """The words that are kin to asked terms, in order, and to which terms each."""
        kin, places, found = self.weights.kin, list[int](), list[set[str]]()
        for index, terms in enumerate(self.terms):
            keys = keys_of(terms)
            if not keys.isdisjoint(kin):
                places.append(index)
                found.append(set().union(*(kin[key] for key in keys if key in kin)))
        return places, found

    def pairs_share(self, first: int, end: int) -> float:
        """The share of the question's neighbouring terms that stand near each other there, 0 to 1."""
        pairs = self.weights.pairs
        return sum(self._are_near(one, other, first, end) for one, other in pairs) / len(pairs) if pairs else 0.0

    def phrases_share(self) -> float:
        """The share of the question's phrases in quotation marks that the passage holds word for word, 0 to 1."""
        phrases = self.weights.question.phrases
        if not phrases:
            return 0.0
        words = main_terms(self.passage.words)
        return sum(holds(words, phrase) for phrase in phrases) / len(phrases)

    def _are_near(self, one: str, other: str, first: int, end: int) -> bool:
        if one in self.titled or other in self.titled:
            return True
        others = self.positions.get(other, [])
        return any(
            first <= place < end and abs(place - at) <= NEAR_WORDS
            for at in self.positions.get(one, [])
            if first <= at < end
            for place in others
        )


def _asked_terms(question: Question, counts: TermCounts) -> list[str]:
    """Of a word with several terms those by which it is known here; see :class:`TermWeights`."""
    telling, asked = set(question.terms), dict[str, None]()
    for terms in question.word_terms:
        marks = [term for term in terms if is_mark(term)]
        opened = [term for term in marks if counts.with_term.get(term, 0)]
        whole = terms[:1] if len(terms) > 1 and not counts.with_term.get(terms[0], 0) else ()
        plain = opened[:1] or [term for term in terms if term not in marks and term not in whole]
        asked |= dict.fromkeys(term for term in plain if term in telling)
    return list(asked)


@lru_cache(maxsize=2_000)
def _terms_of_title(title: str) -> frozenset[str]:
    return frozenset(terms_in(title))


def _rarity(term: str, counts: TermCounts) -> float:
    return counts.rarity(term) * (MARK_WEIGHT if is_mark(term) else 1)


def terms_in(text: str) -> set[str]:
    """The different terms of ``text``, stop words too."""
    return {term for terms in terms_of(text.split()) for term in terms}


def holds(words: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether ``phrase`` stands in ``words``, one word after another."""
    sought = tuple(phrase)
    return any(tuple(words[at : at + len(sought)]) == sought for at, word in enumerate(words) if word == sought[0])
