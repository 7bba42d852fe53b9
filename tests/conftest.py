"""What every test may ask for: the real parts, a session that is rolled back, a running application."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings
from pydantic import SecretStr
from sqlalchemy import Engine, create_engine
from sqlalchemy.orm import Session, sessionmaker

from spravka.customer_databases.settings import DatabasesSettings
from spravka.database.sessions import listen_to_commits
from spravka.database.settings import DatabaseSettings
from spravka.llm.settings import LlmSettings
from spravka.queue.settings import QueueSettings
from spravka.resources import Resources, open_resources
from spravka.stack.secrets_file import DATABASES_SECRET
from spravka.vectors.settings import VectorsSettings
from tests import parts as real_parts
from tests.application import Application, running_application
from tests.parts import Parts

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


def pytest_configure(config: pytest.Config) -> None:
    """The process that the person started owns the run; xdist's workers join it."""
    if not hasattr(config, "workerinput"):
        real_parts.open_shared_run()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Whatever ended the run, its parts end with it."""
    if not hasattr(config, "workerinput"):
        real_parts.close_run(real_parts.shared_run())


@pytest.fixture(scope="session")
def parts() -> Parts:
    """PostgreSQL, Valkey and Chroma, with a database and a numbered Redis database for this worker."""
    return real_parts.connect(real_parts.shared_run(), os.environ.get("PYTEST_XDIST_WORKER", "main"))


@pytest.fixture
def own_parts() -> Iterator[Parts]:
    """Parts of the test's own, which it may kill; they take a few seconds to start."""
    run = real_parts.new_run()
    try:
        yield real_parts.connect(run)
    finally:
        real_parts.close_run(run)


@pytest.fixture(scope="session")
def engine(parts: Parts) -> Iterator[Engine]:
    """This worker's database, with all tables and no rows."""
    opened = create_engine(parts.database_url)
    yield opened
    opened.dispose()


@pytest.fixture
def sessions(engine: Engine) -> Iterator[sessionmaker[Session]]:
    """Sessions that share one transaction: a commit is a savepoint, and the test's end undoes it all."""
    with engine.connect() as connection, connection.begin() as transaction:
        factory = sessionmaker(connection, join_transaction_mode="create_savepoint", expire_on_commit=False)
        listen_to_commits(factory)
        yield factory
        transaction.rollback()


@pytest.fixture
def session(sessions: sessionmaker[Session]) -> Iterator[Session]:
    """One session of ``sessions``."""
    with sessions() as opened:
        yield opened


StartApplication = Callable[..., Application]


@pytest.fixture
def start_application(parts: Parts, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartApplication]:
    """Start a server and a worker of the test's own, to be killed at will; settings as keywords.

    ``on=own_parts`` lets them stand on parts that the test may kill too.
    """
    with ExitStack() as opened:

        def start(on: Parts = parts, **overrides: str) -> Application:
            data = tmp_path_factory.mktemp("application")
            return opened.enter_context(running_application(on, data, **overrides))

        yield start


@pytest.fixture(scope="session")
def application(parts: Parts, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    """A server and a worker shared by the tests of this worker, which leave them alive."""
    with running_application(parts, tmp_path_factory.mktemp("application")) as running:
        yield running


@pytest.fixture
def resources(parts: Parts, tmp_path: Path) -> Iterator[Resources]:
    """Everything that a door opens, over a database, a queue and collections of the test's own."""
    opened = open_resources(
        tmp_path,
        DatabaseSettings(url=parts.new_database()),
        QueueSettings(redis_url=parts.new_redis()),
        VectorsSettings(url=parts.chroma_url, prefix=parts.new_prefix()),
        DatabasesSettings(secret=SecretStr(parts.addresses.secrets[DATABASES_SECRET]), sqlite_dir=tmp_path),
        LlmSettings(),
    )
    yield opened
    opened.close()
