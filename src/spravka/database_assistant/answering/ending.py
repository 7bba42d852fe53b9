"""How an answer ends: stored whole, then told whole."""

from dataclasses import dataclass, field
from typing import Any

from spravka.database_assistant import queries
from spravka.database_assistant.answer_schemas import AnswerOut
from spravka.database_assistant.answering.steps import Step
from spravka.database_assistant.assistant import Assistant
from spravka.database_assistant.tables import AnswerState
from spravka.errors import Problem
from spravka.jobs.queries import current_time


@dataclass(frozen=True)
class Ending:
    """What became of a question."""

    state: AnswerState
    text: str
    details: dict[str, Any] = field(default_factory=dict)
    problem: Problem | None = None


def keep_end(assistant: Assistant, tenant_id: int, answer_id: int, ending: Ending) -> Step:
    """Store the end; an answer that has ended already (somebody gave it up as interrupted) stays as it is."""
    with assistant.resources.sessions.begin() as session:
        answer = queries.get_answer(session, tenant_id, answer_id)
        if not answer.state.is_final:
            answer.state, answer.text = ending.state, ending.text
            answer.details = {**answer.details, **ending.details}
            answer.problem = ending.problem.to_json() if ending.problem else None
            answer.finished_at = current_time(session)
            session.flush()
        return Step("answer", AnswerOut.of(answer).model_dump(mode="json"))
