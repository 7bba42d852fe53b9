"""Whether the answer to a question is in the documents at all: a probability from what was found.

Logistic regression over a few signs that a person could check: how much of the question the best passage and its best
sentence say, whether its names and numbers occur, how near its meaning is.
"""

import math
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from spravka.passages.asking import Question
from spravka.passages.clause_marks import references
from spravka.passages.occurring import Occurrences
from spravka.passages.quoting import ASKS_FOR_SECTION, Sentence
from spravka.passages.ranking import Ranked, is_across
from spravka.passages.shelf import is_worth_a_vector
from spravka.passages.topics import topic_terms
from spravka.passages.weights import PresenceWeights, learned, weighed

FIRST_PASSAGES = 5
"""The best of so many passages speaks for each sign."""
MOSTLY = 0.95
"""A question of which the title says such a share asks for the document itself."""


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
    """1 where the question is a heading."""
    meaning: float
    """The cosine of the nearest passage; 0 without vectors."""
    sentence_meaning: float
    """The cosine of the nearest sentence; 0 without vectors."""
    alien: float
    """The share of the question's terms that occur nowhere and have no kin in the first passages."""
    topic: float
    """The same share of what the question is about: of its nouns."""
    beside: float
    """The share of what it is about that the best sentence's passage says neither itself nor by kin."""
    lacking: float
    """The largest share of one term that the passage does not say so."""
    apart: float
    """By how much the cosine of the nearest sentence exceeds the mean of those compared; 0 without vectors."""


def presence_signs(question: Question, ranked: Sequence[Ranked], sentences: Sequence[Sentence]) -> PresenceSigns:
    """See :class:`PresenceSigns`; ``ranked`` and ``sentences`` have one member at least.

    What the title of a document says is no part of what is asked of it, and counts neither for nor against.
    """
    best, first = sentences[0], ranked[:FIRST_PASSAGES]
    here = best.ranked.occurrences
    asked, titled = here.weights, here.titled
    own = asked.of.keys() - titled or set(asked.of)
    topic, names = topic_terms(question) & own, question.names & own
    said = _said(here)
    known = {term for one in first for term in one.occurrences.kin_all} | {term for term in own if asked.is_known(term)}
    return PresenceSigns(
        sentence=max(_untitled(one.ranked, one.signs.coverage + one.signs.kin) for one in sentences),
        passage=max(_untitled(one, one.signs.coverage) for one in first),
        unknown=asked.share_of({term for term in own if not asked.is_known(term)}, own),
        names=asked.share_of(names - (here.positions.keys() | here.above), names),
        pairs=best.signs.pairs,
        kind=best.signs.kind,
        title=float(max(one.signs.title for one in first) >= ASKS_FOR_SECTION),
        meaning=_nearest([one.candidate.similarity for one in ranked]),
        sentence_meaning=_nearest([one.similarity for one in sentences]),
        alien=asked.share_of(own - known, own),
        topic=asked.share_of(topic - known, topic),
        beside=asked.share_of(topic - said, topic),
        lacking=max((asked.share_of({term}, own) for term in own - said), default=0.0),
        apart=_apart([one.similarity for one in sentences if one.similarity is not None]),
    )


def _said(here: Occurrences) -> set[str]:
    """The asked terms that the passage says, itself or by kin, and those that stand above it."""
    return here.covered(0, len(here.passage.words)) | here.above | here.kin_all


def presence(
    question: Question, ranked: Sequence[Ranked], sentences: Sequence[Sentence], encoder: str | None = None
) -> float:
    """The probability, 0 to 1, that the answer is in what was searched. ``encoder`` names what made the vectors.

    A part asked for by its mark is there where something opens with the mark, and is not where nothing names it.
    """
    if not ranked or not sentences or _names_what_is_not_there(question, ranked):
        return 0.0
    if sentences[0].is_asked_part:
        return 1.0
    across = is_across(question, sentences[0].ranked.candidate.passage)
    weights = learned().presence_with(encoder, is_across=across)
    return probability(presence_signs(question, ranked, sentences), weights)


def _names_what_is_not_there(question: Question, ranked: Sequence[Ranked]) -> bool:
    """Whether nothing opens with a mark that the question names, and no passage found refers to it."""
    named = [one for one in question.references if not one.is_ordinal]
    known = ranked[0].occurrences.weights.is_known
    missing = [one.terms[0] for one in named if not any(known(term) for term in one.terms)]
    if not missing:
        return False
    referred = {term for one in ranked for said in references(one.candidate.passage.words) for term in said.terms}
    return not referred.issuperset(missing)


def compared_by(ranked: Sequence[Ranked], encoder: str | None) -> str | None:
    """The ``encoder`` where each of the first passages was compared by it; None where some have no vector yet."""
    embedded = (one.candidate for one in ranked if is_worth_a_vector(one.candidate.passage))
    compared = all(one.similarity is not None for one in islice(embedded, FIRST_PASSAGES))
    return encoder if compared else None


def probability(signs: PresenceSigns, weights: PresenceWeights) -> float:
    """The logistic function of the weighted ``signs``."""
    total = weights.constant + weighed(weights.signs, signs._fields, signs)
    return (1 + math.tanh(total / 2)) / 2


def _untitled(ranked: Ranked, share: float) -> float:
    """The ``share`` of the question, what the document's title says left out of both."""
    titled = ranked.occurrences.weights.share(ranked.occurrences.titled)
    return share if titled > MOSTLY else (share - titled) / (1 - titled)


def _apart(similarities: Sequence[float]) -> float:
    return max(similarities) - sum(similarities) / len(similarities) if similarities else 0.0


def _nearest(similarities: Sequence[float | None]) -> float:
    return max((similarity for similarity in similarities if similarity is not None), default=0.0)
