"""Learning a perceptron over words of features, with scikit-learn; it is kept as arrays."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.neural_network import MLPClassifier

from spravka.question_reading.learned_parts.classifiers import Perceptron

SEED = 20


def learn_perceptron(
    rows: Sequence[Sequence[str]],
    labels: Sequence[str],
    *,
    units: int,
    epochs: int,
    fewest_rows_of_a_word: int = 4,
    fewest_rows_of_a_class: int = 12,
    decay: float = 1e-4,
) -> Perceptron:
    """The classes (three or more) and words that are not rarer than asked; rows of rarer classes are left out."""
    class_counts = Counter(labels)
    kept = [place for place, label in enumerate(labels) if class_counts[label] >= fewest_rows_of_a_class]
    word_counts = Counter(word for place in kept for word in set(rows[place]))
    vocabulary = sorted(word for word, count in word_counts.items() if count >= fewest_rows_of_a_word)
    matrix = _matrix([rows[place] for place in kept], vocabulary)
    classifier = MLPClassifier(
        (units,), batch_size=128, max_iter=epochs, alpha=decay, random_state=SEED, learning_rate_init=0.002, tol=0.0
    )
    classifier.fit(matrix, [labels[place] for place in kept])
    (hidden, output), (hidden_bias, output_bias) = classifier.coefs_, classifier.intercepts_
    return Perceptron(
        tuple(vocabulary),
        tuple(str(name) for name in classifier.classes_),
        hidden.astype(np.float32),
        hidden_bias.astype(np.float32),
        output.astype(np.float32),
        output_bias.astype(np.float32),
    )


def _matrix(rows: Sequence[Sequence[str]], vocabulary: Sequence[str]) -> csr_matrix:
    places = {word: place for place, word in enumerate(vocabulary)}
    indices: list[int] = []
    starts = [0]
    for row in rows:
        indices += sorted({places[word] for word in row if word in places})
        starts.append(len(indices))
    ones = np.ones(len(indices), dtype=np.float32)
    return csr_matrix((ones, indices, starts), shape=(len(rows), len(vocabulary)), dtype=np.float32)
