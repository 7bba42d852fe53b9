"""Whether the answer to a question is in the documents at all: a probability from what was found.

Logistic regression over a few signs that a person could check: how much of the question the best passage and its best
sentence say, whether its names and numbers occur, how near its meaning is.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from spravka.passages.asking import Question
from spravka.passages.quoting import Sentence
from spravka.passages.ranking import Ranked
from spravka.passages.weights import PresenceWeights, learned, weighed

FIRST_PASSAGES = 5
"""The best of so many passages speaks for each sign."""


class PresenceSigns(NamedTuple):
    """What tells that the answer is here, each about -1 to 1."""

    sentence: float
    """The largest share of the question's terms, by rarity, in a sentence, words of the same roots among them."""
    passage: float
    """The largest such share in a passage with its headings."""
    unknown: float
    """The share of the question's terms that occur nowhere."""
    names: float
    """The share of the question's names and numbers, by rarity, that the best passage lacks."""
    pairs: float
    """The share of the question's neighbouring terms that stand near each other in the best sentence."""
    kind: float
    """Whether the best sentence holds what is asked for: 1, -1, or 0 where that is not known."""
    title: float
    """How nearly the question is a heading."""
    meaning: float
    """The cosine of the nearest passage; 0 without vectors."""
    sentence_meaning: float
    """The cosine of the nearest sentence; 0 without vectors."""


def presence_signs(question: Question, ranked: Sequence[Ranked], sentences: Sequence[Sentence]) -> PresenceSigns:
    """See :class:`PresenceSigns`; ``ranked`` and ``sentences`` have one member at least."""
    best, first = sentences[0], ranked[:FIRST_PASSAGES]
    asked = best.ranked.occurrences.weights
    named = asked.share(question.names)
    missing = named - asked.share(question.names & (best.ranked.occurrences.positions.keys() | _above(best)))
    return PresenceSigns(
        sentence=max(one.signs.coverage + one.signs.kin for one in sentences),
        passage=max(one.signs.coverage for one in first),
        unknown=asked.unknown,
        names=missing / named if named else 0.0,
        pairs=best.signs.pairs,
        kind=best.signs.kind,
        title=max(one.signs.title for one in first),
        meaning=_nearest([one.candidate.similarity for one in ranked]),
        sentence_meaning=_nearest([one.similarity for one in sentences]),
    )


def presence(
    question: Question, ranked: Sequence[Ranked], sentences: Sequence[Sentence], encoder: str | None = None
) -> float:
    """The probability, 0 to 1, that the answer is in what was searched. ``encoder`` names what made the vectors."""
    if not ranked or not sentences:
        return 0.0
    return probability(presence_signs(question, ranked, sentences), learned().presence_with(encoder))


def compared_by(ranked: Sequence[Ranked], encoder: str | None) -> str | None:
    """The ``encoder`` where each of the first passages was compared by it; None where some have no vector yet."""
    compared = all(one.candidate.similarity is not None for one in ranked[:FIRST_PASSAGES])
    return encoder if compared else None


def probability(signs: PresenceSigns, weights: PresenceWeights) -> float:
    """The logistic function of the weighted ``signs``."""
    total = weights.constant + weighed(weights.signs, signs._fields, signs)
    return (1 + math.tanh(total / 2)) / 2


def _above(sentence: Sentence) -> set[str]:
    return sentence.ranked.occurrences.above


def _nearest(similarities: Sequence[float | None]) -> float:
    return max((similarity for similarity in similarities if similarity is not None), default=0.0)
