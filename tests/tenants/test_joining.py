"""Who belongs to a tenant, and in which role; spoken over HTTP."""

from typing import Any

import pytest

from spravka.auth.tables import Role
from tests.callers import API, NOBODY, PASSWORD, PLATFORM_ADMIN, World, email_of

NEW = {"email": "New@Firm.local", "password": "другой пароль 2", "full_name": "Иван Петров"}


def users_path(world: World, user_id: int | None = None) -> str:
    path = f"{API}/tenants/{world.north.tenant_id}/users"
    return path if user_id is None else f"{path}/{user_id}"


def problem_of(answer: Any) -> str:
    return str(answer.json()["type"].partition("#")[2])


def roles_of(world: World) -> dict[str, str]:
    entries = world.client_of("north admin").get(users_path(world)).json()["entries"]
    return {entry["email"]: entry["role"] for entry in entries}


def test_an_admin_sees_the_tenants_users_and_nobody_elses(world: World) -> None:
    assert roles_of(world) == {email_of(f"north {role.value}"): role.value for role in Role}


@pytest.mark.parametrize("role", ["expert", "member", "machine"])
def test_users_are_the_matter_of_admins(world: World, role: str) -> None:
    client, member = world.client_of(f"north {role}"), users_path(world, world.north.member_id)
    answers = [
        client.get(users_path(world)),
        client.post(users_path(world), json=NEW),
        client.put(member, json={"role": "admin"}),
        client.delete(member),
    ]
    assert [answer.status_code for answer in answers] == [403] * 4


def test_an_admin_makes_a_user_who_can_sign_in_at_once(world: World) -> None:
    answer = world.client_of("north admin").post(users_path(world), json={**NEW, "role": "expert"})
    assert answer.status_code == 201
    assert (answer.json()["is_new_user"], answer.json()["role"]) == (True, "expert")
    form = {"username": "new@firm.local", "password": NEW["password"]}
    assert world.client_of(NOBODY).post(f"{API}/auth/token", data=form).json()["tenant"]["slug"] == "north"


def test_a_new_user_needs_a_good_password(world: World) -> None:
    client = world.client_of("north admin")
    assert problem_of(client.post(users_path(world), json={"email": "new@firm.local"})) == "password-needed"
    weak = client.post(users_path(world), json={**NEW, "password": "short"})
    assert problem_of(weak) == "password-refused"


def test_a_user_who_exists_is_taken_in_and_keeps_his_password_and_name(world: World) -> None:
    taken = world.client_of("north admin").post(users_path(world), json={**NEW, "email": email_of("south member")})
    assert (taken.status_code, taken.json()["is_new_user"], taken.json()["full_name"]) == (201, False, None)
    assert world.sign_in("south member", tenant="north")["tenant"]["role"] == "member"  # type: ignore[index]
    form = {"username": email_of("south member"), "password": NEW["password"]}
    assert world.client_of(NOBODY).post(f"{API}/auth/token", data=form).status_code == 401


def test_a_platform_admin_joins_no_tenant(world: World) -> None:
    client = world.client_of("north admin")
    answer = client.post(users_path(world), json={"email": email_of(PLATFORM_ADMIN)})
    assert problem_of(answer) == "cannot-join"
    by_id = world.client_of(PLATFORM_ADMIN).put(users_path(world, world.platform_admin_id), json={"role": "admin"})
    assert problem_of(by_id) == "cannot-join"


def test_an_admin_changes_a_role(world: World) -> None:
    path = users_path(world, world.north.member_id)
    assert world.client_of("north admin").put(path, json={"role": "expert"}).json()["role"] == "expert"
    assert roles_of(world)[email_of("north member")] == "expert"


def test_an_admin_cannot_take_in_people_by_guessing_their_ids(world: World) -> None:
    client = world.client_of("north admin")
    answers = [
        client.put(users_path(world, user_id), json={"role": "member"})
        for user_id in (world.south.member_id, 10**12, world.platform_admin_id)
    ]
    assert [problem_of(answer) for answer in answers] == ["member-not-found"] * 3


def test_a_platform_admin_takes_in_a_user_by_id(world: World) -> None:
    path = users_path(world, world.south.member_id)
    assert world.client_of(PLATFORM_ADMIN).put(path, json={"role": "expert"}).status_code == 200
    assert roles_of(world)[email_of("south member")] == "expert"


def test_a_user_taken_out_loses_the_tenant_at_once(world: World) -> None:
    member = world.client_of("north member")
    assert world.client_of("north admin").delete(users_path(world, world.north.member_id)).status_code == 204
    assert member.get(f"{API}/users/me").status_code == 401
    assert email_of("north member") not in roles_of(world)
    form = {"username": email_of("north member"), "password": PASSWORD}
    assert problem_of(world.client_of(NOBODY).post(f"{API}/auth/token", data=form)) == "no-active-tenant"


@pytest.mark.parametrize("name", ["north admin", PLATFORM_ADMIN])
def test_the_last_admin_is_neither_taken_out_nor_made_less(world: World, name: str) -> None:
    client, last = world.client_of(name), users_path(world, world.north.users[Role.ADMIN])
    email = email_of("north admin")
    assert problem_of(client.delete(last)) == "last-admin"
    assert problem_of(client.put(last, json={"role": "member"})) == "last-admin"
    assert problem_of(client.post(users_path(world), json={"email": email})) == "last-admin"
    assert client.put(last, json={"role": "admin"}).status_code == 200
    assert roles_of(world)[email] == "admin"


def test_an_admin_who_is_switched_off_does_not_count_as_one(world: World) -> None:
    client = world.client_of(PLATFORM_ADMIN)
    client.put(users_path(world, world.north.member_id), json={"role": "admin"})
    client.patch(f"{API}/users/{world.north.member_id}", json={"is_active": False})
    assert problem_of(client.delete(users_path(world, world.north.users[Role.ADMIN]))) == "last-admin"


def test_an_admin_may_leave_when_there_is_another(world: World) -> None:
    client = world.client_of("north admin")
    client.put(users_path(world, world.north.member_id), json={"role": "admin"})
    assert client.delete(users_path(world, world.north.users[Role.ADMIN])).status_code == 204


def test_changes_of_people_are_recorded_for_the_tenant(world: World) -> None:
    client = world.client_of("north admin")
    client.put(users_path(world, world.north.member_id), json={"role": "expert"})
    client.delete(users_path(world, world.north.member_id))
    subject = f"user {world.north.member_id}"
    events = client.get(f"{API}/audit-events").json()["entries"]
    assert [(event["action"], event["facts"]) for event in events if event["subject"] == subject] == [
        ("user.removed", {"role": "expert"}),
        ("user.placed", {"role": "expert"}),
    ]
