"""An OpenAI-compatible embedding server: real HTTP on a free port, whose vectors count words, and which may misbehave.

``with embedding_server() as server:`` answers every request rightly; ``embedding_server(failed(503))`` answers the
first with a 503 and the further ones rightly.
"""

import json
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast

import numpy as np

from spravka.embedding.server_encoder import ServerEncoder
from spravka.embedding.settings import EmbeddingSettings
from spravka.passages.lemmas import lemmas_of

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


class EmbeddingServer:
    """A running server; ``requests`` are all it was sent, in order."""

    def __init__(self, script: Sequence[Script]) -> None:
        self.requests: list[Request] = []
        self._script = list(script)
        self._http = _Http(("127.0.0.1", 0), _Answering)
        self._http.server = self
        threading.Thread(target=self._http.serve_forever, args=[0.02], daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}/v1"

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

    def reply_to(self, request: Request) -> Reply:
        self.requests.append(request)
        answer = self._script.pop(0) if len(self._script) > 1 else self._script[0]
        return answer(request)

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()


@contextmanager
def embedding_server(*script: Script) -> Iterator[EmbeddingServer]:
    """A server for the time of a test; what the script does not tell is answered rightly."""
    server = EmbeddingServer([*script, right])
    try:
        yield server
    finally:
        server.close()


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    server: EmbeddingServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is meant."""


class _Answering(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        """Silence."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        headers = {name.lower(): text for name, text in self.headers.items()}
        reply = cast(_Http, self.server).server.reply_to(Request(self.path, headers, body))
        time.sleep(reply.silent_seconds)
        self.send_response(reply.status)
        for name, text in reply.headers.items():
            self.send_header(name, text)
        self.send_header("content-length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)
