"""The composition a worker uses: names in, matches with confidences, decisions and reasons out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from spravka.matching.batches import prepare_batch
from spravka.matching.candidates import find_candidates
from spravka.matching.catalogue_index import CatalogueIndex, ConfirmedNames
from spravka.matching.classifier import GroupClassifier
from spravka.matching.deciding import Decision, Thresholds, decide
from spravka.matching.features import NAMES, Features, NameBatch, describe_pairs
from spravka.matching.group_blending import GroupRivals
from spravka.matching.history import History
from spravka.matching.lists import list_starts
from spravka.matching.normalising import is_readable, normalise, normalise_all
from spravka.matching.ranker import Ranker
from spravka.matching.reasons import ReadName, Reasons, give_reasons

BATCH = 1000
TOP_GROUPS = 5
CONFIRMED_CONFIDENCE = 1.0
SAME_NAME_CONFIDENCE = 0.99
"""Of the only item that is called exactly so: people have been seen to mean another all the same, but rarely."""

_ITEM_NEAREST, _SPELLING, _GROUP = (NAMES.index(n) for n in ("item_nearest", "spelling_rank", "group_confidence_rank"))

Encode = Callable[[Sequence[str]], NDArray[np.floating]]


@dataclass(frozen=True, slots=True)
class GroupGuess:
    """A group of the catalogue and the confidence 0…1 that the name belongs to it."""

    code: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item (its position), the confidence 0…1 that it is meant, and why."""

    item: int
    confidence: float
    reasons: Reasons


@dataclass(frozen=True, slots=True)
class Match:
    """The answer for one name: groups and candidates best first; `note` says what was wrong with the name, if
    anything."""

    groups: tuple[GroupGuess, ...]
    candidates: tuple[Candidate, ...]
    decision: Decision
    note: str | None = None


class Matcher:
    """Answers names in batches. Build once, use often; corrections take effect on the next call."""

    def __init__(
        self,
        index: CatalogueIndex,
        classifier: GroupClassifier | None,
        ranker: Ranker,
        confirmed: ConfirmedNames,
        encode: Encode | None = None,
        thresholds: Thresholds | None = None,
    ) -> None:
        """`encode` turns names into vectors of the space of the index's item vectors; without it meaning is not
        asked."""
        self._index = index
        self._ranker = ranker
        self._encode = encode
        self._thresholds = thresholds or Thresholds()
        self._confirmed = confirmed.of_present_items()
        self._classifier = classifier
        self._history = History.learn(index, confirmed)
        self._known = dict(zip(self._history.names, self._history.items.tolist(), strict=True))
        self._read_item = lru_cache(maxsize=50_000)(self._read_item_afresh)

    def match(self, names: Sequence[str], top: int = 5) -> list[Match]:
        """One match a name, in order; equal names are answered once. Never raises on a strange name."""
        normalised = normalise_all(names)
        distinct = list(dict.fromkeys(text for text in normalised if is_readable(text)))
        answers: dict[str, Match] = {}
        for start in range(0, len(distinct), BATCH):
            part = distinct[start : start + BATCH]
            answers |= zip(part, self._match_batch(part, top), strict=True)
        nothing = Match((), (), Decision.NO_SUCH_ITEM, "The name has no letters or digits to match by.")
        return [answers.get(text, nothing) for text in normalised]

    def add_confirmed(self, names: Sequence[str], items: Iterable[int]) -> None:
        """Learn that `names` mean `items`: the very next `match` knows it."""
        positions = [int(item) for item in items]
        self._confirmed = ConfirmedNames(
            [*self._confirmed.names, *names],
            np.append(self._confirmed.items, np.asarray(positions, np.int64)),
        )
        self._history = History.learn(self._index, self._confirmed)
        self._known |= {normalise(name): item for name, item in zip(names, positions, strict=True)}

    def _match_batch(self, names: list[str], top: int) -> list[Match]:
        if not self._index.size:
            return [Match((), (), Decision.NO_SUCH_ITEM, "The catalogue is empty.") for _ in names]
        batch = prepare_batch(self._index, self._classifier, self._history, names)
        rows, items = find_candidates(self._index, self._history, batch)
        features = describe_pairs(self._index, self._history, batch, (rows, items))
        starts = list_starts(rows)
        confidences = self._ranker.chooser.confidences(self._ranker.score(features), starts)
        ends = dict(zip(rows[starts].tolist(), zip(starts, np.append(starts[1:], len(rows)), strict=True), strict=True))
        groups = self._guess_groups(batch, rows, items, confidences)
        confidences = self._ranker.calibration(confidences)
        return [
            self._answer(name, groups[place], features, items, confidences, ends.get(place, (0, 0)), top)
            for place, name in enumerate(names)
        ]

    def _guess_groups(
        self,
        batch: NameBatch,
        rows: NDArray[np.int64],
        items: NDArray[np.int64],
        confidences: NDArray[np.float64],
    ) -> list[tuple[GroupGuess, ...]]:
        groups = self._index.group_of[items].astype(np.int64)
        rivals = GroupRivals.gather(rows, groups, confidences, batch.group_confidences[rows, groups])
        known = self._ranker.blend.confidences(rivals)
        order = np.lexsort((-known, rivals.rows))
        guesses: list[list[GroupGuess]] = [[] for _ in range(len(batch.group_confidences))]
        for row, group, confidence in zip(
            rivals.rows[order].tolist(), rivals.groups[order].tolist(), known[order].tolist(), strict=True
        ):
            if len(guesses[row]) < TOP_GROUPS:
                guesses[row].append(GroupGuess(self._index.groups[group], confidence))
        return [tuple(row) for row in guesses]

    def _answer(
        self,
        name: str,
        groups: tuple[GroupGuess, ...],
        features: Features,
        items: NDArray[np.int64],
        confidences: NDArray[np.float64],
        span: tuple[int, int],
        top: int,
    ) -> Match:
        start, end = span
        order = start + np.argsort(-confidences[start:end], kind="stable")[:top]
        read = ReadName.of(name)
        candidates = [
            Candidate(
                int(items[place]),
                float(confidences[place]),
                give_reasons(read, self._read_item(int(items[place])), _sources(features[place])),
            )
            for place in order
        ]
        known = self._known.get(name)
        if known is not None:
            candidates, groups = self._told_first(read, known, CONFIRMED_CONFIDENCE, "confirmed", candidates, groups)
        elif (same := self._only_item_called(name, candidates)) is not None:
            candidates, groups = self._told_first(read, same, SAME_NAME_CONFIDENCE, "same name", candidates, groups)
        best = candidates[0].confidence if candidates else None
        return Match(groups, tuple(candidates[:top]), decide(best, self._thresholds))

    def _only_item_called(self, name: str, candidates: list[Candidate]) -> int | None:
        """The candidate whose own name this is, where it is one alone; two items of one name are for a person."""
        same = [candidate.item for candidate in candidates if self._index.texts[candidate.item] == name]
        return same[0] if len(same) == 1 else None

    def _told_first(
        self,
        read: ReadName,
        item: int,
        confidence: float,
        source: str,
        candidates: list[Candidate],
        groups: tuple[GroupGuess, ...],
    ) -> tuple[list[Candidate], tuple[GroupGuess, ...]]:
        """Put the item that the name itself tells before all others, and its group before all groups."""
        first = Candidate(item, confidence, give_reasons(read, self._read_item(item), (source,)))
        code = self._index.groups[self._index.group_of[item]]
        others = [
            Candidate(candidate.item, min(candidate.confidence, 1.0 - confidence), candidate.reasons)
            for candidate in candidates
            if candidate.item != item
        ]
        rest = [
            GroupGuess(guess.code, min(guess.confidence, 1.0 - confidence)) for guess in groups if guess.code != code
        ]
        return [first, *others], (GroupGuess(code, confidence), *rest)[:TOP_GROUPS]

    def _read_item_afresh(self, item: int) -> ReadName:
        return ReadName.of(self._index.texts[item])


def _sources(row: NDArray[np.float32]) -> tuple[str, ...]:
    told = []
    if row[_ITEM_NEAREST] > 0:
        told.append("history")
    if row[_SPELLING] < 10:
        told.append("words")
    if row[_GROUP] < 10:
        told.append("group")
    return tuple(told)
