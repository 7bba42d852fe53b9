"""Learning how likely a link is meant: logistic regression over what the linker knows of each of its candidates.

Only training databases are read. What is reached on databases not learned from is told: by parts of the training
databases, each judged by weights of the other parts.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from spravka.embedding.sentence_encoder import SentenceEncoder
from spravka.evaluation.links.questions import (
    AskedLinks,
    LinkedDatabases,
    QuestionSets,
    databases_of,
    load_sets,
    lot_of,
)
from spravka.evaluation.questions_loading import GoldQuestion, databases_in, fold_of, is_held_out
from spravka.morphology.letters import is_cyrillic
from spravka.question_reading.linking.features import Features, Surroundings
from spravka.question_reading.linking.links import LinkKind
from spravka.question_reading.linking.scoring import Weights
from spravka.question_reading.word_keys import normalised

ENGLISH_LOTS, SYNONYM_LOTS = 0.4, 0.55
"""Questions with lots below the first are learned from as they are, those up to the second in synonyms."""
RUSSIAN_WEIGHT = 3.0
"""There are few questions in Russian."""
SMALLEST_WEIGHT = 0.005
DIGITS = 3
INTERCEPT = "one"
ROUNDS = 2_000
LEARNED_KINDS = (LinkKind.TABLE, LinkKind.COLUMN, LinkKind.VALUE)

Tell = Callable[[str], None]
Numbers = NDArray[np.float64]


@dataclass
class Lesson:
    """Candidates of one kind: their features, whether they are meant, how much they weigh, their databases' parts."""

    features: list[Features] = field(default_factory=list)
    meant: list[bool] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    folds: list[int] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        return sorted({name for each in self.features for name in each} - {INTERCEPT})

    @property
    def numbers(self) -> Numbers:
        """A row for each candidate, a column for each of ``names``."""
        names = self.names
        return np.array([[each.get(name, 0.0) for name in names] for each in self.features], dtype=np.float64)


def learn_links(folder: Path, target: Path, tell: Tell) -> None:
    """Learn from the sets of questions in ``folder`` and write the weights to the file ``target``, as JSON.

    Raises :class:`MeasuringDataMissing` where a set is not there, and ``ValueError`` where the links of a kind are
    all meant or none is.
    """
    with databases_in(databases_of(folder)) as place:
        databases = LinkedDatabases(place, SentenceEncoder().encode)
        lessons = lessons_of(databases.ask(training_questions(load_sets(folder))), tell)
    write_weights(weights_of(lessons, tell), target)


def training_questions(sets: QuestionSets) -> list[GoldQuestion]:
    """A part of the English questions, another part in synonyms, and all in Russian; of training databases alone."""
    chosen = [
        *(one for one in sets.english if lot_of(one) < ENGLISH_LOTS),
        *(one for one in sets.synonyms if ENGLISH_LOTS <= lot_of(one) < SYNONYM_LOTS),
        *sets.russian,
    ]
    return [one for one in chosen if not is_held_out(one.database)]


def lessons_of(asked: Iterable[AskedLinks], tell: Tell) -> Mapping[LinkKind, Lesson]:
    """All candidates of the questions."""
    lessons: defaultdict[LinkKind, Lesson] = defaultdict(Lesson)
    count = 0
    for count, one in enumerate(asked, start=1):
        _add_candidates(lessons, one)
        if count % 500 == 0:
            tell(f"{count} questions linked")
    tell(f"learning from {count} questions")
    return lessons


def _add_candidates(lessons: defaultdict[LinkKind, Lesson], asked: AskedLinks) -> None:
    candidates = asked.database.linker.candidates(asked.heard)
    surroundings = Surroundings(candidates)
    weight = RUSSIAN_WEIGHT if is_cyrillic(normalised(asked.question.text)) else 1.0
    fold = fold_of(asked.question.database)
    for candidate in candidates:
        lesson = lessons[candidate.kind]
        lesson.features.append(surroundings.features_of(candidate))
        lesson.meant.append(asked.meant.has(candidate))
        lesson.weights.append(weight)
        lesson.folds.append(fold)


def weights_of(lessons: Mapping[LinkKind, Lesson], tell: Tell) -> Weights:
    """By the kinds of links, then by the names of features; small weights are left out."""
    learned: dict[str, dict[str, float]] = {}
    for kind in LEARNED_KINDS:
        lesson = lessons.get(kind, Lesson())
        numbers, meant = lesson.numbers, np.array(lesson.meant, dtype=bool)
        tell(f"{kind}: {len(meant)} links, {_told_quality(lesson, numbers, meant)}")
        regression = _regression(numbers, meant, np.array(lesson.weights))
        learned[str(kind)] = _named_weights(lesson.names, regression)
    return learned


def _regression(numbers: Numbers, meant: NDArray[np.bool_], weights: Numbers) -> LogisticRegression:
    return LogisticRegression(C=1.0, max_iter=ROUNDS).fit(numbers, meant, sample_weight=weights)


def _named_weights(names: list[str], regression: LogisticRegression) -> dict[str, float]:
    coefficients = {name: float(value) for name, value in zip(names, regression.coef_[0], strict=True)}
    kept = {name: round(value, DIGITS) for name, value in coefficients.items() if abs(value) > SMALLEST_WEIGHT}
    return dict(sorted({**kept, INTERCEPT: round(float(regression.intercept_[0]), DIGITS)}.items()))


def _told_quality(lesson: Lesson, numbers: Numbers, meant: NDArray[np.bool_]) -> str:
    """How well meant links are told from others by learned scores, and by fitness alone: areas under the ROC curves."""
    scores, is_judged = _unseen_scores(lesson, numbers, meant)
    judged = meant[is_judged]
    if judged.all() or not judged.any():
        return "of too few databases to judge"
    fitness = numbers[is_judged, lesson.names.index("fitness")]
    return (
        f"{meant.mean():.3f} of them meant, area under the curve {roc_auc_score(judged, scores[is_judged]):.4f} "
        f"on databases not learned from, by fitness alone {roc_auc_score(judged, fitness):.4f}"
    )


def _unseen_scores(lesson: Lesson, numbers: Numbers, meant: NDArray[np.bool_]) -> tuple[Numbers, NDArray[np.bool_]]:
    """The log-odds of each candidate by weights learned without its part, and which candidates have them."""
    folds, weights = np.array(lesson.folds), np.array(lesson.weights)
    scores, is_judged = np.zeros(len(meant)), np.zeros(len(meant), dtype=bool)
    for fold in sorted(set(lesson.folds)):
        others = folds != fold
        if meant[others].any() and not meant[others].all():
            regression = _regression(numbers[others], meant[others], weights[others])
            scores[~others] = regression.decision_function(numbers[~others])
            is_judged[~others] = True
    return scores, is_judged


def write_weights(weights: Weights, target: Path) -> None:
    """One weight a line, so that two versions can be compared."""
    target.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
