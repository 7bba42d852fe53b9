"""The gates before routes."""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, select, update

from spravka.auth.access import Caller, TenantCaller, require_role, require_tenant, require_user
from spravka.auth.credentials import access_tokens
from spravka.auth.credentials.access_tokens import AccessClaims
from spravka.auth.errors import RoleRequired, TenantRequired, UserRequired
from spravka.auth.tables import ApiKey, Role, SignIn
from tests.callers import API, NOBODY, PLATFORM_ADMIN, TEST_SECRET, World

PROMPTS = f"{API}/prompts"
LATER = timedelta(hours=1)


def answer_to(world: World, **headers: str) -> Any:
    return world.client_of(NOBODY).get(PROMPTS, headers=headers)


def token_for(world: World, **changed: Any) -> str:
    """An access token well signed, by a live sign-in of the north's member, changed as told."""
    world.sign_in("north member")
    with world.sessions() as session:
        sign_in_id = session.scalars(select(SignIn.id).order_by(SignIn.created_at.desc())).first()
    facts = {"user_id": world.north.member_id, "tenant_id": world.north.tenant_id, "sign_in_id": sign_in_id}
    return access_tokens.make(AccessClaims(**{**facts, **changed}), TEST_SECRET, datetime.now(UTC), LATER)


def test_without_a_token_one_is_told_how_to_sign_in(world: World) -> None:
    answer = answer_to(world)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.headers["content-type"] == "application/problem+json"
    assert "/api/v1/auth/token" in answer.json()["detail"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": "Bearer"},
        {"Authorization": "Bearer x"},
        {"Authorization": "Basic bm9ydGg6cGFzcw=="},
        {"Authorization": "Bearer spk_00000000_" + "x" * 43},
        {"X-API-Key": "spk_00000000_" + "x" * 43},
        {"X-API-Key": "x"},
        {"X-API-Key": ""},
    ],
    ids=str,
)
def test_what_is_not_genuine_is_refused(world: World, headers: dict[str, str]) -> None:
    assert answer_to(world, **headers).status_code == 401


def test_a_token_of_the_live_sign_in_is_good(world: World) -> None:
    assert answer_to(world, Authorization=f"Bearer {token_for(world)}").status_code == 200


def test_even_a_well_signed_token_opens_no_tenant_its_user_does_not_belong_to(world: World) -> None:
    token = token_for(world, tenant_id=world.south.tenant_id)
    assert answer_to(world, Authorization=f"Bearer {token}").status_code == 401


def test_even_a_well_signed_token_does_not_pair_a_user_with_the_sign_in_of_another(world: World) -> None:
    token = token_for(world, user_id=world.south.member_id, tenant_id=world.south.tenant_id)
    assert answer_to(world, Authorization=f"Bearer {token}").status_code == 401


def test_a_token_of_no_sign_in_is_refused(world: World) -> None:
    assert answer_to(world, Authorization=f"Bearer {token_for(world, sign_in_id=uuid.uuid4())}").status_code == 401


def test_a_change_of_role_is_felt_by_the_next_request(world: World) -> None:
    client = world.client_of("north expert")
    assert client.get(f"{API}/api-keys").status_code == 403
    place = f"{API}/tenants/{world.north.tenant_id}/users/{world.north.users[Role.EXPERT]}"
    assert world.client_of("north admin").put(place, json={"role": "admin"}).status_code == 200
    assert client.get(f"{API}/api-keys").status_code == 200


@pytest.mark.parametrize("header", ["X-API-Key", "Authorization"])
def test_a_key_is_good_in_its_header_and_as_a_bearer_token(world: World, header: str) -> None:
    shown = world.north.key if header == "X-API-Key" else f"Bearer {world.north.key}"
    assert answer_to(world, **{header: shown}).status_code == 200


def test_a_key_is_only_a_member_and_no_person(world: World) -> None:
    machine = world.client_of("north machine")
    assert machine.get(f"{API}/api-keys").status_code == 403
    assert machine.post(f"{API}/api-keys", json={"name": "another"}).status_code == 403
    assert machine.get(f"{API}/users/me").status_code == 403
    assert machine.post(f"{API}/auth/sign-out").status_code == 403


def test_where_both_are_sent_the_key_counts(world: World) -> None:
    token = world.sign_in("south admin")["access_token"]
    both = {"Authorization": f"Bearer {token}", "X-API-Key": world.north.key}
    assert world.client_of(NOBODY).get(f"{API}/tenants/{world.north.tenant_id}", headers=both).status_code == 200
    assert world.client_of(NOBODY).get(f"{API}/tenants/{world.south.tenant_id}", headers=both).status_code == 404


def test_the_use_of_a_key_is_noted_at_most_once_a_minute(world: World) -> None:
    client = world.client_of("north machine")
    client.get(PROMPTS)
    first = last_used_at(world)
    client.get(PROMPTS)
    assert last_used_at(world) == first
    with world.sessions.begin() as session:
        session.execute(update(ApiKey).values(last_used_at=datetime.now(UTC) - timedelta(minutes=2)))
    client.get(PROMPTS)
    assert first is not None
    assert (last_used_at(world) or first) > first


def test_a_request_asks_the_database_once_who_is_calling(world: World) -> None:
    token = world.sign_in("north member")["access_token"]
    client = world.client_of(NOBODY)
    asked: list[str] = []
    engine = world.sessions.kw["bind"].engine

    def note(*arguments: Any) -> None:
        asked.append(arguments[2])

    event.listen(engine, "before_cursor_execute", note)
    client.get(f"{API}/api-keys", headers={"Authorization": f"Bearer {token}"})
    event.remove(engine, "before_cursor_execute", note)
    (question,) = [statement for statement in asked if statement.startswith("SELECT")]
    assert "sign_in" in question


@pytest.mark.parametrize("path", ["api-keys", "audit-events", "prompts"])
def test_a_platform_admin_is_told_that_content_belongs_to_tenants(world: World, path: str) -> None:
    answer = world.client_of(PLATFORM_ADMIN).get(f"{API}/{path}")
    assert (answer.status_code, answer.json()["title"]) == (403, "This belongs to a tenant")


@pytest.mark.parametrize("least", list(Role))
@pytest.mark.parametrize("role", list(Role))
def test_a_role_may_what_the_roles_below_it_may(role: Role, least: Role) -> None:
    caller = TenantCaller(user_id=1, tenant_id=1, role=role)
    order = [Role.MEMBER, Role.EXPERT, Role.ADMIN]
    if order.index(role) >= order.index(least):
        assert require_role(least)(caller) is caller
    else:
        with pytest.raises(RoleRequired, match=least.value):
            require_role(least)(caller)


def test_a_gate_narrows_the_caller_and_keeps_who_he_is() -> None:
    person = Caller(user_id=1, sign_in_id=uuid.UUID(int=1), tenant_id=2, role=Role.MEMBER)
    assert require_tenant(person).tenant_id == require_user(person).tenant_id == 2
    assert require_tenant(person).sign_in_id == person.sign_in_id
    with pytest.raises(UserRequired):
        require_user(Caller(api_key_id=1, tenant_id=2, role=Role.MEMBER))
    with pytest.raises(TenantRequired):
        require_tenant(Caller(user_id=1, sign_in_id=uuid.UUID(int=1), is_platform_admin=True))


def last_used_at(world: World) -> datetime | None:
    with world.sessions() as session:
        return session.get_one(ApiKey, world.north.api_key_id).last_used_at
