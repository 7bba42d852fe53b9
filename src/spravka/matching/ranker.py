"""Which candidate is meant: a learned weighing of features, turned into honest confidences."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from spravka.matching.batches import prepare_batch
from spravka.matching.calibrating import Calibration
from spravka.matching.candidates import find_candidates
from spravka.matching.catalogue_index import NO_ITEM, Arrays, CatalogueIndex, ConfirmedNames, Progress
from spravka.matching.classifier import GroupClassifier
from spravka.matching.families import family_folds
from spravka.matching.features import NAMES, Features, describe_pairs
from spravka.matching.group_blending import GroupBlend, GroupRivals
from spravka.matching.history import History
from spravka.matching.lists import Chooser, list_starts, weigh_rivals
from spravka.matching.normalising import normalise_all

ENOUGH_NAMES = 150
"""With fewer confirmed names a ranker of one's own would be worse than the default one."""

DAMPING = 0.01
_FOLDS = 5


@dataclass(frozen=True)
class Lesson:
    """Pairs whose truth is known: features, list numbers (sorted), items, and which pair of a list is right."""

    features: Features
    rows: NDArray[np.int64]
    items: NDArray[np.int64]
    right: NDArray[np.bool_]


@dataclass(frozen=True)
class Ranker:
    """Weights of the features (after scaling by `centre` and `spread`), the chooser of confidences, the blend of
    groups."""

    centre: NDArray[np.float64]
    spread: NDArray[np.float64]
    weights: NDArray[np.float64]
    chooser: Chooser
    blend: GroupBlend
    calibration: Calibration

    @classmethod
    def default(cls) -> Ranker:
        """The ranker of a catalogue without history; its numbers lie in `default_ranker.json` (features → scaling,
        weight)."""
        return _read_default()

    @classmethod
    def train(
        cls,
        index: CatalogueIndex,
        classifier: GroupClassifier | None,
        confirmed: ConfirmedNames,
        progress: Progress | None = None,
    ) -> Ranker:
        """Learn from confirmed names by cross-fitting; the default ranker where there are too few of them."""
        if np.count_nonzero(np.asarray(confirmed.items) != NO_ITEM) < ENOUGH_NAMES:
            return cls.default()
        numbers = confirmed.group_numbers(index.group_of, index.groups)
        lesson = make_lesson(index, classifier, confirmed, progress)
        folds = family_folds(confirmed.names, _FOLDS, salt="weights")[lesson.rows]
        held_out = np.zeros(len(lesson.rows))
        for fold in range(_FOLDS):
            asked = folds == fold
            held_out[asked] = cls._fit(lesson, ~asked).score(lesson.features[asked])
        starts = list_starts(lesson.rows)
        chooser = Chooser.learn(held_out, starts, lesson.right)
        confidences = chooser.confidences(held_out, starts)
        best = np.maximum.reduceat(confidences, starts)
        calibration = Calibration.learn(best, _best_is_right(confidences, best, starts, lesson.right))
        told = lesson.features[:, NAMES.index("group_confidence")]
        groups = index.group_of[lesson.items].astype(np.int64)
        rivals = GroupRivals.gather(lesson.rows, groups, confidences, told)
        fitted = cls._fit(lesson, np.ones(len(lesson.rows), bool))
        blend = GroupBlend.learn(rivals, rivals.groups == numbers[rivals.rows])
        return cls(fitted.centre, fitted.spread, fitted.weights, chooser, blend, calibration)

    @classmethod
    def _fit(cls, lesson: Lesson, kept: NDArray[np.bool_]) -> Ranker:
        features = lesson.features[kept].astype(np.float64)
        centre, spread = features.mean(axis=0), np.maximum(features.std(axis=0), 1e-6)
        starts = list_starts(lesson.rows[kept])
        weights = weigh_rivals((features - centre) / spread, starts, lesson.right[kept], DAMPING)
        return cls(centre, spread, weights, Chooser(1.0, 0.0), GroupBlend.untaught(), Calibration.none())

    def score(self, features: Features) -> NDArray[np.float64]:
        """One number a pair; more is better."""
        slopes = self.weights / self.spread
        return np.asarray(features @ slopes.astype(np.float32) - self.centre @ slopes, dtype=np.float64)

    def to_arrays(self) -> tuple[Arrays, dict[str, object]]:
        """Everything as arrays, and the rest as JSON."""
        arrays: Arrays = {"centre": self.centre, "spread": self.spread, "weights": self.weights}
        return arrays, {
            "features": list(NAMES),
            "slope": self.chooser.slope,
            "none": self.chooser.none,
            "blend": self.blend.to_json(),
            "calibration": self.calibration.to_json(),
        }

    @classmethod
    def from_arrays(cls, arrays: Arrays, meta: dict[str, object]) -> Ranker:
        """The ranker that `to_arrays` wrote.

        Raises:
            ValueError: it was learned on other features than this version computes.
        """
        if meta["features"] != list(NAMES):
            raise ValueError("This ranker was learned on other features: train it again.")
        return cls(
            centre=arrays["centre"],  # type: ignore[arg-type]
            spread=arrays["spread"],  # type: ignore[arg-type]
            weights=arrays["weights"],  # type: ignore[arg-type]
            chooser=Chooser(float(meta["slope"]), float(meta["none"])),  # type: ignore[arg-type]
            blend=GroupBlend.from_json(meta["blend"]),  # type: ignore[arg-type]
            calibration=Calibration.from_json(meta["calibration"]),  # type: ignore[arg-type]
        )


@cache
def _read_default() -> Ranker:
    told = json.loads(files(__package__).joinpath("default_ranker.json").read_text(encoding="utf-8"))
    centre, spread, weights = np.array([told["features"][name] for name in NAMES], dtype=np.float64).T
    return Ranker(
        centre,
        spread,
        weights,
        Chooser(told["slope"], told["none"]),
        GroupBlend.from_json(told["blend"]),
        Calibration.from_json(told["calibration"]),
    )


def _best_is_right(
    confidences: NDArray[np.float64], best: NDArray[np.float64], starts: NDArray[np.int64], right: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    counts = np.diff(np.append(starts, len(confidences)))
    return np.logical_or.reduceat(right & (confidences == np.repeat(best, counts)), starts)


def make_lesson(
    index: CatalogueIndex,
    classifier: GroupClassifier | None,
    confirmed: ConfirmedNames,
    progress: Progress | None = None,
) -> Lesson:
    """Features of confirmed names as each looks to a matcher that does not know its family."""
    tell = progress or (lambda share: None)
    folds = family_folds(confirmed.names, _FOLDS, salt="ranker")
    normalised = normalise_all(confirmed.names)
    parts: list[tuple[Features, NDArray[np.int64], NDArray[np.int64]]] = []
    for fold in range(_FOLDS):
        asked, known = np.flatnonzero(folds == fold), np.flatnonzero(folds != fold)
        memory = confirmed.chosen(known)
        history = History.learn(index, memory)
        taught = classifier.learning(memory, index.group_of) if classifier is not None else None
        batch = prepare_batch(index, taught, history, [normalised[place] for place in asked])
        rows, items = find_candidates(index, history, batch)
        parts.append((describe_pairs(index, history, batch, (rows, items)), asked[rows], items))
        tell((fold + 1) / _FOLDS)
    features, rows, items = (np.concatenate([part[place] for part in parts]) for place in range(3))
    order = np.argsort(rows, kind="stable")
    right = confirmed.items[rows] == items
    return Lesson(features[order], rows[order], items[order], right[order])
