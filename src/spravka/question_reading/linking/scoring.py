"""A candidate's score: how likely a link of its kind with such features is meant.

Logistic regression over :mod:`features`, learned on questions of the Spider training databases with their gold SQL.
"""

import json
import math
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from spravka.question_reading.linking.candidates import Candidate
from spravka.question_reading.linking.features import Features
from spravka.question_reading.linking.links import Evidence, LinkKind

Weights = Mapping[str, Mapping[str, float]]

SURE = {Evidence.CHOSEN: 1.0, Evidence.GLOSSARY: 0.97}
"""What people said themselves outweighs what was learned."""

LEAST_OF_UNEXPLAINED = {
    Evidence.EXACT: 0.45,
    Evidence.LEMMAS: 0.45,
    Evidence.PARTIAL: 0.45,
    Evidence.DICTIONARY: 0.45,
    Evidence.MEANING: 0.2,
}
"""A word that names nothing else is likely the value it says, by this share of its fitness at least: most questions
learned from were English, where a stored value is seldom inflected or translated."""


@lru_cache(maxsize=1)
def learned_weights() -> Weights:
    """A weight for each feature, by the kind of the link."""
    text = resources.files(__package__).joinpath("link_weights.json").read_text(encoding="utf-8")
    weights: Weights = json.loads(text)
    return weights


def score_of(candidate: Candidate, features: Features) -> float:
    """0…1."""
    if candidate.evidence in SURE and candidate.covered > 0.99:
        return SURE[candidate.evidence]
    if candidate.kind is LinkKind.TERM:
        return candidate.fitness
    weights = learned_weights()[candidate.kind]
    logit = sum(weights.get(name, 0.0) * value for name, value in features.items())
    learned = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, logit))))
    least = LEAST_OF_UNEXPLAINED.get(candidate.evidence, 0.0) * features.get("unexplained", 0.0)
    return max(learned, least * candidate.fitness)
