"""The stages before the guard: which tables, whether their data are there, the plan."""

from collections.abc import Iterator
from contextlib import suppress

from spravka.answering.steps import StageState, Step
from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.errors import ConnectionLost, QueryCancelled
from spravka.database_assistant.answer_schemas import without_plans
from spravka.database_assistant.answering import warnings
from spravka.database_assistant.answering.checking_data import check_data
from spravka.database_assistant.answering.draft import Draft
from spravka.database_assistant.answering.llm_stage import read_by_llm
from spravka.database_assistant.answering.looking import LookingTooSlow
from spravka.database_assistant.answering.reading_facts import facts_of, llm_facts, offer
from spravka.database_assistant.answering.steps import Stage
from spravka.database_assistant.tables import ReaderChoice
from spravka.errors import Problem
from spravka.query_plans.compiling import compile_plan
from spravka.query_plans.describing import describe_counted_once
from spravka.query_plans.parsing import plan_of_sql
from spravka.query_plans.plan import PLAN_JSON, QueryPlan
from spravka.query_plans.presenting import presented
from spravka.query_plans.scopes import first_select
from spravka.query_plans.sql_reading.errors import UnsayableError
from spravka.query_plans.unfolding import without_fan_out
from spravka.query_plans.walking import selects
from spravka.question_reading.reading import Reading
from spravka.telemetry import get_logger
from spravka.usage.metering import MeteredLlm

log = get_logger(__name__)

LIKELY_TABLES = 5


def read_question(draft: Draft, connection: CustomerConnection, llm: MeteredLlm | None) -> Iterator[Step]:
    """Have the grammar read the question, and the language model where the grammar could not or was not to.

    Afterwards ``draft.query`` is None where nobody could read it.
    """
    with draft.work.stage(Stage.TABLES) as stage:
        if draft.brief.reader is not ReaderChoice.LLM or llm is None or draft.brief.offered is not None:
            draft.reading = _read_by_grammar(draft, connection)
            draft.plan = draft.reading.plan
        stage.result = {"tables": _tables(draft)}
    yield draft.work.keep()
    yield from _check_data(draft, connection)
    with draft.work.stage(Stage.PLAN) as stage:
        if draft.reading is not None:
            draft.details |= facts_of(draft.reading)
        if draft.plan is not None and draft.reading is not None:
            draft.warnings += warnings.unsure(draft.reading.confidence, draft.brief.language)
            take_plan(draft, draft.plan)
        elif llm is not None:
            _take_llm_reading(draft, llm, connection)
        stage.result = dict(without_plans(draft.details))
    yield draft.work.keep(plan=PLAN_JSON.dump_python(draft.plan, mode="json") if draft.plan else None)


def take_edited(draft: Draft, sql: str) -> None:
    """SQL that a person wrote: the guard judges it as it judges everything; a plan of it, where one can say it."""
    draft.query = sql
    draft.details["reader"] = "person"
    try:
        draft.plan = plan_of_sql(sql, draft.brief.known.schema)
    except UnsayableError:
        draft.plan = None


def take_plan(draft: Draft, plan: QueryPlan) -> None:
    """The plan as the query to be guarded, with a warning for each measure that its joins multiply.

    Where the measured rows can be counted once each, that is offered as another reading.
    """
    schema, language = draft.brief.known.schema, draft.brief.language
    draft.plan = presented(plan, schema, language)
    draft.query = compile_plan(draft.plan, schema, schema.dialect, draft.work.assistant.today())
    draft.warnings += warnings.fan_outs(plan, schema, language)
    counted_once = without_fan_out(draft.plan, schema)
    if counted_once is not None:
        text = describe_counted_once(first_select(plan), schema, language)
        draft.details.setdefault("alternatives", []).append(offer(text, counted_once))


def _read_by_grammar(draft: Draft, connection: CustomerConnection) -> Reading:
    brief, assistant = draft.brief, draft.work.assistant
    if brief.offered is not None:
        return Reading(brief.offered, 1.0)
    read, today = brief.known.reader.read, assistant.today()
    if assistant.resources.customer_databases.settings.probe_readings:
        with suppress(LookingTooSlow):
            probe = draft.looking(connection).compared_rows
            return read(brief.question, today, probe=probe, previous=brief.previous)
    return read(brief.question, today, previous=brief.previous)


def _take_llm_reading(draft: Draft, llm: MeteredLlm, connection: CustomerConnection) -> None:
    """Its failure fails the answer only where nobody else has read the question."""
    try:
        reading = read_by_llm(draft.work, llm, connection)
    except Problem as problem:
        if draft.reading is None or isinstance(problem, QueryCancelled | ConnectionLost):
            raise
        log.warning("language model could not read", problem=problem.type_slug())
        draft.warnings.append(warnings.second_reader_failed(problem, draft.brief.language))
        return
    if reading.query is None and draft.reading is not None:
        return  # what the grammar tells of the question is more than that the other cannot read it either
    draft.details |= llm_facts(reading)
    if reading.query is None:
        return
    draft.is_by_llm = True
    for fact in ("declined", "confidence", "choices"):  # the grammar's
        draft.details.pop(fact, None)
    if reading.plan is not None:
        take_plan(draft, reading.plan)
    else:
        draft.query = reading.sql


def _check_data(draft: Draft, connection: CustomerConnection) -> Iterator[Step]:
    with draft.work.stage(Stage.DATA_CHECK) as stage:
        if draft.plan is not None and draft.brief.switches.has_data_check:
            stage.result = check_data(draft.looking(connection), draft.plan)
        else:
            stage.state = StageState.SKIPPED
    yield draft.work.keep()


def _tables(draft: Draft) -> list[str]:
    """Keys of the plan's tables, each once; without a plan the likeliest ones."""
    if draft.plan is None:
        ranked = draft.brief.known.tables.rank(draft.brief.question)
        return [one.table.key for one in ranked[:LIKELY_TABLES] if one.score > 0]
    return list(dict.fromkeys(use.table for select in selects(draft.plan) for use in select.tables))
