"""Asking the language model for a plan or a query; what it writes is judged, tried out, and sent back when wrong."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from spravka.customer_databases.errors import QueryFailed, StructureChanged
from spravka.database_assistant.llm_reading.drafts import (
    DRAFT_SHAPE,
    MAX_REASON_CHARACTERS,
    CannotDraft,
    Draft,
    PlanDraft,
    SqlDraft,
)
from spravka.database_assistant.llm_reading.examples import Similarity
from spravka.database_assistant.llm_reading.masking import MAX_ERROR_CHARACTERS, mask_error
from spravka.database_assistant.llm_reading.privacy import Privacy
from spravka.database_assistant.llm_reading.prompting import Asked, Prompt, build_prompt
from spravka.database_assistant.llm_reading.proving import prove_plan, prove_sql
from spravka.database_assistant.llm_reading.retrieving import TableSearch
from spravka.errors import Problem, Rejected
from spravka.llm.asking import Llm, Message, Speaker
from spravka.llm.fencing import Fence, as_json
from spravka.llm.plain_text import plain_text
from spravka.llm.structured import ask
from spravka.query_plans.plan import PLAN_JSON, QueryPlan
from spravka.question_reading.reading import ProofSpan
from spravka.telemetry import get_logger

log = get_logger(__name__)

Judged = TypeVar("Judged")

REPAIRS = 2


@dataclass(frozen=True)
class Workbench(Generic[Judged]):
    """What the reader works with; nothing of it is known here.

    - ``write`` gives a plan's SQL, or raises ``Rejected``, ``ValueError`` or ``LookupError`` telling what is wrong.
    - ``judge`` is the guard: what it gives back is what may run; it raises ``Rejected``.
    - ``try_out`` has the database explain what was judged, and raises QueryFailed or StructureChanged where the
      query is at fault. Whatever else it raises ends the reading.
    """

    llm: Llm
    search: TableSearch
    write: Callable[[QueryPlan], str]
    judge: Callable[[str], Judged]
    try_out: Callable[[Judged], object]
    prompt_tokens: int
    similarity: Similarity | None = None
    patience_seconds: float = 180.0
    """After that long no further repair is asked for."""


@dataclass(frozen=True)
class LlmReading(Generic[Judged]):
    """What the language model made of a question: ``query`` to run, or ``reason`` why there is none.

    ``plan`` is None where it wrote SQL. ``complaints`` are what was wrong with the attempts before, for the record.
    """

    query: Judged | None
    plan: QueryPlan | None = None
    sql: str = ""
    reason: str = ""
    proof: tuple[ProofSpan, ...] = ()
    complaints: tuple[str, ...] = ()

    @property
    def is_declined(self) -> bool:
        return self.query is None


class _AtFault(Exception):
    """The draft is wrong; the text says why."""


def read_question(asked: Asked, bench: Workbench[Judged]) -> LlmReading[Judged]:
    """A query that the guard and the database accept, at most two repairs later, or why there is none.

    Raises the problems of :mod:`spravka.llm.errors`, and what the workbench raises that no other wording would mend.
    """
    fence = Fence()
    prompt = build_prompt(asked, bench.search, bench.prompt_tokens, fence, bench.similarity)
    messages = list(prompt.messages)
    complaints: list[str] = []
    begun = time.monotonic()
    while len(complaints) <= REPAIRS and time.monotonic() - begun < bench.patience_seconds:
        draft = ask(bench.llm, messages, DRAFT_SHAPE)
        try:
            return _accepted(draft, asked, bench, tuple(complaints))
        except _AtFault as fault:
            complaints.append(str(fault))
            messages = [*prompt.messages, *_sent_back(draft, str(fault), asked, prompt, fence)]
    log.info("language model gave no usable query", attempts=len(complaints))
    return LlmReading(None, complaints=tuple(complaints))


def _accepted(draft: Draft, asked: Asked, bench: Workbench[Judged], complaints: tuple[str, ...]) -> LlmReading[Judged]:
    if isinstance(draft, CannotDraft):
        return LlmReading(None, reason=plain_text(draft.reason, MAX_REASON_CHARACTERS), complaints=complaints)
    sql = _written(draft, bench)
    query = _judged(sql, bench)
    schema = bench.search.schema
    if isinstance(draft, PlanDraft):
        proof = prove_plan(asked.heard, asked.links, draft.plan, schema)
        return LlmReading(query, draft.plan, sql, proof=proof, complaints=complaints)
    return LlmReading(query, None, sql, proof=prove_sql(asked.heard, asked.links, sql, schema), complaints=complaints)


def _written(draft: PlanDraft | SqlDraft, bench: Workbench[Judged]) -> str:
    if isinstance(draft, SqlDraft):
        return draft.sql
    try:
        return bench.write(draft.plan)
    except (Rejected, ValueError, LookupError, RecursionError) as error:
        raise _AtFault(_text_of(error)) from None


def _judged(sql: str, bench: Workbench[Judged]) -> Judged:
    try:
        query = bench.judge(sql)
    except Rejected as refusal:
        raise _AtFault(refusal.detail) from None
    try:
        bench.try_out(query)
    except (QueryFailed, StructureChanged) as failure:
        raise _AtFault(failure.detail) from None
    return query


def _text_of(error: Exception) -> str:
    return error.detail if isinstance(error, Problem) else f"The plan cannot be written as SQL: {error}"


def _sent_back(draft: Draft, fault: str, asked: Asked, prompt: Prompt, fence: Fence) -> list[Message]:
    """The attempt and what is wrong with it; a database's words may quote a stored value."""
    attempt = _attempt(draft)
    known = attempt + prompt.messages[-1].text
    told = fault if asked.privacy is Privacy.ROWS_TOO else mask_error(fault, known)
    complaint = fence.section("complaint", [as_json(told[:MAX_ERROR_CHARACTERS])])
    wanted = "That does not run. Give a corrected answer, or kind cannot."
    return [Message(Speaker.ASSISTANT, attempt), Message(Speaker.USER, f"{wanted}\n{complaint}")]


def _attempt(draft: Draft) -> str:
    if isinstance(draft, PlanDraft):
        return as_json({"answer": {"kind": "plan", "plan": PLAN_JSON.dump_python(draft.plan, mode="json")}})
    return as_json({"answer": {"kind": "sql", "sql": draft.sql}}) if isinstance(draft, SqlDraft) else ""
