"""An HTTP server of a test: real HTTP on a free port, one thread a call. What it answers is said by who derives."""

import json
import threading
from abc import ABC, abstractmethod
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast


class LoopbackServer(ABC):
    """A running server; every POST, its body read as JSON, is given to :meth:`answer`."""

    def __init__(self) -> None:
        self._http = _Http(("127.0.0.1", 0), Call)
        self._http.owner = self
        threading.Thread(target=self._http.serve_forever, args=[0.02], daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()

    @abstractmethod
    def answer(self, call: "Call", headers: Mapping[str, str], body: Mapping[str, Any]) -> None:
        """Answer a call; names of ``headers`` are in lower case."""


class Call(BaseHTTPRequestHandler):
    """One POST, to be answered."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        """Silence."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        headers = {name.lower(): text for name, text in self.headers.items()}
        cast(_Http, self.server).owner.answer(self, headers, body)

    def send_whole(self, status: int, headers: Mapping[str, str], content: bytes) -> None:
        self.send_response(status)
        for name, text in headers.items():
            self.send_header(name, text)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    owner: LoopbackServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is meant."""
