"""An encoder behind an OpenAI-compatible address, as Ollama, vLLM, TEI, llama.cpp or a cloud answer at ``/embeddings``.

Documents and questions are encoded by the same server. One that is down costs a question a few seconds at most, and
nothing until it is asked again; whoever indexes waits and tries some more.
"""

import hashlib
import json
import re
import time
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from spravka.embedding.asking_server import EmbeddingServer
from spravka.embedding.errors import EmbeddingDimensionsDiffer, EmbeddingTextsRefused, EncoderUnavailable
from spravka.embedding.settings import EmbeddingSettings
from spravka.embedding.texts import batches, encodable
from spravka.telemetry import get_logger

log = get_logger(__name__)

MAX_CHARACTERS = 4_000
"""Longer texts are cut; what the server finds too long all the same is cut in half, down to ``LEAST_CHARACTERS``."""
LEAST_CHARACTERS = 250
QUESTION_SECONDS = 10.0
"""So long a question waits for its vector, before it is searched by its words alone."""
LEFT_ALONE_SECONDS = 15.0
"""So long a server that failed a question is not asked by others, who would wait as long."""
RETRY_PAUSES_SECONDS = (0.5, 2.0, 5.0)
NAME_CHARACTERS = 40


class ServerEncoder:
    """Any number of threads may use it at once."""

    def __init__(
        self, settings: EmbeddingSettings, retry_pauses_seconds: Sequence[float] = RETRY_PAUSES_SECONDS
    ) -> None:
        assert settings.dimensions is not None
        self.dimensions = settings.dimensions
        self._settings = settings
        self._server = EmbeddingServer(settings)
        self._pauses = retry_pauses_seconds
        self._failed: EncoderUnavailable | None = None
        self._asked_again_at = 0.0

    @property
    def name(self) -> str:
        """Other for every encoder, length and prefix: what differs in them makes vectors that cannot be compared."""
        facts = [self._settings.name, self.dimensions, self._settings.passage_prefix]
        digest = hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:8]
        told = re.sub(r"[^a-z0-9]+", "-", self._settings.name.lower()).strip("-")[:NAME_CHARACTERS]
        return f"server-{told}-{digest}"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of passages, of unit length, one a row; raises :class:`EncoderUnavailable`."""
        told = [self._settings.passage_prefix + encodable(text, MAX_CHARACTERS) for text in texts]
        encoded = [self._encode_batch(batch) for batch in batches(told, self._settings.batch_texts)]
        return np.concatenate([np.zeros((0, self.dimensions), dtype=np.float32), *encoded])

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of questions, of unit length; asked once, for whoever asks waits. Raises as :meth:`encode`."""
        failed = self._failed  # another thread may take it away meanwhile
        if failed is not None and time.monotonic() < self._asked_again_at:
            raise failed.with_traceback(None)
        told = [self._settings.query_prefix + encodable(text, MAX_CHARACTERS) for text in texts]
        try:
            encoded = [self._ask(batch, QUESTION_SECONDS, ()) for batch in batches(told, self._settings.batch_texts)]
        except EncoderUnavailable as problem:
            self._failed, self._asked_again_at = problem, time.monotonic() + LEFT_ALONE_SECONDS
            raise
        self._failed = None
        return np.concatenate([np.zeros((0, self.dimensions), dtype=np.float32), *encoded])

    def _encode_batch(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A server that refuses some texts is asked for each half of them; for one alone, with half of it."""
        try:
            return self._ask(texts, self._settings.timeout_seconds, self._pauses)
        except EmbeddingTextsRefused as refusal:
            if len(texts) > 1:
                middle = len(texts) // 2
                return np.concatenate([self._encode_batch(texts[:middle]), self._encode_batch(texts[middle:])])
            if len(texts[0]) <= LEAST_CHARACTERS:
                raise
            log.warning("embedding server refused a text, it is cut", status=refusal.status, characters=len(texts[0]))
            return self._encode_batch([texts[0][: len(texts[0]) // 2]])

    def _ask(self, texts: Sequence[str], seconds: float, pauses: Sequence[float]) -> NDArray[np.float32]:
        vectors = self._server.ask(texts, seconds, pauses)
        if vectors.shape[1] != self.dimensions:
            raise EmbeddingDimensionsDiffer(expected=self.dimensions, given=vectors.shape[1])
        return vectors
