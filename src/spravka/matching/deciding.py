"""Accepted, to be looked at by a person, or no such item."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Decision(StrEnum):
    """What becomes of a row."""

    ACCEPTED = "accepted"
    NEEDS_REVIEW = "needs_review"
    NO_SUCH_ITEM = "no_such_item"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Confidences 0…1: from `accept` on a row is accepted; below `hopeless` no item is believed to be meant."""

    accept: float = 0.9
    hopeless: float = 0.05

    def __post_init__(self) -> None:
        if not 0.0 <= self.hopeless <= self.accept <= 1.0:
            raise ValueError("Thresholds must satisfy 0 ≤ hopeless ≤ accept ≤ 1.")


def decide(confidence: float | None, thresholds: Thresholds) -> Decision:
    """The decision for the best candidate's confidence (None: there is no candidate)."""
    if confidence is None or confidence < thresholds.hopeless:
        return Decision.NO_SUCH_ITEM
    return Decision.ACCEPTED if confidence >= thresholds.accept else Decision.NEEDS_REVIEW
