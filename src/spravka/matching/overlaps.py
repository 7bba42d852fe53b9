"""How much two texts share, piece by piece, for many pairs at once.

Pairs come in lists: one name against its candidates. The name's vector is spread over all pieces once, and the pieces
of all its candidates are looked up in it together; a product of two sparse matrices of pairs takes ten times as long.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Overlaps:
    """For each pair: the cosine; the share of the name's weight that the item has, and the reverse; and the product
    with the name's expansion."""

    similar: Floats
    name_covered: Floats
    item_covered: Floats
    expanded: Floats


def overlaps(
    names: sparse.csr_matrix,
    expansions: sparse.csr_matrix,
    things: sparse.csr_matrix,
    rows: NDArray[np.int64],
    items: NDArray[np.int64],
) -> Overlaps:
    """Compare `names[rows]` and `expansions[rows]` with `things[items]`, pair by pair; `rows` must be sorted."""
    told = Overlaps(*(np.zeros(len(rows), np.float32) for _ in range(4)))
    name_spread, expansion_spread = (np.zeros(names.shape[1], np.float32) for _ in range(2))
    bounds = np.append(np.flatnonzero(np.diff(rows, prepend=-1)), len(rows)).tolist()
    for start, end in pairwise(bounds):
        name_pieces, expansion_pieces = _piece_span(names, rows[start]), _piece_span(expansions, rows[start])
        name_spread[names.indices[name_pieces]] = names.data[name_pieces]
        expansion_spread[expansions.indices[expansion_pieces]] = expansions.data[expansion_pieces]
        _compare_list(told, slice(start, end), name_spread, expansion_spread, things, items[start:end])
        name_spread[names.indices[name_pieces]] = 0.0
        expansion_spread[expansions.indices[expansion_pieces]] = 0.0
    return told


def _compare_list(
    told: Overlaps,
    span: slice,
    name_spread: Floats,
    expansion_spread: Floats,
    things: sparse.csr_matrix,
    items: NDArray[np.int64],
) -> None:
    places, begins = _stored_places(things, items)
    if not len(places):
        return
    pieces, weights = things.indices[places], things.data[places]
    named = name_spread[pieces]
    told.similar[span] = _sums(named * weights, begins)
    told.name_covered[span] = _sums(named * named, begins)
    told.item_covered[span] = _sums(np.where(named != 0, weights * weights, np.float32(0)), begins)
    told.expanded[span] = _sums(expansion_spread[pieces] * weights, begins)


def _piece_span(matrix: sparse.csr_matrix, row: np.int64) -> slice:
    return slice(int(matrix.indptr[row]), int(matrix.indptr[row + 1]))


def _stored_places(matrix: sparse.csr_matrix, rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where the values of `rows` are stored, one row after the other, and the bounds of each row among them."""
    starts = matrix.indptr[rows].astype(np.int64)
    counts = matrix.indptr[rows + 1] - starts
    bounds = np.concatenate(([0], np.cumsum(counts)))
    places = np.arange(bounds[-1], dtype=np.int64) + np.repeat(starts - bounds[:-1], counts)
    return places, bounds


def _sums(values: Floats, bounds: NDArray[np.int64]) -> Floats:
    """The sum of each stretch; an empty stretch sums to nothing, which `reduceat` alone would not say."""
    padded = np.append(values, np.float32(0))
    sums = np.add.reduceat(padded, bounds[:-1])
    return np.where(np.diff(bounds) > 0, sums, np.float32(0))
