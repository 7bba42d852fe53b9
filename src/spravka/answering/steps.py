"""The steps of an answer as they are streamed and stored."""

import enum
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

StageT = TypeVar("StageT", bound=enum.StrEnum)
"""An assistant's stages, in the order they happen."""


class StageState(enum.StrEnum):
    DONE = "done"
    SKIPPED = "skipped"
    """Switched off by the user, or nothing to do."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Step:
    """A server-sent event: ``accepted``, ``stage``, ``answer`` (the whole of it, last); in a chat ``kept`` and
    ``message`` around them."""

    event: str
    data: dict[str, Any]


@dataclass
class StageLog(Generic[StageT]):
    """A stage as it is being done; ``result`` is JSON-able."""

    stage: StageT
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
def timed(log: StageLog[StageT]) -> Iterator[StageLog[StageT]]:
    """Measures the stage, also where it fails."""
    started = time.monotonic()
    try:
        yield log
    except BaseException:
        log.state = StageState.FAILED
        raise
    finally:
        log.milliseconds = round((time.monotonic() - started) * 1000)
