"""Kernel ridge regression over confirmed names: which of them explain a new name, and how much.

For names with unit vectors x and a new name q the ridge weights are w(q) = k(q) (K + λI)⁻¹, with K the cosine
similarities among the names and k(q) those of q. Summing w over the names of a group or of an item scores that group
or item as a least-squares support vector machine would (Suykens & Vandewalle, 1999), for all groups and items at
once.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import linalg, sparse

STRENGTH = 0.3
"""λ: how far a name's own label gives way to those of similar names."""


def solve_ridge(vectors: sparse.csr_matrix, strength: float = STRENGTH) -> NDArray[np.float32]:
    """(K + λI)⁻¹ for n unit vectors: float32, n×n, symmetric."""
    kernel = (vectors @ vectors.T).toarray().astype(np.float64)
    kernel[np.diag_indices_from(kernel)] += strength
    inverse, _ = linalg.lapack.dpotri(linalg.cholesky(kernel, lower=True), lower=1)
    return np.asarray(np.tril(inverse) + np.tril(inverse, -1).T, dtype=np.float32)


def fit_ridge(
    vectors: sparse.csr_matrix, marks: NDArray[np.float32], strength: float = STRENGTH
) -> NDArray[np.float32]:
    """(K + λI)⁻¹ marks, for n unit vectors and n×m marks: what each example says about each of m answers."""
    kernel = (vectors @ vectors.T).toarray().astype(np.float32)
    kernel[np.diag_indices_from(kernel)] += np.float32(strength)
    return np.asarray(linalg.solve(kernel, marks, assume_a="pos", overwrite_a=True), dtype=np.float32)
