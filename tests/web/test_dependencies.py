"""One transaction per request."""

from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from spravka.errors import Conflict
from spravka.tenants.tables import Tenant
from spravka.web.dependencies import SessionDep
from spravka.web.problems import install_problems
from tests.callers import World


class KeptProblem(Conflict):
    keeps_work = True


def ask(world: World, error: Exception | None) -> Any:
    app = FastAPI()
    app.state.resources = world.app.state.resources
    install_problems(app)

    @app.get("/")
    def write(session: SessionDep) -> None:
        session.add(Tenant(slug="written", name="Written"))
        session.flush()
        if error is not None:
            raise error

    return TestClient(app, raise_server_exceptions=False).get("/")


def is_written(session: Session) -> bool:
    return session.scalar(select(Tenant.id).where(Tenant.slug == "written")) is not None


@pytest.mark.parametrize(
    ("error", "status", "stands"),
    [(None, 200, True), (Conflict(), 409, False), (ValueError(), 500, False), (KeptProblem(), 409, True)],
    ids=repr,
)
def test_what_was_written_stands_where_the_request_succeeds_or_the_problem_says_so(
    world: World, error: Exception | None, status: int, stands: bool
) -> None:
    assert ask(world, error).status_code == status
    with world.sessions() as session:
        assert is_written(session) is stands
