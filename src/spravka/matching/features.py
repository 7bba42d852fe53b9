"""What is known about each (name, candidate) pair, as one row of numbers: the ranker's only input.

Every feature is transparent and knows nothing of any particular catalogue: similarities, words and numbers covered,
parameters agreeing and differing, what confirmed names say, how likely the group is, and how each of these compares
with the best rival for the same name. All pairs of a batch are computed together.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from spravka.matching.catalogue_index import CatalogueIndex
from spravka.matching.facts import FactRows, count_shared
from spravka.matching.history import History, HistoryEvidence
from spravka.matching.overlaps import overlaps
from spravka.matching.searching import Pairs

Features = NDArray[np.float32]


@dataclass(frozen=True)
class NameBatch:
    """A batch of q normalised names, prepared: vectors, facts, evidence, and group opinions (q×all groups)."""

    vectors: sparse.csr_matrix
    facts: FactRows
    evidence: HistoryEvidence
    group_confidences: NDArray[np.float32]
    group_similarities: NDArray[np.float32]


_COMPARED = (
    "spelling",
    "expanded",
    "item_ridge",
    "item_nearest",
    "item_votes",
    "family_ridge",
    "group_confidence",
    "section_ridge",
    "numbers_covered",
    "words_covered",
)
"""Features that are also given relative to the best candidate of the same name."""

_COMPARED_WITHIN_FAMILY = ("spelling", "item_ridge", "numbers_covered", "leading_found", "item_nearest")

NAMES: tuple[str, ...] = (
    "spelling",
    "spelling_covered",
    "item_covered",
    "expanded",
    "numbers_named",
    "numbers_shared",
    "numbers_covered",
    "item_numbers_covered",
    "leading_found",
    "following_found",
    "facts_agreeing",
    "facts_differing",
    "facts_missing",
    "item_facts_missing",
    "words_covered",
    "item_words_covered",
    "head_found",
    "item_head_found",
    "item_ridge",
    "item_nearest",
    "item_votes",
    "item_confirmed",
    "family_ridge",
    "family_nearest",
    "family_confirmed",
    "group_ridge",
    "group_nearest",
    "group_votes",
    "group_confirmed",
    "group_confidence",
    "group_similarity",
    "section_ridge",
    "division_ridge",
    "division_confirmed",
    "history_strongest",
    "history_size",
    "group_size",
    *(f"{name}_behind" for name in _COMPARED),
    *(f"{name}_rank" for name in _COMPARED),
    *(f"{name}_behind_in_family" for name in _COMPARED_WITHIN_FAMILY),
)


def describe_pairs(index: CatalogueIndex, history: History, batch: NameBatch, pairs: Pairs) -> Features:
    """One row of `NAMES` for each pair; `pairs` must be sorted by name."""
    rows, items = pairs
    own = {
        **_spelling(index, batch, rows, items),
        **_facts(index, batch, rows, items),
        **_history(index, history, batch, rows, items),
    }
    for name in _COMPARED:
        own[f"{name}_behind"], own[f"{name}_rank"] = _against_rivals(own[name], rows)
    own |= _within_family(own, rows, index.family_of[items])
    return np.stack([own[name] for name in NAMES], axis=1).astype(np.float32)


def _spelling(
    index: CatalogueIndex, batch: NameBatch, rows: NDArray[np.int64], items: NDArray[np.int64]
) -> dict[str, Features]:
    told = overlaps(batch.vectors, batch.evidence.expanded, index.vectors, rows, index.row_of[items].astype(np.int64))
    lengths = sparse.linalg.norm(batch.evidence.expanded, axis=1)
    return {
        "spelling": told.similar,
        "spelling_covered": told.name_covered,
        "item_covered": told.item_covered,
        "expanded": told.expanded / np.maximum(lengths, 1e-6)[rows],
    }


def _facts(
    index: CatalogueIndex, batch: NameBatch, rows: NDArray[np.int64], items: NDArray[np.int64]
) -> dict[str, Features]:
    name, item = batch.facts, index.facts
    numbers = name.numbers.lengths(rows).astype(np.float32)
    item_numbers = item.numbers.lengths(items).astype(np.float32)
    shared = count_shared(name.numbers, rows, item.numbers, items)
    agreeing = count_shared(name.typed, rows, item.typed, items)
    kinds = count_shared(name.kinds, rows, item.kinds, items)
    words = count_shared(name.words, rows, item.words, items)
    return {
        "numbers_named": numbers,
        "numbers_shared": shared,
        "numbers_covered": shared / np.maximum(numbers, 1),
        "item_numbers_covered": shared / np.maximum(item_numbers, 1),
        "leading_found": count_shared(name.leading, rows, item.numbers, items),
        "following_found": count_shared(name.following, rows, item.numbers, items),
        "facts_agreeing": agreeing,
        "facts_differing": np.maximum(kinds - agreeing, 0),
        "facts_missing": name.kinds.lengths(rows) - kinds,
        "item_facts_missing": item.kinds.lengths(items) - kinds,
        "words_covered": words / np.maximum(name.words.lengths(rows), 1),
        "item_words_covered": words / np.maximum(item.words.lengths(items), 1),
        "head_found": count_shared(name.heads, rows, item.words, items),
        "item_head_found": count_shared(item.heads, items, name.words, rows),
    }


def _history(
    index: CatalogueIndex, history: History, batch: NameBatch, rows: NDArray[np.int64], items: NDArray[np.int64]
) -> dict[str, Features]:
    told = batch.evidence
    groups = index.group_of[items]
    slots, group_slots = history.item_slot[items], history.group_slot[groups]
    families = history.family_slot[index.family_of[items]]
    return {
        "item_ridge": _look_up(told.item_ridge, rows, slots),
        "item_nearest": _look_up(told.item_nearest, rows, slots),
        "item_votes": _look_up(told.item_votes, rows, slots),
        "item_confirmed": np.log1p(_look_up(history.item_counts[None, :], rows * 0, slots)),
        "family_ridge": _look_up(told.family_ridge, rows, families),
        "family_nearest": _look_up(told.family_nearest, rows, families),
        "family_confirmed": np.log1p(_look_up(history.family_counts[None, :], rows * 0, families)),
        "group_ridge": _look_up(told.group_ridge, rows, group_slots),
        "group_nearest": _look_up(told.group_nearest, rows, group_slots),
        "group_votes": _look_up(told.group_votes, rows, group_slots),
        "group_confirmed": np.log1p(_look_up(history.group_counts[None, :], rows * 0, group_slots)),
        "group_confidence": batch.group_confidences[rows, groups],
        "group_similarity": batch.group_similarities[rows, groups],
        "section_ridge": _look_up(told.section_ridge, rows, index.sections[0][groups]),
        "division_ridge": _look_up(told.division_ridge, rows, index.sections[1][groups]),
        "division_confirmed": np.log1p(history.section_counts[index.sections[1][groups]]),
        "history_strongest": told.strongest[rows],
        "history_size": np.full(len(rows), np.log1p(len(history.names)), np.float32),
        "group_size": np.log1p(index.group_sizes[groups].astype(np.float32)),
    }


def _within_family(
    own: dict[str, Features], rows: NDArray[np.int64], families: NDArray[np.int32]
) -> dict[str, Features]:
    """How far a candidate is behind the best of its own family, the one its sizes should pick."""
    order = np.lexsort((families, rows))
    lists = np.cumsum(np.diff(rows[order], prepend=-1).astype(bool) | np.diff(families[order], prepend=-1).astype(bool))
    told = {}
    for name in _COMPARED_WITHIN_FAMILY:
        behind = np.empty(len(rows), np.float32)
        behind[order] = _against_rivals(own[name][order], lists)[0]
        told[f"{name}_behind_in_family"] = behind
    return told


def _look_up(table: Features, rows: NDArray[np.int64], slots: NDArray[np.int32]) -> Features:
    if not table.shape[1]:
        return np.zeros(len(rows), np.float32)
    return np.where(slots >= 0, table[rows, np.maximum(slots, 0)], np.float32(0))


def _against_rivals(values: Features, rows: NDArray[np.int64]) -> tuple[Features, Features]:
    """How far each value is behind the best of its name, and its rank (0 is best; equal values share a rank's
    start)."""
    starts = np.flatnonzero(np.diff(rows, prepend=-1))
    if not len(starts):
        return values, values
    counts = np.diff(np.append(starts, len(rows)))
    behind = np.repeat(np.maximum.reduceat(values, starts), counts) - values
    order = np.lexsort((behind, rows))
    ordered = behind[order]
    place = np.arange(len(rows)) - np.repeat(starts, counts)
    new = np.append(True, (ordered[1:] != ordered[:-1]) | (rows[1:] != rows[:-1]))
    first = np.maximum.accumulate(np.where(new, np.arange(len(rows)), 0))
    ranks = np.empty(len(rows), np.float32)
    ranks[order] = place[first]
    return behind, ranks
