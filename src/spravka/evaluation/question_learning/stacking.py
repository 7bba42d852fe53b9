"""Learning the reader's weights from questions with gold queries, of the training databases alone.

Stacked by groups of databases: skeletons and roles are learned without a group and make the candidates of its
questions; the ranker is learned from those, again without the group it then judges; the confidences and their
thresholds come from judgements no learned part had seen the answer of.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from spravka.evaluation.question_learning.perceptrons import learn_perceptron
from spravka.evaluation.question_learning.trees import learn_trees
from spravka.evaluation.questions_labelling import Example, KnownLabels, Labels, label
from spravka.evaluation.questions_labels import role_labels
from spravka.evaluation.questions_loading import FOLDS, fold_of
from spravka.question_reading.confidence import PROBED_CANDIDATES, best_place, plain_numbers, probed_numbers
from spravka.question_reading.enumerating import enumerate_frames
from spravka.question_reading.learned_parts.classifiers import Floats, Grammar, TreeEnsemble
from spravka.question_reading.learned_parts.learned_weights import Weights
from spravka.question_reading.ranking import features
from spravka.question_reading.reader import chances_of
from spravka.question_reading.roles import candidates_of, role_features
from spravka.question_reading.skeletons import skeleton_features, skeleton_of

TRAINING_FOLDS = tuple(range(1, FOLDS))
PRECISION_ASKED = 0.83
Tell = Callable[[str], None]


@dataclass
class Judged:
    """A question whose candidates are described and labelled; ``chances`` are those of a ranker that never saw it."""

    fold: int
    numbers: Floats
    labels: Labels
    chances: Floats | None = None


@dataclass(frozen=True)
class Lessons:
    """Questions to learn from: all of their ``examples`` are judged, ``others`` teach only skeletons and roles."""

    examples: Sequence[Example]
    others: Sequence[Example] = ()

    def grammar_without(self, fold: int | None) -> Grammar:
        """Skeletons and roles of the questions outside a part; of all with None."""
        kept = [one for one in (*self.examples, *self.others) if fold_of(one.question.database) != fold]
        return learn_grammar(kept)


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


def learn_grammar(examples: Sequence[Example]) -> Grammar:
    """Skeletons and roles."""
    skeleton_rows: list[list[str]] = []
    skeleton_names: list[str] = []
    role_rows: list[list[str]] = []
    role_names: list[str] = []
    for example in examples:
        if example.frame is None:
            continue
        name = skeleton_of(example.frame).name
        skeleton_rows.append(skeleton_features(example.sentence))
        skeleton_names.append(name)
        labels = role_labels(example.sentence, example.frame)
        for mention in candidates_of(example.sentence.mentions):
            role_rows.append([*role_features(example.sentence, mention), f"skeleton={name}"])
            role_names.append(labels[mention])
    return Grammar(
        learn_perceptron(skeleton_rows, skeleton_names, units=64, epochs=10),
        learn_perceptron(role_rows, role_names, units=64, epochs=8),
    )


def judge(grammar: Grammar, example: Example, fold: int, known: KnownLabels) -> Judged:
    """The candidates of a question, described and run."""
    candidates = enumerate_frames(grammar, example.sentence)
    if not candidates:
        return Judged(fold, np.zeros((0, 0), dtype=np.float32), Labels())
    return Judged(fold, features(example.sentence, candidates), label(example, candidates, known))


def learn_ranker(judged: Sequence[Judged]) -> TreeEnsemble:
    """Tells right candidates from wrong ones."""
    numbers: list[Floats] = []
    right: list[NDArray[np.bool_]] = []
    for one in judged:
        if len(one.numbers):
            own = np.array(one.labels.right)
            numbers.append(one.numbers)
            right.append(own)
    weights = np.concatenate([np.full(len(own), len(own) ** -0.5, dtype=np.float32) for own in right])
    return learn_trees(np.concatenate(numbers), np.concatenate(right), weights, rounds=160, leaves=24)


def learn_confidence(judged: Sequence[Judged], *, is_probed: bool, tell: Tell) -> tuple[TreeEnsemble, float]:
    """How sure the best candidate is, and the least confidence that keeps the precision asked."""
    rows, right, folds = _best_of(judged, is_probed=is_probed)
    sure = np.zeros(len(rows), dtype=np.float32)
    for fold in TRAINING_FOLDS:
        if (folds != fold).any() and (folds == fold).any():
            learned = learn_trees(rows[folds != fold], right[folds != fold], rounds=60, leaves=6, feature_share=0.5)
            sure[folds == fold] = chances_of(learned.logits(rows[folds == fold]))
    threshold = _threshold(sure, right)
    answered = sure >= threshold
    tell(
        f"{'with' if is_probed else 'without'} rows: answered {answered.sum() / len(judged):.3f}, "
        f"right of them {right[answered].mean():.3f}, right of all {right[answered].sum() / len(judged):.3f}, "
        f"best candidate right {right.sum() / len(judged):.3f}"
    )
    return learn_trees(rows, right, rounds=60, leaves=6, feature_share=0.5), threshold


def _best_of(judged: Sequence[Judged], *, is_probed: bool) -> tuple[Floats, NDArray[np.bool_], NDArray[np.int64]]:
    rows: list[list[float]] = []
    right: list[bool] = []
    folds: list[int] = []
    for one in judged:
        if one.chances is None:
            continue
        order = np.argsort(-one.chances, kind="stable")
        chances = one.chances[order]
        outcomes = [one.labels.outcomes[place] for place in order[:PROBED_CANDIDATES]]
        best = best_place(chances, outcomes) if is_probed else 0
        rows.append(probed_numbers(chances, best, outcomes) if is_probed else plain_numbers(chances, best))
        right.append(one.labels.right[order[best]])
        folds.append(one.fold)
    return np.array(rows, dtype=np.float32), np.array(right), np.array(folds)


def _threshold(sure: Floats, right: NDArray[np.bool_]) -> float:
    """The lowest confidence above which the precision asked is kept."""
    order = np.argsort(-sure)
    precision = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    kept = np.flatnonzero(precision >= PRECISION_ASKED)
    return 1.0 if not len(kept) else float(sure[order[kept[-1]]])
