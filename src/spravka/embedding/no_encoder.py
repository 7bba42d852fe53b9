"""No encoder at all: documents are then found by their words alone, and are ready as soon as they are read."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from spravka.embedding.errors import EncoderUnavailable


class VectorsSwitchedOff(EncoderUnavailable):
    """The settings want no vectors of passages."""

    title = "Documents are found by their words alone"

    @property
    def detail(self) -> str:
        return (
            "Vectors are switched off: SPRAVKA_DOCUMENTS_ENCODER names no encoder. Choose one, and what is indexed "
            "gets its vectors by itself."
        )


class NoEncoder:
    """Stands where an encoder would; raises :class:`VectorsSwitchedOff` whatever it is to encode."""

    name = "none"
    dimensions = 0

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        raise VectorsSwitchedOff

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        raise VectorsSwitchedOff
