"""From a confidence that ranks well to one that means what it says: a monotone curve learned on unseen names."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.isotonic import IsotonicRegression

Floats = NDArray[np.float64]

_PRIOR_RIGHT, _PRIOR_WRONG = 1.0, 1.0


@dataclass(frozen=True)
class Calibration:
    """A non-decreasing curve through (`given`, `meant`), straight between its points, both 0…1."""

    given: Floats
    meant: Floats

    @classmethod
    def none(cls) -> Calibration:
        """The curve that changes nothing."""
        return cls(np.array([0.0, 1.0]), np.array([0.0, 1.0]))

    @classmethod
    def learn(cls, confidences: Floats, right: NDArray[np.bool_], steps: int = 20) -> Calibration:
        """Isotonic regression over `steps` buckets of equal size (Zadrozny & Elkan, 2002).

        Each bucket's share of right answers is shrunk as if one right and one wrong answer more had been seen, so that
        certainty is never claimed on little evidence. Too few answers give the curve that changes nothing.
        """
        if len(confidences) < 5 * steps:
            return cls.none()
        order = np.argsort(confidences, kind="stable")
        parts = np.array_split(order, steps)
        given = np.array([confidences[part].mean() for part in parts])
        shares = np.array(
            [(right[part].sum() + _PRIOR_RIGHT) / (len(part) + _PRIOR_RIGHT + _PRIOR_WRONG) for part in parts]
        )
        meant = IsotonicRegression(y_min=0.0, y_max=1.0).fit_transform(given, shares)
        return cls(np.concatenate(([0.0], given)), np.concatenate(([0.0], meant)))

    def __call__(self, confidences: Floats) -> Floats:
        """The curve at `confidences`; order is kept (a hair of the given confidence breaks ties)."""
        return np.asarray(0.999 * np.interp(confidences, self.given, self.meant) + 0.001 * confidences)

    def to_json(self) -> dict[str, list[float]]:
        """The points."""
        return {"given": self.given.tolist(), "meant": self.meant.tolist()}

    @classmethod
    def from_json(cls, points: dict[str, list[float]]) -> Calibration:
        """The curve that `to_json` wrote."""
        return cls(np.array(points["given"]), np.array(points["meant"]))
