"""One answer being made: what it works with, and how its steps become durable before they are told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, update
from sqlalchemy.orm import Session

from spravka.customer_databases.errors import QueryCancelled
from spravka.customer_databases.fields import ConnectionFields
from spravka.database_assistant import queries
from spravka.database_assistant.answering.reading_facts import offered_plan
from spravka.database_assistant.answering.steps import Stage, StageLog, Step, timed
from spravka.database_assistant.assistant import Assistant
from spravka.database_assistant.connecting import read_address
from spravka.database_assistant.knowing import Known
from spravka.database_assistant.llm_reading.privacy import Privacy
from spravka.database_assistant.policing import policy_of
from spravka.database_assistant.schemas import StageSwitches
from spravka.database_assistant.tables import Answer, AnswerState, ReaderChoice
from spravka.query_plans.checking import check_plan
from spravka.query_plans.plan import PLAN_JSON, QueryPlan
from spravka.question_reading.hearing.heard import Language
from spravka.sql_guard.policy import GuardPolicy


@dataclass(frozen=True)
class Brief:
    """Everything read from the application's database before the first stage; no transaction stays open meanwhile."""

    tenant_id: int
    answer_id: int
    database_id: int
    user_id: int | None
    question: str
    edited_sql: str | None
    language: Language
    previous: QueryPlan | None
    previous_question: str
    offered: QueryPlan | None
    """The plan of a question that the previous answer has offered in these words."""
    known: Known
    address: ConnectionFields
    policy: GuardPolicy
    switches: StageSwitches
    privacy: Privacy
    reader: ReaderChoice


@dataclass
class Work:
    """The stages so far. Each is stored in a transaction of its own, then told."""

    assistant: Assistant
    brief: Brief
    told: list[StageLog] = field(default_factory=list)
    _is_stopped: bool = False

    @contextmanager
    def stage(self, stage: Stage) -> Iterator[StageLog]:
        """A stage to be done; what became of it is in ``told`` when the block ends, however it ends.

        Raises :class:`QueryCancelled` where the caller asked to stop while the stage before was done.
        """
        if self._is_stopped:
            raise QueryCancelled
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
        """Raises :class:`QueryCancelled` where the caller has asked to stop."""
        if self.is_cancelled():
            raise QueryCancelled

    def _store(self, **columns: Any) -> bool:
        """Store what is given in one message to the application's database; whether the answer is to be stopped."""
        change = (
            update(Answer)
            .where(Answer.tenant_id == self.brief.tenant_id, Answer.id == self.brief.answer_id)
            .values(alive_at=func.clock_timestamp(), **columns)
            .returning(Answer.cancel_requested_at)
            .execution_options(synchronize_session=False)
        )
        with self.assistant.resources.sessions.begin() as session:
            return session.scalar(change) is not None


def read_brief(assistant: Assistant, tenant_id: int, answer_id: int) -> Brief:
    """Raises :class:`NoDatabaseConnected`, :class:`DatabaseNotLearned`, :class:`AddressUnreadable`."""
    resources = assistant.resources
    with resources.sessions() as session:
        answer = queries.get_answer(session, tenant_id, answer_id)
        database = queries.get_tenant_database(session, tenant_id)
        known = assistant.shelf.get(session, resources, database)
        previous = _previous(session, answer)
        switches = queries.find_switches(session, answer.user_id) if answer.user_id else None
        row_limit = resources.customer_databases.settings.row_limit
        return Brief(
            tenant_id=tenant_id,
            answer_id=answer_id,
            database_id=database.id,
            user_id=answer.user_id,
            question=answer.question,
            edited_sql=answer.edited_sql,
            language=Language(answer.language),
            previous=_usable(previous_plan(previous, database.id), known) if previous else None,
            previous_question=previous.question if previous else "",
            offered=_usable(offered_plan(previous.details, answer.question), known) if previous else None,
            known=known,
            address=read_address(session, resources, tenant_id),
            policy=policy_of(session, database, known.learned, answer.user_id, row_limit),
            switches=StageSwitches.of(switches),
            privacy=database.privacy,
            reader=database.reader,
        )


def previous_plan(previous: Answer, database_id: int) -> QueryPlan | None:
    """The plan a follow-up begins from: that of an answer over the same database."""
    if previous.plan is None or previous.database_id != database_id:
        return None
    return PLAN_JSON.validate_python(previous.plan)


def _previous(session: Session, answer: Answer) -> Answer | None:
    """The answer that this one follows, where that has ended."""
    if answer.previous_answer_id is None:
        return None
    previous = queries.get_answer(session, answer.tenant_id, answer.previous_answer_id)
    return previous if previous.state is not AnswerState.RUNNING else None


def _usable(plan: QueryPlan | None, known: Known) -> QueryPlan | None:
    """The plan, where the database still has all that it names, and nothing of it is hidden."""
    return plan if plan is not None and not check_plan(plan, known.schema) else None
