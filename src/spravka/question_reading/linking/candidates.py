"""A candidate: a link before it is scored, with all that is known of how well it fits."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spravka.question_reading.linking.links import Evidence, LinkKind


def fitness_of(covered: float, strength: float) -> float:
    """How well a name fits of which the share ``covered`` is said, with ``strength``: 0…1."""
    return float(min(1.0, strength * covered**0.8))


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens ``first`` … ``last`` may name a target; ``covered``, ``strength`` and ``said`` as in ``Fit``.

    ``is_implied``: no word of its name is said; ``is_written``: a value that stands in the question letter for letter.
    """

    first: int
    last: int
    kind: LinkKind
    table: str
    column: str
    value: str
    evidence: Evidence
    covered: float
    strength: float
    said: int = 1
    is_key: bool = False
    is_implied: bool = False
    is_written: bool = False
    is_quoted: bool = False
    is_capital: bool = False
    letters: int = 0
    """How many letters of the question a value has; long words are seldom there by chance."""
    fitness: float = field(init=False)
    """How well it fits by itself, 0…1, whatever else the question says."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "fitness", fitness_of(self.covered, self.strength))

    @property
    def target(self) -> tuple[str, str, str]:
        return self.table, self.column, self.value

    def overlaps(self, other: "Candidate") -> bool:
        return self.first <= other.last and other.first <= self.last

    def lies_within(self, other: "Candidate") -> bool:
        """Its span is a true part of the other's."""
        inside = other.first <= self.first and self.last <= other.last
        return inside and (other.last - other.first) > (self.last - self.first)


def best_of_spans(candidates: Iterable[Candidate], least: float, most: int) -> list[Candidate]:
    """The fittest candidate of each span and target, at most ``most`` in all, kinds sharing the room."""
    best: dict[tuple[object, ...], Candidate] = {}
    for candidate in candidates:
        place = (candidate.first, candidate.last, candidate.kind, candidate.target)
        if candidate.fitness >= least and (place not in best or best[place].fitness < candidate.fitness):
            best[place] = candidate
    ordered = sorted(best.values(), key=order)
    return list(_shared_room(ordered, most))


def _shared_room(ordered: Iterable[Candidate], most: int) -> Iterator[Candidate]:
    taken: defaultdict[LinkKind, int] = defaultdict(int)
    room = {LinkKind.TABLE: most // 5, LinkKind.COLUMN: most // 2, LinkKind.VALUE: most // 4, LinkKind.TERM: most // 10}
    for candidate in ordered:
        if taken[candidate.kind] < room[candidate.kind]:
            taken[candidate.kind] += 1
            yield candidate


def order(candidate: Candidate) -> tuple[object, ...]:
    """Fittest first; ties by place and name, so that the same question always gives the same links."""
    return (-candidate.fitness, candidate.first, -candidate.last, candidate.kind, *candidate.target)
