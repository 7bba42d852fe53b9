"""Exact nearest items by spelling: in the whole catalogue, and inside given blocks (groups or families)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from spravka.matching.catalogue_index import CatalogueIndex

BIG_BLOCK = 1500
"""Blocks with more items are searched for all their names at once, smaller ones name by name."""

Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]
"""Two arrays of equal length: places of names in the batch, and item positions."""


def search_catalogue(index: CatalogueIndex, vectors: sparse.csr_matrix, top: int) -> Pairs:
    """The `top` items nearest to each vector, over the pieces that are not too common."""
    found = sp_matmul_topn(vectors, index.postings, top_n=top, sort=False)
    names = np.repeat(np.arange(vectors.shape[0], dtype=np.int64), np.diff(found.indptr))
    return names, index.order[found.indices].astype(np.int64)


def search_blocks(
    index: CatalogueIndex,
    starts: NDArray[np.int64],
    vectors: sparse.csr_matrix,
    wanted: NDArray[np.int64],
    top: int,
) -> Pairs:
    """The `top` nearest items of each of the blocks wanted for each vector.

    `starts` are the bounds of all blocks among the index's rows, `wanted` (q×w) block numbers.
    """
    big = np.diff(starts)[wanted] > BIG_BLOCK
    found = _search_small_blocks(index, starts, vectors, np.where(big, -1, wanted), top)
    found += [
        _search_big_block(index, int(starts[block]), int(starts[block + 1]), vectors, np.flatnonzero(rows), top)
        for block, rows in ((block, (wanted == block).any(axis=1)) for block in np.unique(wanted[big]))
    ]
    names = [names for names, _ in found]
    rows = [rows for _, rows in found]
    nothing = np.zeros(0, dtype=np.int64)
    return np.concatenate([nothing, *names]), index.order[np.concatenate([nothing, *rows])].astype(np.int64)


def _search_small_blocks(
    index: CatalogueIndex,
    starts: NDArray[np.int64],
    vectors: sparse.csr_matrix,
    wanted: NDArray[np.int64],
    top: int,
) -> list[Pairs]:
    """One name at a time: its vector is spread over all pieces, and the pieces of a block are looked up in it."""
    spread = np.zeros(vectors.shape[1], np.float32)
    found: list[NDArray[np.int64]] = []
    counts = []
    for name, blocks in enumerate(wanted.tolist()):
        own = slice(vectors.indptr[name], vectors.indptr[name + 1])
        spread[vectors.indices[own]] = vectors.data[own]
        mine = [
            _best_rows(index, int(starts[block]), int(starts[block + 1]), spread, top) for block in blocks if block >= 0
        ]
        spread[vectors.indices[own]] = 0.0
        found += mine
        counts.append(sum(map(len, mine)))
    if not found:
        return []
    return [(np.repeat(np.arange(len(counts), dtype=np.int64), counts), np.concatenate(found))]


def _best_rows(index: CatalogueIndex, start: int, end: int, spread: NDArray[np.float32], top: int) -> NDArray[np.int64]:
    if end - start <= top:
        return np.arange(start, end, dtype=np.int64)
    bounds = index.vectors.indptr[start : end + 1]
    pieces = slice(bounds[0], bounds[-1])
    products = np.append(spread[index.vectors.indices[pieces]] * index.vectors.data[pieces], np.float32(0))
    similarities = np.add.reduceat(products, bounds[:-1] - bounds[0])
    return np.argpartition(-similarities, top - 1)[:top] + start


def _search_big_block(
    index: CatalogueIndex, start: int, end: int, vectors: sparse.csr_matrix, names: NDArray[np.int64], top: int
) -> Pairs:
    columns = sparse.csr_matrix(index.vectors[start:end].T.tocsr())
    found = sp_matmul_topn(vectors[names], columns, top_n=top, sort=False)
    return np.repeat(names, np.diff(found.indptr)), found.indices.astype(np.int64) + start
