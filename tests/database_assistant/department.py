"""A department that asks: a tenant of its own, people in it, a database connected and learned by the real ways.

The application is started once for a pytest worker over a database of its own, in which nothing is rolled back:
answering works in threads, and each test has a tenant of its own instead.
"""

import itertools
import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from httpx2 import Response
from sqlalchemy import select
from starlette.testclient import TestClient

from spravka.auth.credentials import random_keys
from spravka.auth.tables import ApiKey, Role
from spravka.customer_databases.fields import ConnectionFields
from spravka.database_assistant.jobs import HANDLERS
from spravka.jobs.running import perform
from spravka.resources import Resources
from spravka.tenants.tables import Mode, ModeName, ModeTenant, Tenant
from tests.callers import API, PASSWORD, new_user

Json = dict[str, Any]

numbers = itertools.count(1)

ORDERS_SQL = """
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, city TEXT);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers (id), amount REAL, status TEXT, day DATE
);
INSERT INTO customers VALUES (1, 'Alpha', 'London'), (2, 'Beta', 'Paris'), (3, 'Gamma', 'London'), (4, 'Delta', NULL);
INSERT INTO orders VALUES
  (1, 1, 100.5, 'paid', '2026-10-01'), (2, 2, 50, 'open', '2026-11-02'), (3, 1, 1.5, 'paid', '2026-01-15'),
  (4, 3, 20, 'open', '2025-12-31'), (5, 3, 7, 'paid', NULL);
"""


@dataclass(frozen=True)
class Told:
    """The events of a stream."""

    status: int
    events: Sequence[tuple[str, Json]]

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.events]

    @property
    def stages(self) -> list[Json]:
        return [found for name, found in self.events if name == "stage"]

    @property
    def stage_names(self) -> list[str]:
        return [stage["stage"] for stage in self.stages]

    @property
    def answer(self) -> Json:
        """The whole answer, which comes once."""
        [answer] = [found for name, found in self.events if name == "answer"]
        return answer

    def stage(self, name: str) -> Json:
        return next(stage for stage in self.stages if stage["stage"] == name)


@dataclass
class Person:
    """Somebody, or a machine, at the API."""

    client: TestClient
    resources: Resources = field(repr=False)

    def get(self, path: str, **query: Any) -> Any:
        return read(self.client.get(API + path, params=query))

    def post(self, path: str, body: Any = None) -> Any:
        return read(self.client.post(API + path, json=body))

    def put(self, path: str, body: Any) -> Any:
        return read(self.client.put(API + path, json=body))

    def patch(self, path: str, body: Any) -> Any:
        return read(self.client.patch(API + path, json=body))

    def delete(self, path: str) -> Any:
        return read(self.client.delete(API + path))

    def refused(self, method: str, path: str, body: Any = None) -> Json:
        """The problem that the request is answered with; ``type`` is its last word."""
        answer = self.client.request(method, API + path, json=body)
        assert answer.status_code >= 400, answer.text
        problem: Json = answer.json()
        return {**problem, "type": problem["type"].rpartition("#")[2]}

    def tell(self, path: str, body: Any) -> Told:
        """Send what is answered by a stream."""
        answer = self.client.post(API + path, json=body)
        assert answer.is_success, answer.text
        return Told(answer.status_code, events_of(answer.text))

    def ask(self, question: str, previous_answer_id: int | None = None) -> Json:
        """The whole answer to a question."""
        return self.tell("/questions", {"question": question, "previous_answer_id": previous_answer_id}).answer

    def run(self, sql: str, answer_id: int | None = None) -> Json:
        """The whole answer to SQL that was written by hand."""
        return self.tell("/queries", {"sql": sql, "answer_id": answer_id}).answer

    def perform(self, job_id: int) -> Json:
        """Perform a job here, as the worker does; the job as it is then."""
        perform(self.resources, HANDLERS, job_id)
        job: Json = self.get(f"/jobs/{job_id}")
        return job


@dataclass
class Department:
    """A tenant and its people, by role; ``machine`` is an API key of it."""

    app: FastAPI
    tenant_id: int
    people: Mapping[Role, Person]
    machine: Person
    emails: Mapping[Role, str]
    user_ids: Mapping[Role, int]

    @property
    def admin(self) -> Person:
        return self.people[Role.ADMIN]

    @property
    def member(self) -> Person:
        return self.people[Role.MEMBER]

    @property
    def expert(self) -> Person:
        return self.people[Role.EXPERT]

    @property
    def resources(self) -> Resources:
        resources: Resources = self.app.state.resources
        return resources

    @property
    def sqlite_dir(self) -> Path:
        folder = self.resources.customer_databases.settings.sqlite_dir
        assert folder is not None
        return folder

    def switch_off(self, mode: str) -> None:
        """Take a service from the tenant."""
        with self.resources.sessions.begin() as session:
            switched = select(ModeTenant).join(Mode, Mode.id == ModeTenant.mode_id)
            switched = switched.where(ModeTenant.tenant_id == self.tenant_id, Mode.name == ModeName(mode))
            session.delete(session.scalars(switched).one())

    def new_sqlite(self, script: str = ORDERS_SQL) -> str:
        """The name of a new database file made by ``script``."""
        name = f"{next(numbers)}.sqlite"
        with closing(sqlite3.connect(self.sqlite_dir / name)) as connection:
            connection.executescript(script)
        return name

    def connect_sqlite(self, script: str = ORDERS_SQL, **settings: Any) -> Json:
        """Connect a new database file and learn it; the database as it is then."""
        return self.connect({"dialect": "sqlite", "database": self.new_sqlite(script)}, **settings)

    def connect(self, address: Json, **settings: Any) -> Json:
        """Connect a database and learn it; the database as it is then."""
        body = {"name": "Orders", "address": address, "reader": "grammar", **settings}
        database = self.admin.post("/databases", body)
        return self.learned(database)

    def learned(self, database: Json) -> Json:
        """The database after the learning that it waits for."""
        job = self.admin.perform(database["learning_job_id"])
        assert job["status"] == "finished", job
        found: Json = self.admin.get(f"/databases/{database['id']}")
        return found

    def learn(self) -> Json:
        """Learn the department's database now."""
        [database] = self.admin.get("/databases")["entries"]
        self.admin.post(f"/databases/{database['id']}/learning")
        return self.learned(self.admin.get(f"/databases/{database['id']}"))


def new_department(app: FastAPI, client: TestClient) -> Department:
    """A tenant with an admin, an expert, a member and a machine."""
    resources: Resources = app.state.resources
    number = next(numbers)
    with resources.sessions.begin() as session:
        tenant = Tenant(slug=f"department-{number}", name=f"Department {number}")
        session.add(tenant)
        session.flush()
        session.add_all(ModeTenant(mode_id=mode.id, tenant_id=tenant.id) for mode in session.scalars(select(Mode)))
        emails = {role: f"{role.value}{number}@firm.local" for role in Role}
        user_ids = {role: new_user(session, emails[role], tenant.id, role).id for role in Role}
        key = random_keys.new_api_key()
        session.add(ApiKey(tenant_id=tenant.id, name="1C", prefix=key.shown_prefix, key_hash=key.hash))
    people = {role: Person(signed_in(app, client, email), resources) for role, email in emails.items()}
    machine = Person(speaking(app, client, {"X-API-Key": key.text}), resources)
    return Department(app, tenant.id, people, machine, emails, user_ids)


def signed_in(app: FastAPI, client: TestClient, email: str) -> TestClient:
    form = {"username": email, "password": PASSWORD}
    token = read(client.post(f"{API}/auth/token", data=form))["access_token"]
    return speaking(app, client, {"Authorization": f"Bearer {token}"})


def speaking(app: FastAPI, client: TestClient, headers: dict[str, str]) -> TestClient:
    """A client with these headers, on the event loop that the application was started on."""
    speaker = TestClient(app, raise_server_exceptions=False)
    speaker.portal = client.portal
    speaker.headers.update(headers)
    return speaker


def address_of(fields: ConnectionFields, **changed: Any) -> Json:
    """The address as an admin types it in."""
    names = ("database", "host", "port", "user", "password")
    return {"dialect": fields.dialect.value, **{name: getattr(fields, name) for name in names}, **changed}


def read(answer: Response) -> Any:
    assert answer.is_success, f"{answer.status_code}: {answer.text}"
    return answer.json() if answer.content else None


def events_of(text: str) -> list[tuple[str, Json]]:
    """Server-sent events by name, with their JSON."""
    found = []
    for block in text.replace("\r\n", "\n").split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line and not line.startswith(":"))
        if "event" in fields and "data" in fields:
            found.append((fields["event"], json.loads(fields["data"])))
    return found
