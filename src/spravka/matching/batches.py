"""A batch of names, prepared once for candidates and features."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from spravka.matching.catalogue_index import CatalogueIndex
from spravka.matching.classifier import GroupClassifier
from spravka.matching.facts import read_facts
from spravka.matching.features import NameBatch
from spravka.matching.history import History


def prepare_batch(
    index: CatalogueIndex, classifier: GroupClassifier | None, history: History, normalised: list[str]
) -> NameBatch:
    """Everything about the names that does not depend on a candidate."""
    shape = (len(normalised), len(index.groups))
    if classifier is None:
        confidences = np.full(shape, 1.0 / max(len(index.groups), 1), np.float32)
        similarities = np.zeros(shape, np.float32)
    else:
        opinions = classifier.opinions(normalised)
        confidences = _by_groups_of(index, classifier, opinions.confidences)
        similarities = _by_groups_of(index, classifier, opinions.similarities)
    return NameBatch(
        vectors=index.vectors_of(normalised),
        facts=read_facts(normalised),
        evidence=history.evidence(normalised),
        group_confidences=confidences,
        group_similarities=similarities,
    )


def _by_groups_of(
    index: CatalogueIndex, classifier: GroupClassifier, table: NDArray[np.float32]
) -> NDArray[np.float32]:
    """The classifier's columns in the order of the index's groups; a group it has never seen gets zeros.

    The two differ where the catalogue has changed since an older classifier, still the active one, was trained.
    """
    if classifier.groups == index.groups:
        return table
    place_of = {code: place for place, code in enumerate(classifier.groups)}
    places = np.array([place_of.get(code, -1) for code in index.groups], dtype=np.int64)
    if not table.shape[1]:
        return np.zeros((len(table), len(places)), np.float32)
    return np.where(places >= 0, table[:, places], np.float32(0)).astype(np.float32)
