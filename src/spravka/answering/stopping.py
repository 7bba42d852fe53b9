"""Answers that are not made to their end: somebody asks them to stop, or the process that made them has died."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from spravka.answering.answer_kind import AnswerKind, RowT
from spravka.answering.tables import AnswerRow
from spravka.jobs.queries import current_time
from spravka.resources import Resources

SILENT_FOR = timedelta(seconds=20)
"""A running answer gives a sign of life every three seconds (``kept_alive``)."""


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
            _end_interrupted(answer, kind, now)


def end_if_silent(session: Session, kind: AnswerKind[Any], answer: RowT) -> RowT:
    """The same for one answer, that whoever waits for it need not wait for maintenance."""
    now = current_time(session)
    if answer.state == kind.running and answer.alive_at < now - SILENT_FOR:
        session.refresh(answer, with_for_update=True)
        if answer.state == kind.running:
            _end_interrupted(answer, kind, now)
            session.flush()
    return answer


def _end_interrupted(answer: AnswerRow, kind: AnswerKind[Any], now: datetime) -> None:
    problem = kind.interrupted()
    answer.state, answer.finished_at = kind.failed, now
    answer.problem, answer.text = problem.to_json(), problem.detail
