"""Accepting questions: an answer stands in the database before anything is done for it."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from spravka.answering.stopping import ask_to_stop
from spravka.auth.access import TenantCaller
from spravka.database_assistant import queries
from spravka.database_assistant.errors import DatabaseNotLearned
from spravka.database_assistant.tables import Answer, AnswerState
from spravka.question_reading.hearing.languages import language_of


@dataclass(frozen=True)
class Asked:
    """A question, or SQL that a person has edited; ``previous_answer_id`` is the answer it follows."""

    question: str
    edited_sql: str | None = None
    previous_answer_id: int | None = None


def accept_question(session: Session, caller: TenantCaller, asked: Asked) -> Answer:
    """A running answer without any stage. Raises :class:`NoDatabaseConnected`, :class:`DatabaseNotLearned`."""
    if asked.previous_answer_id is not None:
        queries.get_own_answer(session, caller.tenant_id, caller.user_id, asked.previous_answer_id)
    database = queries.get_tenant_database(session, caller.tenant_id)
    if not queries.has_structure(session, caller.tenant_id, database.id):
        raise DatabaseNotLearned
    answer = Answer(
        tenant_id=caller.tenant_id,
        user_id=caller.user_id,
        database_id=database.id,
        previous_answer_id=asked.previous_answer_id,
        question=asked.question,
        edited_sql=asked.edited_sql,
        language=language_of(asked.question).value,
        state=AnswerState.RUNNING,
        stages=[],
        details={},
    )
    session.add(answer)
    session.flush()
    return answer


def accept_query(session: Session, caller: TenantCaller, sql: str, answer_id: int | None) -> Answer:
    """SQL that a person wrote, as an answer to the question of the answer he edited, or to none."""
    question = sql
    if answer_id is not None:
        question = queries.get_own_answer(session, caller.tenant_id, caller.user_id, answer_id).question
    return accept_question(session, caller, Asked(question, edited_sql=sql, previous_answer_id=answer_id))


def cancel_answer(session: Session, tenant_id: int, answer_id: int) -> Answer:
    """Ask a running answer to stop: its query is cancelled in the database."""
    return ask_to_stop(session, queries.get_answer(session, tenant_id, answer_id))
