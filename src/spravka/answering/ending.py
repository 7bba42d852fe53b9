"""How an answer ends: stored whole, then told whole."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from spravka.answering.answer_kind import AnswerKind
from spravka.answering.steps import Step
from spravka.answering.work import Assistant
from spravka.errors import Problem
from spravka.jobs.queries import current_time


@dataclass(frozen=True)
class Ending:
    """What became of a question. ``details`` are added to those stored already; ``columns`` are the assistant's own."""

    state: enum.StrEnum
    text: str
    details: Mapping[str, Any] = field(default_factory=dict)
    problem: Problem | None = None
    columns: Mapping[str, Any] = field(default_factory=dict)


def keep_end(assistant: Assistant, kind: AnswerKind[Any], tenant_id: int, answer_id: int, ending: Ending) -> Step:
    """Store the end; an answer that has ended already (somebody gave it up as interrupted) stays as it is."""
    with assistant.resources.sessions.begin() as session:
        answer = kind.get(session, tenant_id, answer_id)
        if not answer.state.is_final:
            answer.state, answer.text = ending.state, ending.text
            answer.details = {**answer.details, **ending.details}
            for name, value in ending.columns.items():
                setattr(answer, name, value)
            answer.problem = ending.problem.to_json() if ending.problem else None
            answer.finished_at = current_time(session)
            session.flush()
        return Step("answer", kind.to_json(answer))
