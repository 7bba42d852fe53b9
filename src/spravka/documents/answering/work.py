"""One answer being made: what it works with, and how its steps become durable before they are told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, update

from spravka.documents import queries
from spravka.documents.answering.following import leans, searched_text
from spravka.documents.answering.scope import AskedDocument, Readiness, Scope, read_documents, readiness_of
from spravka.documents.answering.searching import Told
from spravka.documents.answering.steps import Stage, StageLog, Step, timed
from spravka.documents.assistant import DocumentAssistant
from spravka.documents.tables import DocumentAnswer
from spravka.question_reading.hearing.heard import Language


class AnswerCancelled(Exception):
    """Raised between two stages where the caller asked to stop."""


@dataclass(frozen=True)
class Brief:
    """Everything read before the first stage."""

    tenant_id: int
    answer_id: int
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
class Work:
    """The stages so far. Each is stored in a transaction of its own, then told."""

    assistant: DocumentAssistant
    brief: Brief
    told: list[StageLog] = field(default_factory=list)
    details: dict[str, Any] = field(default_factory=dict)
    warnings: list[dict[str, Any]] = field(default_factory=list)
    sentences: list[dict[str, Any]] = field(default_factory=list)
    """What a language model says, checked; none where it says nothing that the documents support."""
    _is_stopped: bool = False

    @contextmanager
    def stage(self, stage: Stage) -> Iterator[StageLog]:
        """A stage to be done; raises :class:`AnswerCancelled` where the caller has asked to stop."""
        if self._is_stopped:
            raise AnswerCancelled
        log = StageLog(stage)
        self.told.append(log)
        with timed(log):
            yield log

    def keep(self, **columns: Any) -> Step:
        """Store the latest stage, and whatever columns of the answer go with it; the step to tell."""
        stages = [log.to_json() for log in self.told]
        change = (
            update(DocumentAnswer)
            .where(DocumentAnswer.tenant_id == self.brief.tenant_id, DocumentAnswer.id == self.brief.answer_id)
            .values(alive_at=func.clock_timestamp(), stages=stages, **columns)
            .returning(DocumentAnswer.cancel_requested_at)
            .execution_options(synchronize_session=False)
        )
        with self.assistant.resources.sessions.begin() as session:
            self._is_stopped = session.scalar(change) is not None
        return Step("stage", stages[-1])


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
