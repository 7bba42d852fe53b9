"""What every step of indexing shares: the document as it is now, and how long a run keeps others waiting."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from spravka.documents import queries
from spravka.documents.errors import DocumentNotFound
from spravka.documents.tables import File
from spravka.jobs.errors import JobCancelled, JobPutBack
from spravka.jobs.running import Chunk, JobRun
from spravka.queue.queues import PASSAGE_VECTORS

SLICE_SECONDS = 20.0
"""After that a run lets others go first, if any wait: a book of one tenant does not hold up a letter of another."""
LETTER_PASSAGES = 8
"""So few are embedded in the run that has read them."""


@dataclass
class Indexing:
    """A run that indexes one document."""

    run: JobRun
    document_id: int
    slice_seconds: float = SLICE_SECONDS
    _began: float = field(default_factory=time.monotonic)
    _makes_vectors: bool = False

    @contextmanager
    def chunk(self) -> Iterator[tuple[Chunk, File]]:
        """A chunk of the run with the document's row; a document that was deleted, or that another job has taken over,
        ends the run."""
        with self.run.chunk() as chunk:
            yield chunk, self._document(chunk)

    def read(self) -> File:
        """The document as it is now."""
        with self.chunk() as (_, document):
            return document

    def let_others_go_first(self) -> None:
        """Call between chunks: ends the run where its time is over and other work waits, and at once where nothing but
        vectors is left to do here and words are still to be read elsewhere."""
        if self._makes_vectors and self.run.resources.queues.is_anything_waiting(before=PASSAGE_VECTORS):
            raise JobPutBack
        if time.monotonic() - self._began >= self.slice_seconds:
            self.run.let_others_go_first()

    def leave_vectors_for_later(self) -> None:
        """Call when all words are stored: the rest is done when no document waits to be read, in the queue that
        workers look into last. Whatever was uploaded together is found by its words first. A letter is finished. A run
        that finds itself in that queue gets some vectors made in any case, so that each goes further."""
        with self.chunk() as (chunk, document):
            if document.passage_count <= LETTER_PASSAGES:
                return
            was_reading = chunk.job.queue != PASSAGE_VECTORS
            chunk.job.queue, self._makes_vectors = PASSAGE_VECTORS, True
        if was_reading:
            self.let_others_go_first()

    def _document(self, chunk: Chunk) -> File:
        try:
            document = queries.get_document(chunk.session, self.run.tenant_id, self.document_id)
        except DocumentNotFound as error:
            raise JobCancelled from error
        if document.job_id != self.run.job_id:
            raise JobCancelled
        return document
