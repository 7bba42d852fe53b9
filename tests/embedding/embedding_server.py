"""An OpenAI-compatible embedding server: real HTTP on a free port, whose vectors count words, and which may misbehave.

``with embedding_server() as server:`` answers every request rightly; ``embedding_server(failed(503))`` answers the
first with a 503 and the further ones rightly.
"""

import json
import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from spravka.embedding.server_encoder import ServerEncoder
from spravka.embedding.settings import EmbeddingSettings
from spravka.passages.words.lemmas import lemmas_of
from tests.loopback_server import Call, LoopbackServer

DIMENSIONS = 64


@dataclass(frozen=True)
class Request:
    """What the server was sent."""

    path: str
    headers: Mapping[str, str]
    body: Mapping[str, Any]

    @property
    def texts(self) -> list[str]:
        return list(self.body["input"])


@dataclass(frozen=True)
class Reply:
    """``body`` as it is, with a status; ``silent_seconds`` go by before it."""

    status: int = 200
    body: bytes = b""
    silent_seconds: float = 0.0
    headers: Mapping[str, str] = field(default_factory=dict)


Script = Callable[[Request], Reply]


def counted(text: str) -> list[float]:
    """How often words with the same remainder occur: texts that share words are near each other. Not of unit length."""
    vector = np.full(DIMENSIONS, 0.01)
    for term in lemmas_of(text):
        vector[zlib.crc32(term.encode()) % DIMENSIONS] += 1
    return [float(number) for number in vector]


def vectors_for(texts: Sequence[str]) -> Reply:
    """Rightly answered, in an order of the server's own."""
    entries = [
        {"object": "embedding", "index": at, "embedding": counted(text)} for at, text in reversed([*enumerate(texts)])
    ]
    return Reply(body=json.dumps({"object": "list", "data": entries, "model": "words"}).encode())


def right(request: Request) -> Reply:
    return vectors_for(request.texts)


def failed(status: int) -> Script:
    """A status with an error that repeats what was sent."""
    return lambda request: Reply(status, json.dumps({"error": {"message": str(request.texts)}}).encode())


def taking(characters: int, status: int = 400) -> Script:
    """A server that refuses texts that are longer together."""
    return lambda request: right(request) if sum(map(len, request.texts)) <= characters else failed(status)(request)


def saying(body: str, **changed: Any) -> Script:
    return lambda _: Reply(body=body.encode(), **changed)


class EmbeddingServer(LoopbackServer):
    """A running server; ``requests`` are all it was sent, in order."""

    def __init__(self, script: Sequence[Script]) -> None:
        self.requests: list[Request] = []
        self._script = list(script)
        super().__init__()

    def settings(self, **changed: Any) -> EmbeddingSettings:
        """The settings that lead to this server."""
        told = {"base_url": self.url, "name": "words", "dimensions": DIMENSIONS, "timeout_seconds": 10, **changed}
        return EmbeddingSettings.model_validate(told)

    def encoder(self, **changed: Any) -> ServerEncoder:
        """A client of this server that hardly waits between two tries."""
        return ServerEncoder(self.settings(**changed), retry_pauses_seconds=(0.01, 0.01))

    def script(self, *script: Script) -> None:
        """Answer so from now on; the last of it for ever."""
        self._script = list(script)

    def answer(self, call: Call, headers: Mapping[str, str], body: Mapping[str, Any]) -> None:
        request = Request(call.path, headers, body)
        self.requests.append(request)
        script = self._script.pop(0) if len(self._script) > 1 else self._script[0]
        reply = script(request)
        time.sleep(reply.silent_seconds)
        call.send_whole(reply.status, reply.headers, reply.body)


@contextmanager
def embedding_server(*script: Script) -> Iterator[EmbeddingServer]:
    """A server for the time of a test; what the script does not tell is answered rightly."""
    server = EmbeddingServer([*script, right])
    try:
        yield server
    finally:
        server.close()
