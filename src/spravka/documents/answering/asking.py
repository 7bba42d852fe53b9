"""Accepting questions to documents: an answer stands in the database before anything is done for it."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from spravka.auth.access import TenantCaller
from spravka.documents import queries
from spravka.documents.answering.scope import Scope
from spravka.documents.errors import NoDocuments, QuestionWithoutWords
from spravka.documents.tables import DocumentAnswer, DocumentAnswerState
from spravka.question_reading.hearing.languages import language_of


@dataclass(frozen=True)
class Asked:
    """A question; without a scope it is that of the answer it follows, or everything."""

    question: str
    scope: Scope | None = None
    previous_answer_id: int | None = None
    is_quoted_only: bool = False


def accept_question(session: Session, caller: TenantCaller, asked: Asked) -> DocumentAnswer:
    """A running answer without any stage. Raises :class:`DocumentNotFound`, :class:`FolderNotFound`,
    :class:`DocumentAnswerNotFound` for what is not the caller's, :class:`NoDocuments`;
    :class:`QuestionWithoutWords` for «?» and the like."""
    if not any(character.isalnum() for character in asked.question):
        raise QuestionWithoutWords
    scope = asked.scope or Scope()
    scope.check(session, caller.tenant_id)
    if asked.previous_answer_id is not None:
        previous = queries.get_own_document_answer(session, caller.tenant_id, caller.user_id, asked.previous_answer_id)
        scope = asked.scope or Scope.from_json(previous.scope)
    if not queries.has_documents(session, caller.tenant_id):
        raise NoDocuments
    answer = DocumentAnswer(
        tenant_id=caller.tenant_id,
        user_id=caller.user_id,
        previous_answer_id=asked.previous_answer_id,
        question=asked.question,
        language=language_of(asked.question).value,
        scope=scope.to_json(),
        is_quoted_only=asked.is_quoted_only,
        state=DocumentAnswerState.RUNNING,
        stages=[],
        quotations=[],
        details={},
    )
    session.add(answer)
    session.flush()
    return answer
