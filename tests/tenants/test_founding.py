"""Tenants and their services; spoken over HTTP."""

from typing import Any

import pytest

from tests.callers import API, PLATFORM_ADMIN, World

TENANTS = f"{API}/tenants"
NEW = {"slug": "legal", "name": "Юристы", "modes": ["documents", "nomenclature", "documents"]}


def make(world: World, **changed: Any) -> Any:
    return world.client_of(PLATFORM_ADMIN).post(TENANTS, json={**NEW, **changed})


def modes_of(world: World, tenant_id: int, name: str = PLATFORM_ADMIN) -> list[str]:
    modes: list[str] = world.client_of(name).get(f"{TENANTS}/{tenant_id}/modes").json()["modes"]
    return modes


def test_a_platform_admin_makes_a_tenant_with_its_services(world: World) -> None:
    made = make(world)
    assert made.status_code == 201
    assert modes_of(world, made.json()["id"]) == ["documents", "nomenclature"]
    listed = world.client_of(PLATFORM_ADMIN).get(TENANTS).json()["entries"]
    assert [tenant["slug"] for tenant in listed] == ["north", "south", "legal"]


def test_two_tenants_do_not_share_a_short_name(world: World) -> None:
    answer = make(world, slug="north")
    assert (answer.status_code, answer.json()["slug"]) == (409, "north")


@pytest.mark.parametrize("slug", ["", "-a", "a-", "a--b", "A", "отдел", "a b", "a\n", "a/b", "x" * 64])
def test_a_short_name_is_of_small_latin_letters_digits_and_hyphens(world: World, slug: str) -> None:
    assert make(world, slug=slug).status_code == 422


@pytest.mark.parametrize(
    "changed", [{"name": ""}, {"name": "a\x00"}, {"modes": ["everything"]}, {"modes": "documents"}]
)
def test_what_makes_no_tenant_is_refused(world: World, changed: dict[str, Any]) -> None:
    assert make(world, **changed).status_code == 422


@pytest.mark.parametrize("name", ["north admin", "north machine"])
def test_only_platform_admins_make_tenants_and_list_them(world: World, name: str) -> None:
    client = world.client_of(name)
    assert client.post(TENANTS, json=NEW).status_code == 403
    assert client.get(TENANTS).status_code == 403


@pytest.mark.parametrize("name", ["north member", "north machine", PLATFORM_ADMIN])
def test_a_tenant_is_seen_by_its_own_and_by_platform_admins(world: World, name: str) -> None:
    client = world.client_of(name)
    assert client.get(f"{TENANTS}/{world.north.tenant_id}").json()["slug"] == "north"
    assert modes_of(world, world.north.tenant_id, name) == ["databases", "documents", "nomenclature"]


@pytest.mark.parametrize("path", ["", "/modes", "/users"])
def test_another_tenant_is_not_found_and_one_that_does_not_exist_is_answered_alike(world: World, path: str) -> None:
    client = world.client_of("north admin")
    foreign = client.get(f"{TENANTS}/{world.south.tenant_id}{path}")
    missing = client.get(f"{TENANTS}/{10**12}{path}")
    assert foreign.status_code == missing.status_code == 404
    assert foreign.json()["title"] == missing.json()["title"]


@pytest.mark.parametrize("method", ["PATCH", "PUT", "DELETE"])
def test_a_tenants_admin_does_not_change_the_tenant_itself_or_its_services(world: World, method: str) -> None:
    path = f"{TENANTS}/{world.north.tenant_id}" + ("" if method == "PATCH" else "/modes/documents")
    answer = world.client_of("north admin").request(method, path, json={"name": "Другое имя"})
    assert (answer.status_code, answer.json()["title"]) == (403, "Only a platform admin may do this")


def test_a_service_is_switched_off_and_on_and_doing_it_twice_changes_nothing(world: World) -> None:
    client, path = world.client_of(PLATFORM_ADMIN), f"{TENANTS}/{world.north.tenant_id}/modes/documents"
    assert [client.delete(path).status_code, client.delete(path).status_code] == [204, 204]
    assert modes_of(world, world.north.tenant_id) == ["databases", "nomenclature"]
    assert modes_of(world, world.south.tenant_id) == ["databases", "documents", "nomenclature"]
    assert [client.put(path).status_code, client.put(path).status_code] == [204, 204]
    assert modes_of(world, world.north.tenant_id) == ["databases", "documents", "nomenclature"]


def test_there_are_no_services_but_the_three(world: World) -> None:
    path = f"{TENANTS}/{world.north.tenant_id}/modes/everything"
    assert world.client_of(PLATFORM_ADMIN).put(path).status_code == 422


def test_what_a_change_does_not_name_stays(world: World) -> None:
    client, path = world.client_of(PLATFORM_ADMIN), f"{TENANTS}/{world.north.tenant_id}"
    assert client.patch(path, json={"name": "Закупки"}).json()["name"] == "Закупки"
    changed = client.patch(path, json={"is_active": False}).json()
    assert (changed["name"], changed["is_active"]) == ("Закупки", False)


def test_a_tenant_switched_off_and_on_again_works_as_before(world: World) -> None:
    admin, member = world.client_of(PLATFORM_ADMIN), world.client_of("north member")
    path = f"{TENANTS}/{world.north.tenant_id}"
    admin.patch(path, json={"is_active": False})
    assert member.get(path).status_code == 401
    admin.patch(path, json={"is_active": True})
    assert member.get(path).status_code == 200


def test_what_a_platform_admin_does_to_a_tenant_its_admins_see(world: World) -> None:
    client, path = world.client_of(PLATFORM_ADMIN), f"{TENANTS}/{world.north.tenant_id}"
    client.patch(path, json={"name": "Закупки"})
    client.delete(f"{path}/modes/documents")
    events = world.client_of("north admin").get(f"{API}/audit-events").json()["entries"]
    seen = [(event["action"], event["user_id"]) for event in events if event["user_id"] == world.platform_admin_id]
    assert seen == [("mode.switched-off", world.platform_admin_id), ("tenant.changed", world.platform_admin_id)]
