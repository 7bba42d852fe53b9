"""How well it is known that an answer is not there, learned on one volume and scored on another."""

import itertools
import math
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

import numpy as np

from spravka.evaluation.documents.asked import Asked, Volumes
from spravka.evaluation.documents.fitting import Numbers, fit_presence, threshold_losing, threshold_losing_mean
from spravka.passages.absence import PresenceSigns, presence_signs, probability
from spravka.passages.searching import Found
from spravka.passages.weights import PresenceWeights

TUNED_LOSS = 0.03
"""The bound loses so many of the present answers of the volume it is learned on: 5 % are allowed on another."""
MEAN_LOSS = 0.055
"""The bound that is shipped loses so many of the present answers on an average of two: of encyclopedia questions, long
and precise, and of everyday ones, short and sloppy. The weights are learned of the first alone: they are many."""
IN_ONE_LANGUAGE = frozenset(PresenceSigns._fields) - {"apart"}
IN_TWO_LANGUAGES = frozenset({"meaning", "sentence_meaning", "apart", "names"})
"""What tells of an answer. Where question and answer are in one language, sentences that share words stand about as
near as the nearest one, and how far apart that is tells nothing; where they are in two, words tell nothing."""

CROSSED_STEP = 3
"""Every third question is put to the other language: their sentences are encoded anew."""
DIGITS = 2


@dataclass(frozen=True)
class Told:
    """Whether answers were there, and the probability that was told of each; ``near``: of the absent ones those that
    the document speaks of."""

    present: Numbers
    near: Numbers
    probability: Numbers

    def declined(self, threshold: float) -> float:
        """The share of answers absent with all they are about that are said to be absent."""
        return float(np.mean(self.probability[(self.present == 0) & (self.near == 0)] < threshold))

    def near_declined(self, threshold: float) -> float:
        """The same share of answers that were taken out of what speaks of them."""
        return float(np.mean(self.probability[self.near == 1] < threshold))

    def lost(self, threshold: float) -> float:
        """The share of present answers that are said to be absent."""
        return float(np.mean(self.probability[self.present == 1] < threshold))


def folds(volumes: Sequence[Volumes]) -> list[list[Asked]]:
    """The first documents of all golds, the second ones, …: each with its own questions, those of its neighbour, and
    its own again with the answers taken out."""
    several = [volume for volume in volumes if len(volume.names) > 1]
    count = min((len(volume.names) for volume in several), default=0)
    return [
        [
            one
            for volume in several
            for name in [volume.names[number]]
            for one in (*volume.own([name]), *volume.foreign(name), *volume.near(name))
        ]
        for number in range(count)
    ]


def crossed(volumes: Sequence[Volumes]) -> Iterator[Asked]:
    """Of parallel golds: the questions of each document put to the one of the same number of every other gold, and the
    questions of its neighbour put there too; as far as the two are in different languages."""
    for asking, answering in itertools.permutations(volumes, 2):
        for number, name in enumerate(answering.names):
            for other, asked_of in enumerate(asking.names):
                for question in asking.questions[asked_of][::CROSSED_STEP]:
                    one = Asked(question, answering.ask(name, question), belongs=number == other)
                    if one.found.is_across:
                        yield one


def learn_presence(
    asked: Sequence[Asked],
    tuned_loss: float = TUNED_LOSS,
    everyday: Sequence[Found] = (),
    told_by: Set[str] = IN_ONE_LANGUAGE,
) -> PresenceWeights:
    """Weights, and the bound that loses ``tuned_loss`` of the present answers among those ``asked``.

    With answers ``everyday`` the bound loses :data:`MEAN_LOSS` on an average of both. Of signs that are not in
    ``told_by`` nothing is learned.
    """
    found = [one for one in asked if one.found.sentences]
    signs = np.array([_signs(one.found) for one in found], dtype=np.float64)
    signs *= np.array([name in told_by for name in PresenceSigns._fields], dtype=np.float64)
    constant, learned = fit_presence(signs, np.array([float(one.belongs) for one in found]))
    named = {name: round(weight, DIGITS) for name, weight in zip(PresenceSigns._fields, learned.tolist(), strict=True)}
    free = PresenceWeights(round(constant, DIGITS), named, 0.0)
    told = tell_presence(asked, free)
    present = told.probability[told.present == 1]
    if not everyday:
        return replace(free, threshold=round(threshold_losing(present, tuned_loss), DIGITS))
    daily = np.array([probability(_signs(one), free) for one in everyday])
    return replace(free, threshold=_rounded_down(threshold_losing_mean([present, daily], MEAN_LOSS)))


def tell_presence(asked: Sequence[Asked], weights: PresenceWeights) -> Told:
    """What the ``weights`` tell of each."""
    probabilities = [probability(_signs(one.found), weights) if one.found.sentences else 0.0 for one in asked]
    present, near = [one.belongs for one in asked], [one.is_near for one in asked]
    return Told(np.array(present, dtype=np.float64), np.array(near, dtype=np.float64), np.array(probabilities))


@dataclass(frozen=True)
class CrossScored:
    """Means over the parts, each scored by the weights of its neighbour; see :class:`Told`."""

    declined: float
    near_declined: float
    lost: float


def cross_scored(parts: Sequence[Sequence[Asked]]) -> CrossScored:
    """How well absence is known, learned on one part and scored on another."""
    scored = []
    for number, part in enumerate(parts):
        weights = learn_presence(parts[number - 1])
        told = tell_presence(part, weights)
        bound = weights.threshold
        scored.append((told.declined(bound), told.near_declined(bound), told.lost(bound)))
    return CrossScored(*(float(mean) for mean in np.mean(scored, axis=0)))


def _signs(found: Found) -> PresenceSigns:
    return presence_signs(found.question, found.ranked, found.sentences)


def _rounded_down(bound: float) -> float:
    return float(math.floor(bound * 10**DIGITS) / 10**DIGITS)
