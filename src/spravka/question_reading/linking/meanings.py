"""What is near in the encoder's space: the last way to see that «певец» and ``singer`` are one.

The encoder is one for both languages; a word alone tells about as much as it ever does there (measured: a translation
has a cosine of 0.8…0.95, a synonym 0.6…0.9, another thing of the same world 0.2…0.5).
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Encode = Callable[[Sequence[str]], NDArray[np.float32]]

LEAST_COSINE = 0.5
MOST_NEAR = 4
MOST_TEXTS = 8_000
"""Names beyond this many are not encoded: preparing stays within seconds."""
MOST_REMEMBERED = 10_000
"""Of 2 kB each."""


class Remembering:
    """An encoder that remembers its last texts: the words of questions come again and again."""

    def __init__(self, encode: Encode) -> None:
        self._encode = encode
        self._vectors: dict[str, NDArray[np.float32]] = {}

    def afresh(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of texts that will not come again."""
        return self._encode(texts) if texts else np.zeros((0, 0), dtype=np.float32)

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        unknown = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        if len(self._vectors) + len(unknown) > MOST_REMEMBERED:
            self._vectors.clear()
            unknown = list(dict.fromkeys(texts))
        self._vectors |= dict(zip(unknown, self._encode(unknown), strict=True))
        return np.stack([self._vectors[text] for text in texts])


class Meanings:
    """Texts with their vectors, prepared once."""

    def __init__(self, texts: Sequence[str], encode: Remembering) -> None:
        self._texts = list(texts)[:MOST_TEXTS]
        self._encode = encode
        self._vectors = encode.afresh(self._texts)

    def near(self, texts: Sequence[str]) -> list[tuple[tuple[str, float], ...]]:
        """For each text the prepared ones near to it with their strength (0…1), nearest first."""
        if not texts or not self._texts:
            return [() for _ in texts]
        return [self._nearest(row) for row in self._encode(texts) @ self._vectors.T]

    def _nearest(self, cosines: NDArray[np.float32]) -> tuple[tuple[str, float], ...]:
        count = min(MOST_NEAR, len(cosines))
        places = np.argpartition(-cosines, count - 1)[:count]
        near = [(self._texts[place], strength_of(float(cosines[place]))) for place in places]
        return tuple(sorted((pair for pair in near if pair[1] > 0), key=lambda pair: (-pair[1], pair[0])))


def strength_of(cosine: float) -> float:
    """How surely two texts mean the same: from 0.3 at the least cosine to 0.85 at 0.95."""
    if cosine < LEAST_COSINE:
        return 0.0
    return min(0.85, 0.3 + (cosine - LEAST_COSINE) * 0.55 / 0.45)
