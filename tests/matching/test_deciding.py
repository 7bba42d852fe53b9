"""Confidence becomes a decision."""

import pytest

from spravka.matching.deciding import Decision, Thresholds, decide


@pytest.mark.parametrize(
    ("confidence", "decision"),
    [
        (None, Decision.NO_SUCH_ITEM),
        (0.01, Decision.NO_SUCH_ITEM),
        (0.1, Decision.NEEDS_REVIEW),
        (0.79, Decision.NEEDS_REVIEW),
        (0.8, Decision.ACCEPTED),
        (1.0, Decision.ACCEPTED),
    ],
)
def test_a_confidence_falls_between_the_thresholds(confidence: float | None, decision: Decision) -> None:
    assert decide(confidence, Thresholds(accept=0.8, hopeless=0.1)) is decision


@pytest.mark.parametrize(("accept", "hopeless"), [(0.1, 0.5), (1.2, 0.1), (0.5, -0.1)])
def test_thresholds_out_of_order_are_refused(accept: float, hopeless: float) -> None:
    with pytest.raises(ValueError, match="hopeless"):
        Thresholds(accept, hopeless)
