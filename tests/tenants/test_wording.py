"""Prompts: versions, one of them active; spoken over HTTP."""

from typing import Any

import pytest

from tests.callers import API, World

PROMPTS = f"{API}/prompts"


def add(world: World, name: str = "north admin", **changed: Any) -> Any:
    return world.client_of(name).post(PROMPTS, json={"table_name": "sales", "text": "Слово «план»", **changed})


def active(world: World, name: str = "north member") -> list[tuple[str, int]]:
    entries = world.client_of(name).get(PROMPTS).json()["entries"]
    return [(entry["table_name"], entry["version"]) for entry in entries if entry["is_active"]]


def test_each_new_version_is_the_active_one(world: World) -> None:
    assert [add(world).json()["version"] for _ in range(3)] == [1, 2, 3]
    assert active(world) == [("sales", 3)]


def test_versions_are_counted_for_each_table_and_tenant(world: World) -> None:
    add(world)
    assert add(world, table_name="stock").json()["version"] == 1
    assert add(world, "south admin").json()["version"] == 1
    assert active(world) == [("sales", 1), ("stock", 1)]


def test_a_version_may_wait_to_be_made_active(world: World) -> None:
    add(world)
    waiting = add(world, is_active=False).json()
    assert active(world) == [("sales", 1)]
    assert world.client_of("north admin").post(f"{PROMPTS}/{waiting['id']}/activation").json()["is_active"]
    assert active(world) == [("sales", 2)]


def test_an_older_version_comes_back(world: World) -> None:
    first = add(world).json()
    add(world)
    client = world.client_of("north admin")
    for _ in range(2):
        assert client.post(f"{PROMPTS}/{first['id']}/activation").status_code == 200
    assert active(world) == [("sales", 1)]


@pytest.mark.parametrize("name", ["north expert", "north member", "north machine"])
def test_everybody_of_the_tenant_reads_and_admins_write(world: World, name: str) -> None:
    made = add(world).json()
    client = world.client_of(name)
    assert client.get(f"{PROMPTS}/{made['id']}").json() == made
    assert client.get(PROMPTS).json()["entries"] == [made]
    assert add(world, name).status_code == 403
    assert client.post(f"{PROMPTS}/{made['id']}/activation").status_code == 403


def test_another_tenants_prompts_are_neither_seen_nor_made_active(world: World) -> None:
    made = add(world).json()
    south = world.client_of("south admin")
    assert south.get(PROMPTS).json()["entries"] == []
    assert south.get(f"{PROMPTS}/{made['id']}").status_code == 404
    assert south.post(f"{PROMPTS}/{made['id']}/activation").status_code == 404


def test_prompts_are_listed_of_one_table_and_page_by_page(world: World) -> None:
    for table in ("sales", "stock", "sales"):
        add(world, table_name=table)
    client = world.client_of("north member")
    assert len(client.get(PROMPTS, params={"table_name": "sales"}).json()["entries"]) == 2
    first = client.get(PROMPTS, params={"limit": 2}).json()
    second = client.get(PROMPTS, params={"limit": 2, "after": first["next_after"]}).json()
    assert [len(first["entries"]), len(second["entries"]), second["next_after"]] == [2, 1, None]


@pytest.mark.parametrize("changed", [{"text": ""}, {"text": "a\x00"}, {"text": "x" * 20_001}, {"table_name": "a\nb"}])
def test_what_is_no_wording_is_refused(world: World, changed: dict[str, Any]) -> None:
    assert add(world, **changed).status_code == 422


def test_several_lines_are_kept_as_they_are(world: World) -> None:
    text = "Строка «один»\n\tстрока два 🚧  "
    assert add(world, text=text).json()["text"] == text
