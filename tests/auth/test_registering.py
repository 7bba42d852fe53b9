"""Users as themselves and as a platform admin see them; spoken over HTTP."""

from typing import Any

import pytest

from tests.callers import API, NOBODY, PASSWORD, PLATFORM_ADMIN, World, email_of

NEW_PASSWORD = "другой пароль 2"
NEW = {"email": "New.One@Firm.Local", "password": NEW_PASSWORD}


def problem_of(answer: Any) -> str:
    return str(answer.json()["type"].partition("#")[2])


def can_sign_in(world: World, email: str, password: str) -> bool:
    form = {"username": email, "password": password}
    return bool(world.client_of(NOBODY).post(f"{API}/auth/token", data=form).status_code in (200, 403))


def test_a_user_sees_himself_and_his_tenants(world: World) -> None:
    me = world.client_of("north expert").get(f"{API}/users/me").json()
    assert me["email"] == email_of("north expert")
    assert me["current_tenant_id"] == world.north.tenant_id
    assert [(tenant["slug"], tenant["role"]) for tenant in me["tenants"]] == [("north", "expert")]
    assert "password" not in str(me)


def test_a_user_changes_his_name_and_takes_it_away(world: World) -> None:
    client = world.client_of("north member")
    assert client.patch(f"{API}/users/me", json={"full_name": " Иван Петров "}).json()["full_name"] == "Иван Петров"
    assert client.patch(f"{API}/users/me", json={"full_name": None}).json()["full_name"] is None


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "a\x00b", "x" * 201, 5])
def test_what_is_no_name_is_refused(world: World, name: object) -> None:
    assert world.client_of("north member").patch(f"{API}/users/me", json={"full_name": name}).status_code == 422


def test_a_user_makes_himself_neither_admin_nor_active_by_changing_himself(world: World) -> None:
    client = world.client_of("north member")
    client.patch(f"{API}/users/me", json={"full_name": "x", "is_platform_admin": True, "role": "admin"})
    me = client.get(f"{API}/users/me").json()
    assert (me["is_platform_admin"], me["tenants"][0]["role"]) == (False, "member")


def test_a_new_password_replaces_the_old_one_and_ends_the_other_sign_ins(world: World) -> None:
    here, there = world.client_of("north member"), world.client_of("north member")
    change = {"current_password": PASSWORD, "new_password": NEW_PASSWORD}
    assert here.post(f"{API}/users/me/password", json=change).status_code == 204
    assert here.get(f"{API}/users/me").status_code == 200
    assert there.get(f"{API}/users/me").status_code == 401
    assert can_sign_in(world, email_of("north member"), NEW_PASSWORD)
    assert not can_sign_in(world, email_of("north member"), PASSWORD)


@pytest.mark.parametrize(
    ("current", "new", "problem"),
    [
        ("not this one", NEW_PASSWORD, "wrong-credentials"),
        (PASSWORD, "short", "password-refused"),
        (PASSWORD, email_of("north member"), "password-refused"),
    ],
)
def test_a_password_is_not_replaced_without_the_current_one_or_by_a_weak_one(
    world: World, current: str, new: str, problem: str
) -> None:
    change = {"current_password": current, "new_password": new}
    answer = world.client_of("north member").post(f"{API}/users/me/password", json=change)
    assert problem_of(answer) == problem
    assert new not in answer.text
    assert can_sign_in(world, email_of("north member"), PASSWORD)


def test_a_platform_admin_makes_a_user_whose_e_mail_is_kept_in_lower_case(world: World) -> None:
    answer = world.client_of(PLATFORM_ADMIN).post(f"{API}/users", json=NEW)
    assert answer.status_code == 201
    assert answer.json()["email"] == "new.one@firm.local"
    assert can_sign_in(world, "new.one@firm.local", NEW_PASSWORD)


def test_an_e_mail_is_taken_in_whatever_case_it_is_written(world: World) -> None:
    client = world.client_of(PLATFORM_ADMIN)
    answer = client.post(f"{API}/users", json={**NEW, "email": "North.MEMBER@firm.local"})
    assert (answer.status_code, problem_of(answer)) == (409, "email-taken")


@pytest.mark.parametrize("email", ["ivan@server", "ivan@firm.local", "иван@фирма.рф", "a+b@sub.firm.com"])
def test_addresses_of_a_closed_network_are_e_mails(world: World, email: str) -> None:
    answer = world.client_of(PLATFORM_ADMIN).post(f"{API}/users", json={**NEW, "email": email})
    assert answer.status_code == 201, answer.text
    assert answer.json()["email"] == email


@pytest.mark.parametrize("email", ["", "ivan", "ivan@", "@firm.local", "a b@firm.local", "a@b\x00.c", "x" * 330])
def test_what_is_no_e_mail_is_refused(world: World, email: str) -> None:
    assert world.client_of(PLATFORM_ADMIN).post(f"{API}/users", json={**NEW, "email": email}).status_code == 422


def test_a_user_switched_off_is_out_at_once_and_is_not_back_in_when_switched_on(world: World) -> None:
    admin, user = world.client_of(PLATFORM_ADMIN), world.client_of("north member")
    path = f"{API}/users/{world.north.member_id}"
    assert admin.patch(path, json={"is_active": False}).json()["is_active"] is False
    assert user.get(f"{API}/users/me").status_code == 401
    assert admin.patch(path, json={"is_active": True}).json()["is_active"] is True
    assert user.get(f"{API}/users/me").status_code == 401
    assert can_sign_in(world, email_of("north member"), PASSWORD)


def test_a_forgotten_password_is_replaced_by_a_platform_admin_and_ends_every_sign_in(world: World) -> None:
    user = world.client_of("north member")
    path = f"{API}/users/{world.north.member_id}"
    assert world.client_of(PLATFORM_ADMIN).patch(path, json={"password": NEW_PASSWORD}).status_code == 200
    assert user.get(f"{API}/users/me").status_code == 401
    assert can_sign_in(world, email_of("north member"), NEW_PASSWORD)


def test_what_a_change_does_not_name_stays(world: World) -> None:
    admin, path = world.client_of(PLATFORM_ADMIN), f"{API}/users/{world.north.member_id}"
    admin.patch(path, json={"full_name": "Иван"})
    assert admin.patch(path, json={}).json()["full_name"] == "Иван"


def test_the_last_platform_admin_cannot_be_switched_off(world: World) -> None:
    client = world.client_of(PLATFORM_ADMIN)
    path = f"{API}/users/{world.platform_admin_id}"
    assert problem_of(client.patch(path, json={"is_active": False})) == "last-platform-admin"
    client.post(f"{API}/users", json={**NEW, "is_platform_admin": True})
    assert client.patch(path, json={"is_active": False}).status_code == 200


def test_users_are_listed_page_by_page(world: World) -> None:
    client = world.client_of(PLATFORM_ADMIN)
    found, after = [], 0
    while True:
        page = client.get(f"{API}/users", params={"after": after, "limit": 3}).json()
        found += [user["email"] for user in page["entries"]]
        after = page["next_after"]
        if after is None:
            break
    assert len(found) == len(set(found)) == 7


@pytest.mark.parametrize("name", ["north admin", "north machine"])
def test_the_list_of_all_users_is_for_platform_admins(world: World, name: str) -> None:
    client = world.client_of(name)
    assert client.get(f"{API}/users").status_code == 403
    assert client.post(f"{API}/users", json=NEW).status_code == 403


@pytest.mark.parametrize("name", ["north admin", "north machine"])
def test_nobody_else_learns_which_users_there_are(world: World, name: str) -> None:
    client = world.client_of(name)
    own, foreign, none = world.north.member_id, world.south.member_id, 10**12
    answers = [client.get(f"{API}/users/{user_id}") for user_id in (own, foreign, none)]
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert client.patch(f"{API}/users/{own}", json={"is_active": False}).status_code == 404


@pytest.mark.parametrize("user_id", ["0", "-1", "x", str(2**63), "1.5"])
def test_what_cannot_be_an_id_is_refused_and_is_no_error(world: World, user_id: str) -> None:
    assert world.client_of(PLATFORM_ADMIN).get(f"{API}/users/{user_id}").status_code == 422


def test_what_is_done_to_users_is_recorded_without_their_passwords(world: World) -> None:
    world.client_of("north member").post(
        f"{API}/users/me/password", json={"current_password": PASSWORD, "new_password": NEW_PASSWORD}
    )
    events = world.client_of("north admin").get(f"{API}/audit-events").json()["entries"]
    assert ("password.changed", world.north.member_id) in [(event["action"], event["user_id"]) for event in events]
    assert PASSWORD not in str(events)
    assert NEW_PASSWORD not in str(events)
