"""Gates of routes that belong to a service."""

from typing import Annotated

import pytest
from fastapi import Depends, FastAPI
from starlette.testclient import TestClient

from spravka.auth.access import Caller, TenantCaller, identify
from spravka.auth.tables import Role
from spravka.tenants.access import require_mode
from spravka.tenants.tables import ModeName
from spravka.web.problems import install_problems
from tests.callers import API, PLATFORM_ADMIN, World


def small_app(world: World, caller: Caller) -> TestClient:
    """An application whose only route belongs to the service of documents."""
    app = FastAPI()
    app.state.resources = world.app.state.resources
    app.dependency_overrides[identify] = lambda: caller
    install_problems(app)

    @app.get("/")
    def answer(caller: Annotated[TenantCaller, Depends(require_mode(ModeName.DOCUMENTS))]) -> int:
        return caller.tenant_id

    return TestClient(app)


def test_a_tenant_with_the_service_is_let_through(world: World) -> None:
    caller = Caller(user_id=1, tenant_id=world.north.tenant_id, role=Role.MEMBER)
    assert small_app(world, caller).get("/").json() == world.north.tenant_id


def test_a_tenant_without_the_service_is_told_which_one_it_lacks(world: World) -> None:
    path = f"{API}/tenants/{world.north.tenant_id}/modes/documents"
    world.client_of(PLATFORM_ADMIN).delete(path)
    caller = Caller(user_id=1, tenant_id=world.north.tenant_id, role=Role.ADMIN)
    answer = small_app(world, caller).get("/")
    assert (answer.status_code, answer.json()["mode"]) == (403, "documents")
    other = Caller(user_id=1, tenant_id=world.south.tenant_id, role=Role.MEMBER)
    assert small_app(world, other).get("/").status_code == 200


def test_a_platform_admin_uses_no_service(world: World) -> None:
    caller = Caller(user_id=world.platform_admin_id, is_platform_admin=True)
    answer = small_app(world, caller).get("/")
    assert (answer.status_code, answer.json()["title"]) == (403, "This belongs to a tenant")


@pytest.mark.parametrize("tenant_id", ["0", "x", str(2**63)])
def test_what_cannot_be_a_tenants_id_is_refused(world: World, tenant_id: str) -> None:
    assert world.client_of(PLATFORM_ADMIN).get(f"{API}/tenants/{tenant_id}").status_code == 422
