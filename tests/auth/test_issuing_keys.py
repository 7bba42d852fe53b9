"""API keys: shown once, listed, revoked; spoken over HTTP."""

from typing import Any

import pytest
from sqlalchemy import select

from spravka.auth.tables import ApiKey
from tests.callers import API, NOBODY, World

KEYS = f"{API}/api-keys"


def make(world: World, name: str = "Склад") -> Any:
    return world.client_of("north admin").post(KEYS, json={"name": name})


def status_with(world: World, key: str) -> int:
    return int(world.client_of(NOBODY).get(f"{API}/prompts", headers={"X-API-Key": key}).status_code)


def test_a_key_is_shown_once_and_works_at_once(world: World) -> None:
    made = make(world).json()
    assert status_with(world, made["key"]) == 200
    listed = world.client_of("north admin").get(KEYS).json()["entries"]
    assert [key["name"] for key in listed] == ["1C", "Склад"]
    assert made["key"] not in str(listed)
    assert made["key"].startswith(listed[1]["prefix"] + "_")


def test_only_a_hash_of_the_key_is_stored(world: World) -> None:
    key = make(world).json()["key"]
    with world.sessions() as session:
        stored = session.scalars(select(ApiKey)).all()
    assert key.rpartition("_")[2] not in str([vars(row) for row in stored])


def test_a_revoked_key_is_refused_at_once_and_stays_listed(world: World) -> None:
    made = make(world).json()
    admin = world.client_of("north admin")
    assert admin.delete(f"{KEYS}/{made['id']}").status_code == 204
    assert status_with(world, made["key"]) == 401
    listed = admin.get(KEYS).json()["entries"]
    assert [key["revoked_at"] is not None for key in listed] == [False, True]


def test_revoking_twice_changes_nothing(world: World) -> None:
    made = make(world).json()
    admin = world.client_of("north admin")
    admin.delete(f"{KEYS}/{made['id']}")
    before = admin.get(KEYS).json()
    assert admin.delete(f"{KEYS}/{made['id']}").status_code == 204
    assert admin.get(KEYS).json() == before


def test_two_keys_of_a_tenant_do_not_share_a_name(world: World) -> None:
    make(world)
    answer = make(world)
    assert answer.status_code == 409
    assert answer.json()["name"] == "Склад"
    assert world.client_of("south admin").post(KEYS, json={"name": "Склад"}).status_code == 201


@pytest.mark.parametrize("name", ["", " ", "a\nb", "x" * 101])
def test_a_key_needs_a_name(world: World, name: str) -> None:
    assert make(world, name).status_code == 422


@pytest.mark.parametrize("role", ["expert", "member", "machine"])
def test_keys_are_the_matter_of_admins(world: World, role: str) -> None:
    client = world.client_of(f"north {role}")
    assert client.get(KEYS).status_code == 403
    assert client.post(KEYS, json={"name": "x"}).status_code == 403
    assert client.delete(f"{KEYS}/{world.north.api_key_id}").status_code == 403


def test_a_key_of_another_tenant_is_neither_seen_nor_revoked(world: World) -> None:
    south = world.client_of("south admin")
    assert [key["id"] for key in south.get(KEYS).json()["entries"]] == [world.south.api_key_id]
    assert south.delete(f"{KEYS}/{world.north.api_key_id}").status_code == 404
    assert status_with(world, world.north.key) == 200


def test_a_key_opens_its_own_tenant_alone(world: World) -> None:
    machine = world.client_of("north machine")
    assert machine.get(f"{API}/tenants/{world.north.tenant_id}").status_code == 200
    assert machine.get(f"{API}/tenants/{world.south.tenant_id}").status_code == 404


def test_making_and_revoking_are_recorded_for_the_tenant(world: World) -> None:
    made = make(world).json()
    admin = world.client_of("north admin")
    admin.delete(f"{KEYS}/{made['id']}")
    events = admin.get(f"{API}/audit-events").json()["entries"]
    subject = f"api-key {made['id']}"
    assert [event["action"] for event in events if event["subject"] == subject] == ["api-key.revoked", "api-key.made"]
    assert made["key"] not in str(events)
    assert subject not in str(world.client_of("south admin").get(f"{API}/audit-events").json())
