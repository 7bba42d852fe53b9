"""Which group of the catalogue a name belongs to, with calibrated probabilities.

Two opinions are joined: how near a name is to the centre of each group's items (Rocchio: the mean of the group's tf-idf
vectors, compared by cosine), and kernel ridge regression (see `ridge`) over the confirmed names, in which the centre of
every group is one more example, so that groups nobody has confirmed yet compete too. A softmax over their weighted sum
gives probabilities. Training takes seconds for 110,000 items, and a trained classifier is a few megabytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from spravka.matching.catalogue_index import (
    NO_ITEM,
    SPELLING,
    Arrays,
    CatalogueTexts,
    ConfirmedNames,
    Progress,
    folded,
    unfold,
)
from spravka.matching.families import family_folds
from spravka.matching.history import blended_idf
from spravka.matching.lists import softmax
from spravka.matching.normalising import normalise_all
from spravka.matching.ridge import fit_ridge
from spravka.matching.vectorising import count_pieces, inverse_frequencies, weigh

LANDMARKS = 3000
"""At most so many confirmed names (the latest) take part in the ridge."""

MOST_CENTRES = 4000
"""With more groups than this their centres stay out of the ridge: its cost grows with the cube."""

CENTRE_WEIGHT = 4.0
RIDGE_WEIGHT = 8.0
ALONE_WEIGHT = 16.0
"""How sharply cosines are turned into probabilities: beside the ridge, of the ridge, and without a ridge."""

_BATCH = 2000
_CHUNK = 20_000


@dataclass(frozen=True)
class GroupOpinions:
    """For a batch of names, over all groups: probabilities and the cosine to each group's centre (q×groups)."""

    confidences: NDArray[np.float32]
    similarities: NDArray[np.float32]


@dataclass(frozen=True)
class GroupClassifier:
    """A trained classifier; `groups` are the codes in ascending order, columns of every table."""

    groups: tuple[str, ...]
    idf: NDArray[np.float32]
    centres: sparse.csr_matrix
    name_idf: NDArray[np.float32]
    name_columns: sparse.csr_matrix
    ridge: NDArray[np.float32]
    ridge_groups: NDArray[np.int32]

    @classmethod
    def train(
        cls, catalogue: CatalogueTexts, confirmed: ConfirmedNames | None = None, progress: Progress | None = None
    ) -> GroupClassifier:
        """Learn from the items of a catalogue and from confirmed names (their groups are their items' groups)."""
        tell = progress or (lambda share: None)
        groups, group_of = np.unique(np.asarray(catalogue.group_codes, dtype=object), return_inverse=True)
        counts = _count(catalogue.names, tell)
        idf = inverse_frequencies(counts)
        centres = _centres(weigh(counts, idf), group_of, len(groups))
        empty = sparse.csr_matrix((SPELLING.buckets, 0), dtype=np.float32)
        zero, none = np.zeros((0, 0), np.float32), np.zeros(0, np.int32)
        alone = cls(tuple(map(str, groups)), idf, centres, idf, empty, zero, none)
        tell(0.9)
        trained = alone.learning(confirmed, group_of.astype(np.int32)) if confirmed is not None else alone
        tell(1.0)
        return trained

    def learning(self, confirmed: ConfirmedNames, group_of: NDArray[np.int32]) -> GroupClassifier:
        """The same catalogue's classifier, with these confirmed names in place of those it knew."""
        if not len(confirmed.names):
            return self
        group_of_name = confirmed.group_numbers(group_of, self.groups)
        taught = np.flatnonzero(group_of_name >= 0)[-LANDMARKS:].tolist()
        names, group_of_name = normalise_all([confirmed.names[place] for place in taught]), group_of_name[taught]
        counts = count_pieces(names, SPELLING)
        idf = blended_idf(counts, self.idf)
        vectors, examples = weigh(counts, idf), group_of_name
        if len(self.groups) <= MOST_CENTRES:
            vectors = sparse.csr_matrix(sparse.vstack([vectors, self._centres_weighed(idf)], format="csr"))
            examples = np.append(group_of_name, np.arange(len(self.groups)))
        present, column = np.unique(examples, return_inverse=True)
        marks = np.zeros((len(examples), len(present)), np.float32)
        marks[np.arange(len(examples)), column] = 1.0
        columns = sparse.csr_matrix(vectors.T.tocsr())
        ridge = fit_ridge(vectors, marks)
        return replace(self, name_idf=idf, name_columns=columns, ridge=ridge, ridge_groups=present.astype(np.int32))

    def _centres_weighed(self, idf: NDArray[np.float32]) -> sparse.csr_matrix:
        """The centres in the space of the confirmed names, one a row."""
        return _unit_rows(sparse.csr_matrix(self.centres.T.tocsr() @ sparse.diags(idf / self.idf)))

    def opinions(self, normalised: Sequence[str]) -> GroupOpinions:
        """Probabilities and similarities over all groups, for normalised names."""
        counts = count_pieces(normalised, SPELLING)
        similar = (weigh(counts, self.idf) @ self.centres).toarray().astype(np.float32)
        scores = (CENTRE_WEIGHT if len(self.ridge_groups) else ALONE_WEIGHT) * similar
        if len(self.ridge_groups):
            told = (weigh(counts, self.name_idf) @ self.name_columns).toarray() @ self.ridge
            scores[:, self.ridge_groups] += RIDGE_WEIGHT * told
        return GroupOpinions(softmax(scores), similar)

    def predict(self, names: Sequence[str], top: int = 5) -> tuple[list[list[str]], NDArray[np.float32]]:
        """The `top` likeliest groups of each name, best first: codes, and confidences (names×top)."""
        top = min(top, len(self.groups))
        codes: list[list[str]] = []
        confidences = []
        for start in range(0, len(names), _BATCH):
            known = self.opinions(normalise_all(names[start : start + _BATCH])).confidences
            order = np.argsort(-known, axis=1, kind="stable")[:, :top]
            codes += [[self.groups[place] for place in row] for row in order]
            confidences.append(np.take_along_axis(known, order, axis=1))
        return codes, np.concatenate(confidences) if confidences else np.zeros((0, top), np.float32)

    def to_arrays(self) -> tuple[Arrays, dict[str, object]]:
        """Everything as arrays, and the rest as JSON."""
        arrays: Arrays = {
            "idf": self.idf,
            **unfold("centres", self.centres),
            "name_idf": self.name_idf,
            **unfold("name_columns", self.name_columns),
            "ridge": self.ridge,
            "ridge_groups": self.ridge_groups,
        }
        return arrays, {"groups": list(self.groups)}

    @classmethod
    def from_arrays(cls, arrays: Arrays, meta: dict[str, object]) -> GroupClassifier:
        """The classifier that `to_arrays` wrote."""
        groups = meta["groups"]
        assert isinstance(groups, list)
        return cls(
            groups=tuple(groups),
            idf=arrays["idf"],  # type: ignore[arg-type]
            centres=folded("centres", arrays, (SPELLING.buckets, len(groups))),
            name_idf=arrays["name_idf"],  # type: ignore[arg-type]
            name_columns=folded("name_columns", arrays, (SPELLING.buckets, len(arrays["ridge"]))),
            ridge=arrays["ridge"],  # type: ignore[arg-type]
            ridge_groups=arrays["ridge_groups"],  # type: ignore[arg-type]
        )


@dataclass(frozen=True)
class ClassifierQuality:
    """How good a classifier trained on four fifths is on the fifth it has not seen (families are never split)."""

    accuracy: float
    macro_f1: float
    held_out_count: int


def evaluate_classifier(
    catalogue: CatalogueTexts, confirmed: ConfirmedNames | None = None, progress: Progress | None = None
) -> ClassifierQuality:
    """Hold out one family in five, of items and of confirmed names, train on the rest, and predict the held out."""
    from sklearn.metrics import accuracy_score, f1_score

    items_held = family_folds(catalogue.names) == 0
    kept, asked_items = np.flatnonzero(~items_held).tolist(), np.flatnonzero(items_held).tolist()
    lesson = CatalogueTexts(
        [catalogue.names[item] for item in kept],
        [catalogue.group_codes[item] for item in kept],
        [catalogue.units[item] for item in kept],
    )
    asked = [catalogue.names[item] for item in asked_items]
    truth = [catalogue.group_codes[item] for item in asked_items]
    known = None
    if confirmed is not None:
        known, asked_names, asked_codes = _split_confirmed(catalogue, confirmed)
        asked, truth = asked + asked_names, truth + asked_codes
    if not truth or not len(kept):
        return ClassifierQuality(0.0, 0.0, 0)
    predicted, _ = GroupClassifier.train(lesson, known, progress).predict(asked, top=1)
    answers = [row[0] for row in predicted]
    macro = f1_score(truth, answers, labels=sorted(set(truth)), average="macro", zero_division=0.0)
    return ClassifierQuality(float(accuracy_score(truth, answers)), float(macro), len(truth))


def _split_confirmed(
    catalogue: CatalogueTexts, confirmed: ConfirmedNames
) -> tuple[ConfirmedNames, list[str], list[str]]:
    """Confirmed names whose families are learned from (by their groups alone), and names and groups of the held out."""
    groups, group_of = np.unique(np.asarray(catalogue.group_codes, dtype=object), return_inverse=True)
    numbers = confirmed.group_numbers(group_of.astype(np.int32), list(groups))
    held_out = family_folds(confirmed.names) == 0
    known_group = numbers >= 0
    learned = np.flatnonzero(~held_out & known_group).tolist()
    asked = np.flatnonzero(held_out & known_group).tolist()
    names = [confirmed.names[place] for place in learned]
    gone = np.full(len(learned), NO_ITEM, dtype=np.int64)
    known = ConfirmedNames(names, gone, [str(groups[numbers[place]]) for place in learned])
    return known, [confirmed.names[place] for place in asked], [str(groups[numbers[place]]) for place in asked]


def _count(names: Sequence[str], tell: Progress) -> sparse.csr_matrix:
    parts = []
    for start in range(0, max(len(names), 1), _CHUNK):
        parts.append(count_pieces(normalise_all(names[start : start + _CHUNK]), SPELLING))
        tell(0.8 * min(1.0, (start + _CHUNK) / max(len(names), 1)))
    return sparse.csr_matrix(sparse.vstack(parts, format="csr"))


def _centres(vectors: sparse.csr_matrix, group_of: NDArray[np.int64], groups: int) -> sparse.csr_matrix:
    """Mean direction of each group's items, length 1: buckets×groups."""
    items = vectors.shape[0]
    member = sparse.csr_matrix((np.ones(items, np.float32), (group_of, np.arange(items))), shape=(groups, items))
    return sparse.csr_matrix(_unit_rows(sparse.csr_matrix(member @ vectors)).T.tocsr())


def _unit_rows(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    scale = sparse.diags((1.0 / np.maximum(lengths, 1e-9)).astype(np.float32))
    return sparse.csr_matrix((scale @ matrix).astype(np.float32))
