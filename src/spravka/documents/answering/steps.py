"""The steps of an answer as they are streamed and stored."""

import enum
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any


class Stage(enum.StrEnum):
    """In the order they happen."""

    SEARCH = "search"
    QUOTATIONS = "quotations"
    LLM = "llm"


class StageState(enum.StrEnum):
    DONE = "done"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Step:
    """A server-sent event: ``accepted``, ``stage``, ``answer`` (the whole of it, last)."""

    event: str
    data: dict[str, Any]


@dataclass
class StageLog:
    """A stage as it is being done; ``result`` is JSON-able."""

    stage: Stage
    state: StageState = StageState.DONE
    result: dict[str, Any] = field(default_factory=dict)
    milliseconds: int = 0

    def to_json(self) -> dict[str, Any]:
        return {
            "stage": self.stage.value,
            "state": self.state.value,
            "milliseconds": self.milliseconds,
            "result": self.result,
        }


@contextmanager
def timed(log: StageLog) -> Iterator[StageLog]:
    """Measures the stage, also where it fails."""
    started = time.monotonic()
    try:
        yield log
    except BaseException:
        log.state = StageState.FAILED
        raise
    finally:
        log.milliseconds = round((time.monotonic() - started) * 1000)
