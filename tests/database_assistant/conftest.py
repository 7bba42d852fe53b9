"""An application for departments that ask, started once for a pytest worker."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from spravka.app import create_app
from spravka.database.settings import DatabaseSettings
from spravka.database_assistant.assistant import Assistant
from spravka.database_assistant.knowing import KnowledgeShelf
from spravka.llm.openai_server import open_llm
from spravka.queue.settings import QueueSettings
from tests.callers import settings_for
from tests.database_assistant.department import Department, new_department
from tests.database_assistant.scripted_grammar import ScriptedGrammar
from tests.llm.scripted_server import ScriptedServer
from tests.parts import Parts


@pytest.fixture(scope="session")
def house(parts: Parts, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The application, its parts open."""
    settings = settings_for(parts, tmp_path_factory.mktemp("house"))
    own = {
        "database": DatabaseSettings(url=parts.new_database(), pool_size=10),
        "queue": QueueSettings(redis_url=parts.new_redis()),
        "auth": settings.auth.model_copy(update={"attempts_per_minute": 10_000}),
    }
    app = create_app(settings.model_copy(update=own))
    with TestClient(app) as client:
        app.state.assistant = Assistant(app.state.resources, KnowledgeShelf(open_reader=ScriptedGrammar))
        yield client


@pytest.fixture
def department(house: TestClient) -> Department:
    """A department without a database yet."""
    assert isinstance(house.app, FastAPI)
    return new_department(house.app, house)


@pytest.fixture
def asking(department: Department) -> Department:
    """A department whose orders are connected and learned; the grammar reads its questions."""
    department.connect_sqlite()
    return department


UseLlm = Callable[..., None]


@pytest.fixture
def use_llm(department: Department) -> Iterator[UseLlm]:
    """Have the application ask this language model until the test ends."""
    state = department.app.state
    before = state.resources, state.assistant

    def use(server: ScriptedServer, **changed: object) -> None:
        settings = server.settings(**changed)
        state.resources = replace(state.resources, llm=open_llm(settings), llm_settings=settings)
        state.assistant = Assistant(state.resources, shelf=state.assistant.shelf)

    yield use
    state.resources, state.assistant = before
