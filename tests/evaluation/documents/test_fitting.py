"""Weights are learned from what was right, and hold where nothing is told."""

import numpy as np
import pytest

from spravka.evaluation.documents.fitting import List, fit_order, fit_presence, threshold_losing, threshold_losing_mean


def test_the_sign_that_tells_wins_and_the_silent_one_stays() -> None:
    signs = np.array([[1.0, 0.0, 5.0], [0.0, 1.0, 5.0]])
    weights = fit_order([List(signs, np.array([1.0, 0.0]))] * 5, np.array([0.0, 0.0, 2.0]), pull=0.01)
    assert weights[0] > 1 > -1 > weights[1]
    assert weights[2] == pytest.approx(2, abs=0.01)


def test_a_strong_pull_keeps_what_was() -> None:
    lists = [List(np.array([[1.0], [0.0]]), np.array([1.0, 0.0]))]
    assert fit_order(lists, np.array([-3.0]), pull=1000)[0] == pytest.approx(-3, abs=0.01)


def test_nothing_to_learn_from_changes_nothing() -> None:
    np.testing.assert_allclose(fit_order([], np.array([1.0, -2.0]), pull=0.01), [1, -2])


def test_presence_is_told_by_the_sign_that_tells_it_however_rare_it_is() -> None:
    present = np.array([1.0] * 5 + [0.0] * 95)
    signs = np.column_stack([present * 0.2 + 0.7, np.full(100, 3.0)])
    constant, weights = fit_presence(signs, present)
    told = constant + signs @ weights
    assert told[:5].min() > 0 > told[5:].max()
    assert weights[1] == 0


@pytest.mark.parametrize(("share", "bound"), [(0.0, 0.0), (0.05, 0.05), (0.5, 0.5)])
def test_a_bound_loses_its_share_of_what_is_there(share: float, bound: float) -> None:
    presence = np.arange(100) / 100
    assert threshold_losing(presence[::-1], share) == pytest.approx(bound)
    assert np.mean(presence < threshold_losing(presence, share)) <= share


@pytest.mark.parametrize(("share", "bound"), [(0.0, 0.0), (0.5, 0.5), (0.6, 0.7)])
def test_a_bound_for_several_parts_counts_each_the_same_however_few_it_has(share: float, bound: float) -> None:
    many, few = np.arange(100) / 100, np.array([0.0, 0.7])
    assert threshold_losing_mean([many, few], share) == pytest.approx(bound)
