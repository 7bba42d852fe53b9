"""One answer being made: what it works with."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from spravka.answering.work import AnswerBrief, AnswerWork
from spravka.customer_databases.errors import QueryCancelled
from spravka.customer_databases.fields import ConnectionFields
from spravka.database_assistant import queries
from spravka.database_assistant.answering.answers import ANSWERS
from spravka.database_assistant.answering.reading_facts import offered_plan
from spravka.database_assistant.answering.steps import Stage
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
class Brief(AnswerBrief):
    """Everything read from the application's database before the first stage."""

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
class Work(AnswerWork[Assistant, Brief, Stage]):
    """Where the caller asks to stop, it ends like a query that was cancelled in the database."""

    kind = ANSWERS
    stopped_by = QueryCancelled


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
