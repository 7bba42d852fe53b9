"""From a question to its first row, warm, on a real database with Russian names; the query's own time is left out."""

import time
from collections.abc import Callable
from pathlib import Path

from pydantic import SecretStr
from sqlalchemy.engine import URL

from spravka.auth.access import TenantCaller
from spravka.auth.tables import Role
from spravka.database_assistant.answering.making import answer_steps
from spravka.database_assistant.answering.steps import Stage
from spravka.database_assistant.asking import Asked, accept_question
from spravka.database_assistant.assistant import Assistant
from spravka.database_assistant.connecting import connect_database
from spravka.database_assistant.schemas import Address, DatabaseIn
from spravka.database_assistant.tables import ReaderChoice
from spravka.evaluation.business_databases import DUMPS, make_databases
from spravka.evaluation.database_accuracy import DatabaseFigures
from spravka.evaluation.postgres_databases import READER, READER_PASSWORD, add_reader
from spravka.evaluation.questions_loading import needed_file
from spravka.evaluation.workbench import open_workbench
from spravka.jobs.terminal import follow_job
from spravka.query_plans.schema import Dialect
from spravka.resources import Resources
from spravka.tenants.tables import Tenant

DATABASE = "airlines"
ROUNDS = 10
QUESTIONS = (
    "сколько бронирований",
    "сколько рейсов в каждом статусе",
    "средняя сумма бронирования",
    "самое дорогое бронирование",
    "сколько аэропортов в каждом городе",
    "какие аэропорты в Москве",
    "пять самых дорогих бронирований",
    "сумма бронирований по дням",
    "модели самолётов с дальностью больше 5000",
    "сколько мест в каждом самолёте",
    "сколько билетов в каждом бронировании",
    "аэропорты без рейсов",
)
"""Questions of every kind; declined ones count with the time to the decline."""

Tell = Callable[[str], None]


def measure_speed(folder: Path, tell: Tell) -> DatabaseFigures:
    """Real parts, a real database: p50 and p95 in milliseconds. Raises :class:`MeasuringDataMissing`."""
    needed_file(folder, DUMPS[DATABASE].file)  # told before the parts are started
    with open_workbench() as bench:
        tell("loading the airlines database")
        add_reader(bench.postgres)
        make_databases(bench.postgres, folder, [DATABASE])
        caller = _connect(bench.resources, bench.postgres)
        assistant = Assistant(bench.resources)
        tell(f"asking {len(QUESTIONS)} questions {ROUNDS} times")
        for question in QUESTIONS:  # the first time prepares the reader and warms the caches
            _seconds_to_first_row(assistant, caller, question)
        measured = sorted(
            _seconds_to_first_row(assistant, caller, question) for _ in range(ROUNDS) for question in QUESTIONS
        )
    return DatabaseFigures(
        {
            "first_row_p50_milliseconds": round(1000 * measured[len(measured) // 2], 1),
            "first_row_p95_milliseconds": round(1000 * measured[len(measured) * 95 // 100], 1),
        }
    )


def _connect(resources: Resources, admin: URL) -> TenantCaller:
    address = Address(
        dialect=Dialect.POSTGRESQL,
        host=admin.host or "127.0.0.1",
        port=admin.port,
        database=DATABASE,
        user=READER,
        password=SecretStr(READER_PASSWORD),
    )
    wanted = DatabaseIn(name="airlines", address=address, reader=ReaderChoice.GRAMMAR)
    with resources.sessions.begin() as session:
        tenant = Tenant(slug="airlines", name="airlines")
        session.add(tenant)
        session.flush()
        caller = TenantCaller(tenant_id=tenant.id, role=Role.ADMIN)
        job_id = connect_database(session, resources, caller, wanted).learning_job_id
    assert job_id is not None
    follow_job(resources, caller.tenant_id, job_id, "airlines")
    return caller


def _seconds_to_first_row(assistant: Assistant, caller: TenantCaller, question: str) -> float:
    """Until the rows are there, or the question is declined, without what the query itself took."""
    begun = time.perf_counter()
    with assistant.resources.sessions.begin() as session:
        answer_id = accept_question(session, caller, Asked(question)).id
    query_seconds = 0.0
    seconds = 0.0
    for step in answer_steps(assistant, caller.tenant_id, answer_id):
        seconds = time.perf_counter() - begun
        if step.data.get("stage") == Stage.RUN:
            query_seconds = step.data["result"].get("seconds", 0.0)
            break
    return seconds - query_seconds
