"""Where the vectors of passages lie: in the vector store, and for searching as a bundle of arrays for each document.

The store keeps them and is not searched (see :mod:`spravka.vectors.store`); a bundle is mapped into memory and searched
exactly. float16 halves the memory; the error it makes in a cosine is under 0.001.
"""

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from spravka.files.arrays import ArraysMissing, ArrayStore, Bundle

PASSAGE_IDS = "passage_ids"
VECTORS = "vectors"
ENCODER = "encoder"
OPENED_BUNDLES = 2_000
LOOKED_FOR_EVERY_SECONDS = 60.0


def collection_name(tenant_id: int, encoder: str) -> str:
    """The tenant's collection in the vector store; vectors of different encoders never meet."""
    return f"documents-{tenant_id}-{encoder}"


@dataclass(frozen=True)
class PassageVectors:
    """The vectors of a document's passages: row ``i`` belongs to ``passage_ids[i]``."""

    passage_ids: NDArray[np.int64]
    vectors: NDArray[np.float16]

    def to_bundle(self, encoder: str) -> Bundle:
        return Bundle({PASSAGE_IDS: self.passage_ids, VECTORS: self.vectors}, {ENCODER: encoder})

    def similarities(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """The cosine of each passage to ``vector``, both being of unit length."""
        products: NDArray[np.float32] = self.vectors.astype(np.float32) @ vector
        return products


class VectorShelf:
    """Bundles that this process has opened, the least used forgotten first, and before long those that are deleted:
    what is mapped keeps its place on the disk. Safe to use from several threads."""

    def __init__(self, limit: int = OPENED_BUNDLES) -> None:
        self._limit = limit
        self._opened: OrderedDict[str, PassageVectors] = OrderedDict()
        self._lock = threading.Lock()
        self._looked_at = time.monotonic()

    def open(self, arrays: ArrayStore, key: str, encoder: str) -> PassageVectors | None:
        """The vectors of a bundle; None where another encoder made them, or the bundle has just been replaced."""
        with self._lock:
            self._forget_deleted(arrays)
            if key in self._opened:
                self._opened.move_to_end(key)
                return self._opened[key]
        try:
            bundle = arrays.open(key)
        except ArraysMissing:
            return None
        if bundle.facts.get(ENCODER) != encoder:
            return None
        return self._keep(key, PassageVectors(bundle.arrays[PASSAGE_IDS], bundle.arrays[VECTORS]))

    def _forget_deleted(self, arrays: ArrayStore) -> None:
        if time.monotonic() - self._looked_at < LOOKED_FOR_EVERY_SECONDS:
            return
        for key in [key for key in self._opened if not arrays.has(key)]:
            del self._opened[key]
        self._looked_at = time.monotonic()

    def _keep(self, key: str, vectors: PassageVectors) -> PassageVectors:
        with self._lock:
            self._opened[key] = vectors
            while len(self._opened) > self._limit:
                self._opened.popitem(last=False)
        return vectors
