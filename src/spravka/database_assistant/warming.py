"""Preparing readers before anybody asks: the first question after a start should not wait for it."""

import threading

from sqlalchemy import select

from spravka.database_assistant.assistant import Assistant
from spravka.database_assistant.beginning.first_questions import made_questions
from spravka.database_assistant.tables import ConnectedDatabase
from spravka.question_reading.hearing.heard import Language
from spravka.telemetry import get_logger

log = get_logger(__name__)

MOST_PREPARED = 8


def warm_up_aside(assistant: Assistant) -> None:
    """Prepare the readers of the databases learned last, in a thread of its own; failing costs nothing but the time."""
    threading.Thread(target=_warm_up, args=(assistant,), name="warming", daemon=True).start()


def _warm_up(assistant: Assistant) -> None:
    try:
        for database_id in _learned_last(assistant):
            _prepare(assistant, database_id)
    except Exception:
        log.warning("readers could not be prepared before the first question", exc_info=True)


def _learned_last(assistant: Assistant) -> list[int]:
    query = select(ConnectedDatabase.id).where(ConnectedDatabase.structure.is_not(None))
    with assistant.resources.sessions() as session:
        return list(session.scalars(query.order_by(ConnectedDatabase.learned_at.desc()).limit(MOST_PREPARED)))


def _prepare(assistant: Assistant, database_id: int) -> None:
    with assistant.resources.sessions() as session:
        database = session.get(ConnectedDatabase, database_id)
        if database is not None:
            known = assistant.shelf.get(session, assistant.resources, database)
            for language in Language:  # what is loaded at the first question is loaded now
                made_questions(known, language, assistant.today())
            log.info("reader prepared", database_id=database_id)
