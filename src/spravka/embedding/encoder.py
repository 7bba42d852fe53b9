"""The one interface of every encoder."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Encoder(Protocol):
    """Turns texts into vectors of unit length, so that a dot product is a cosine similarity."""

    @property
    def name(self) -> str:
        """Which encoder made a vector; vectors of different encoders are never compared."""

    @property
    def dimensions(self) -> int: ...

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """``len(texts)`` rows of ``dimensions`` float32; an empty text gives a vector like any other."""


class AskedEncoder(Encoder, Protocol):
    """An encoder that questions are put to: it may encode a question otherwise than what answers it."""

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of questions, as of :meth:`encode`, to be held against those of the texts that may answer."""
