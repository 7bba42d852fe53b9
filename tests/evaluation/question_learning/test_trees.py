"""Boosted trees kept as arrays judge like those that were learned, and are the same each time."""

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from spravka.evaluation.question_learning.trees import SEED, learn_trees

NUMBERS = np.random.default_rng(7).normal(size=(600, 3)).astype(np.float32)
RIGHT = NUMBERS[:, 0] + 0.5 * NUMBERS[:, 1] > 0


def test_the_arrays_judge_like_the_trees_they_were_made_of() -> None:
    original = HistGradientBoostingClassifier(
        max_iter=12,
        learning_rate=0.08,
        max_leaf_nodes=6,
        min_samples_leaf=40,
        l2_regularization=5.0,
        max_features=0.3,
        early_stopping=False,
        random_state=SEED,
    ).fit(NUMBERS, RIGHT)
    learned = learn_trees(NUMBERS, RIGHT, rounds=12, leaves=6)
    assert np.allclose(learned.logits(NUMBERS), original.decision_function(NUMBERS), atol=1e-4)


def test_what_is_right_is_likelier() -> None:
    logits = learn_trees(NUMBERS, RIGHT, rounds=30, leaves=6).logits(NUMBERS)
    assert np.mean((logits > 0) == RIGHT) > 0.9


def test_the_same_numbers_give_the_same_trees() -> None:
    first, second = (learn_trees(NUMBERS, RIGHT, rounds=12, leaves=6) for _ in range(2))
    assert np.array_equal(first.feature, second.feature)
    assert np.array_equal(first.value, second.value)
