"""What happens around every request: an id, a log line, a size limit, an answer to the unforeseen."""

import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from spravka.errors import LimitExceeded
from spravka.telemetry import get_logger, log_context
from spravka.web.problems import problem_response, unexpected_response

log = get_logger(__name__)

REQUEST_ID_HEADER = "x-request-id"
MAX_REQUEST_ID_LENGTH = 64


@dataclass
class RequestTooLarge(LimitExceeded):
    title = "The request is too large"
    http_status = 413
    limit_bytes: int

    @property
    def detail(self) -> str:
        limit = f"A request may have at most {self.limit_bytes // 2**20} MB"
        return f"{limit}; send fewer files at a time, or split the file."


class RequestEdge:
    """ASGI middleware, the outermost: everything inside runs with the request's id in its logs.

    ``limits_of_paths`` are the limits of paths that have one of their own.
    """

    def __init__(self, app: ASGIApp, body_limit_bytes: int, limits_of_paths: Mapping[str, int] | None = None) -> None:
        self._app = app
        self._body_limit_bytes = body_limit_bytes
        self._limits_of_paths = limits_of_paths or {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = _request_id(Headers(scope=scope))
        with log_context(request_id=request_id):
            await self._answer(scope, receive, send, request_id)

    async def _answer(self, scope: Scope, receive: Receive, send: Send, request_id: str) -> None:
        answer = _Answer(send, request_id)
        started = time.monotonic()
        limit_bytes = self._limits_of_paths.get(scope["path"].rstrip("/"), self._body_limit_bytes)
        try:
            await self._app(scope, _limited(receive, answer, limit_bytes), answer.send)
            if answer.is_refused:
                refusal = problem_response(RequestTooLarge(limit_bytes))
                await answer.give_up(refusal, scope, receive)
        except Exception:
            log.exception("request failed", method=scope["method"], path=scope["path"])
            await answer.give_up(unexpected_response(request_id), scope, receive)
        finally:
            milliseconds = round((time.monotonic() - started) * 1000, 1)
            log.info(
                "request answered",
                method=scope["method"],
                path=scope["path"],
                status=answer.status,
                milliseconds=milliseconds,
            )


def _limited(receive: Receive, answer: "_Answer", limit_bytes: int) -> Receive:
    received_bytes = 0

    async def receive_limited() -> Message:
        nonlocal received_bytes
        message = await receive()
        received_bytes += len(message.get("body", b""))
        if received_bytes > limit_bytes:
            answer.is_refused = True  # the framework turns whatever is raised here into a vague 400
            raise RequestTooLarge(limit_bytes)
        return message

    return receive_limited


class _Answer:
    """Remembers whether an answer has begun, and puts the request's id on it."""

    def __init__(self, send: Send, request_id: str) -> None:
        self._send = send
        self._request_id = request_id
        self.status: int | None = None
        self.is_refused = False

    async def send(self, message: Message) -> None:
        if self.is_refused and self.status is None:
            return
        if message["type"] == "http.response.start":
            self.status = message["status"]
            MutableHeaders(scope=message)[REQUEST_ID_HEADER] = self._request_id
        await self._send(message)

    async def give_up(self, response: ASGIApp, scope: Scope, receive: Receive) -> None:
        self.is_refused = False
        if self.status is None:
            await response(scope, receive, self.send)


def _request_id(headers: Headers) -> str:
    given = headers.get(REQUEST_ID_HEADER, "")
    if given and len(given) <= MAX_REQUEST_ID_LENGTH and given.isascii() and given.isprintable():
        return given
    return uuid.uuid4().hex
