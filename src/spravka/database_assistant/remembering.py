"""Remembering what the encoder made of names: a reader that is prepared anew asks for nearly the same ones."""

import threading
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from spravka.question_reading.reader import Encode

MOST_REMEMBERED = 20_000
"""Of 2 kB each; beyond them all are forgotten, and encoded as they come again."""


class RememberedVectors:
    """An encoder that remembers its texts; to be called from any thread."""

    def __init__(self, encode: Encode, most: int = MOST_REMEMBERED) -> None:
        self._encode = encode
        self._most = most
        self._vectors: dict[str, NDArray[np.float32]] = {}
        self._lock = threading.Lock()

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors, one a row."""
        if not texts:
            return self._encode(texts)
        with self._lock:
            found = {text: self._vectors[text] for text in texts if text in self._vectors}
        unknown = [text for text in dict.fromkeys(texts) if text not in found]
        if unknown:
            found |= self._encoded(unknown)
        return np.stack([found[text] for text in texts])

    def _encoded(self, texts: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        vectors = dict(zip(texts, self._encode(texts), strict=True))
        with self._lock:
            if len(self._vectors) + len(vectors) > self._most:
                self._vectors.clear()
            if len(vectors) <= self._most:
                self._vectors |= vectors
        return vectors
