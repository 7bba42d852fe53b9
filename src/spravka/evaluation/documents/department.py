"""A department that sends documents to the workers and waits for what becomes of them."""

import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from sqlalchemy import select
from sqlalchemy.orm import undefer

from spravka.auth.access import TenantCaller
from spravka.auth.tables import Role
from spravka.documents.schemas import ReceivedOut
from spravka.documents.tables import DocumentPage, File
from spravka.documents.uploading import Upload, receive_document
from spravka.jobs.tables import Job
from spravka.pages.page import Page
from spravka.resources import Resources
from spravka.tenants.tables import Tenant

POLL_SECONDS = 0.03
LARGEST_BYTES = 100 * 2**20
CHUNK_BYTES = 1 << 20
WAIT_SECONDS = 600.0

Done = Callable[[File, Job], bool]


def has_ended(_document: File, job: Job) -> bool:
    """Whether nothing more happens to it."""
    return job.status.is_final


@dataclass(frozen=True)
class Department:
    """Its documents go the way that uploaded ones go: stored, a row, a job in the queue, a worker."""

    resources: Resources
    caller: TenantCaller

    @classmethod
    def make(cls, resources: Resources, name: str) -> Self:
        """A new one, without documents."""
        with resources.sessions.begin() as session:
            tenant = Tenant(slug=f"{name}-{uuid.uuid4().hex[:8]}", name=name)
            session.add(tenant)
            session.flush()
            return cls(resources, TenantCaller(tenant_id=tenant.id, role=Role.ADMIN))

    def send(self, file: Path) -> ReceivedOut:
        """What uploading it gives. Raises what the uploader is told where it is refused."""
        with file.open("rb") as opened:
            chunks = iter(lambda: opened.read(CHUNK_BYTES), b"")
            return receive_document(self.resources, self.caller, Upload(file.name, chunks), LARGEST_BYTES)

    def send_all(self, files: Sequence[Path]) -> list[int]:
        """The ids of the documents that the files became."""
        received = [self.send(file).document for file in files]
        return [document.id for document in received if document is not None]

    def look_at(self, document_ids: Sequence[int]) -> list[tuple[File, Job]]:
        """The documents as they are now, each with the job that indexes it."""
        query = select(File, Job).join(Job, Job.id == File.job_id).where(File.id.in_(document_ids))
        with self.resources.sessions() as session:
            return [(document, job) for document, job in session.execute(query.order_by(File.id))]

    def wait_until(self, done: Done, document_ids: Sequence[int], seconds: float = WAIT_SECONDS) -> list[File]:
        """The documents when all of them are ``done``; raises TimeoutError."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            found = self.look_at(document_ids)
            if all(done(document, job) for document, job in found):
                return [document for document, _ in found]
            time.sleep(POLL_SECONDS)
        raise TimeoutError(f"documents were not indexed within {seconds:.0f} s")

    def pages_of(self, document_id: int) -> list[Page]:
        """Every page that was stored."""
        query = select(DocumentPage).where(DocumentPage.file_id == document_id).options(undefer(DocumentPage.content))
        with self.resources.sessions() as session:
            return [Page.from_json(row.content) for row in session.scalars(query.order_by(DocumentPage.number))]
