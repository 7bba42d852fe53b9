"""An answer to be made, of the plainest assistant there is: it has parts, and no memory."""

import enum
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from spravka.answering.work import AnswerBrief, AnswerWork
from spravka.documents.answering.answers import ANSWERS
from spravka.documents.tables import DocumentAnswer
from spravka.resources import Resources
from spravka.tenants.tables import Tenant


class Stage(enum.StrEnum):
    LOOK = "look"
    SAY = "say"


@dataclass(frozen=True)
class Desk:
    resources: Resources


class Work(AnswerWork[Desk, AnswerBrief, Stage]):
    kind = ANSWERS

    def row(self) -> DocumentAnswer:
        """The answer as it stands in the database."""
        with self.assistant.resources.sessions() as session:
            return ANSWERS.get(session, self.brief.tenant_id, self.brief.answer_id)


@pytest.fixture
def ask(resources: Resources) -> Callable[[], Work]:
    """Each call asks another question."""
    with resources.sessions.begin() as session:
        tenant = Tenant(slug="archive", name="Archive")
        session.add(tenant)
        session.flush()
        tenant_id = tenant.id

    def new() -> Work:
        with resources.sessions.begin() as session:
            answer = DocumentAnswer(tenant_id=tenant_id, question="Where is it?", scope={})
            session.add(answer)
            session.flush()
            return Work(Desk(resources), AnswerBrief(tenant_id, answer.id))

    return new
