"""Answers that are not made to their end: somebody asks them to stop, or the process that made them has died."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from spravka.answering.answer_kind import AnswerKind, RowT
from spravka.jobs.queries import current_time
from spravka.resources import Resources

SILENT_FOR = timedelta(minutes=10)
"""A running answer gives a sign of life at each of its stages, and every half second while a query runs; a language
model may take minutes."""


def ask_to_stop(session: Session, answer: RowT) -> RowT:
    """Have a running answer stop at the next place where it can. One that has ended stays as it is."""
    if not answer.state.is_final:
        answer.cancel_requested_at = current_time(session)
    session.flush()
    return answer


def end_silent(resources: Resources, kind: AnswerKind[Any]) -> None:
    """Answers of every tenant whose process died say so, instead of running for ever."""
    table = kind.table
    with resources.sessions.begin() as session:
        now = current_time(session)
        silent = select(table).where(table.state == kind.running, table.alive_at < now - SILENT_FOR)
        for answer in session.scalars(silent.with_for_update(skip_locked=True)).all():
            problem = kind.interrupted()
            answer.state, answer.finished_at = kind.failed, now
            answer.problem, answer.text = problem.to_json(), problem.detail
