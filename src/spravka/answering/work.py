"""An answer being made: how its stages become durable before they are told, and how it is stopped between them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from sqlalchemy import func, update

from spravka.answering.answer_kind import AnswerKind
from spravka.answering.steps import StageLog, StageT, Step, timed
from spravka.resources import Resources


class AnswerCancelled(Exception):
    """Raised between two stages where the caller has asked to stop."""


class Assistant(Protocol):
    """Whoever answers: the parts of its process, and what it remembers beside them."""

    @property
    def resources(self) -> Resources: ...


@dataclass(frozen=True)
class AnswerBrief:
    """What is read before the first stage; each assistant adds what it needs. No transaction stays open meanwhile."""

    tenant_id: int
    answer_id: int


AssistantT = TypeVar("AssistantT", bound=Assistant)
BriefT = TypeVar("BriefT", bound=AnswerBrief)


@dataclass
class AnswerWork(Generic[AssistantT, BriefT, StageT]):
    """The stages so far. Each is stored in a transaction of its own, then told."""

    kind: ClassVar[AnswerKind[Any]]
    stopped_by: ClassVar[type[Exception]] = AnswerCancelled
    """What is raised where the caller has asked to stop."""

    assistant: AssistantT
    brief: BriefT
    told: list[StageLog[StageT]] = field(default_factory=list)
    _is_stopped: bool = False

    @contextmanager
    def stage(self, stage: StageT) -> Iterator[StageLog[StageT]]:
        """A stage to be done; what became of it is in ``told`` when the block ends, however it ends.

        Raises ``stopped_by`` where the caller asked to stop while the stage before was done.
        """
        if self._is_stopped:
            raise self.stopped_by
        log = StageLog(stage)
        self.told.append(log)
        with timed(log):
            yield log

    def keep(self, **columns: Any) -> Step:
        """Store the latest stage, and whatever columns of the answer go with it; the step to tell."""
        stages = [log.to_json() for log in self.told]
        self._is_stopped = self._store(stages=stages, **columns)
        return Step("stage", stages[-1])

    def is_cancelled(self) -> bool:
        """Whether the caller has asked to stop; also a sign of life for whoever looks after silent answers."""
        return self._store()

    def stop_if_cancelled(self) -> None:
        """Raises ``stopped_by`` where the caller has asked to stop."""
        if self.is_cancelled():
            raise self.stopped_by

    def _store(self, **columns: Any) -> bool:
        """Store what is given in one message to the application's database; whether the answer is to be stopped."""
        table = self.kind.table
        change = (
            update(table)
            .where(table.tenant_id == self.brief.tenant_id, table.id == self.brief.answer_id)
            .values(alive_at=func.clock_timestamp(), **columns)
            .returning(table.cancel_requested_at)
            .execution_options(synchronize_session=False)
        )
        with self.assistant.resources.sessions.begin() as session:
            return session.scalar(change) is not None
