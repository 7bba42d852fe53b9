"""An OpenAI-compatible server that answers by a script: real HTTP on a free port, and a memory of what it was sent.

``with scripted_server(said("Hello"), failed(500), said("again")) as server:`` answers the first request with a stream
of "Hello", the second with a 500, and so on; the last reply answers every further request. A function in place of a
reply is handed the request and gives the reply.
"""

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from spravka.llm.openai_server import OpenAiServer
from spravka.llm.settings import LlmSettings
from tests.loopback_server import Call, LoopbackServer

LLM_NAME = "scripted"
PIECE_LETTERS = 7


@dataclass(frozen=True)
class Request:
    """What the server was sent. ``body`` is the JSON, ``text`` all that was said in its messages."""

    path: str
    headers: Mapping[str, str]
    body: Mapping[str, Any]

    @property
    def text(self) -> str:
        return "\n".join(str(message["content"]) for message in self.body["messages"])

    @property
    def form(self) -> str:
        """``json_schema``, ``json_object``, or nothing."""
        return str(self.body.get("response_format", {}).get("type", ""))


@dataclass(frozen=True)
class Reply:
    """One answer: a ``status`` other than 200 with ``error``, else the pieces as a stream, ``pause_seconds`` apart."""

    pieces: Sequence[str] = ()
    refusal: str = ""
    ending: str | None = "stop"
    usage: tuple[int, int] | None = (100, 20)
    pause_seconds: float = 0.0
    silent_seconds: float = 0.0
    """Before anything is answered at all."""
    is_cut: bool = False
    """The connection is reset after the pieces."""
    raw_lines: Sequence[str] = ()
    """Sent in place of chunks, as they are."""
    status: int = 200
    error: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


Script = Reply | Callable[[Request], Reply]


def said(text: str, **changed: Any) -> Reply:
    """``text`` in pieces of a few letters."""
    pieces = [text[start : start + PIECE_LETTERS] for start in range(0, len(text), PIECE_LETTERS)]
    return replace(Reply(pieces=pieces), **changed)


def said_json(value: Any, **changed: Any) -> Reply:
    """``value`` as JSON."""
    return said(json.dumps(value, ensure_ascii=False), **changed)


def failed(status: int, error: str = "out of order", **headers: str) -> Reply:
    """A status with an error in the usual form; ``retry_after="1"`` is a header."""
    return Reply(status=status, error=error, headers={name.replace("_", "-"): text for name, text in headers.items()})


def knowing_only(forms: set[str], reply: Reply) -> Callable[[Request], Reply]:
    """A server that refuses a ``response_format`` it does not know, and answers the others."""
    return lambda request: reply if request.form in forms else failed(400, "unknown response_format")


class ScriptedServer(LoopbackServer):
    """A running server; ``requests`` are all it was sent, in order."""

    def __init__(self, script: Sequence[Script]) -> None:
        self.requests: list[Request] = []
        self._script = list(script)
        self._lock = threading.Lock()
        super().__init__()

    @property
    def forms(self) -> list[str]:
        """How each request asked to be held to a shape."""
        return [request.form for request in self.requests]

    @property
    def heard(self) -> str:
        """All that was ever said to the server."""
        return "\n".join(request.text for request in self.requests)

    def llm(self, **settings: Any) -> OpenAiServer:
        """A client of this server."""
        return OpenAiServer(self.settings(**settings))

    def settings(self, **changed: Any) -> LlmSettings:
        """The settings that lead to this server."""
        return LlmSettings.model_validate({"base_url": self.url, "name": LLM_NAME, "timeout_seconds": 20, **changed})

    def reply_to(self, request: Request) -> Reply:
        with self._lock:
            self.requests.append(request)
            script = self._script.pop(0) if len(self._script) > 1 else self._script[0]
        return script if isinstance(script, Reply) else script(request)

    def answer(self, call: Call, headers: Mapping[str, str], body: Mapping[str, Any]) -> None:
        reply = self.reply_to(Request(call.path, headers, body))
        time.sleep(reply.silent_seconds)
        if reply.status == 200:
            _stream(call, reply)
            return
        content = json.dumps({"error": {"message": reply.error, "type": "error"}}).encode()
        call.send_whole(reply.status, {"content-type": "application/json", **reply.headers}, content)


@contextmanager
def scripted_server(*script: Script) -> Iterator[ScriptedServer]:
    """A server for the time of a test."""
    server = ScriptedServer(script or [said("yes")])
    try:
        yield server
    finally:
        server.close()


def _stream(call: Call, reply: Reply) -> None:
    call.send_response(200)
    call.send_header("content-type", "text/event-stream")
    call.send_header("transfer-encoding", "chunked")
    call.end_headers()
    for line in reply.raw_lines or _lines(reply):
        _send_chunk(call, f"data: {line}\n\n".encode())
        time.sleep(reply.pause_seconds)
    if reply.is_cut:
        _reset(call)
        return
    _send_chunk(call, b"data: [DONE]\n\n")
    _send_chunk(call, b"")


def _send_chunk(call: Call, content: bytes) -> None:
    call.wfile.write(f"{len(content):x}\r\n".encode() + content + b"\r\n")
    call.wfile.flush()


def _reset(call: Call) -> None:
    """End the connection without a word, as a killed process does."""
    call.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    call.close_connection = True


def _lines(reply: Reply) -> Iterator[str]:
    for piece in reply.pieces:
        yield _chunk({"content": piece})
    if reply.refusal:
        yield _chunk({"refusal": reply.refusal})
    if reply.is_cut:
        return
    yield _chunk({}, reply.ending)
    if reply.usage is not None:
        yield json.dumps({"choices": [], "usage": dict(zip(_USAGE, (*reply.usage, sum(reply.usage)), strict=True))})


_USAGE = ("prompt_tokens", "completion_tokens", "total_tokens")


def _chunk(delta: Mapping[str, Any], ending: str | None = None) -> str:
    choice = {"index": 0, "delta": delta, "finish_reason": ending}
    chunk = {"id": "1", "object": "chat.completion.chunk", "created": 0, "choices": [choice]}
    return json.dumps(chunk, ensure_ascii=False)
