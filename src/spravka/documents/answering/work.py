"""One answer being made: what it works with."""

from dataclasses import dataclass, field
from typing import Any

from spravka.answering.warnings import AnswerWarning
from spravka.answering.work import AnswerBrief, AnswerWork
from spravka.documents import queries
from spravka.documents.answering.answers import ANSWERS
from spravka.documents.answering.following import leans, searched_text
from spravka.documents.answering.scope import AskedDocument, Readiness, Scope, read_documents, readiness_of
from spravka.documents.answering.searching import Told
from spravka.documents.answering.steps import Stage
from spravka.documents.assistant import DocumentAssistant
from spravka.documents.tables import DocumentAnswer
from spravka.question_reading.hearing.heard import Language


@dataclass(frozen=True)
class Brief(AnswerBrief):
    """Everything read before the first stage."""

    question: str
    searched: str
    """The question with what it takes over from the one before."""
    language: Language
    previous_question: str | None
    previous_text: str | None
    told: Told
    """What the answer before has quoted, where the question leans on it."""
    is_quoted_only: bool
    documents: tuple[AskedDocument, ...]

    @property
    def readiness(self) -> Readiness:
        return readiness_of(self.documents)

    def document(self, document_id: int) -> AskedDocument:
        return next(document for document in self.documents if document.id == document_id)


@dataclass
class Work(AnswerWork[DocumentAssistant, Brief, Stage]):
    """The stages so far, and what they have found."""

    kind = ANSWERS

    details: dict[str, Any] = field(default_factory=dict)
    warnings: list[AnswerWarning] = field(default_factory=list)
    sentences: list[dict[str, Any]] = field(default_factory=list)
    """What a language model says, checked; none where it says nothing that the documents support."""


def read_brief(assistant: DocumentAssistant, tenant_id: int, answer_id: int) -> Brief:
    """The question, what it follows, and the documents it is put to."""
    with assistant.resources.sessions() as session:
        answer = queries.get_document_answer(session, tenant_id, answer_id)
        previous = None
        if answer.previous_answer_id is not None:
            previous = queries.get_document_answer(session, tenant_id, answer.previous_answer_id)
        before = None if previous is None else previous.details.get("searched", previous.question)
        return Brief(
            tenant_id=tenant_id,
            answer_id=answer_id,
            question=answer.question,
            searched=searched_text(answer.question, before),
            language=Language(answer.language),
            previous_question=None if previous is None else previous.question,
            previous_text=None if previous is None else previous.text,
            told=_told(previous) if leans(answer.question) else frozenset(),
            is_quoted_only=answer.is_quoted_only,
            documents=tuple(read_documents(session, tenant_id, Scope.from_json(answer.scope))),
        )


def _told(previous: DocumentAnswer | None) -> Told:
    """The places at which sentences that were quoted as the answer begin."""
    if previous is None:
        return frozenset()
    return frozenset(
        (one["passage_id"], start) for one in previous.quotations if one["is_answer"] for start in one["starts"]
    )
