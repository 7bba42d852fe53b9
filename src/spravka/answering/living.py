"""Signs of life of answers that are being made: one whose process dies falls silent, and others end it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import func, update
from sqlalchemy.exc import SQLAlchemyError

from spravka.answering.answer_kind import AnswerKind
from spravka.resources import Resources
from spravka.telemetry import get_logger

log = get_logger(__name__)

BEAT_SECONDS = 3.0
"""Between two signs of life; far below ``SILENT_FOR``, after which an answer counts as left alone."""


@contextmanager
def kept_alive(
    resources: Resources, kind: AnswerKind[Any], answer_id: int, beat_seconds: float = BEAT_SECONDS
) -> Iterator[None]:
    """While the block runs, whatever it waits for (its turn, a query, a language model), the answer shows that
    somebody makes it."""
    is_over = threading.Event()

    def beat() -> None:
        while not is_over.wait(beat_seconds):
            _give_sign(resources, kind, answer_id)

    threading.Thread(target=beat, name="alive", daemon=True).start()
    try:
        yield
    finally:
        is_over.set()


def _give_sign(resources: Resources, kind: AnswerKind[Any], answer_id: int) -> None:
    table = kind.table
    sign = (
        update(table)
        .where(table.id == answer_id, table.state == kind.running)
        .values(alive_at=func.clock_timestamp())
        .execution_options(synchronize_session=False)
    )
    try:
        with resources.sessions.begin() as session:
            session.execute(sign)
    except SQLAlchemyError as error:  # the next sign may get through
        log.warning("sign of life not given", **{kind.id_name: answer_id}, error=type(error).__name__)
