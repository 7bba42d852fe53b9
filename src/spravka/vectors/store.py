"""Collections of vectors in Chroma.

An approximate index over a large collection answers a filtered query in tens of milliseconds and misses
neighbours, so nothing here searches: the matcher reads a collection once and searches it exactly.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from spravka.errors import Unavailable
from spravka.telemetry import get_logger
from spravka.vectors.settings import VectorsSettings

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

log = get_logger(__name__)

WRITE_BATCH = 2_000
READ_BATCH = 5_000
ANSWER_SECONDS = 60.0
"""A batch takes a second or two; a server that is silent for longer is as good as down."""
PING_SECONDS = 5.0


class VectorStoreDown(Unavailable):
    title = "The vector store does not answer"

    @property
    def detail(self) -> str:
        return "Nothing was lost: the work is repeated when Chroma answers. /health/ready names the part that is down."


class VectorStore:
    """A client of the Chroma server; connects at the first call, so a door opens while the server is down."""

    def __init__(self, settings: VectorsSettings) -> None:
        self._settings = settings

    def put(self, collection: str, ids: Sequence[int], vectors: NDArray[np.float32]) -> None:
        """Add or replace the vectors of ``ids``; doing it twice is doing it once."""
        target = self._collection(collection)
        for start in range(0, len(ids), WRITE_BATCH):
            part = slice(start, start + WRITE_BATCH)
            with _TellingWhenDown():
                target.upsert(ids=[str(one) for one in ids[part]], embeddings=vectors[part])

    def remove(self, collection: str, ids: Sequence[int]) -> None:
        """Take out the vectors of ``ids``; those not there are passed over."""
        target = self._collection(collection)
        for start in range(0, len(ids), WRITE_BATCH):
            with _TellingWhenDown():
                target.delete(ids=[str(one) for one in ids[start : start + WRITE_BATCH]])

    def read_all(self, collection: str) -> Iterator[tuple[list[int], NDArray[np.float32]]]:
        """The whole collection in batches: ids and their vectors."""
        target = self._collection(collection)
        offset = 0
        while True:
            with _TellingWhenDown():
                batch = target.get(limit=READ_BATCH, offset=offset, include=["embeddings"])
            if not batch["ids"]:
                return
            yield [int(one) for one in batch["ids"]], np.asarray(batch["embeddings"], dtype=np.float32)
            offset += len(batch["ids"])

    def read(self, collection: str, ids: Sequence[int]) -> dict[int, NDArray[np.float32]]:
        """The vectors of ``ids``; those not there are left out."""
        target = self._collection(collection)
        found: dict[int, NDArray[np.float32]] = {}
        for start in range(0, len(ids), WRITE_BATCH):
            wanted = [str(one) for one in ids[start : start + WRITE_BATCH]]
            with _TellingWhenDown():
                batch = target.get(ids=wanted, include=["embeddings"])
            vectors = np.asarray(batch["embeddings"], dtype=np.float32)
            found |= {int(one): vector for one, vector in zip(batch["ids"], vectors, strict=True)}
        return found

    def count(self, collection: str) -> int:
        """How many vectors the collection holds."""
        with _TellingWhenDown():
            return int(self._collection(collection).count())

    def drop(self, collection: str) -> None:
        """Delete the collection, if it is there."""
        from chromadb.errors import NotFoundError

        with _TellingWhenDown():
            try:
                self.client.delete_collection(self._settings.prefix + collection)
            except NotFoundError:
                return

    def ping(self) -> None:
        """Raises :class:`VectorStoreDown` where the server does not answer soon."""
        import httpx

        with _TellingWhenDown():
            httpx.get(f"{self._settings.url.rstrip('/')}/api/v2/heartbeat", timeout=PING_SECONDS).raise_for_status()

    @cached_property
    def client(self) -> "ClientAPI":
        """The package's own client, for measuring against it."""
        import chromadb  # over a second of imports: only a process that needs vectors pays for it
        from chromadb.config import Settings

        self.ping()  # the package's client waits for ever where a server takes connections and says nothing
        address = urlsplit(self._settings.url)
        client = chromadb.HttpClient(
            host=address.hostname or "127.0.0.1",
            port=address.port or 8000,
            ssl=address.scheme == "https",
            settings=Settings(anonymized_telemetry=False),
        )
        _limit_waiting(client)
        return client

    def _collection(self, name: str) -> Any:
        with _TellingWhenDown():
            return self.client.get_or_create_collection(
                self._settings.prefix + name,
                embedding_function=None,
                configuration={"hnsw": {"space": "cosine"}},
            )


class _TellingWhenDown:
    """Turns the client's errors of connection into :class:`VectorStoreDown`."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _traceback: object) -> None:
        if error is None or isinstance(error, Unavailable):
            return
        if _is_connection_error(error):
            log.error("vector store did not answer", error=str(error))
            raise VectorStoreDown from error


def _limit_waiting(client: Any) -> None:
    """The package has no setting for it, and waits without end by itself."""
    client._server._session.timeout = ANSWER_SECONDS


def _is_connection_error(error: BaseException) -> bool:
    import httpx

    return isinstance(error, (httpx.HTTPError, ConnectionError)) or "Could not connect" in str(error)
