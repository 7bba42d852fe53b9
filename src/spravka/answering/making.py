"""An answer from its acceptance to its end: a question accepted is never left without one."""

from collections.abc import Callable, Iterator
from typing import Any

from spravka.answering.answer_kind import AnswerKind
from spravka.answering.steps import Step
from spravka.errors import Problem
from spravka.telemetry import get_logger

log = get_logger(__name__)


def steps_to_the_end(
    kind: AnswerKind[Any],
    answer_id: int,
    make: Callable[[], Iterator[Step]],
    end_with: Callable[[Problem], Iterator[Step]],
) -> Iterator[Step]:
    """``accepted``, then what ``make`` tells; where that raises, what ``end_with`` makes of the problem."""
    yield Step("accepted", {kind.id_name: answer_id})
    try:
        yield from make()
    except Problem as problem:
        yield from end_with(problem)
    except Exception:
        log.exception("answer broke", **{kind.id_name: answer_id})
        yield from end_with(kind.broke(answer_id))
