"""A calibrated confidence means what it says."""

import numpy as np

from spravka.matching.calibrating import Calibration


def _told_and_right() -> tuple[
    np.ndarray[tuple[int], np.dtype[np.float64]], np.ndarray[tuple[int], np.dtype[np.bool_]]
]:
    chance = np.random.default_rng(3)
    told = chance.uniform(size=4000)
    return told, chance.uniform(size=4000) < told**2  # told confidences are too high


def test_overconfidence_is_taken_back() -> None:
    told, right = _told_and_right()
    curve = Calibration.learn(told, right)
    assert abs(float(curve(np.array([0.5]))[0]) - 0.25) < 0.06


def test_order_is_kept() -> None:
    told, right = _told_and_right()
    meant = Calibration.learn(told, right)(np.linspace(0, 1, 50))
    assert (np.diff(meant) > 0).all()
    assert meant.min() >= 0
    assert meant.max() <= 1


def test_certainty_is_not_claimed_on_little_evidence() -> None:
    told = np.linspace(0.9, 1.0, 200)
    assert Calibration.learn(told, np.ones(200, dtype=bool))(np.array([1.0]))[0] < 0.95


def test_a_handful_of_answers_changes_nothing() -> None:
    curve = Calibration.learn(np.array([0.2, 0.9]), np.array([True, False]))
    assert np.allclose(curve(np.array([0.3])), 0.3)


def test_a_curve_survives_being_stored() -> None:
    told, right = _told_and_right()
    curve = Calibration.learn(told, right)
    again = Calibration.from_json(curve.to_json())
    assert np.array_equal(again(told), curve(told))
