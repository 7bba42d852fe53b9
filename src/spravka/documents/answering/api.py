"""Questions to documents, and their answers, over HTTP. Asking streams the stages."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.sse import EventSourceResponse, ServerSentEvent

from spravka.answering.living import kept_alive
from spravka.answering.stopping import ask_to_stop, end_if_silent
from spravka.documents import queries
from spravka.documents.access import DocumentAssistantDep, DocumentsCallerDep
from spravka.documents.answer_schemas import DocumentAnswerOut, DocumentQuestion
from spravka.documents.answering import asking
from spravka.documents.answering.answers import ANSWERS
from spravka.documents.answering.making import answer_steps
from spravka.documents.answering.scope import Scope
from spravka.documents.errors import (
    DocumentAnswerNotFound,
    DocumentNotFound,
    FolderNotFound,
    NoDocuments,
    QuestionWithoutWords,
)
from spravka.documents.tables import DocumentAnswer
from spravka.tenants.access import require_mode
from spravka.tenants.tables import ModeName
from spravka.web.dependencies import ResourcesDep, SessionDep
from spravka.web.documented import documented
from spravka.web.fields import Id
from spravka.web.streaming import detached

router = APIRouter(tags=["documents"], dependencies=[Depends(require_mode(ModeName.DOCUMENTS))])


def own_answer(session: SessionDep, caller: DocumentsCallerDep, document_answer_id: Id) -> DocumentAnswer:
    """An answer of the caller's own."""
    return queries.get_own_document_answer(session, caller.tenant_id, caller.user_id, document_answer_id)


OwnAnswerDep = Annotated[DocumentAnswer, Depends(own_answer)]


def accept_question(resources: ResourcesDep, caller: DocumentsCallerDep, question: DocumentQuestion) -> int:
    """Kept before anything is streamed: a transaction of the request would end after the stream has begun."""
    wanted = question.scope
    scope = None if wanted is None else Scope(tuple(wanted.document_ids), tuple(wanted.folder_ids))
    asked = asking.Asked(question.question, scope, question.previous_document_answer_id, question.is_quoted_only)
    with resources.sessions.begin() as session:
        return asking.accept_question(session, caller, asked).id


@router.post(
    "/documents/questions",
    response_class=EventSourceResponse,
    responses=documented(DocumentNotFound, FolderNotFound, DocumentAnswerNotFound, NoDocuments, QuestionWithoutWords),
)
async def ask_documents(
    assistant: DocumentAssistantDep,
    caller: DocumentsCallerDep,
    document_answer_id: Annotated[int, Depends(accept_question)],
) -> AsyncIterator[ServerSentEvent]:
    """Ask without a chat. Streams `accepted` (with the answer's id), a `stage` for each stage, a `sentence` for each
    that a language model says, checked and with the quotations it cites, and the `answer`, which replaces them:
    quotations with their pages and boxes, or that the documents do not say it, or that they are not read yet."""
    alive = kept_alive(assistant.resources, ANSWERS, document_answer_id)
    async for step in detached(lambda: answer_steps(assistant, caller.tenant_id, document_answer_id), alive):
        yield ServerSentEvent(event=step.event, data=step.data)


@router.get("/document-answers/{document_answer_id}", responses=documented(DocumentAnswerNotFound))
def get_document_answer(session: SessionDep, answer: OwnAnswerDep) -> DocumentAnswerOut:
    """An answer of yours, also while it is being made."""
    return DocumentAnswerOut.of(end_if_silent(session, ANSWERS, answer))


@router.delete("/document-answers/{document_answer_id}", responses=documented(DocumentAnswerNotFound))
def cancel_document_answer(session: SessionDep, answer: OwnAnswerDep) -> DocumentAnswerOut:
    """Stop an answer that is being made, before its next stage."""
    return DocumentAnswerOut.of(ask_to_stop(session, answer))
