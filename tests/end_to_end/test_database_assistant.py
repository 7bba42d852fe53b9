"""The database assistant with a running server and worker: what was accepted survives listeners and processes."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from pydantic import SecretStr

from spravka.answering.stopping import SILENT_FOR
from spravka.customer_databases.settings import DatabasesSettings
from spravka.database.settings import DatabaseSettings
from spravka.database_assistant.tables import Answer
from spravka.llm.settings import LlmSettings
from spravka.queue.settings import QueueSettings
from spravka.resources import Resources, open_resources
from spravka.vectors.settings import VectorsSettings
from tests.application import Application
from tests.conftest import StartApplication
from tests.customer_databases.places import PostgresqlPlace, new_postgresql
from tests.database_assistant.department import Json, address_of, events_of
from tests.end_to_end.office import Office, open_office, sign_in
from tests.parts import Parts

SLOW = "SELECT amount, pause FROM paused_payments"
PAUSE_SECONDS = 2


@pytest.fixture
def place(parts: Parts) -> PostgresqlPlace:
    """Payments, and a view of them that takes its time."""
    made = new_postgresql(parts)
    made.build(
        "CREATE TABLE payments (id int PRIMARY KEY, amount numeric(12, 2), city text)",
        "INSERT INTO payments VALUES (1, 100, 'Москва'), (2, 50.5, 'Казань')",
        f"CREATE VIEW paused_payments AS SELECT id, amount, pg_sleep({PAUSE_SECONDS})::text AS pause FROM payments"
        " WHERE id = 1",
    )
    return made


def connect(office: Office, place: PostgresqlPlace) -> Json:
    """Connect the database, and wait until the worker has learned it."""
    body = {"name": "Payments", "address": address_of(place.fields), "reader": "grammar"}
    database = office.post("/databases", body)
    assert office.wait(database["learning_job_id"])["status"] == "finished"
    return office.get(f"/databases/{database['id']}")


def ask_and_leave(office: Office, sql: str) -> int:
    """Send a query and hang up as soon as it was accepted; the answer's id."""
    with office.client.stream("POST", "/queries", json={"sql": sql}) as response:
        lines: Iterator[str] = response.iter_lines()
        told = ""
        while not (events := events_of(told)):
            told += next(lines) + "\n"
        assert events[0][0] == "accepted"
        return int(events[0][1]["answer_id"])


def wait_for_answer(office: Office, answer_id: int, seconds: float = 20.0) -> Json:
    until = time.monotonic() + seconds
    while (answer := office.get(f"/answers/{answer_id}"))["state"] == "running":
        assert time.monotonic() < until, "the answer does not end"
        time.sleep(0.1)
    return answer


def test_a_listener_who_goes_away_finds_the_answer_later(application: Application, place: PostgresqlPlace) -> None:
    office = open_office(application)
    database = connect(office, place)
    values = office.client.get(f"/databases/{database['id']}/values").json()
    assert ("payments", "city") in {(one["table_key"], one["column_name"]) for one in values}
    answer_id = ask_and_leave(office, SLOW)
    assert office.get(f"/answers/{answer_id}")["state"] == "running"
    answer = wait_for_answer(office, answer_id)
    assert (answer["state"], [row[0] for row in answer["rows"]]) == ("answered", ["100.00"])
    assert [stage["stage"] for stage in answer["stages"]] == ["guard", "run", "description", "similar"]


def test_an_answer_whose_server_was_killed_says_so(
    start_application: StartApplication, parts: Parts, place: PostgresqlPlace
) -> None:
    application = start_application()
    office = open_office(application)
    connect(office, place)
    answer_id = ask_and_leave(office, SLOW)
    application.kill("server")
    application.start_server()
    office = Office(sign_in(application))
    resources = resources_of(application)
    with resources.sessions.begin() as session:
        session.get_one(Answer, answer_id).alive_at -= SILENT_FOR
    resources.close()
    ended = office.get(f"/answers/{answer_id}")
    assert (ended["state"], ended["problem"]["type"]) == ("failed", "answer-interrupted")
    with psycopg.connect(parts.admin_url) as connection:
        running = "SELECT count(*) FROM pg_stat_activity WHERE usename = %s AND state = 'active'"
        until = time.monotonic() + 10
        while connection.execute(running, [place.fields.user]).fetchone() != (0,):
            assert time.monotonic() < until, "the query outlives its server"
            time.sleep(0.1)
    again = office.client.post("/queries", json={"sql": "SELECT sum(amount) FROM payments"})
    [answer] = [found for name, found in events_of(again.text) if name == "answer"]
    assert json.dumps(answer["rows"]) == '[["150.50"]]'


def resources_of(application: Application) -> Resources:
    """What the application's processes open, opened here."""
    settings = application.settings
    return open_resources(
        Path(settings["SPRAVKA_DATA_DIR"]),
        DatabaseSettings(url=settings["SPRAVKA_DATABASE_URL"]),
        QueueSettings(redis_url=settings["SPRAVKA_QUEUE_REDIS_URL"]),
        VectorsSettings(url=settings["SPRAVKA_VECTORS_URL"]),
        DatabasesSettings(secret=SecretStr(settings["SPRAVKA_DATABASES_SECRET"])),
        LlmSettings(),
    )
