"""The services that are talked to: how each is asked in a chat, and what of its answer stands in the message."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from spravka.answering.living import kept_alive
from spravka.answering.steps import Step
from spravka.auth.access import TenantCaller
from spravka.chat.schemas import NewMessage
from spravka.chat.tables import Message
from spravka.database_assistant import asking as database_asking
from spravka.database_assistant.answering import making as database_making
from spravka.database_assistant.answering.answers import ANSWERS as DATABASE_ANSWERS
from spravka.database_assistant.assistant import Assistant
from spravka.database_assistant.queries import get_answer
from spravka.database_assistant.tables import Answer
from spravka.documents.answering import asking as document_asking
from spravka.documents.answering import making as document_making
from spravka.documents.answering.answers import ANSWERS as DOCUMENT_ANSWERS
from spravka.documents.answering.scope import Scope
from spravka.documents.assistant import DocumentAssistant
from spravka.documents.queries import get_document_answer
from spravka.documents.tables import DocumentAnswer
from spravka.resources import Resources
from spravka.tenants.tables import ModeName

TALKING_MODES = {ModeName.DATABASES, ModeName.DOCUMENTS}
TABLE_ROWS = 50
"""Rows that stand in the message itself; the answer has them all."""


@dataclass(frozen=True)
class Assistants:
    """Whom a message may be put to."""

    databases: Assistant
    documents: DocumentAssistant

    @property
    def resources(self) -> Resources:
        return self.databases.resources


@dataclass(frozen=True)
class EndedAnswer:
    """What a message keeps of its answer."""

    text: str
    source: dict[str, Any]
    sql: str | None = None
    table: dict[str, Any] | None = None


def accept_question(
    session: Session,
    caller: TenantCaller,
    mode: ModeName,
    message: Message,
    new: NewMessage,
    previous: Message | None,
) -> int:
    """Have the service accept the question; the answer's id, which the message then names."""
    scope = _scope(new)
    if scope is not None:
        scope.check(session, caller.tenant_id)
    if mode is ModeName.DOCUMENTS:
        message.document_answer_id = document_asking.accept_question(
            session, caller, _asked_of_documents(new, previous)
        ).id
        return message.document_answer_id
    followed = previous.answer_id if previous else None
    asked = database_asking.Asked(question=new.query, previous_answer_id=followed)
    message.answer_id = database_asking.accept_question(session, caller, asked).id
    return message.answer_id


def answer_steps(assistants: Assistants, tenant_id: int, mode: ModeName, answer_id: int) -> Iterator[Step]:
    """The steps of the answer as its service tells them."""
    if mode is ModeName.DOCUMENTS:
        return document_making.answer_steps(assistants.documents, tenant_id, answer_id)
    return database_making.answer_steps(assistants.databases, tenant_id, answer_id)


def kept_alive_while_made(assistants: Assistants, mode: ModeName, answer_id: int) -> AbstractContextManager[None]:
    """Signs of life of the answer, for as long as the block runs."""
    kind = DOCUMENT_ANSWERS if mode is ModeName.DOCUMENTS else DATABASE_ANSWERS
    return kept_alive(assistants.resources, kind, answer_id)


def ended_answer(session: Session, tenant_id: int, message: Message) -> EndedAnswer | None:
    """The answer of a message as it ended; None where it has not, or there is none any more."""
    if message.answer_id is not None:
        answer = get_answer(session, tenant_id, message.answer_id)
        return _of_database(answer) if answer.state.is_final else None
    if message.document_answer_id is not None:
        told = get_document_answer(session, tenant_id, message.document_answer_id)
        return _of_documents(told) if told.state.is_final else None
    return None


def _scope(new: NewMessage) -> Scope | None:
    return None if new.scope is None else Scope(tuple(new.scope.document_ids), tuple(new.scope.folder_ids))


def _asked_of_documents(new: NewMessage, previous: Message | None) -> document_asking.Asked:
    return document_asking.Asked(
        question=new.query,
        scope=_scope(new),
        previous_answer_id=previous.document_answer_id if previous else None,
        is_quoted_only=new.is_quoted_only,
    )


def _of_database(answer: Answer) -> EndedAnswer:
    source = {"answer_id": answer.id, "state": answer.state.value}
    table = None
    if answer.columns is not None:
        rows = answer.rows or []
        table = {"columns": answer.columns, "rows": rows[:TABLE_ROWS], "row_count": len(rows)}
    return EndedAnswer(answer.text or "", source, answer.sql, table)


def _of_documents(answer: DocumentAnswer) -> EndedAnswer:
    source = {
        "document_answer_id": answer.id,
        "state": answer.state.value,
        "quotations": answer.quotations,
        "sentences": answer.sentences,
    }
    return EndedAnswer(answer.text or "", source)
