"""A name's groups in the light of its candidates.

The classifier looks at a name alone; candidates also know sizes, families and confirmed names. For every group that
has a candidate, the logarithms of the classifier's probability and of the summed confidence of the group's candidates
are weighed (two weights) and turned into confidences by a chooser, both learned on names the parts had not seen.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from spravka.matching.lists import Chooser, list_starts, weigh_rivals

_LITTLE = 1e-3
_DAMPING = 0.01


@dataclass(frozen=True)
class GroupRivals:
    """Groups that have candidates, list by list: name, group number, and the two features."""

    rows: NDArray[np.int64]
    groups: NDArray[np.int64]
    features: NDArray[np.float64]

    @classmethod
    def gather(
        cls,
        rows: NDArray[np.int64],
        groups: NDArray[np.int64],
        confidences: NDArray[np.float64],
        group_confidences: NDArray[np.float32],
    ) -> GroupRivals:
        """From candidates (sorted by name): their groups, their confidences and the classifier's opinion of their
        groups."""
        keys, first, place = np.unique((rows << 32) | groups, return_index=True, return_inverse=True)
        worth = np.bincount(place, weights=confidences, minlength=len(keys))
        told = group_confidences[first].astype(np.float64)
        features = np.stack([np.log(told + 1e-9), np.log(worth + _LITTLE)], axis=1)
        return cls(keys >> 32, keys & 0xFFFFFFFF, features)


@dataclass(frozen=True)
class GroupBlend:
    """Weights of the classifier and of the candidates, and the chooser of confidences."""

    classifier: float
    candidates: float
    chooser: Chooser

    @classmethod
    def untaught(cls) -> GroupBlend:
        """Mostly the classifier's word."""
        return cls(1.0, 0.2, Chooser(slope=1.0, none=-6.0))

    @classmethod
    def learn(cls, rivals: GroupRivals, right: NDArray[np.bool_]) -> GroupBlend:
        """Learn from rivals of which `right` marks the true group."""
        starts = list_starts(rivals.rows)
        weights = weigh_rivals(rivals.features, starts, right, _DAMPING)
        chooser = Chooser.learn(rivals.features @ weights, starts, right)
        return cls(float(weights[0]), float(weights[1]), chooser)

    def confidences(self, rivals: GroupRivals) -> NDArray[np.float64]:
        """Confidence 0…1 of each rival group."""
        scores = rivals.features @ np.array([self.classifier, self.candidates])
        return self.chooser.confidences(scores, list_starts(rivals.rows))

    def to_json(self) -> dict[str, float]:
        """The four numbers."""
        return {
            "classifier": self.classifier,
            "candidates": self.candidates,
            "slope": self.chooser.slope,
            "none": self.chooser.none,
        }

    @classmethod
    def from_json(cls, numbers: dict[str, float]) -> GroupBlend:
        """The blend that `to_json` wrote."""
        return cls(numbers["classifier"], numbers["candidates"], Chooser(numbers["slope"], numbers["none"]))
