"""One request to an OpenAI-compatible ``/embeddings``, and what may come back.

The form is that of OpenAI's API reference, "Create embeddings": ``{"model", "input": [...]}`` is answered with
``{"data": [{"index", "embedding": [...]}]}``. Nothing that the server writes beside the numbers is shown to anybody or
logged: it may repeat the texts.
"""

import json
import time
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from spravka.embedding.errors import (
    EmbeddingAnswerUnreadable,
    EmbeddingServerRefused,
    EmbeddingServerUnreachable,
    EmbeddingTextsRefused,
)
from spravka.embedding.settings import EmbeddingSettings

if TYPE_CHECKING:
    import httpx2

CONNECT_SECONDS = 3.0
NUMBER_BYTES = 32
"""A number of a vector as JSON takes less."""
REPEATED = frozenset({408, 409, 429, 500, 502, 503, 504, 529})
ABOUT_TEXTS = frozenset({400, 413, 422})
"""Statuses by which servers refuse texts that are too many or too long."""
ADVICE = {
    401: "set SPRAVKA_EMBEDDING_API_KEY to a key that it accepts.",
    403: "the key of SPRAVKA_EMBEDDING_API_KEY may not do this.",
    404: "it knows no such encoder or address: look at SPRAVKA_EMBEDDING_NAME and SPRAVKA_EMBEDDING_BASE_URL.",
}
TOO_LATE = "did not answer in time"
OTHER_ADVICE = "its log tells why; SPRAVKA_EMBEDDING_BATCH_TEXTS makes requests smaller."


class EmbeddingServer:
    """A client that connects at its first request."""

    def __init__(self, settings: EmbeddingSettings) -> None:
        self._settings = settings

    def ask(self, texts: Sequence[str], seconds: float, pauses_seconds: Sequence[float]) -> NDArray[np.float32]:
        """Vectors of unit length, one a row, within ``seconds`` or hardly more. A server that is down or busy is asked
        again after each of the pauses for which there is time.

        Raises :class:`EmbeddingServerUnreachable`, :class:`EmbeddingServerRefused` (:class:`EmbeddingTextsRefused`),
        :class:`EmbeddingAnswerUnreadable`.
        """
        until = time.monotonic() + seconds
        for pause in pauses_seconds:
            try:
                return self._ask_once(texts, until)
            except EmbeddingServerUnreachable:
                if time.monotonic() + pause >= until:
                    raise
                time.sleep(pause)
        return self._ask_once(texts, until)

    def _ask_once(self, texts: Sequence[str], until: float) -> NDArray[np.float32]:
        import httpx2

        try:
            return unit_vectors(self._receive(texts, until), len(texts))
        except httpx2.TimeoutException:
            raise EmbeddingServerUnreachable(TOO_LATE) from None
        except (httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL):
            raise EmbeddingServerUnreachable("could not be reached or broke off") from None

    def _receive(self, texts: Sequence[str], until: float) -> bytes:
        """The body of an answer, of no more bytes than it can have, come before the time is over."""
        import httpx2

        seconds, limit_bytes = max(until - time.monotonic(), 0.001), self._limit_bytes(len(texts))
        asked = {"model": self._settings.name, "input": list(texts), "encoding_format": "float"}
        timeout = httpx2.Timeout(seconds, connect=min(CONNECT_SECONDS, seconds))
        received = bytearray()
        with self._client.stream("POST", f"{self._base_url}/embeddings", json=asked, timeout=timeout) as response:
            _check_status(response.status_code)
            for part in response.iter_bytes():
                received += part
                if len(received) > limit_bytes:
                    raise EmbeddingAnswerUnreadable("is longer than its vectors can be")
                if time.monotonic() > until:
                    raise EmbeddingServerUnreachable(TOO_LATE)
        return bytes(received)

    def _limit_bytes(self, text_count: int) -> int:
        return 2**20 + text_count * 4 * (self._settings.dimensions or 0) * NUMBER_BYTES

    @property
    def _base_url(self) -> str:
        return (self._settings.base_url or "").rstrip("/")

    @cached_property
    def _client(self) -> "httpx2.Client":
        import httpx2

        headers = {"user-agent": "spravka"}
        if self._settings.api_key is not None:
            headers["authorization"] = f"Bearer {self._settings.api_key.get_secret_value()}"
        return httpx2.Client(headers=headers, trust_env=self._settings.trusts_environment, follow_redirects=False)


def unit_vectors(body: bytes, count: int) -> NDArray[np.float32]:
    """The vectors of an answer in the order of their texts; raises :class:`EmbeddingAnswerUnreadable`."""
    try:
        entries: list[Any] = sorted(json.loads(body)["data"], key=lambda entry: int(entry["index"]))
        vectors = np.array([entry["embedding"] for entry in entries], dtype=np.float64)
    except (ValueError, TypeError, KeyError, RecursionError):
        raise EmbeddingAnswerUnreadable("is not in the form that OpenAI-compatible servers use") from None
    if vectors.ndim != 2 or len(vectors) != count:
        raise EmbeddingAnswerUnreadable("does not have one vector for each text")
    with np.errstate(over="ignore"):
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    if not np.isfinite(lengths).all() or not lengths.all():
        raise EmbeddingAnswerUnreadable("has vectors without a direction")
    unit: NDArray[np.float32] = (vectors / lengths).astype(np.float32)
    return unit


def _check_status(status: int) -> None:
    if status == 200:
        return
    if status in REPEATED:
        busy = "is busy" if status == 429 else f"answered {status}"
        raise EmbeddingServerUnreachable(busy)
    refusal = EmbeddingTextsRefused if status in ABOUT_TEXTS else EmbeddingServerRefused
    raise refusal(status, ADVICE.get(status, OTHER_ADVICE))
