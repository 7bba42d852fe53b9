"""No encoder at all: documents are then found by their words alone, and are ready as soon as they are read."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from spravka.embedding.errors import VectorsSwitchedOff


class NoEncoder:
    """Stands where an encoder would; raises :class:`VectorsSwitchedOff` whatever it is to encode."""

    name = "none"
    dimensions = 0

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        raise VectorsSwitchedOff

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        raise VectorsSwitchedOff
