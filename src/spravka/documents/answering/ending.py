"""How an answer ends: stored whole, then told whole."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from spravka.documents import queries
from spravka.documents.answer_schemas import DocumentAnswerOut
from spravka.documents.answering.steps import Step
from spravka.documents.assistant import DocumentAssistant
from spravka.documents.tables import DocumentAnswerState
from spravka.errors import Problem
from spravka.jobs.queries import current_time


@dataclass(frozen=True)
class Ending:
    """What became of a question."""

    state: DocumentAnswerState
    text: str
    details: dict[str, Any] = field(default_factory=dict)
    problem: Problem | None = None
    quotations: Sequence[dict[str, Any]] = ()


def keep_end(assistant: DocumentAssistant, tenant_id: int, answer_id: int, ending: Ending) -> Step:
    """Store the end; an answer that has ended already (somebody gave it up as interrupted) stays as it is."""
    with assistant.resources.sessions.begin() as session:
        answer = queries.get_document_answer(session, tenant_id, answer_id)
        if not answer.state.is_final:
            answer.state, answer.text = ending.state, ending.text
            answer.details = {**answer.details, **ending.details}
            answer.quotations = list(ending.quotations)
            answer.problem = ending.problem.to_json() if ending.problem else None
            answer.finished_at = current_time(session)
            session.flush()
        return Step("answer", DocumentAnswerOut.of(answer).model_dump(mode="json"))
