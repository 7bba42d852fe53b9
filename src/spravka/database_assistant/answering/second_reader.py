"""Asking both readers: agreeing answers are marked as such, disagreeing ones are shown side by side."""

from collections.abc import Iterator

from spravka.answering.steps import StageState, Step
from spravka.customer_databases.cells import json_cell
from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.errors import QueryCancelled
from spravka.database_assistant.answering import warnings
from spravka.database_assistant.answering.draft import Draft
from spravka.database_assistant.answering.llm_stage import read_by_llm
from spravka.database_assistant.answering.reading_facts import llm_facts
from spravka.database_assistant.answering.steps import Stage
from spravka.database_assistant.llm_reading.comparing import Agreement, same_rows
from spravka.database_assistant.llm_reading.reading import LlmReading
from spravka.database_assistant.querying import caps_of, run_query
from spravka.database_assistant.tables import ReaderChoice
from spravka.errors import Problem
from spravka.sql_guard.guarded_query import GuardedQuery
from spravka.usage.metering import MeteredLlm

SHOWN_ROWS = 100


def ask_second_reader(draft: Draft, connection: CustomerConnection, llm: MeteredLlm | None) -> Iterator[Step]:
    """Where the tenant wants both readers, have the language model answer what the grammar has answered."""
    is_wanted = draft.brief.reader is ReaderChoice.BOTH and draft.reading is not None and not draft.is_by_llm
    if llm is None or not is_wanted:
        return
    with draft.work.stage(Stage.SECOND_READER) as stage:
        try:
            reading = read_by_llm(draft.work, llm, connection)
            draft.details["second"] = _second(draft, connection, reading)
            stage.result = dict(draft.details["second"])
        except QueryCancelled:
            raise
        except Problem as problem:  # the first answer stands
            stage.state, stage.result = StageState.FAILED, problem.to_json()
            draft.warnings.append(warnings.second_reader_failed(problem, draft.brief.language))
    yield draft.work.keep()


def _second(draft: Draft, connection: CustomerConnection, reading: LlmReading[GuardedQuery]) -> dict[str, object]:
    assert draft.guarded is not None and draft.rows is not None
    facts = llm_facts(reading)
    if reading.query is None:
        return facts
    if reading.query.sql == draft.guarded.sql:
        return {**facts, "agreement": Agreement.SAME_QUERY.value}
    rows = run_query(connection, reading.query, caps_of(reading.query), draft.work.is_cancelled)
    agreement = Agreement.SAME_ROWS if same_rows(draft.rows.rows, rows.rows) else Agreement.DIFFERENT
    shown = [[json_cell(cell) for cell in row] for row in rows.rows[:SHOWN_ROWS]]
    return {
        **facts,
        "agreement": agreement.value,
        "sql": reading.sql,
        "columns": [{"name": column.name, "kind": column.kind.value} for column in rows.columns],
        "rows": shown,
        "row_count": len(rows.rows),
    }
