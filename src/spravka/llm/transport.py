"""The way to the server: only the headers a request needs, never more bytes back than an answer can have."""

from collections.abc import Iterator

import httpx2

SENT_HEADERS = frozenset(
    {
        "accept",
        "accept-encoding",
        "authorization",
        "connection",
        "content-length",
        "content-type",
        "host",
        "transfer-encoding",
    }
)
"""Nothing of the machine, of the environment or of an organisation goes out."""


class BoundedTransport(httpx2.BaseTransport):
    """Wraps a transport; an answer of over ``limit_bytes`` is broken off with ``httpx2.ReadError``."""

    def __init__(self, inner: httpx2.BaseTransport, limit_bytes: int) -> None:
        self._inner = inner
        self._limit_bytes = limit_bytes

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        for name in set(request.headers) - SENT_HEADERS:
            del request.headers[name]
        request.headers["user-agent"] = "spravka"
        response = self._inner.handle_request(request)
        assert isinstance(response.stream, httpx2.SyncByteStream)
        response.stream = _Bounded(response.stream, self._limit_bytes)
        return response

    def close(self) -> None:
        self._inner.close()


class _Bounded(httpx2.SyncByteStream):
    def __init__(self, inner: httpx2.SyncByteStream, limit_bytes: int) -> None:
        self._inner = inner
        self._left = limit_bytes

    def __iter__(self) -> Iterator[bytes]:
        for part in self._inner:
            self._left -= len(part)
            if self._left < 0:
                raise httpx2.ReadError("the answer is longer than any answer can be")
            yield part

    def close(self) -> None:
        self._inner.close()
