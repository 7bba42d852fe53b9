"""The everyday reading of a sentence: the best of the frames its parts compose, and how sure it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from spravka.question_reading.choosing import Choice, Chosen
from spravka.question_reading.enumerating import Candidate
from spravka.question_reading.everyday.composing import compose
from spravka.question_reading.everyday.composition import NotComposed
from spravka.question_reading.everyday.dated_verbs import is_dated_verb
from spravka.question_reading.everyday.parts import Part, Selection
from spravka.question_reading.everyday.selecting import content_places, selections
from spravka.question_reading.frames import Frame
from spravka.question_reading.knowledge import GlossaryTerm
from spravka.question_reading.roles import Sentence

JOIN_COST = 0.12
TABLE_COST = 0.05


LEAST_SCORE = 0.3
MOST_CONFIDENCE = 0.97


@dataclass(frozen=True, slots=True)
class EverydayReading:
    """A composed frame. ``score`` is the mean fit of its content words less its costs, at most 1.

    ``margin`` is by how much it is ahead of the next different frame, in the same measure, and ``unread`` the places of
    the words left.
    """

    frame: Frame
    parts: tuple[Part, ...]
    score: float
    margin: float
    unread: tuple[int, ...]


def everyday_readings(sentence: Sentence, glossary: Sequence[GlossaryTerm]) -> list[EverydayReading]:
    """All composed frames, the best first; ``margin`` is set on the first alone."""
    size = max(sum(not is_dated_verb(sentence, place) for place in content_places(sentence)), 1)
    best: dict[Frame, tuple[float, Selection]] = {}
    for selection in selections(sentence, glossary):
        try:
            frame, penalty = compose(sentence, selection)
        except NotComposed:
            continue
        edges = [sentence.graph.tree(inner.needed_tables) for inner in frame.frames()]
        if any(tree is None for tree in edges):
            continue
        cost = sum(JOIN_COST * edge.cost for tree in edges if tree for edge in tree) + TABLE_COST * len(edges)
        score = (selection.score - cost - penalty) / size
        if frame not in best or best[frame][0] < score:
            best[frame] = (score, selection)
    ranked = sorted(best.items(), key=lambda pair: -pair[1][0])
    return [
        EverydayReading(
            frame,
            selection.parts,
            score,
            score - ranked[place + 1][1][0] if place + 1 < len(ranked) else 1.0,
            selection.unread,
        )
        for place, (frame, (score, selection)) in enumerate(ranked)
    ]


def is_fully_read(sentence: Sentence, reading: EverydayReading) -> bool:
    """Every word with a meaning has its place; a verb whose period tells what was done may be left."""
    return reading.score >= LEAST_SCORE and all(is_dated_verb(sentence, place) for place in reading.unread)


def confidence_of(reading: EverydayReading) -> float:
    """0…1, by how well the words fit."""
    return min(0.8 + 0.15 * reading.score, MOST_CONFIDENCE)


def as_candidate(reading: EverydayReading) -> Candidate:
    """In the shape of the learned reader's candidates, for one proof of both."""
    chosen = tuple(Chosen(part.mention, part.kind.value, part.score) for part in reading.parts)
    return Candidate(reading.frame, Choice(chosen, reading.score), "", 0.0, 0, 0, 0)
