"""Replaying approved examples every night: a changed result is shown to the experts."""

from datetime import timedelta
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from spravka.customer_databases.caps import Caps
from spravka.customer_databases.cells import json_cell
from spravka.customer_databases.connection import CustomerConnection
from spravka.database_assistant import queries
from spravka.database_assistant.connecting import read_address
from spravka.database_assistant.exemplifying import fingerprint
from spravka.database_assistant.knowing import learned_schema
from spravka.database_assistant.policing import policy_of
from spravka.database_assistant.querying import guard
from spravka.database_assistant.tables import ConnectedDatabase, Example, ExampleState, ReplayState
from spravka.errors import Problem, Unavailable
from spravka.jobs.queries import current_time
from spravka.jobs.running import JobRun
from spravka.jobs.submitting import JobKind, submit
from spravka.jobs.tables import Job
from spravka.queue.queues import MAINTENANCE, Queues
from spravka.resources import Resources
from spravka.sql_guard.guarded_query import GuardedQuery

REPLAY_EXAMPLES = JobKind("replay_examples", MAINTENANCE)
REPLAY_EVERY = timedelta(hours=20)
REPLAY_SECONDS = 20.0


def ask_to_replay(session: Session, queues: Queues, tenant_id: int, user_id: int | None) -> Job:
    """Have the tenant's approved examples run again in the background; raises :class:`NoDatabaseConnected`."""
    queries.get_tenant_database(session, tenant_id)
    return submit(session, queues, REPLAY_EXAMPLES, tenant_id=tenant_id, user_id=user_id, arguments={})


def replay_due_examples(resources: Resources) -> None:
    """Maintenance: for every tenant whose examples were not replayed since yesterday, ask for it."""
    with resources.sessions.begin() as session:
        since = current_time(session) - REPLAY_EVERY
        due = (
            select(ConnectedDatabase.tenant_id)
            .join(Example, Example.database_id == ConnectedDatabase.id)
            .where(Example.state == ExampleState.APPROVED)
            .where(or_(Example.replayed_at.is_(None), Example.replayed_at < since))
            .distinct()
        )
        for tenant_id in session.scalars(due).all():
            ask_to_replay(session, resources.queues, tenant_id, None)


def replay(run: JobRun) -> None:
    """Run every approved example again, each stored by itself."""
    with run.resources.sessions() as session:
        approved = queries.list_examples(session, run.tenant_id, state=ExampleState.APPROVED, after=None, limit=None)
        ids = [example.id for example in approved]
        address = read_address(session, run.resources, run.tenant_id)
    run.enter_stage("replaying", len(ids))
    with run.resources.customer_databases.connect(address) as connection:
        for example_id in ids:
            replayed = _run_again(run, connection, example_id)
            with run.chunk() as chunk:
                example = queries.get_example(chunk.session, run.tenant_id, example_id)
                _keep(chunk.session, example, replayed)
                chunk.advance(1)


def _run_again(run: JobRun, connection: CustomerConnection, example_id: int) -> dict[str, Any] | Problem:
    """The fingerprint of the rows as they are now, for him who asked at first: what row filters keep from others would
    look like a change. Or a problem of the query itself, such as a column that is gone."""
    try:
        query = _guarded(run, example_id)
        rows = connection.run(query, Caps(rows=query.row_limit, timeout_seconds=REPLAY_SECONDS))
    except Unavailable:
        raise
    except Problem as problem:
        return problem
    columns = [{"name": column.name, "kind": column.kind.value} for column in rows.columns]
    return fingerprint(columns, [[json_cell(cell) for cell in row] for row in rows.rows], rows.truncated)


def _guarded(run: JobRun, example_id: int) -> GuardedQuery:
    with run.resources.sessions() as session:
        database = queries.get_tenant_database(session, run.tenant_id)
        example = queries.get_example(session, run.tenant_id, example_id)
        row_limit = run.resources.customer_databases.settings.row_limit
        asker_id = queries.find_asker_id(session, run.tenant_id, example)
        return guard(example.sql, policy_of(session, database, learned_schema(database), asker_id, row_limit))


def _keep(session: Session, example: Example, replayed: dict[str, Any] | Problem) -> None:
    example.replayed_at = current_time(session)
    if isinstance(replayed, Problem):
        example.replay_state, example.replayed = ReplayState.FAILED, {"problem": replayed.to_json()}
        return
    is_same = example.expected is None or example.expected["hash"] == replayed["hash"]
    example.replay_state = ReplayState.SAME if is_same else ReplayState.CHANGED
    example.replayed = replayed
    example.expected = example.expected or replayed
