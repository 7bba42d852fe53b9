"""The stages of an answer, in order: tables, data check, plan, guard, run, second reader, description, similar ones.

Whatever goes wrong ends in an answer that says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spravka.answering.ending import Ending, keep_end
from spravka.answering.making import steps_to_the_end
from spravka.answering.steps import StageState, Step
from spravka.answering.warnings import AnswerWarning
from spravka.customer_databases.cells import json_cell
from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.errors import QueryCancelled, StructureChanged
from spravka.database_assistant import queries
from spravka.database_assistant.answering import warnings
from spravka.database_assistant.answering.answers import ANSWERS
from spravka.database_assistant.answering.checking_data import emptying_condition, is_empty_answer
from spravka.database_assistant.answering.describing_stages import describe_answer, offer_similar
from spravka.database_assistant.answering.draft import Draft
from spravka.database_assistant.answering.llm_stage import llm_for
from spravka.database_assistant.answering.reading_stages import read_question, take_edited
from spravka.database_assistant.answering.second_reader import ask_second_reader
from spravka.database_assistant.answering.steps import Stage
from spravka.database_assistant.answering.telling import NOT_READ, tell_decline, tell_rows
from spravka.database_assistant.answering.work import Work, read_brief
from spravka.database_assistant.assistant import Assistant
from spravka.database_assistant.connecting import ask_to_learn
from spravka.database_assistant.querying import caps_of, guard, run_query
from spravka.database_assistant.tables import AnswerState, LearningState
from spravka.errors import Problem
from spravka.query_plans.describing import SelectWords
from spravka.query_plans.plan import QueryPlan
from spravka.query_plans.scopes import first_select
from spravka.query_plans.wording.phrases import Language as WordsLanguage


def answer_steps(assistant: Assistant, tenant_id: int, answer_id: int) -> Iterator[Step]:
    """Make the answer and tell its steps: ``accepted``, a ``stage`` each, and at last the whole ``answer``."""
    making = _Making(assistant, tenant_id, answer_id)
    return steps_to_the_end(ANSWERS, answer_id, making.make, making.end_with)


@dataclass
class _Making:
    """An answer, and its draft as soon as the brief is read."""

    assistant: Assistant
    tenant_id: int
    answer_id: int
    draft: Draft | None = None

    def make(self) -> Iterator[Step]:
        self.draft = Draft(Work(self.assistant, read_brief(self.assistant, self.tenant_id, self.answer_id)))
        yield from _stages(self.draft)

    def end_with(self, problem: Problem) -> Iterator[Step]:
        """The stage that failed, and the answer that says why."""
        if self.draft is not None:
            yield from _tell_failed_stage(self.draft.work, problem)
            if isinstance(problem, StructureChanged):
                _learn_again(self.draft)
        state = AnswerState.CANCELLED if isinstance(problem, QueryCancelled) else AnswerState.FAILED
        ending = Ending(state, problem.detail, self.draft.details if self.draft else {}, problem)
        yield keep_end(self.assistant, ANSWERS, self.tenant_id, self.answer_id, ending)


def _stages(draft: Draft) -> Iterator[Step]:
    work, llm = draft.work, llm_for(draft.work)
    with work.assistant.resources.customer_databases.connect(draft.brief.address) as connection:
        if draft.brief.edited_sql is None:
            yield from read_question(draft, connection, llm)
            if draft.query is None:
                yield _end_declined(draft)
                return
        else:
            take_edited(draft, draft.brief.edited_sql)
        yield from _guard(draft)
        yield from _run(draft, connection)
        yield from ask_second_reader(draft, connection, llm)
        yield from describe_answer(draft, llm)
        yield from offer_similar(draft, llm)
    yield _end_answered(draft)


def _guard(draft: Draft) -> Iterator[Step]:
    assert draft.query is not None
    with draft.work.stage(Stage.GUARD) as stage:
        draft.guarded = guard(draft.query, draft.brief.policy)
        written, is_filtered = draft.written_query(), draft.guarded.is_row_filtered
        stage.result = {
            "sql": written if is_filtered else draft.guarded.sql,  # what is kept from somebody is not told him
            "is_row_filtered": is_filtered,
            "tables": sorted(draft.guarded.tables),
        }
    yield draft.work.keep(sql=written)


def _run(draft: Draft, connection: CustomerConnection) -> Iterator[Step]:
    assert draft.guarded is not None
    work, language = draft.work, draft.brief.language
    with work.stage(Stage.RUN) as stage:
        rows = run_query(connection, draft.guarded, caps_of(draft.guarded), work.is_cancelled)
        draft.rows = rows
        stage.result = {"row_count": len(rows.rows), "is_truncated": rows.truncated, "seconds": round(rows.seconds, 3)}
        most_exported = work.assistant.resources.customer_databases.settings.export_row_limit
        draft.warnings += warnings.truncated(rows, most_exported, language)
        draft.warnings += warnings.empty_groups(draft.plan, rows, language)
        if draft.plan is not None and is_empty_answer(rows) and draft.brief.switches.has_data_check:
            draft.warnings += _emptied(draft, connection, draft.plan)
    yield work.keep(
        columns=draft.columns_json(),
        rows=[[json_cell(cell) for cell in row] for row in rows.rows],
        is_truncated=rows.truncated,
    )


def _emptied(draft: Draft, connection: CustomerConnection, plan: QueryPlan) -> list[AnswerWarning]:
    brief = draft.brief
    condition = emptying_condition(draft.looking(connection), plan)
    if condition is None:
        return []
    words = SelectWords(first_select(plan), brief.known.schema, WordsLanguage(brief.language)).condition(condition)
    return [warnings.emptied(words, brief.language)]


def _end_answered(draft: Draft) -> Step:
    assert draft.rows is not None
    return _end(draft, AnswerState.ANSWERED, tell_rows(draft.rows, draft.brief.language))


def _end_declined(draft: Draft) -> Step:
    reading = draft.reading
    language = draft.brief.language
    if reading is None or reading.declined is None:  # the language model alone was asked
        return _end(draft, AnswerState.DECLINED, draft.details.get("reason") or NOT_READ[language])
    return _end(draft, AnswerState.DECLINED, tell_decline(reading.declined, reading.unread, language))


def _end(draft: Draft, state: AnswerState, text: str) -> Step:
    draft.details["warnings"] = [warning.to_json() for warning in draft.warnings]
    ending = Ending(state, text, draft.details)
    return keep_end(draft.work.assistant, ANSWERS, draft.brief.tenant_id, draft.brief.answer_id, ending)


def _tell_failed_stage(work: Work, problem: Problem) -> Iterator[Step]:
    if work.told and work.told[-1].state is StageState.FAILED:
        work.told[-1].result = problem.to_json()
        yield work.keep()


def _learn_again(draft: Draft) -> None:
    """The database is no longer as it was learned: read it anew, so that the next question is answered."""
    resources = draft.work.assistant.resources
    with resources.sessions.begin() as session:
        database = queries.get_database(session, draft.brief.tenant_id, draft.brief.database_id)
        if database.learning is not LearningState.WAITING:
            ask_to_learn(session, resources.queues, database, draft.brief.user_id)
