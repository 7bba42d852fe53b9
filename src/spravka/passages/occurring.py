"""Where the terms of a question occur in a passage, and how much of the question that covers."""

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from spravka.passages.asking import Question, main_terms
from spravka.passages.lemmas import Terms, terms_of
from spravka.passages.passage import Passage
from spravka.passages.shelf import TermCounts

KIN_LETTERS = 5
"""Words that begin with as many equal letters are taken for kin: «победа» and «победить»."""
NEAR_WORDS = 3
"""Two words asked for side by side are found together where at most so many words apart."""


class TermWeights:
    """How much each term of a question tells: its share in the rarity of all of them, together 1.

    The whole of a compound word tells only where it occurs somewhere; its parts do in any case.
    """

    def __init__(self, question: Question, counts: TermCounts) -> None:
        wholes = {terms[0] for terms in question.word_terms if len(terms) > 1}
        asked = [term for term in question.terms if term not in wholes or counts.with_term.get(term, 0)]
        rarities = {term: counts.rarity(term) for term in asked or question.terms}
        total = sum(rarities.values()) or 1.0
        self.question = question
        self.of: Mapping[str, float] = {term: rarity / total for term, rarity in rarities.items()}
        self.unknown = self.share(term for term in self.of if not counts.with_term.get(term, 0))
        """The share of the terms that occur nowhere."""

    def share(self, terms: Iterable[str]) -> float:
        """The weight of the different ``terms`` together, 0 to 1."""
        return sum(self.of.get(term, 0.0) for term in set(terms))

    @cached_property
    def pairs(self) -> list[tuple[str, str]]:
        """Terms that stand one after another in the question, words that do not tell left out."""
        told = [tuple(term for term in terms if term in self.of) for terms in self.question.word_terms]
        words = [terms[-1] for terms in told if terms]
        return [(one, other) for one, other in itertools.pairwise(words) if one != other]

    @cached_property
    def kin(self) -> dict[str, str]:
        """The beginnings by which words of one root are known, with the term each belongs to."""
        return {term[:KIN_LETTERS]: term for term in self.of if len(term) >= KIN_LETTERS and term.isalpha()}


class Occurrences:
    """A passage's words as terms, and where in it each of the asked terms stands."""

    def __init__(self, passage: Passage, weights: TermWeights) -> None:
        self.passage = passage
        self.weights = weights
        self.terms: list[Terms] = terms_of(passage.words)
        self.positions: dict[str, list[int]] = {}
        for index, terms in enumerate(self.terms):
            for term in terms:
                if term in weights.of:
                    self.positions.setdefault(term, []).append(index)

    @cached_property
    def above(self) -> set[str]:
        """The terms of the headings above the passage and of its table's header."""
        return terms_in(" ".join((*self.passage.headings, self.passage.context)))

    def covered(self, first: int, end: int) -> set[str]:
        """The asked terms among the words ``first`` to before ``end``."""
        return {term for term, at in self.positions.items() if bisect_left(at, first) < bisect_left(at, end)}

    def kin_covered(self, first: int, end: int) -> set[str]:
        """The asked terms of which words of one root stand there."""
        kin = self.weights.kin
        return {
            kin[term[:KIN_LETTERS]] for terms in self.terms[first:end] for term in terms if term[:KIN_LETTERS] in kin
        }

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
        others = self.positions.get(other, [])
        return any(
            first <= place < end and abs(place - at) <= NEAR_WORDS
            for at in self.positions.get(one, [])
            if first <= at < end
            for place in others
        )


def terms_in(text: str) -> set[str]:
    """The different terms of ``text``, stop words too."""
    return {term for terms in terms_of(text.split()) for term in terms}


def holds(words: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether ``phrase`` stands in ``words``, one word after another."""
    sought = tuple(phrase)
    return any(tuple(words[at : at + len(sought)]) == sought for at, word in enumerate(words) if word == sought[0])
