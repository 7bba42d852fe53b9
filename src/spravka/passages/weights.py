"""The learned numbers of the room, by the names of the signs they belong to.

``weights.json`` is written by ``spravka evaluate learn-documents`` from the questions of XQuAD's first two volumes in
Russian and English (Artetxe et al. 2020) and from the outlines of free Russian manuals. Presence is learned from the
questions of the same volume, of the other one, and of the same volume without the passages that answer; across
languages from the questions put to the volume in the other one. Its bounds are set with everyday questions as well.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FILE = "weights.json"
ACROSS = " across"


@dataclass(frozen=True, slots=True)
class PresenceWeights:
    """Logistic regression over the signs of presence; an answer is said to be there from ``threshold`` on."""

    constant: float
    signs: Mapping[str, float]
    threshold: float


@dataclass(frozen=True, slots=True)
class Weights:
    """``presence`` by the name of the encoder whose cosines it was learned with; "" is without any; with ``ACROSS``
    behind it, of questions in another language than what answers them, where words tell nothing."""

    passage: Mapping[str, float]
    sentence: Mapping[str, float]
    presence: Mapping[str, PresenceWeights]

    def presence_with(self, encoder: str | None, *, is_across: bool = False) -> PresenceWeights:
        """Those learned with that encoder, else those that need none."""
        same = self.presence.get(encoder or "", self.presence[""])
        return self.presence.get(f"{encoder}{ACROSS}", same) if is_across else same


@cache
def learned() -> Weights:
    """The weights in the package."""
    kept = json.loads(files("spravka.passages").joinpath(FILE).read_text(encoding="utf-8"))
    presence = {encoder: PresenceWeights(**weights) for encoder, weights in kept["presence"].items()}
    return Weights(kept["passage"], kept["sentence"], presence)


def weighed(weights: Mapping[str, float], names: Iterable[str], signs: Iterable[float]) -> float:
    """The sum of the ``signs``, each by the weight of its name."""
    return sum(weights[name] * sign for name, sign in zip(names, signs, strict=True))
