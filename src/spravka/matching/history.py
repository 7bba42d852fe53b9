"""What people confirmed before: the nearest confirmed names of a new name, and what they speak for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from spravka.matching.catalogue_index import SPELLING, CatalogueIndex, ConfirmedNames
from spravka.matching.normalising import normalise_all
from spravka.matching.ridge import solve_ridge
from spravka.matching.vectorising import count_pieces, weigh

NEAREST = 50
"""So many confirmed names vote on a new one."""

LANDMARKS = 3000
"""At most so many confirmed names take part in the ridge (all of them are searched)."""

_PRIOR_TEXTS = 200.0
_EXPANDING = 16


@dataclass(frozen=True)
class HistoryEvidence:
    """What confirmed names say about a batch of q names.

    Dense arrays have one row per name and one column per confirmed item or group (see `History.item_slot`):
    `ridge` sums ridge weights, `nearest` is the best similarity, `votes` the sum of fourth powers of the similarities
    of the nearest names. `expanded` (q×buckets) is the text of the items that the nearest confirmed names got.
    """

    item_ridge: NDArray[np.float32]
    item_nearest: NDArray[np.float32]
    item_votes: NDArray[np.float32]
    group_ridge: NDArray[np.float32]
    group_nearest: NDArray[np.float32]
    group_votes: NDArray[np.float32]
    family_ridge: NDArray[np.float32]
    family_nearest: NDArray[np.float32]
    section_ridge: NDArray[np.float32]
    division_ridge: NDArray[np.float32]
    expanded: sparse.csr_matrix
    strongest: NDArray[np.float32]


@dataclass(frozen=True)
class History:
    """Confirmed names in vectors of their own (weights of pieces come from the names, with the catalogue as a
    prior)."""

    index: CatalogueIndex
    names: tuple[str, ...]
    items: NDArray[np.int64]
    idf: NDArray[np.float32]
    vectors: sparse.csr_matrix
    landmarks: NDArray[np.int64]
    inverse: NDArray[np.float32]

    @classmethod
    def learn(cls, index: CatalogueIndex, confirmed: ConfirmedNames) -> History:
        """Learn from confirmed names (those whose items are gone say nothing here); an empty history is fine."""
        confirmed = confirmed.of_present_items()
        names = tuple(normalise_all(confirmed.names))
        counts = count_pieces(names, SPELLING)
        idf = blended_idf(counts, index.idf)
        vectors = weigh(counts, idf)
        landmarks = np.arange(max(0, len(names) - LANDMARKS), len(names))
        inverse = solve_ridge(sparse.csr_matrix(vectors[landmarks])) if len(names) else np.zeros((0, 0), np.float32)
        return cls(index, names, np.asarray(confirmed.items, dtype=np.int64), idf, vectors, landmarks, inverse)

    @cached_property
    def confirmed_items(self) -> NDArray[np.int64]:
        """Distinct items that have confirmed names, ascending."""
        return np.unique(self.items)

    @cached_property
    def item_slot(self) -> NDArray[np.int32]:
        """Item position → its column in the evidence, -1 for an item nobody confirmed."""
        return _slots(self.confirmed_items, self.index.size)

    @cached_property
    def confirmed_groups(self) -> NDArray[np.int64]:
        """Distinct groups of confirmed items, ascending."""
        return np.unique(self.index.group_of[self.items]).astype(np.int64)

    @cached_property
    def group_slot(self) -> NDArray[np.int32]:
        """Group number → its column in the evidence, -1 for a group without confirmed names."""
        return _slots(self.confirmed_groups, len(self.index.groups))

    @cached_property
    def confirmed_families(self) -> NDArray[np.int64]:
        """Distinct families of confirmed items, ascending."""
        return np.unique(self.index.family_of[self.items]).astype(np.int64)

    @cached_property
    def family_slot(self) -> NDArray[np.int32]:
        """Family number → its column in the evidence, -1 for a family without confirmed names."""
        return _slots(self.confirmed_families, len(self.index.family_starts) - 1)

    @cached_property
    def family_counts(self) -> NDArray[np.float32]:
        """How many names were confirmed in each family of `confirmed_families`."""
        families = self.family_slot[self.index.family_of[self.items]]
        return np.bincount(families, minlength=len(self.confirmed_families)).astype(np.float32)

    @cached_property
    def item_counts(self) -> NDArray[np.float32]:
        """How many names were confirmed for each item of `confirmed_items`."""
        return np.bincount(self.item_slot[self.items], minlength=len(self.confirmed_items)).astype(np.float32)

    @cached_property
    def group_counts(self) -> NDArray[np.float32]:
        """How many names were confirmed in each group of `confirmed_groups`."""
        groups = self.group_slot[self.index.group_of[self.items]]
        return np.bincount(groups, minlength=len(self.confirmed_groups)).astype(np.float32)

    @cached_property
    def section_counts(self) -> NDArray[np.float32]:
        """How many names were confirmed in each division (the second level above groups)."""
        return np.bincount(self._section(1), minlength=int(self.index.sections[1].max(initial=-1)) + 1).astype(
            np.float32
        )

    def _section(self, level: int) -> NDArray[np.int32]:
        return np.asarray(self.index.sections[level][self.index.group_of[self.items]])

    @cached_property
    def _columns(self) -> sparse.csr_matrix:
        return sparse.csr_matrix(self.vectors.T.tocsr())

    @cached_property
    def _landmark_columns(self) -> sparse.csr_matrix:
        return sparse.csr_matrix(self.vectors[self.landmarks].T.tocsr())

    @cached_property
    def _item_vectors(self) -> sparse.csr_matrix:
        return sparse.csr_matrix(self.index.vectors[self.index.row_of[self.items[self.landmarks]]])

    def vectors_of(self, normalised: list[str]) -> sparse.csr_matrix:
        """Vectors of new names in the space of the confirmed ones."""
        return weigh(count_pieces(normalised, SPELLING), self.idf)

    def weigh_names(self, vectors: sparse.csr_matrix) -> NDArray[np.float32]:
        """Ridge weights of the landmarks for each new name: q×landmarks."""
        return np.asarray((vectors @ self._landmark_columns).toarray() @ self.inverse, dtype=np.float32)

    def evidence(self, normalised: list[str]) -> HistoryEvidence:
        """What the confirmed names say about `normalised` names."""
        vectors = self.vectors_of(normalised)
        nearest = sp_matmul_topn(vectors, self._columns, top_n=NEAREST, sort=True)
        weights = self.weigh_names(vectors)
        items = self.item_slot[self.items]
        groups = self.group_slot[self.index.group_of[self.items]]
        item_nearest, item_votes = _collect(nearest, items, len(self.confirmed_items))
        families = self.family_slot[self.index.family_of[self.items]]
        family_nearest, _ = _collect(nearest, families, len(self.confirmed_families))
        group_nearest, group_votes = _collect(nearest, groups, len(self.confirmed_groups))
        return HistoryEvidence(
            item_ridge=_summed(weights, items[self.landmarks], len(self.confirmed_items)),
            item_nearest=item_nearest,
            item_votes=item_votes,
            group_ridge=_summed(weights, groups[self.landmarks], len(self.confirmed_groups)),
            group_nearest=group_nearest,
            group_votes=group_votes,
            family_ridge=_summed(weights, families[self.landmarks], len(self.confirmed_families)),
            family_nearest=family_nearest,
            section_ridge=_summed(
                weights, self._section(0)[self.landmarks], int(self.index.sections[0].max(initial=-1)) + 1
            ),
            division_ridge=_summed(
                weights, self._section(1)[self.landmarks], int(self.index.sections[1].max(initial=-1)) + 1
            ),
            expanded=self._expand(weights),
            strongest=item_nearest.max(axis=1, initial=0.0),
        )

    def _expand(self, weights: NDArray[np.float32]) -> sparse.csr_matrix:
        """The weighted text of the items meant by the names that explain each new name best."""
        if not weights.shape[1]:
            return sparse.csr_matrix((len(weights), SPELLING.buckets), dtype=np.float32)
        kept = min(_EXPANDING, weights.shape[1])
        best = np.argpartition(-weights, kept - 1, axis=1)[:, :kept]
        values = np.maximum(np.take_along_axis(weights, best, axis=1), 0.0)
        starts = np.arange(len(weights) + 1) * kept
        chosen = sparse.csr_matrix((values.ravel(), best.ravel(), starts), shape=weights.shape)
        return sparse.csr_matrix((chosen @ self._item_vectors).astype(np.float32))


def blended_idf(counts: sparse.csr_matrix, catalogue_idf: NDArray[np.float32]) -> NDArray[np.float32]:
    """Idf of pieces among the names, as if some 200 names like the catalogue's had been seen before."""
    seen = np.bincount(counts.indices, minlength=counts.shape[1]) + _PRIOR_TEXTS * np.exp(1.0 - catalogue_idf)
    return np.asarray(np.log((1.0 + counts.shape[0] + _PRIOR_TEXTS) / (1.0 + seen)) + 1.0, dtype=np.float32)


def _slots(present: NDArray[np.int64], size: int) -> NDArray[np.int32]:
    slots = np.full(size, -1, dtype=np.int32)
    slots[present] = np.arange(len(present), dtype=np.int32)
    return slots


def _summed(weights: NDArray[np.float32], slots: NDArray[np.int32], size: int) -> NDArray[np.float32]:
    members = sparse.csr_matrix(
        (np.ones(len(slots), np.float32), (np.arange(len(slots)), slots)), shape=(len(slots), size)
    )
    return np.asarray(weights @ members, dtype=np.float32)


def _collect(
    nearest: sparse.csr_matrix, slots: NDArray[np.int32], size: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    best = np.zeros((nearest.shape[0], size), dtype=np.float32)
    votes = np.zeros_like(best)
    rows = np.repeat(np.arange(nearest.shape[0]), np.diff(nearest.indptr))
    columns = slots[nearest.indices]
    np.maximum.at(best, (rows, columns), nearest.data)
    np.add.at(votes, (rows, columns), nearest.data**4)
    return best, votes
