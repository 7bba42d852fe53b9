"""Learning a perceptron over words of features, with scikit-learn; it is kept as arrays."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.neural_network import MLPClassifier

from spravka.question_reading.learned_parts.classifiers import Perceptron

SEED = 20
ROWS_OF_A_STEP = 1024
RATE = 0.005

Row = NDArray[np.int32]
"""The words of one row as their numbers, each once."""


class Words:
    """Numbers for words, in the order they come."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def row(self, words: Iterable[str]) -> Row:
        found = {self._numbers.setdefault(word, len(self._numbers)) for word in words}
        return np.array(sorted(found), dtype=np.int32)

    @property
    def names(self) -> list[str]:
        """The words by their numbers."""
        return list(self._numbers)


def learn_perceptron(
    rows: Sequence[Row],
    labels: Sequence[str],
    words: Words,
    *,
    units: int,
    epochs: int,
    fewest_rows_of_a_word: int = 4,
    fewest_rows_of_a_class: int = 12,
    decay: float = 1e-4,
) -> Perceptron:
    """The classes and words that are not rarer than asked; rows of rarer classes are left out."""
    class_counts = Counter(labels)
    kept = [place for place, label in enumerate(labels) if class_counts[label] >= fewest_rows_of_a_class]
    names = words.names
    counts = np.bincount(np.concatenate([rows[place] for place in kept]), minlength=len(names))
    frequent = sorted(map(int, np.flatnonzero(counts >= fewest_rows_of_a_word)), key=names.__getitem__)
    matrix = _matrix([rows[place] for place in kept], frequent, len(names))
    classifier = MLPClassifier(
        (units,),
        batch_size=min(ROWS_OF_A_STEP, len(kept)),
        max_iter=epochs,
        alpha=decay,
        random_state=SEED,
        learning_rate_init=RATE,
        tol=0.0,
    )
    classifier.fit(matrix, [labels[place] for place in kept])
    (hidden, output), (hidden_bias, output_bias) = classifier.coefs_, classifier.intercepts_
    return Perceptron(
        tuple(names[number] for number in frequent),
        tuple(str(name) for name in classifier.classes_),
        hidden.astype(np.float32),
        hidden_bias.astype(np.float32),
        output.astype(np.float32),
        output_bias.astype(np.float32),
    )


def _matrix(rows: Sequence[Row], frequent: Sequence[int], size: int) -> csr_matrix:
    """Rows × frequent words."""
    places = np.full(size, -1, dtype=np.int32)
    places[np.array(frequent, dtype=np.int64)] = np.arange(len(frequent), dtype=np.int32)
    indices = places[np.concatenate(rows)]
    owners = np.repeat(np.arange(len(rows)), [len(row) for row in rows])[indices >= 0]
    indices = indices[indices >= 0]
    starts = np.concatenate([[0], np.cumsum(np.bincount(owners, minlength=len(rows)))])
    matrix = csr_matrix((np.ones(len(indices), np.float32), indices, starts), shape=(len(rows), len(frequent)))
    matrix.sort_indices()
    return matrix
