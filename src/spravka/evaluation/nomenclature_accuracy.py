"""Accuracy on КСР: the product's matcher beside a plain baseline, fold by fold, and how honest its confidences are.

The matcher is called as a worker calls it: classifier and ranker trained on what the other folds confirm, then
`match`. The baseline is what a careful afternoon gives: tf-idf of letters (2…5 inside words) and a linear support
vector machine.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.table import Table
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

from spravka.evaluation.ksr_protocol import Fold, KsrProtocol, read_protocol
from spravka.matching.catalogue_index import CatalogueIndex
from spravka.matching.classifier import GroupClassifier
from spravka.matching.matcher import Match, Matcher
from spravka.matching.ranker import Ranker

Tell = Callable[[str], None]

MEASURES = ("group_accuracy", "item_at_1", "item_at_5")
BUCKETS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 1.0)


@dataclass(frozen=True)
class FoldFigures:
    """Shares 0…1 of one fold, in the order of `MEASURES`, of us and of the baseline; `asked` names."""

    asked: int
    ours: tuple[float, float, float]
    baseline: tuple[float, float, float]


@dataclass(frozen=True)
class Bucket:
    """Rows whose best candidate had a confidence from `lower` to `upper`, and the share of them whose label agrees."""

    lower: float
    upper: float
    rows: int
    right: float


@dataclass(frozen=True)
class AccuracyFigures:
    """All folds, and the reliability of the confidences over all of them."""

    folds: tuple[FoldFigures, ...]
    reliability: tuple[Bucket, ...]

    def to_json(self) -> dict[str, float]:
        """Shares over all names of all folds, of us and (with `baseline_`) of the baseline."""
        figures: dict[str, float] = {}
        for place, measure in enumerate(MEASURES):
            figures[f"ksr_{measure}"] = self._overall([fold.ours[place] for fold in self.folds])
            figures[f"baseline_ksr_{measure}"] = self._overall([fold.baseline[place] for fold in self.folds])
        return figures

    def tables(self) -> list[Table]:
        """Fold by fold, and the reliability of the confidences."""
        return [self._folds_table(), self._reliability_table()]

    def _overall(self, shares: list[float]) -> float:
        return float(np.average(shares, weights=[fold.asked for fold in self.folds]))

    def _folds_table(self) -> Table:
        table = Table("fold", "names", title="КСР: ours − plain baseline = difference")
        for measure in MEASURES:
            table.add_column(measure)
        for number, fold in enumerate(self.folds):
            told = [_difference(*both) for both in zip(fold.ours, fold.baseline, strict=True)]
            table.add_row(str(number), str(fold.asked), *told)
        whole = self.to_json()
        overall = [_difference(whole[f"ksr_{each}"], whole[f"baseline_ksr_{each}"]) for each in MEASURES]
        table.add_row("all", str(sum(fold.asked for fold in self.folds)), *overall, style="bold")
        return table

    def _reliability_table(self) -> Table:
        title = "Confidence of the best item, and how often its (noisy) label agrees"
        table = Table("confidence", "rows", "label agrees", title=title)
        for bucket in self.reliability:
            table.add_row(f"{bucket.lower:.2f} … {bucket.upper:.2f}", str(bucket.rows), f"{bucket.right:.3f}")
        return table


def measure_accuracy(data_dir: Path, progress: Tell) -> AccuracyFigures:
    """Run the protocol on the nomenclature folder `data_dir`; `progress` is told each step in words."""
    protocol = read_protocol(data_dir)
    progress(f"Indexing {len(protocol.item_codes)} items")
    index = CatalogueIndex.build(protocol.catalogue)
    classifier = GroupClassifier.train(protocol.catalogue)
    folds, confidences, agrees = [], [], []
    for fold in protocol.folds():
        progress(f"Fold {fold.number + 1}: learning from {len(fold.known)} names, asking {len(fold.asked)}")
        matches = _ask(protocol, fold, index, classifier)
        baseline = _baseline(protocol, fold)
        folds.append(FoldFigures(len(fold.asked), _figures(protocol, fold, matches), baseline))
        for place, match in zip(fold.asked, matches, strict=True):
            best = match.candidates[0] if match.candidates else None
            confidences.append(best.confidence if best else 0.0)
            agrees.append(best is not None and best.item == protocol.items[place])
    return AccuracyFigures(tuple(folds), measure_reliability(np.array(confidences), np.array(agrees)))


def measure_reliability(confidences: NDArray[np.float64], right: NDArray[np.bool_]) -> tuple[Bucket, ...]:
    """Rows by confidence bucket; empty buckets are left out."""
    places = np.clip(np.searchsorted(BUCKETS, confidences, side="right") - 1, 0, len(BUCKETS) - 2)
    return tuple(
        Bucket(BUCKETS[place], BUCKETS[place + 1], int((places == place).sum()), float(right[places == place].mean()))
        for place in range(len(BUCKETS) - 1)
        if (places == place).any()
    )


def _ask(protocol: KsrProtocol, fold: Fold, index: CatalogueIndex, classifier: GroupClassifier) -> list[Match]:
    confirmed = protocol.confirmed(fold.known)
    taught = classifier.learning(confirmed, index.group_of)
    matcher = Matcher(index, taught, Ranker.train(index, taught, confirmed), confirmed)
    return matcher.match([protocol.names[place] for place in fold.asked], top=5)


def _figures(protocol: KsrProtocol, fold: Fold, matches: list[Match]) -> tuple[float, float, float]:
    group, first, five = 0, 0, 0
    for place, match in zip(fold.asked, matches, strict=True):
        items = [candidate.item for candidate in match.candidates]
        group += bool(match.groups) and match.groups[0].code == protocol.group_codes[place]
        first += items[:1] == [protocol.items[place]]
        five += protocol.items[place] in items
    asked = max(len(fold.asked), 1)
    return group / asked, first / asked, five / asked


def _baseline(protocol: KsrProtocol, fold: Fold) -> tuple[float, float, float]:
    """Tf-idf of letters and a linear SVM, once over groups and once over item codes."""
    vectoriser = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, dtype=np.float32)
    known = vectoriser.fit_transform([protocol.names[place] for place in fold.known])
    asked = vectoriser.transform([protocol.names[place] for place in fold.asked])
    groups = _top_answers(known, [protocol.group_codes[place] for place in fold.known], asked)
    codes = _top_answers(known, [protocol.labels[place] for place in fold.known], asked)
    group_truth = np.array([protocol.group_codes[place] for place in fold.asked])
    truth = np.array([protocol.labels[place] for place in fold.asked])
    present = protocol.items[fold.asked] >= 0
    return (
        float((groups[:, 0] == group_truth).mean()),
        float(((codes[:, 0] == truth) & present).mean()),
        float(((codes == truth[:, None]).any(axis=1) & present).mean()),
    )


def _top_answers(known: object, labels: list[str], asked: object) -> NDArray[np.str_]:
    machine = LinearSVC(dual=True, random_state=0).fit(known, labels)
    best = np.argsort(-machine.decision_function(asked), axis=1)[:, :5]
    return np.asarray(machine.classes_[best])


def _difference(ours: float, baseline: float) -> str:
    return f"{ours:.3f} − {baseline:.3f} = {ours - baseline:+.3f}"
