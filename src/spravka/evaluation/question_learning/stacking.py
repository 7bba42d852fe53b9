"""Learning the reader's weights from questions with gold queries, of the training databases alone.

Stacked by groups of databases: skeletons and roles are learned without a group and make the candidates of its
questions; the ranker is learned from those, again without the group it then judges; the confidences and their
thresholds come from judgements no learned part had seen the answer of.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from spravka.evaluation.question_learning.perceptrons import Row, Words, learn_perceptron
from spravka.evaluation.question_learning.trees import learn_trees
from spravka.evaluation.questions_labelling import Example, KnownLabels, Labels, label
from spravka.evaluation.questions_labels import role_labels
from spravka.evaluation.questions_loading import FOLDS, fold_of
from spravka.question_reading.confidence import PROBED_CANDIDATES, best_place, plain_numbers, probed_numbers
from spravka.question_reading.enumerating import enumerate_frames
from spravka.question_reading.frames import Frame
from spravka.question_reading.hearing.heard import Language
from spravka.question_reading.learned_parts.classifiers import Floats, Grammar, TreeEnsemble
from spravka.question_reading.learned_parts.learned_weights import Weights
from spravka.question_reading.ranking import features
from spravka.question_reading.reader import chances_of
from spravka.question_reading.roles import candidates_of, role_features
from spravka.question_reading.skeletons import skeleton_features, skeleton_of

TRAINING_FOLDS = tuple(range(1, FOLDS))
PRECISION_ASKED = 0.83
RUSSIAN_WEIGHT = 2.0
"""There are fewer candidates of Russian questions than of English ones."""
Tell = Callable[[str], None]


@dataclass
class Judged:
    """A question whose candidates are described and labelled; ``chances`` are those of a ranker that never saw it."""

    fold: int
    numbers: Floats
    labels: Labels
    is_russian: bool = False
    chances: Floats | None = None


@dataclass(frozen=True)
class Lesson:
    """What an example teaches: its skeleton, and the role of each mention under it."""

    fold: int
    skeleton: str
    skeleton_row: Row
    role_rows: list[Row]
    roles: list[str]


@dataclass(frozen=True)
class Lessons:
    """Questions to learn from: all of their ``examples`` are judged, ``others`` teach only skeletons and roles."""

    examples: Sequence[Example]
    others: Sequence[Example] = ()
    words: Words = field(default_factory=Words)

    @cached_property
    def taught(self) -> list[Lesson]:
        """Of the examples whose gold query is a frame."""
        known: dict[int, Lesson] = {}
        found: list[Lesson] = []
        for example in (*self.examples, *self.others):
            if example.frame is not None:
                if id(example) not in known:
                    known[id(example)] = self._lesson(example, example.frame)
                found.append(known[id(example)])
        return found

    def _lesson(self, example: Example, frame: Frame) -> Lesson:
        sentence, name = example.sentence, skeleton_of(frame).name
        labels = role_labels(sentence, frame)
        mentions = candidates_of(sentence.mentions)
        return Lesson(
            fold_of(example.question.database),
            name,
            self.words.row(skeleton_features(sentence)),
            [self.words.row((*role_features(sentence, mention), f"skeleton={name}")) for mention in mentions],
            [labels[mention] for mention in mentions],
        )

    def grammar_without(self, fold: int | None) -> Grammar:
        """Skeletons and roles of the questions outside a part; of all with None."""
        return learn_grammar([lesson for lesson in self.taught if lesson.fold != fold], self.words)


def learn(lessons: Lessons, tell: Tell, known: KnownLabels | None = None) -> Weights:
    """All weights; tells of each stage with what it reaches on questions it was not learned from."""
    return learn_from(lessons, judge_all(lessons, tell, {} if known is None else known), tell)


def judge_all(lessons: Lessons, tell: Tell, known: KnownLabels) -> list[Judged]:
    """The candidates of every question, made by a grammar that was learned without its part."""
    judged: list[Judged] = []
    for fold in TRAINING_FOLDS:
        grammar = lessons.grammar_without(fold)
        own = [example for example in lessons.examples if fold_of(example.question.database) == fold]
        judged += [judge(grammar, example, fold, known) for example in own]
        tell(f"part {fold}: {len(judged)} questions have candidates")
    return judged


def learn_from(lessons: Lessons, judged: Sequence[Judged], tell: Tell) -> Weights:
    """All weights, the candidates being there."""
    tell(f"a right candidate for {np.mean([any(one.labels.right) for one in judged]):.3f} of the questions")
    for fold in TRAINING_FOLDS:
        ranker = learn_ranker([one for one in judged if one.fold != fold])
        for one in judged:
            if one.fold == fold and len(one.numbers):
                one.chances = chances_of(ranker.logits(one.numbers))
        tell(f"part {fold}: ranked")
    confidence, threshold = learn_confidence(judged, is_probed=False, tell=tell)
    confidence_probed, threshold_probed = learn_confidence(judged, is_probed=True, tell=tell)
    return Weights(
        lessons.grammar_without(None),
        learn_ranker(judged),
        confidence,
        confidence_probed,
        threshold,
        threshold_probed,
    )


def learn_grammar(lessons: Sequence[Lesson], words: Words) -> Grammar:
    """Skeletons and roles."""
    role_rows = [row for lesson in lessons for row in lesson.role_rows]
    roles = [role for lesson in lessons for role in lesson.roles]
    skeletons = [lesson.skeleton for lesson in lessons]
    return Grammar(
        learn_perceptron([lesson.skeleton_row for lesson in lessons], skeletons, words, units=64, epochs=10),
        learn_perceptron(role_rows, roles, words, units=64, epochs=8),
    )


def judge(grammar: Grammar, example: Example, fold: int, known: KnownLabels) -> Judged:
    """The candidates of a question, described and run."""
    candidates = enumerate_frames(grammar, example.sentence)
    is_russian = example.sentence.heard.language is Language.RUSSIAN
    if not candidates:
        return Judged(fold, np.zeros((0, 0), dtype=np.float32), Labels(), is_russian)
    return Judged(fold, features(example.sentence, candidates), label(example, candidates, known), is_russian)


def learn_ranker(judged: Sequence[Judged]) -> TreeEnsemble:
    """Tells right candidates from wrong ones."""
    asked = [one for one in judged if len(one.numbers)]
    numbers = np.concatenate([one.numbers for one in asked])
    right = np.concatenate([np.array(one.labels.right) for one in asked])
    weights = np.concatenate([np.full(len(one.numbers), _weight(one), dtype=np.float32) for one in asked])
    return learn_trees(numbers, right, weights, rounds=160, leaves=24)


def _weight(judged: Judged) -> float:
    """Of each candidate: a question with many of them counts more, but not so many times."""
    return (RUSSIAN_WEIGHT if judged.is_russian else 1.0) * float(len(judged.numbers) ** -0.5)


@dataclass(frozen=True)
class Best:
    """The best candidates of all questions: numbers about them, whether they are right, and of which questions."""

    rows: Floats
    right: NDArray[np.bool_]
    folds: NDArray[np.int64]
    russian: NDArray[np.bool_]


def learn_confidence(judged: Sequence[Judged], *, is_probed: bool, tell: Tell) -> tuple[TreeEnsemble, float]:
    """How sure the best candidate is, and the least confidence that keeps the precision asked of English questions."""
    best = _best_of(judged, is_probed=is_probed)
    sure = np.zeros(len(best.rows), dtype=np.float32)
    for fold in TRAINING_FOLDS:
        own = best.folds == fold
        if own.any() and not own.all():
            sure[own] = chances_of(_confidence(best, ~own).logits(best.rows[own]))
    threshold = _threshold(sure[~best.russian], best.right[~best.russian])
    for language, asked in (("English", ~best.russian), ("Russian", best.russian)):
        right, answered = best.right[asked], sure[asked] >= threshold
        tell(
            f"{language}, {'with' if is_probed else 'without'} rows: answered {answered.mean():.3f}, "
            f"right of them {right[answered].mean():.3f}, right of all {(right & answered).mean():.3f}, "
            f"best candidate right {right.mean():.3f}, threshold {threshold:.3f}"
        )
    return _confidence(best, np.ones(len(sure), dtype=np.bool_)), threshold


def _confidence(best: Best, chosen: NDArray[np.bool_]) -> TreeEnsemble:
    return learn_trees(best.rows[chosen], best.right[chosen], rounds=60, leaves=6, feature_share=0.5)


def _best_of(judged: Sequence[Judged], *, is_probed: bool) -> Best:
    rows: list[list[float]] = []
    right: list[bool] = []
    asked = [one for one in judged if one.chances is not None]
    for one in asked:
        assert one.chances is not None
        order = np.argsort(-one.chances, kind="stable")
        chances = one.chances[order]
        outcomes = [one.labels.outcomes[place] for place in order[:PROBED_CANDIDATES]]
        best = best_place(chances, outcomes) if is_probed else 0
        rows.append(probed_numbers(chances, best, outcomes) if is_probed else plain_numbers(chances, best))
        right.append(one.labels.right[order[best]])
    return Best(
        np.array(rows, dtype=np.float32),
        np.array(right),
        np.array([one.fold for one in asked]),
        np.array([one.is_russian for one in asked]),
    )


def _threshold(sure: Floats, right: NDArray[np.bool_]) -> float:
    """The lowest confidence above which the precision asked is kept."""
    order = np.argsort(-sure)
    precision = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    kept = np.flatnonzero(precision >= PRECISION_ASKED)
    return 1.0 if not len(kept) else float(sure[order[kept[-1]]])
