"""Examples: a liked answer becomes a candidate, an expert decides, approved ones are replayed every night."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from spravka.auth.access import TenantCaller
from spravka.auth.auditing import record
from spravka.auth.tables import Role
from spravka.database_assistant import queries
from spravka.database_assistant.answer_schemas import ExampleOut
from spravka.database_assistant.errors import AnswerHasNoRows
from spravka.database_assistant.tables import Answer, AnswerState, Example, ExampleState, ReplayState
from spravka.jobs.queries import current_time

SHOWN_ROWS = 20
LONGEST_TOLD = 300
"""Characters of a question in the record of what was done."""


def propose_example(session: Session, tenant_id: int, answer_id: int) -> Example | None:
    """The answer as a candidate; None where it has no rows or no database any more."""
    answer = queries.get_answer(session, tenant_id, answer_id)
    found = queries.find_example_of_answer(session, tenant_id, answer_id)
    if found is not None or not _can_teach(answer):
        return found
    example = Example(
        database_id=answer.database_id,
        answer_id=answer.id,
        question=answer.question,
        plan=answer.plan,
        sql=answer.sql,
        state=ExampleState.CANDIDATE,
        expected=fingerprint(answer.columns or [], answer.rows or [], answer.is_truncated),
    )
    session.add(example)
    session.flush()
    return example


def propose_answer(session: Session, tenant_id: int, answer_id: int) -> Example:
    """The same, asked for by somebody; raises :class:`AnswerHasNoRows`."""
    example = propose_example(session, tenant_id, answer_id)
    if example is None:
        raise AnswerHasNoRows(queries.get_answer(session, tenant_id, answer_id).state.value)
    return example


def withdraw_candidate(session: Session, tenant_id: int, answer_id: int) -> None:
    """Forget a candidate about which no expert has decided."""
    example = queries.find_example_of_answer(session, tenant_id, answer_id)
    if example is not None and example.state is ExampleState.CANDIDATE:
        session.delete(example)


def decide(session: Session, caller: TenantCaller, example_id: int, state: ExampleState) -> Example:
    """Approve or reject. Approving an example whose replay has changed takes the new result as the right one."""
    example = queries.get_example(session, caller.tenant_id, example_id)
    example.state, example.decided_by_id, example.decided_at = state, caller.user_id, current_time(session)
    if state is ExampleState.APPROVED and example.replay_state is ReplayState.CHANGED:
        example.expected, example.replay_state = example.replayed, ReplayState.SAME
    record(session, caller, f"example.{state.value}", f"example {example.id}", question=example.question[:LONGEST_TOLD])
    session.flush()
    return example


def delete_example(session: Session, caller: TenantCaller, example_id: int) -> None:
    example = queries.get_example(session, caller.tenant_id, example_id)
    session.delete(example)
    record(session, caller, "example.deleted", f"example {example_id}", question=example.question[:LONGEST_TOLD])


def visible_state(caller: TenantCaller, wanted: ExampleState | None) -> ExampleState | None:
    """Members see approved examples only; what was wanted otherwise."""
    return wanted if caller.role is not Role.MEMBER else ExampleState.APPROVED


def shown_to(caller: TenantCaller, example: Example) -> ExampleOut:
    """Members see no rows: row filters may keep them from them."""
    shown = ExampleOut.of(example)
    return shown if caller.role is not Role.MEMBER else shown.model_copy(update={"expected": None, "replayed": None})


def fingerprint(columns: Sequence[Any], rows: Sequence[Sequence[Any]], is_truncated: bool) -> dict[str, Any]:
    """What is compared at a replay: a hash of the rows as a set, their number, and the first of them to look at.

    Of more rows than are kept a database may give any: only that there are so many is compared.
    """
    lines = (
        ["more"]
        if is_truncated
        else sorted(json.dumps(row, ensure_ascii=False, sort_keys=True, default=str) for row in rows)
    )
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    return {"hash": digest, "row_count": len(rows), "columns": list(columns), "rows": list(rows[:SHOWN_ROWS])}


def _can_teach(answer: Answer) -> bool:
    return (
        answer.state is AnswerState.ANSWERED
        and answer.sql is not None
        and answer.database_id is not None
        and answer.columns is not None
    )
