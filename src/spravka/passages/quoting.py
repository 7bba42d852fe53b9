"""The one or two sentences of ranked passages that answer a question best, word for word."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from spravka.passages.answer_signs import answers_kind
from spravka.passages.asking import Question
from spravka.passages.passage import Passage, PassageKind, Place
from spravka.passages.ranking import Ranked, spread
from spravka.passages.shelf import Vector
from spravka.passages.weights import Weights, learned, weighed

QUOTED_PASSAGES = 8
"""Sentences are looked for in so many of the first passages."""
ENCODED_SENTENCES = 8
"""So many of the best sentences are compared with the question by meaning; with 12 nothing more is found, with 4 a
quarter of a percent less. Each costs some 50 ms of a core."""
USUAL_SENTENCE = 20
ASKS_FOR_SECTION = 0.9
"""A question so near to the title of a section asks for the section."""
NEIGHBOUR = 0.5
"""What the sentence beside the best one has in advance of others: it is read with it."""

EncodeTexts = Callable[[Sequence[str]], Vector]


class SentenceSigns(NamedTuple):
    """What tells for a sentence and against it."""

    coverage: float
    """The share of the question's terms, by rarity, in it."""
    around: float
    """What the sentence before it and the one after it add to that."""
    heading: float
    """What the headings above it add to that."""
    kin: float
    """What words of the same roots add to that."""
    pairs: float
    """The share of the question's neighbouring terms that stand near each other in it."""
    kind: float
    """Whether it holds what the question asks for, a date or a number: 1, not: -1, not known: 0."""
    names: float
    """The share of the question's names and numbers, by rarity, in it."""
    length: float
    """The logarithm of its length by that of a usual sentence."""
    title: float
    """1 for a heading, and for the header of a table."""
    section: float
    """How nearly the question is the heading that its passage opens with."""
    question: float
    """1 for a question."""
    passage: float
    """The score of its passage, less that of the best passage."""
    similarity: float
    """How near its vector is to the question, by :func:`spread`; 0 where it was not compared."""


@dataclass(frozen=True)
class Quotation:
    """Words ``first`` to before ``end`` of a passage. ``key`` names the passage on its shelf. ``best``: the word at
    which the better of its two sentences begins, where that is not the first."""

    key: int
    passage: Passage
    first: int
    end: int
    score: float
    best: int | None = None

    @property
    def text(self) -> str:
        return " ".join(self.passage.words[self.first : self.end])

    @property
    def places(self) -> list[Place]:
        """Where it stands."""
        return self.passage.places_of(self.first, self.end)

    @property
    def headings(self) -> tuple[str, ...]:
        """What is above it: the headings, and of a row of a table the header, where it does not hold that itself."""
        context = self.passage.context
        return (*self.passage.headings, context) if context and context not in self.text else self.passage.headings

    @property
    def page(self) -> int:
        """Where a reader is led: to the page on which its better sentence begins."""
        first = self.first if self.best is None else self.best
        return self.passage.places_of(first, self.end)[0].page


@dataclass(frozen=True)
class Sentence:
    """A sentence that may be quoted."""

    ranked: Ranked
    number: int
    """Which of its passage's sentences it is, from 0."""
    first: int
    end: int
    signs: SentenceSigns
    score: float
    similarity: float | None = None
    """The cosine to the question, where it was compared."""

    @property
    def text(self) -> str:
        return " ".join(self.ranked.candidate.passage.words[self.first : self.end])

    @property
    def quotation(self) -> Quotation:
        candidate = self.ranked.candidate
        return Quotation(candidate.key, candidate.passage, self.first, self.end, self.score)

    @property
    def is_asked_part(self) -> bool:
        """Whether it opens with a mark that is asked for, and so is the beginning of the part itself."""
        return self.ranked.occurrences.opens_asked(self.first)

    @property
    def is_title(self) -> bool:
        return self.end <= self.ranked.candidate.passage.heading_words

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table, and not its header."""
        return self.ranked.candidate.passage.kind is PassageKind.TABLE and not self.signs.title

    def is_asked_beside(self, other: "Sentence") -> bool:
        """Whether it holds words of the question that ``other`` does not, or the same as that."""
        own, others = (one.ranked.occurrences.covered(one.first, one.end) for one in (self, other))
        return bool(own - others) or bool(own and own == others)

    def is_inside_part_of(self, other: "Sentence") -> bool:
        """Whether it goes on with what ``other`` opens, before anything else opens."""
        if self.ranked is not other.ranked or self.first <= other.first:
            return False
        return all(not other.first < at <= self.first for at in self.ranked.occurrences.opened)

    def is_beside(self, other: "Sentence") -> bool:
        """Whether they follow one another in one passage."""
        return self.ranked is other.ranked and abs(self.number - other.number) == 1


def sentences_of(question: Question, ranked: Sequence[Ranked], weights: Weights | None = None) -> list[Sentence]:
    """The sentences of the first passages, the best first, as words alone tell."""
    best = ranked[0].score if ranked else 0.0
    told = (weights or learned()).sentence
    found = [
        sentence for one in ranked[:QUOTED_PASSAGES] for sentence in _sentences(question, one, one.score - best, told)
    ]
    return sorted(found, key=lambda one: -one.score)


def compare(
    sentences: Sequence[Sentence], query: Vector, encode: EncodeTexts, weights: Weights | None = None
) -> list[Sentence]:
    """The ``sentences`` in the order that the vectors of the first of them tell too."""
    near, far = list(sentences[:ENCODED_SENTENCES]), list(sentences[ENCODED_SENTENCES:])
    if not near:
        return far
    similarities = (encode([sentence.text for sentence in near]) @ query).tolist()
    told = [
        _compared(one, similarity, sign, (weights or learned()).sentence)
        for one, similarity, sign in zip(near, similarities, spread(similarities), strict=True)
    ]
    return sorted(told, key=lambda one: -one.score) + far


def quote(sentences: Sequence[Sentence]) -> list[Quotation]:
    """The best sentence and the one that most likely answers where it does not: its neighbour has an advantage.

    Two sentences that follow one another are one quotation. Where the question is the title of a section, its title
    and first sentence are quoted; a heading is never quoted without a sentence under it, where there is one. A row of a
    table stands alone, unless another is asked for too.
    """
    if not sentences:
        return []
    if sentences[0].signs.section >= ASKS_FOR_SECTION:
        return [_opening(sentences[0])]
    best, others = sentences[0], sentences[1:]
    if best.is_asked_part:
        if best.is_title:
            return [_opening(best)]
        others = [one for one in others if one.is_inside_part_of(best)]
    elif best.signs.title:
        under = next((one for one in others if one.ranked is best.ranked and not one.signs.title), None)
        if under is not None:
            return [_together(best, under) if best.is_beside(under) else under.quotation]
    if best.is_row:
        others = [one for one in others if not one.is_row or one.is_asked_beside(best)]
    others = [one for one in others if not one.signs.title or (best.is_beside(one) and not best.is_row)]
    second = max(others, key=lambda one: one.score + NEIGHBOUR * best.is_beside(one), default=None)
    if second is None:
        return [best.quotation]
    if best.is_beside(second):
        return [_together(best, second)]
    return [best.quotation, second.quotation]


def _together(best: Sentence, beside: Sentence) -> Quotation:
    return replace(best.quotation, first=min(best.first, beside.first), end=max(best.end, beside.end), best=best.first)


def _opening(sentence: Sentence) -> Quotation:
    passage = sentence.ranked.candidate.passage
    ends = (end for _, end in passage.sentences() if end > passage.heading_words)
    return replace(sentence.quotation, first=0, end=next(ends, len(passage.words)))


def _compared(sentence: Sentence, similarity: float, sign: float, weights: Mapping[str, float]) -> Sentence:
    signs = sentence.signs._replace(similarity=sign)
    return replace(sentence, signs=signs, score=weighed(weights, signs._fields, signs), similarity=similarity)


def _sentences(question: Question, ranked: Ranked, behind: float, weights: Mapping[str, float]) -> Iterator[Sentence]:
    ranges = ranked.candidate.passage.sentences()
    for number, (first, end) in enumerate(ranges):
        around = (ranges[max(number - 1, 0)][0], ranges[min(number + 1, len(ranges) - 1)][1])
        signs = _signs(question, ranked, (first, end), around, behind)
        yield Sentence(ranked, number, first, end, signs, weighed(weights, signs._fields, signs))


def _is_title(passage: Passage, sentence: tuple[int, int]) -> bool:
    first, end = sentence
    return end <= passage.heading_words or " ".join(passage.words[first:end]) == passage.context


def _signs(
    question: Question, ranked: Ranked, own: tuple[int, int], around: tuple[int, int], behind: float
) -> SentenceSigns:
    passage, occurrences = ranked.candidate.passage, ranked.occurrences
    weights = occurrences.weights
    words = passage.words[own[0] : own[1]]
    covered = occurrences.covered(*own)
    coverage = weights.share(covered)
    names = weights.share(question.names)
    return SentenceSigns(
        coverage=coverage,
        around=weights.share(covered | occurrences.covered(*around)) - coverage,
        heading=weights.share(covered | occurrences.above) - coverage,
        kin=weights.share(covered | occurrences.kin_covered(*own)) - coverage,
        pairs=occurrences.pairs_share(*own),
        kind=answers_kind(question.kind, words, frozenset(weights.of)),
        names=weights.share(covered & question.names) / names if names else 0.0,
        length=math.log(len(words) / USUAL_SENTENCE),
        title=float(_is_title(passage, own) and not occurrences.opens_asked(own[0])),
        section=ranked.signs.title,
        question=float(words[-1].endswith("?")),
        passage=behind,
        similarity=0.0,
    )
