"""What every step of indexing shares: the document as it is now, and how long a run keeps others waiting."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from spravka.documents import queries
from spravka.documents.errors import DocumentNotFound
from spravka.documents.tables import File
from spravka.jobs.errors import JobCancelled
from spravka.jobs.running import Chunk, JobRun

SLICE_SECONDS = 20.0
"""After that a run lets others go first, if any wait: a book of one tenant does not hold up a letter of another."""


@dataclass
class Indexing:
    """A run that indexes one document."""

    run: JobRun
    document_id: int
    slice_seconds: float = SLICE_SECONDS
    _began: float = field(default_factory=time.monotonic)

    @contextmanager
    def chunk(self) -> Iterator[tuple[Chunk, File]]:
        """A chunk of the run with the document's row; a document that was deleted ends the run."""
        with self.run.chunk() as chunk:
            yield chunk, self._document(chunk)

    def read(self) -> File:
        """The document as it is now."""
        with self.chunk() as (_, document):
            return document

    def let_others_go_first(self) -> None:
        """Call between chunks: ends the run where its time is over and other work waits."""
        if time.monotonic() - self._began >= self.slice_seconds:
            self.run.let_others_go_first()

    def _document(self, chunk: Chunk) -> File:
        try:
            return queries.get_document(chunk.session, self.run.tenant_id, self.document_id)
        except DocumentNotFound as error:
            raise JobCancelled from error
