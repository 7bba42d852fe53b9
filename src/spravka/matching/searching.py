"""Exact nearest items by spelling: in the whole catalogue, and inside given blocks (groups or families)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from spravka.matching.catalogue_index import Blocks, CatalogueIndex

_DENSE_CELLS = 4_000_000

Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]
"""Two arrays of equal length: places of names in the batch, and item positions."""


def search_catalogue(index: CatalogueIndex, vectors: sparse.csr_matrix, top: int) -> Pairs:
    """The `top` items nearest to each vector, over the pieces that are not too common."""
    found = sp_matmul_topn(vectors, index.postings, top_n=top, sort=False)
    rows = np.repeat(np.arange(vectors.shape[0], dtype=np.int64), np.diff(found.indptr))
    return rows, found.indices.astype(np.int64)


def search_blocks(
    index: CatalogueIndex, blocks: Blocks, vectors: sparse.csr_matrix, wanted: NDArray[np.int32], top: int
) -> Pairs:
    """The `top` nearest items of each of the blocks wanted for each vector (q×w block numbers, -1 for none)."""
    asked = wanted.ravel()
    rows = np.repeat(np.arange(wanted.shape[0], dtype=np.int64), wanted.shape[1])
    order = np.argsort(asked, kind="stable")
    asked, rows = asked[order], rows[order]
    bounds = np.flatnonzero(np.diff(asked, prepend=-2))
    found = [
        _search_one(index, vectors, blocks[int(asked[start])], rows[start:end], top)
        for start, end in zip(bounds, np.append(bounds[1:], len(asked)), strict=True)
        if asked[start] >= 0
    ]
    if not found:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    return np.concatenate([pair[0] for pair in found]), np.concatenate([pair[1] for pair in found])


def _search_one(
    index: CatalogueIndex, vectors: sparse.csr_matrix, items: NDArray[np.int64], rows: NDArray[np.int64], top: int
) -> Pairs:
    if len(items) <= top:
        return np.repeat(rows, len(items)), np.tile(items, len(rows))
    block = sparse.csr_matrix(index.vectors[items])
    parts = [
        _best_of_block(block, vectors, rows[start : start + max(1, _DENSE_CELLS // len(items))], items, top)
        for start in range(0, len(rows), max(1, _DENSE_CELLS // len(items)))
    ]
    return np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])


def _best_of_block(
    block: sparse.csr_matrix, vectors: sparse.csr_matrix, rows: NDArray[np.int64], items: NDArray[np.int64], top: int
) -> Pairs:
    similarities = (block @ vectors[rows].T.tocsr()).toarray()
    best = np.argpartition(-similarities, top - 1, axis=0)[:top]
    return np.repeat(rows, top), items[best.T.ravel()]
