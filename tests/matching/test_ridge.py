"""Ridge weights are those of the textbook."""

import numpy as np
from scipy import sparse

from spravka.matching.ridge import fit_ridge, solve_ridge

VECTORS = sparse.csr_matrix(np.array([[1.0, 0.0, 0.0], [0.6, 0.8, 0.0], [0.0, 0.0, 1.0]], dtype=np.float32))


def test_the_inverse_undoes_the_regularised_similarities() -> None:
    kernel = (VECTORS @ VECTORS.T).toarray() + 0.3 * np.eye(3)
    assert np.allclose(solve_ridge(VECTORS, 0.3) @ kernel, np.eye(3), atol=1e-5)


def test_fitting_gives_what_the_inverse_gives() -> None:
    marks = np.eye(3, dtype=np.float32)[:, :2]
    assert np.allclose(fit_ridge(VECTORS, marks, 0.3), solve_ridge(VECTORS, 0.3) @ marks, atol=1e-5)
