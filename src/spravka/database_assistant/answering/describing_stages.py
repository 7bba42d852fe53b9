"""The stages after the rows: description, chart, similar questions."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from spravka.answering.steps import StageLog, StageState, Step
from spravka.customer_databases.cells import json_cell
from spravka.database_assistant.answering.draft import Draft
from spravka.database_assistant.answering.reading_facts import offer
from spravka.database_assistant.answering.steps import Stage
from spravka.database_assistant.llm_reading import explaining
from spravka.database_assistant.llm_reading.telling_schema import tell_schema
from spravka.errors import Problem
from spravka.query_plans.charting import chart_for
from spravka.query_plans.describing import describe
from spravka.query_plans.suggesting import similar_plans
from spravka.telemetry import get_logger
from spravka.usage.metering import MeteredLlm

logger = get_logger(__name__)

DESCRIBING = "describing answers"
SUGGESTING = "suggesting questions"
TOLD_TOKENS = 1_500
"""Of the schema, for questions to be suggested about it."""


def describe_answer(draft: Draft, llm: MeteredLlm | None) -> Iterator[Step]:
    """What the query counts, in plain words: from the plan, or of SQL without a plan by the language model."""
    with _dispensable(draft, Stage.DESCRIPTION) as stage:
        draft.details["chart"] = _chart(draft)
        if draft.brief.switches.has_sql_description:
            draft.details["description"] = _description(draft, llm)
            stage.result = {"description": draft.details["description"]}
        else:
            stage.state = StageState.SKIPPED
    yield draft.work.keep()


def offer_similar(draft: Draft, llm: MeteredLlm | None) -> Iterator[Step]:
    """Questions near to the one asked, each with its plan; of SQL without a plan those that the llm proposes."""
    with _dispensable(draft, Stage.SIMILAR) as stage:
        offers = _offers(draft, llm) if draft.brief.switches.has_alternative_questions else []
        if offers:
            draft.details["similar"] = offers
            stage.result = {"questions": [one["text"] for one in offers]}
        else:
            stage.state = StageState.SKIPPED
    yield draft.work.keep()


def _offers(draft: Draft, llm: MeteredLlm | None) -> list[dict[str, Any]]:
    brief, known = draft.brief, draft.brief.known
    if draft.plan is not None:
        similar = similar_plans(draft.plan, known.schema, brief.language, categories=known.categories)
        return [offer(one.text, one.plan, one.change) for one in similar]
    if llm is None:
        return []
    told = tell_schema(known.schema, known.tables.rank(brief.question), TOLD_TOKENS).lines
    metered = llm.for_purpose(SUGGESTING)
    try:
        proposed = explaining.suggest_questions(metered, brief.question, brief.language.value, told)
    except Problem:  # the answer is there without them
        return []
    return [offer(text) for text in proposed]


@contextmanager
def _dispensable(draft: Draft, stage: Stage) -> Iterator[StageLog[Stage]]:
    """A stage without which the answer is whole: an error nobody foresaw fails it alone."""
    with draft.work.stage(stage) as log:
        try:
            yield log
        except Exception:
            logger.exception("a stage of the answer broke", stage=stage.value, answer_id=draft.brief.answer_id)
            log.state = StageState.FAILED


def _chart(draft: Draft) -> dict[str, object] | None:
    if draft.plan is None or draft.rows is None:
        return None
    chart = chart_for(draft.plan, [column.name for column in draft.rows.columns], draft.rows.rows)
    return None if chart is None else asdict(chart)


def _description(draft: Draft, llm: MeteredLlm | None) -> str | None:
    if draft.plan is not None:
        return describe(draft.plan, draft.brief.known.schema, draft.brief.language)
    if llm is None or draft.rows is None:
        return None
    answered = explaining.Answered(
        question=draft.brief.question,
        language=draft.brief.language.value,
        sql=draft.written_query(),
        columns=[column.name for column in draft.rows.columns],
        rows=[[json_cell(cell) for cell in row] for row in draft.rows.rows],
    )
    try:
        return explaining.describe_answer(llm.for_purpose(DESCRIBING), answered, draft.brief.privacy) or None
    except Problem:  # the answer is there without it
        return None
