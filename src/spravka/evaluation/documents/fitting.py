"""Weights of signs learned from what was right: of orders (softmax over a list) and of yes and no (logistic)."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Numbers = NDArray[np.float64]


class List(NamedTuple):
    """Candidates of one question: a row of signs each, and whether each is right."""

    signs: Numbers
    right: Numbers


def fit_order(lists: Sequence[List], before: Numbers, pull: float) -> Numbers:
    """Weights by which a right candidate comes first (Cao et al. 2007, "Learning to rank", top one).

    ``pull`` is how strongly they are held to the weights ``before``: what the lists tell nothing of stays as it was.
    """

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        total = 0.0
        slope = np.zeros_like(weights)
        for signs, right in lists:
            shares = _softmax(signs @ weights)
            hit = shares @ right
            total -= float(np.log(hit))
            slope -= signs.T @ (shares * right / hit - shares)
        away = weights - before
        count = max(len(lists), 1)
        return float(total / count + pull * (away @ away) / 2), slope / count + pull * away

    return np.asarray(minimize(loss, before, jac=True, method="L-BFGS-B").x)


def fit_presence(signs: Numbers, present: Numbers, pull: float = 0.03) -> tuple[float, Numbers]:
    """The constant and the weights of a logistic regression in which yes and no count the same however many they are.

    Signs are brought to one deviation first, so that ``pull`` is fair to each.
    """
    mean, deviation = signs.mean(axis=0), signs.std(axis=0)
    deviation = np.where(deviation < 1e-9, 1.0, deviation)
    rows = np.column_stack([np.ones(len(signs)), (signs - mean) / deviation])
    counts = np.where(present > 0, 0.5 / max(present.sum(), 1), 0.5 / max((1 - present).sum(), 1))

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        towards = np.where(present > 0, 1.0, -1.0)
        margin = towards * (rows @ weights)
        held = np.concatenate([[0.0], weights[1:]])
        slope = -rows.T @ (counts * towards / (1 + np.exp(np.clip(margin, -50, 50))))
        return float(counts @ np.logaddexp(0, -margin) + pull * (held @ held) / 2), slope + pull * held

    found = np.asarray(minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x)
    weights = found[1:] / deviation
    return float(found[0] - weights @ mean), weights


def threshold_losing(presence: Numbers, share: float) -> float:
    """The bound under which at most ``share`` of the ``presence`` of answers that are there lie."""
    return float(np.sort(presence)[int(share * len(presence))])


def threshold_losing_mean(parts: Sequence[Numbers], share: float) -> float:
    """The largest bound by which the mean of what each of the ``parts`` loses is at most ``share``."""
    bounds = np.unique(np.concatenate(parts))
    losses = np.mean([np.searchsorted(np.sort(part), bounds, side="left") / len(part) for part in parts], axis=0)
    return float(bounds[losses <= share][-1])


def _softmax(scores: Numbers) -> Numbers:
    shares = np.exp(scores - scores.max())
    return np.asarray(shares / shares.sum())
