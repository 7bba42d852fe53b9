"""Passages in the order in which they may answer a question.

A passage is judged by a few signs, each about 0 to 1: words (BM25 with lemmas, Robertson and Zaragoza 2009), coverage,
headings, phrases, nearness of meaning. Their weighted sum orders the passages.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from spravka.morphology.letters import is_cyrillic
from spravka.passages.answer_signs import answers_kind
from spravka.passages.asking import Question, main_terms
from spravka.passages.occurring import Occurrences, TermWeights, terms_in
from spravka.passages.passage import Passage, PassageKind
from spravka.passages.shelf import Candidate, TermCounts
from spravka.passages.weights import Weights, learned, weighed
from spravka.passages.words.lemmas import is_number

SATURATION = 1.2
LENGTH_SHARE = 0.4
USUAL_WORDS = 120
"""BM25's k1, b and length of a usual passage."""
NEARLY = 0.7
"""A sentence that says such a share of what the best one says may hold the answer as well."""
LEAST_DEVIATION = 0.005
"""Cosines nearer to each other than this do not tell."""
LITTLE_SAID = 0.3
"""So much of a question, by words, may well be said by a passage of its language that does not answer it."""
WORTH = 0.1
"""What it says more than that is worth a cosine of so much for each whole."""
FEWEST = 5
"""Of so few passages it is not known how near they usually are."""


class PassageSigns(NamedTuple):
    """What tells for a passage and against it."""

    words: float
    """BM25 as a share of what the question could reach at most."""
    coverage: float
    """The share of the question's terms, by rarity, in its words and headings."""
    sentence: float
    """The largest such share in one of its sentences."""
    pairs: float
    """The share of the question's neighbouring terms that stand near each other."""
    title: float
    """How nearly the question is the heading that the passage opens with."""
    heading: float
    """The share of the question's terms in the headings above it."""
    phrases: float
    """The share of the phrases in quotation marks that it holds word for word."""
    similarity: float
    """How near its vector is to the question, by :func:`spread`; 0 where there are no vectors."""
    contents: float
    """1 for lines of contents."""
    kin: float
    """What words of the same roots and synonyms add to the largest share of a sentence."""
    window: float
    """The largest share of the question's terms in two neighbouring sentences."""
    kind: float
    """Whether a sentence that says nearly as much as the best one holds what the question asks for: 1, -1, or 0."""


@dataclass(frozen=True)
class Ranked:
    """A candidate with its signs; the higher the score, the likelier it answers."""

    candidate: Candidate
    occurrences: Occurrences
    signs: PassageSigns
    score: float


def rank(
    question: Question, counts: TermCounts, candidates: Iterable[Candidate], weights: Weights | None = None
) -> list[Ranked]:
    """The candidates, the likeliest first."""
    terms, signs_weights = TermWeights(question, counts), (weights or learned()).passage
    found = list(candidates)
    similarities = spread([candidate.similarity for candidate in found])
    ranked = [
        _judge(candidate, Occurrences(candidate.passage, terms, candidate.title), similarity, signs_weights)
        for candidate, similarity in zip(found, similarities, strict=True)
    ]
    return sorted(ranked, key=lambda one: (-one.score, one.candidate.key))


def spread(similarities: Sequence[float | None]) -> list[float]:
    """Cosines as deviations from their mean, in standard deviations: every encoder has a range of its own."""
    known = np.array([similarity for similarity in similarities if similarity is not None])
    if known.size < 2:
        return [0.0] * len(similarities)
    mean, deviation = float(known.mean()), max(float(known.std()), LEAST_DEVIATION)
    return [0.0 if similarity is None else (similarity - mean) / deviation for similarity in similarities]


def _judge(candidate: Candidate, occurrences: Occurrences, similarity: float, weights: Mapping[str, float]) -> Ranked:
    signs = passage_signs(candidate, occurrences, similarity)
    return Ranked(candidate, occurrences, signs, weighed(weights, signs._fields, signs))


def passage_signs(candidate: Candidate, occurrences: Occurrences, similarity: float) -> PassageSigns:
    """See :class:`PassageSigns`."""
    passage, weights = candidate.passage, occurrences.weights
    above, sentences = occurrences.above, passage.sentences()
    covered = [occurrences.covered(*sentence) for sentence in sentences]
    shares = [weights.share(terms) for terms in covered]
    akin = [weights.share(terms | occurrences.kin_covered(*one)) for terms, one in zip(covered, sentences, strict=True)]
    return PassageSigns(
        words=_bm25(occurrences),
        coverage=weights.share(set().union(*covered) | above),
        sentence=max(shares),
        pairs=occurrences.pairs_share(0, len(passage.words)),
        title=_title(passage, weights),
        heading=weights.share(above),
        phrases=occurrences.phrases_share(),
        similarity=similarity,
        contents=float(passage.kind is PassageKind.CONTENTS),
        kin=max(akin) - max(shares),
        window=max((weights.share(one | other) for one, other in itertools.pairwise(covered)), default=max(shares)),
        kind=_kind(
            occurrences, [one for one, share in zip(sentences, akin, strict=True) if share >= NEARLY * max(akin)]
        ),
    )


def _kind(occurrences: Occurrences, sentences: Sequence[tuple[int, int]]) -> float:
    asked, words = occurrences.weights, occurrences.passage.words
    terms = frozenset(asked.of)
    return max(answers_kind(asked.question.kind, words[first:end], terms) for first, end in sentences)


def _bm25(occurrences: Occurrences) -> float:
    length = 1 - LENGTH_SHARE + LENGTH_SHARE * len(occurrences.passage.words) / USUAL_WORDS
    titled = occurrences.weights.share(occurrences.titled) / (1 + SATURATION)
    return titled + sum(
        occurrences.weights.of[term] * len(places) / (len(places) + SATURATION * length)
        for term, places in occurrences.positions.items()
        if term not in occurrences.titled
    )


def _title(passage: Passage, weights: TermWeights) -> float:
    """1 where the question is one of the headings the passage opens with, else what they share of what they say."""
    opening = " ".join(passage.words[: passage.heading_words])
    titles = [heading for heading in passage.headings if heading in opening]
    return max((_likeness(title, weights) for title in [*titles, opening] if title), default=0.0)


def _likeness(title: str, weights: TermWeights) -> float:
    words = _unnumbered(main_terms(title.split()))
    if words == _unnumbered(main_terms(weights.question.words)):
        return 1.0
    terms = terms_in(title)
    alien = sum(term not in weights.of and not is_number(term) for term in terms)
    usual = 1 / max(len(weights.of), 1)
    return weights.share(terms) / (1 + alien * usual)


def _unnumbered(terms: Sequence[str]) -> Sequence[str]:
    """Without the number before a title."""
    return terms[1:] if terms and is_number(terms[0]) and len(terms) > 1 else terms


def is_russian(words: Sequence[str]) -> bool:
    """Whether most of the words that have letters have Russian ones."""
    written = [is_cyrillic(word) for word in words if any(letter.isalpha() for letter in word)]
    return sum(written) * 2 > len(written)


def is_across(question: Question, passage: Passage) -> bool:
    """Whether the question is written in other letters than the passage."""
    return is_russian(question.words) != is_russian(passage.words)


def in_language_of_answer(question: Question, ranked: Sequence[Ranked]) -> list[Ranked]:
    """Those of the other language alone, where it is the one that answers; else all of them as they are.

    There words tell nothing, and an encoder finds texts of one language nearer to each other than what they mean: the
    nearest English passage may be farther from a Russian question than any Russian one. So each language is measured by
    its own: how far its nearest passage stands out from the others.
    """
    other = [one for one in ranked if is_across(question, one.candidate.passage)]
    keys = {one.candidate.key for one in other}
    own = [one for one in ranked if one.candidate.key not in keys]
    if min(_compared(own), _compared(other)) < FEWEST:
        return list(ranked)
    said = WORTH * (max(one.signs.coverage for one in own) - LITTLE_SAID)
    return other if _standing_out(other) > _standing_out(own) + said else list(ranked)


def _standing_out(ranked: Sequence[Ranked]) -> float:
    """By how much the nearest is nearer than those of one language are on an average; a cosine."""
    near = [one.candidate.similarity for one in ranked if one.candidate.similarity is not None]
    return max(near) - sum(near) / len(near)


def _compared(ranked: Sequence[Ranked]) -> int:
    return sum(one.candidate.similarity is not None for one in ranked)
