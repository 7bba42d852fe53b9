"""Choosing one of a list, with a probability: a softmax over rivals and "none of them".

Rivals of one name stand together in a long array; `starts` tells where each name's begin. With scores s the
confidence of rival i is exp(slope·s_i) / (exp(none) + Σ exp(slope·s_j)): confidences of one name add up to at most 1,
the rest being the probability that none is right. Slope and none are learned by maximum likelihood on scores the
ranker gave to names it had not seen.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, special

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Chooser:
    """The two numbers that turn scores into confidences."""

    slope: float
    none: float

    def confidences(self, scores: NDArray[np.floating], starts: NDArray[np.int64]) -> NDArray[np.float64]:
        """Confidence of each rival, 0…1."""
        scaled = self.slope * np.asarray(scores, dtype=np.float64)
        return np.exp(scaled - np.repeat(_log_totals(scaled, starts, self.none), _counts(starts, len(scores))))

    @classmethod
    def learn(cls, scores: NDArray[np.floating], starts: NDArray[np.int64], right: NDArray[np.bool_]) -> Chooser:
        """Fit to lists in which `right` marks the true rival (at most one a list; none marked = none is right)."""
        floats = np.asarray(scores, dtype=np.float64)
        counts = _counts(starts, len(floats))
        has_right = np.logical_or.reduceat(right, starts) if len(starts) else np.zeros(0, bool)

        def loss(point: Floats) -> float:
            scaled = np.exp(point[0]) * floats
            totals = _log_totals(scaled, starts, float(point[1]))
            return float(totals.sum() - scaled[right].sum() - point[1] * np.count_nonzero(~has_right)) / max(
                len(counts), 1
            )

        found = optimize.minimize(loss, np.array([0.0, 0.0]), method="Nelder-Mead")
        return cls(slope=float(np.exp(found.x[0])), none=float(found.x[1]))


def weigh_rivals(
    features: NDArray[np.floating], starts: NDArray[np.int64], right: NDArray[np.bool_], damping: float
) -> Floats:
    """Weights w under which the right rival of each list has the likeliest score `features @ w` (conditional logit).

    McFadden (1974); `damping` is the ridge penalty. Lists without a right rival teach nothing and are left out.
    """
    counts = _counts(starts, len(features))
    taught = np.logical_or.reduceat(right, starts)
    kept = np.repeat(taught, counts)
    rivals, truth = np.asarray(features[kept], dtype=np.float64), right[kept]
    counts = counts[taught]
    begins = np.cumsum(counts) - counts
    lists = max(len(begins), 1)

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = rivals @ weights
        totals = _log_totals(scores, begins, -np.inf)
        shares = np.exp(scores - np.repeat(totals, counts))
        value = (totals.sum() - scores[truth].sum()) / lists + damping * float(weights @ weights) / 2
        return value, rivals.T @ (shares - truth) / lists + damping * weights

    found = optimize.minimize(loss, np.zeros(features.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return np.asarray(found.x)


def list_starts(rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where each new value begins in a sorted array."""
    return np.flatnonzero(np.diff(rows, prepend=-1)).astype(np.int64)


def _counts(starts: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    return np.diff(np.append(starts, size))


def _log_totals(scaled: Floats, starts: NDArray[np.int64], none: float) -> Floats:
    if not len(starts):
        return np.zeros(0)
    tops = np.maximum(np.maximum.reduceat(scaled, starts), none)
    shifted = np.exp(scaled - np.repeat(tops, _counts(starts, len(scaled))))
    totals = np.add.reduceat(shifted, starts) + np.exp(none - tops)
    return np.asarray(tops + np.log(totals))


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Each row's softmax."""
    return np.asarray(special.softmax(scores, axis=1), dtype=np.float32)
