"""How sure a reading is: numbers about the ranked candidates, and about their rows where these could be looked at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from spravka.query_plans.plan import QueryPlan
from spravka.question_reading.learned_parts.classifiers import Floats

ProbedRows = Sequence[tuple[object, ...]]
Probe = Callable[[QueryPlan], ProbedRows | None]
"""Runs a plan and gives its rows, or None where it fails."""

PROBED_CANDIDATES = 8
MOST_ROWS_COUNTED = 50
ROWS_COMPARED = 300
LEAST_OF_THE_FIRST = 0.4


@dataclass(frozen=True, slots=True)
class Outcome:
    """The rows of a candidate, so far as confidence goes: how many, and a mark equal for equal rows."""

    row_count: int
    mark: int


def outcome_of(rows: ProbedRows | None) -> Outcome | None:
    """Equal for the same rows in any order of rows and columns; None for a plan that failed."""
    if rows is None:
        return None
    first = sorted(tuple(sorted(map(_cell_text, row))) for row in rows[:ROWS_COMPARED])
    return Outcome(len(rows), crc32(repr(first).encode()))


def _cell_text(cell: object) -> str:
    return f"{cell:.6g}" if isinstance(cell, int | float) else str(cell)


def plain_numbers(chances: Floats, best: int) -> list[float]:
    """What the chances of the candidates, highest first, tell of the one at ``best``."""
    others = np.delete(chances, best)
    second, third = (float(others[place]) if len(others) > place else 0.0 for place in (0, 1))
    own, total = float(chances[best]), float(chances.sum())
    return [own, second, third, total, own / (total + 1e-6), own - second, float(len(chances))]


def probed_numbers(chances: Floats, best: int, outcomes: Sequence[Outcome | None]) -> list[float]:
    """Those, and what equal and unequal rows tell. ``outcomes`` are of the first candidates."""
    own = outcomes[best]
    same = [float(chances[place]) for place, outcome in enumerate(outcomes) if outcome == own]
    other = [float(chances[place]) for place, outcome in enumerate(outcomes) if outcome != own]
    rival = max(other, default=0.0)
    return [
        *plain_numbers(chances, best),
        sum(same),
        float(len(same)),
        sum(other),
        rival,
        float(chances[best]) - rival,
        float(len(set(outcomes))),
        float(-1 if own is None else min(own.row_count, MOST_ROWS_COUNTED)),
        float(sum(outcome is None or outcome.row_count == 0 for outcome in outcomes)),
    ]


def best_place(chances: Floats, outcomes: Sequence[Outcome | None]) -> int:
    """The first candidate that gives rows among those about as likely as the very first."""
    for place, outcome in enumerate(outcomes):
        if outcome is not None and outcome.row_count and chances[place] >= LEAST_OF_THE_FIRST * chances[0]:
            return place
    return 0
