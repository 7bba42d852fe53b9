"""A small world to speak HTTP in: two tenants, people in each, a platform admin, machines with API keys.

A room's tests get the fixtures by a line in their ``conftest.py``::

    from tests.callers import app, world  # noqa: F401

and speak as somebody by his name: ``world.client_of("north admin").get("/api/v1/prompts")``.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from fastapi import FastAPI
from pydantic import SecretStr
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker
from starlette.testclient import TestClient

from spravka.app import create_app
from spravka.auth.credentials import passwords, random_keys
from spravka.auth.settings import AuthSettings
from spravka.auth.tables import ApiKey, Role, User, UserTenant
from spravka.customer_databases.settings import DatabasesSettings
from spravka.database.settings import DatabaseSettings
from spravka.database_assistant.assistant import Assistant
from spravka.queue.limiting import AttemptCounter
from spravka.queue.settings import QueueSettings
from spravka.settings import Settings
from spravka.tenants.tables import Mode, ModeName, ModeTenant, Tenant
from spravka.vectors.settings import VectorsSettings
from tests.parts import Parts

API = "/api/v1"
PASSWORD = "правильный пароль"
BCRYPT_ROUNDS = 4
PASSWORD_HASH = passwords.hash_password(PASSWORD, BCRYPT_ROUNDS)
NOBODY = "nobody"
PLATFORM_ADMIN = "platform admin"
ORDERS_NAME = "orders.sqlite"
TEST_SECRET = "only-for-tests-0123456789-abcdefghijklmnop"


@dataclass(frozen=True)
class Side:
    """One tenant of the world; ``users`` are its people by role."""

    tenant_id: int
    slug: str
    users: dict[Role, int]
    api_key_id: int
    key: str

    @property
    def member_id(self) -> int:
        return self.users[Role.MEMBER]

    @property
    def admin_id(self) -> int:
        return self.users[Role.ADMIN]


@dataclass
class World:
    """The two sides, and clients that speak as somebody."""

    app: FastAPI
    sessions: sessionmaker[Session]
    north: Side
    south: Side
    platform_admin_id: int

    def client_of(self, name: str) -> TestClient:
        """A client that speaks as ``nobody``, ``platform admin``, or ``north``/``south`` with a role or ``machine``."""
        client = TestClient(self.app, raise_server_exceptions=False)
        client.headers.update(self._headers_of(name))
        return client

    def sign_in(self, name: str, **fields: str) -> dict[str, object]:
        """The answer of the token route to the right password of ``name``."""
        form = {"username": email_of(name), "password": PASSWORD, **fields}
        answer = self.client_of(NOBODY).post(f"{API}/auth/token", data=form)
        assert answer.status_code == 200, answer.text
        body: dict[str, object] = answer.json()
        return body

    def side(self, name: str) -> Side:
        return self.north if name.startswith("north") else self.south

    def _headers_of(self, name: str) -> dict[str, str]:
        if name == NOBODY:
            return {}
        if name.endswith(" machine"):
            return {"X-API-Key": self.side(name).key}
        return {"Authorization": f"Bearer {self.sign_in(name)['access_token']}"}


def email_of(name: str) -> str:
    """``north admin`` signs in as ``north.admin@firm.local``."""
    return f"{name.replace(' ', '.')}@firm.local"


@pytest.fixture(scope="session")
def app(parts: Parts, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    """The application with its parts open; its sessions are replaced for each test by ``world``."""
    data_dir = tmp_path_factory.mktemp("api")
    make_orders(data_dir / ORDERS_NAME)
    application = create_app(settings_for(parts, data_dir))
    with TestClient(application):
        yield application


@pytest.fixture
def world(app: FastAPI, sessions: sessionmaker[Session]) -> Iterator[World]:
    """The world, whose rows are rolled back after the test."""
    opened, attempts, settings = app.state.resources, app.state.attempts, app.state.settings
    assistant = app.state.assistant
    app.state.resources = replace(opened, sessions=sessions)
    app.state.assistant = Assistant(app.state.resources)
    app.state.attempts = AttemptCounter(opened.queues.redis, 1000)
    yield build_world(app, sessions)
    app.state.resources, app.state.attempts, app.state.settings = opened, attempts, settings
    app.state.assistant = assistant


def build_world(app: FastAPI, sessions: sessionmaker[Session]) -> World:
    """Make the people and the tenants in the database that ``sessions`` write to."""
    with sessions.begin() as session:
        admin = _user(session, PLATFORM_ADMIN, is_platform_admin=True)
        north, south = _side(session, "north"), _side(session, "south")
    return World(app, sessions, north, south, admin.id)


def unopened_app() -> FastAPI:
    """The application without any part: its routes and its OpenAPI document."""
    auth = AuthSettings.model_validate({"secret": TEST_SECRET})
    databases = DatabasesSettings(secret=SecretStr(TEST_SECRET))
    address = DatabaseSettings(url="postgresql+psycopg://nowhere")
    return create_app(Settings(database=address, auth=auth, databases=databases))


def make_orders(file: Path) -> None:
    """A small SQLite database that a tenant may connect."""
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, city TEXT, amount REAL, day DATE)")
        rows = [(1, "Москва", 100.5, "2026-10-01"), (2, "Казань", 50.0, "2026-11-02"), (3, "Москва", 1.5, None)]
        connection.executemany("INSERT INTO orders VALUES (?, ?, ?, ?)", rows)


def settings_for(parts: Parts, data_dir: Path) -> Settings:
    """Settings of an application over the parts for tests; hashing is made cheap."""
    return Settings(
        data_dir=data_dir,
        docs_dir=data_dir / "no-site",
        log_level="WARNING",
        database=DatabaseSettings(url=parts.database_url),
        queue=QueueSettings(redis_url=parts.redis_url),
        vectors=VectorsSettings(url=parts.chroma_url, prefix=parts.chroma_prefix),
        auth=AuthSettings.model_validate({"secret": TEST_SECRET, "bcrypt_rounds": BCRYPT_ROUNDS}),
        databases=DatabasesSettings(secret=SecretStr(TEST_SECRET), sqlite_dir=data_dir),
    )


def new_user(session: Session, email: str, tenant_id: int | None = None, role: Role = Role.MEMBER) -> User:
    """A user with the password of everybody, in a tenant where one is given."""
    user = User(email=email, password_hash=PASSWORD_HASH)
    session.add(user)
    session.flush()
    if tenant_id is not None:
        session.add(UserTenant(user_id=user.id, tenant_id=tenant_id, role=role))
        session.flush()
    return user


def _user(session: Session, name: str, *, is_platform_admin: bool = False) -> User:
    user = User(email=email_of(name), password_hash=PASSWORD_HASH, is_platform_admin=is_platform_admin)
    session.add(user)
    session.flush()
    return user


def _side(session: Session, slug: str) -> Side:
    tenant = Tenant(slug=slug, name=f"The {slug}")
    session.add(tenant)
    session.flush()
    modes = session.scalars(select(Mode).where(Mode.name.in_(list(ModeName))))
    session.add_all(ModeTenant(mode_id=mode.id, tenant_id=tenant.id) for mode in modes)
    users = {role: new_user(session, email_of(f"{slug} {role.value}"), tenant.id, role).id for role in Role}
    made = random_keys.new_api_key()
    api_key = ApiKey(tenant_id=tenant.id, name="1C", prefix=made.shown_prefix, key_hash=made.hash)
    session.add(api_key)
    session.flush()
    return Side(tenant.id, slug, users, api_key.id, made.text)
