"""Choosing one of a list: probabilities that add up, weights that are found."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from spravka.matching.lists import Chooser, list_starts, weigh_rivals

SCORES = arrays.arrays(np.float64, st.integers(1, 12), elements=st.floats(-30, 30))


@given(SCORES)
def test_confidences_of_one_list_are_shares_of_at_most_one(
    scores: np.ndarray[tuple[int], np.dtype[np.float64]],
) -> None:
    told = Chooser(slope=1.0, none=0.0).confidences(scores, np.array([0]))
    assert (told >= 0).all()
    assert told.sum() <= 1.0 + 1e-9


@given(SCORES)
def test_a_better_score_never_has_less_confidence(scores: np.ndarray[tuple[int], np.dtype[np.float64]]) -> None:
    told = Chooser(slope=2.0, none=1.0).confidences(scores, np.array([0]))
    assert (np.diff(told[np.argsort(scores, kind="stable")]) >= -1e-12).all()


def test_the_chooser_learns_how_often_nothing_is_right() -> None:
    rows = np.repeat(np.arange(400), 2)
    right = np.tile([True, False], 400) & (rows % 4 != 0)  # in a quarter of the lists none is right
    scores = np.tile([1.0, 0.0], 400) * 8
    told = Chooser.learn(scores, list_starts(rows), right).confidences(scores, list_starts(rows))
    assert abs(told[::2].mean() - 0.75) < 0.01


def test_weights_find_the_feature_that_decides() -> None:
    chance = np.random.default_rng(0)
    rows = np.repeat(np.arange(300), 4)
    features = chance.normal(size=(1200, 3))
    right = np.zeros(1200, dtype=bool)
    for start in range(0, 1200, 4):
        right[start + int(np.argmax(features[start : start + 4, 1]))] = True
    weights = weigh_rivals(features, list_starts(rows), right, damping=0.01)
    assert weights[1] > 2.0
    assert np.abs(weights[[0, 2]]).max() < 0.2


def test_lists_without_a_right_rival_teach_nothing() -> None:
    features = np.array([[1.0], [2.0]])
    weights = weigh_rivals(features, np.array([0]), np.array([False, False]), damping=0.1)
    assert weights.tolist() == [0.0]
