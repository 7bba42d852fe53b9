"""A department with documents: uploaded over HTTP, indexed here as the worker does it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from spravka.documents.jobs import HANDLERS
from spravka.documents.tables import File
from spravka.embedding.encoder import AskedEncoder
from spravka.jobs.running import perform
from tests.callers import API
from tests.database_assistant.department import Department, Json, Person, numbers, read
from tests.documents.small_pdf import small_pdf

CONTRACT = [
    [
        "# Supply contract No. 17 of 3 March 2026",
        "# 1. Subject of the contract",
        "The Supplier delivers ready-mixed concrete of class B25 to the building site.",
        "The Customer accepts the concrete and pays for it.",
    ],
    [
        "# 2. Price and payment",
        "One cubic metre of concrete costs 6500 roubles including value added tax.",
        "The Customer pays within ten working days after the invoice is received.",
        "# 3. Liability",
        "For each day of delay the Supplier pays a penalty of 0.1 percent of the price.",
    ],
]
MANUAL = [
    [
        "# Operating manual of the tower crane KB-408",
        "The crane lifts at most eight tonnes at a radius of twenty metres.",
        "Work is forbidden when the wind is stronger than fifteen metres per second.",
        "Lubricate the slewing bearing every 250 hours of operation.",
    ]
]

Choose = Callable[[AskedEncoder], None]
"""Runs the application with this encoder of passages until the test ends."""


@dataclass
class Library:
    """Somebody of a department, at its documents."""

    department: Department
    person: Person

    def upload_many(self, files: list[tuple[str, bytes]], status: int = 201, **query: Any) -> list[Json]:
        """What became of each file."""
        parts = [("files", file) for file in files]
        answer = self.person.client.post(f"{API}/documents", files=parts, params=query)
        assert answer.status_code == status, answer.text
        received: list[Json] = answer.json()
        return received

    def upload(self, content: bytes, name: str = "contract.pdf", **query: Any) -> Json:
        """A new document, not read yet."""
        [received] = self.upload_many([(name, content)], **query)
        document: Json = received["document"]
        return document

    def indexed(self, document: Json) -> Json:
        """The document when its job has ended."""
        self.perform(document["job_id"])
        return self.get(document["id"])

    def add(self, pages: list[list[str]], name: str = "contract.pdf", **query: Any) -> Json:
        """A new document, read and embedded, of bytes that no other has."""
        content = small_pdf(pages) + f"% {next(numbers)}\n".encode()
        document = self.indexed(self.upload(content, name, **query))
        assert document["status"] == "ready", document
        return document

    def get(self, document_id: int) -> Json:
        document: Json = self.person.get(f"/documents/{document_id}")
        return document

    def perform(self, job_id: int) -> Json:
        """Perform a job here to its end, as the worker does, however often it lets others go first; the job then."""
        perform(self.department.resources, HANDLERS, job_id)
        job: Json = self.person.get(f"/jobs/{job_id}")
        return self.perform(job_id) if job["status"] == "queued" else job

    def delete(self, document_id: int) -> None:
        """Delete a document and all that is left of it."""
        read(self.person.client.delete(f"{API}/documents/{document_id}"))
        [job] = self.person.get("/jobs", limit=1)["entries"]
        assert self.perform(job["id"])["status"] == "finished"

    @staticmethod
    def forget_vectors(session: Session, document_id: int) -> None:
        """As if the vectors were still being made."""
        session.get_one(File, document_id).vectors_key = None

    def ask(self, question: str, **fields: Any) -> Json:
        """The whole answer."""
        return self.person.tell("/documents/questions", {"question": question, **fields}).answer
