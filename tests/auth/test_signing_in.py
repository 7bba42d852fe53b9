"""Signing in, going on, switching the tenant, signing out; spoken over HTTP."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update
from starlette.testclient import TestClient

from spravka.auth.tables import AuditEvent, Role, SignIn, User, UserTenant
from spravka.queue.limiting import AttemptCounter
from spravka.tenants.tables import Tenant
from tests.callers import API, NOBODY, PASSWORD, PLATFORM_ADMIN, World, email_of

TOKEN = f"{API}/auth/token"
ME = f"{API}/users/me"


def ask_token(world: World, **form: str) -> Any:
    return world.client_of(NOBODY).post(TOKEN, data=form)


def refresh(world: World, token: Any, **fields: str) -> Any:
    return ask_token(world, grant_type="refresh_token", refresh_token=token, **fields)


def status_with(world: World, access_token: Any) -> int:
    answer = world.client_of(NOBODY).get(ME, headers={"Authorization": f"Bearer {access_token}"})
    return int(answer.status_code)


def problem_of(answer: Any) -> str:
    return str(answer.json()["type"].partition("#")[2])


def join(world: World, name: str, tenant_id: int) -> None:
    with world.sessions.begin() as session:
        user_id = session.scalars(select(User.id).where(User.email == email_of(name))).one()
        session.add(UserTenant(user_id=user_id, tenant_id=tenant_id, role=Role.EXPERT))


def test_the_right_password_gives_tokens_for_the_users_tenant(world: World) -> None:
    answer = world.sign_in("north member")
    assert answer["token_type"] == "bearer"
    assert answer["expires_in"] == 15 * 60
    assert answer["tenant"] == {
        "tenant_id": world.north.tenant_id,
        "slug": "north",
        "name": "The north",
        "role": "member",
    }
    assert status_with(world, answer["access_token"]) == 200


def test_the_answer_with_tokens_is_kept_by_no_cache(world: World) -> None:
    answer = ask_token(world, username=email_of("north member"), password=PASSWORD)
    assert answer.headers["cache-control"] == "no-store"


def test_the_e_mail_is_known_in_any_case_and_with_spaces_around(world: World) -> None:
    assert ask_token(world, username=" NORTH.Member@Firm.Local ", password=PASSWORD).status_code == 200


def test_a_platform_admin_signs_in_without_a_tenant(world: World) -> None:
    answer = world.sign_in(PLATFORM_ADMIN)
    assert answer["tenant"] is None
    assert status_with(world, answer["access_token"]) == 200


def test_a_wrong_password_and_an_unknown_e_mail_are_answered_alike(world: World) -> None:
    wrong = ask_token(world, username=email_of("north member"), password="something else")
    unknown = ask_token(world, username="nobody@firm.local", password="something else")
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json() == unknown.json()
    assert problem_of(wrong) == "wrong-credentials"


@pytest.mark.parametrize("username", ["x", "ё" * 320, "' OR 1=1 --", "%", "north.member@firm.local%"])
def test_whatever_is_no_e_mail_is_an_unknown_one(world: World, username: str) -> None:
    assert ask_token(world, username=username, password="something else").status_code == 401


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"username": "ivan@firm.local"},
        {"password": "something"},
        {"grant_type": "refresh_token"},
        {"grant_type": "client_credentials", "username": "ivan@firm.local", "password": "something"},
        {"username": "ivan@firm.local", "password": "x" * 2000},
        {"username": "\x00", "password": "something"},
        {"username": "north.member@firm.local\x00", "password": PASSWORD},
    ],
    ids=str,
)
def test_a_form_without_what_its_grant_needs_is_refused(world: World, form: dict[str, str]) -> None:
    answer = ask_token(world, **form)
    assert answer.status_code == 422
    assert problem_of(answer) == "invalid-request"


def test_a_user_who_was_switched_off_is_refused_and_so_are_his_tokens(world: World) -> None:
    tokens = world.sign_in("north member")
    with world.sessions.begin() as session:
        session.execute(update(User).where(User.id == world.north.member_id).values(is_active=False))
    answer = ask_token(world, username=email_of("north member"), password=PASSWORD)
    assert (answer.status_code, problem_of(answer)) == (403, "account-inactive")
    assert status_with(world, tokens["access_token"]) == 401
    assert refresh(world, tokens["refresh_token"]).status_code == 401


def test_that_an_account_is_switched_off_is_told_only_to_who_knows_its_password(world: World) -> None:
    with world.sessions.begin() as session:
        session.execute(update(User).where(User.id == world.north.member_id).values(is_active=False))
    assert problem_of(ask_token(world, username=email_of("north member"), password="x")) == "wrong-credentials"


def test_a_tenant_that_was_switched_off_refuses_its_users_and_their_tokens_and_its_keys(world: World) -> None:
    tokens, machine = world.sign_in("north member"), world.client_of("north machine")
    assert machine.get(f"{API}/prompts").status_code == 200
    with world.sessions.begin() as session:
        session.execute(update(Tenant).where(Tenant.slug == "north").values(is_active=False))
    answer = ask_token(world, username=email_of("north member"), password=PASSWORD)
    assert (answer.status_code, problem_of(answer)) == (403, "no-active-tenant")
    assert status_with(world, tokens["access_token"]) == 401
    assert refresh(world, tokens["refresh_token"]).status_code == 401
    assert machine.get(f"{API}/prompts").status_code == 401


@pytest.mark.parametrize("fields", [{"tenant": "south"}, {"scope": "openid tenant:south"}], ids=str)
def test_a_user_of_two_tenants_picks_one_at_sign_in(world: World, fields: dict[str, str]) -> None:
    join(world, "north member", world.south.tenant_id)
    assert world.sign_in("north member")["tenant"]["slug"] == "north"  # type: ignore[index]
    tenant: Any = world.sign_in("north member", **fields)["tenant"]
    assert (tenant["slug"], tenant["role"]) == ("south", "expert")


def test_a_user_of_two_tenants_switches_by_a_refresh_and_stays_there(world: World) -> None:
    join(world, "north member", world.south.tenant_id)
    first = world.sign_in("north member")
    second = refresh(world, first["refresh_token"], tenant="south").json()
    third = refresh(world, second["refresh_token"]).json()
    assert [second["tenant"]["slug"], third["tenant"]["slug"]] == ["south", "south"]


@pytest.mark.parametrize("slug", ["south", "no-such-tenant", "x" * 63])
def test_a_tenant_one_does_not_belong_to_cannot_be_picked_whether_it_exists_or_not(world: World, slug: str) -> None:
    answer = ask_token(world, username=email_of("north member"), password=PASSWORD, tenant=slug)
    assert (answer.status_code, problem_of(answer)) == (403, "no-such-membership")
    switched = refresh(world, world.sign_in("north member")["refresh_token"], tenant=slug)
    assert (switched.status_code, problem_of(switched)) == (403, "no-such-membership")


def test_a_platform_admin_cannot_pick_a_tenant(world: World) -> None:
    answer = ask_token(world, username=email_of(PLATFORM_ADMIN), password=PASSWORD, tenant="north")
    assert problem_of(answer) == "no-such-membership"


def test_whoever_is_taken_out_of_the_tenant_loses_it_at_once_and_is_not_moved_to_another(world: World) -> None:
    join(world, "north member", world.south.tenant_id)
    tokens = world.sign_in("north member", tenant="north")
    admin = world.client_of("north admin")
    assert admin.delete(f"{API}/tenants/{world.north.tenant_id}/users/{world.north.member_id}").status_code == 204
    assert status_with(world, tokens["access_token"]) == 401
    assert problem_of(refresh(world, tokens["refresh_token"])) == "sign-in-ended"
    assert world.sign_in("north member")["tenant"]["slug"] == "south"  # type: ignore[index]


def test_a_refresh_token_is_good_once_and_the_newest_goes_on(world: World) -> None:
    first = world.sign_in("north member")
    second = refresh(world, first["refresh_token"]).json()
    third = refresh(world, second["refresh_token"])
    assert third.status_code == 200
    assert status_with(world, third.json()["access_token"]) == 200


def test_the_second_of_two_refreshes_at_one_moment_is_told_to_use_the_newest_and_ends_nothing(world: World) -> None:
    first = world.sign_in("north member")
    second = refresh(world, first["refresh_token"]).json()
    late = refresh(world, first["refresh_token"])
    assert (late.status_code, problem_of(late)) == (409, "refresh-token-rotated")
    assert refresh(world, second["refresh_token"]).status_code == 200


def test_a_refresh_token_used_again_later_ends_the_sign_in(world: World) -> None:
    first = world.sign_in("north member")
    second = refresh(world, first["refresh_token"]).json()
    with world.sessions.begin() as session:
        session.execute(update(SignIn).values(rotated_at=datetime.now(UTC) - timedelta(seconds=11)))
    assert problem_of(refresh(world, first["refresh_token"])) == "sign-in-ended"
    assert refresh(world, second["refresh_token"]).status_code == 401
    assert status_with(world, second["access_token"]) == 401


def test_a_refresh_token_two_rotations_old_ends_the_sign_in_at_once(world: World) -> None:
    first = world.sign_in("north member")
    second = refresh(world, first["refresh_token"]).json()
    third = refresh(world, second["refresh_token"]).json()
    assert refresh(world, first["refresh_token"]).status_code == 401
    assert refresh(world, third["refresh_token"]).status_code == 401
    assert status_with(world, third["access_token"]) == 401


def test_the_theft_of_a_refresh_token_is_shown_to_the_tenants_admin(world: World) -> None:
    first = world.sign_in("north member")
    refresh(world, refresh(world, first["refresh_token"]).json()["refresh_token"])
    refresh(world, first["refresh_token"])
    events = world.client_of("north admin").get(f"{API}/audit-events").json()["entries"]
    assert "sign-in.ended-by-reuse" in [event["action"] for event in events]


def test_a_sign_in_that_was_not_used_for_long_has_ended(world: World) -> None:
    tokens = world.sign_in("north member")
    with world.sessions.begin() as session:
        session.execute(update(SignIn).values(expires_at=datetime.now(UTC) - timedelta(seconds=1)))
    assert refresh(world, tokens["refresh_token"]).status_code == 401
    assert status_with(world, tokens["access_token"]) == 401


@pytest.mark.parametrize("token", ["x", "spk_abc", "0" * 32 + ".x", "\x00"])
def test_what_is_no_refresh_token_refreshes_nothing(world: World, token: str) -> None:
    assert refresh(world, token).status_code == 401


def test_tokens_do_not_stand_for_each_other(world: World) -> None:
    tokens = world.sign_in("north member")
    assert refresh(world, tokens["access_token"]).status_code in (401, 422)
    assert status_with(world, tokens["refresh_token"]) == 401


def test_signing_out_ends_this_sign_in_at_once_and_no_other(world: World) -> None:
    here, there = world.sign_in("north member"), world.sign_in("north member")
    client = world.client_of(NOBODY)
    left = client.post(f"{API}/auth/sign-out", headers={"Authorization": f"Bearer {here['access_token']}"})
    assert left.status_code == 204
    assert status_with(world, here["access_token"]) == 401
    assert refresh(world, here["refresh_token"]).status_code == 401
    assert status_with(world, there["access_token"]) == 200


def test_a_hash_of_another_cost_is_made_anew_at_sign_in(world: World) -> None:
    world.app.state.settings = world.app.state.settings.model_copy(
        update={"auth": world.app.state.settings.auth.model_copy(update={"bcrypt_rounds": 5})}
    )
    world.sign_in("north member")
    with world.sessions() as session:
        user = session.get_one(User, world.north.member_id)
        assert user.password_hash.startswith("$2b$05$")
    world.sign_in("north member")


def test_failed_sign_ins_stay_recorded_although_they_are_refused(world: World) -> None:
    ask_token(world, username=email_of("north member"), password="something else")
    ask_token(world, username="stranger@firm.local", password="something else")
    with world.sessions() as session:
        failed = session.scalars(select(AuditEvent).where(AuditEvent.action == "sign-in.failed")).all()
    assert [(event.tenant_id, event.user_id) for event in failed] == [
        (world.north.tenant_id, world.north.member_id),
        (None, None),
    ]
    assert "something else" not in str([event.facts for event in failed])


def test_after_too_many_failures_an_e_mail_has_to_wait_even_with_the_right_password(world: World) -> None:
    world.app.state.attempts = AttemptCounter(world.app.state.resources.queues.redis, 3)
    client = TestClient(world.app, client=("10.1.0.1", 1))
    email = email_of("south expert")
    answers = [client.post(TOKEN, data={"username": email, "password": "wrong"}) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [401, 401, 401, 429]
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 60
    assert answers[-1].json()["retry_after_seconds"] == int(answers[-1].headers["retry-after"])
    elsewhere = TestClient(world.app, client=("10.1.0.2", 1))
    assert elsewhere.post(TOKEN, data={"username": email, "password": PASSWORD}).status_code == 429


def test_after_too_many_failures_an_address_has_to_wait_whatever_e_mail_it_tries(world: World) -> None:
    world.app.state.attempts = AttemptCounter(world.app.state.resources.queues.redis, 3)
    client = TestClient(world.app, client=("10.1.0.3", 1))
    statuses = [
        client.post(TOKEN, data={"username": f"u{number}@firm.local", "password": "wrong"}).status_code
        for number in range(4)
    ]
    assert statuses == [401, 401, 401, 429]


def test_signing_in_rightly_is_never_too_often(world: World) -> None:
    world.app.state.attempts = AttemptCounter(world.app.state.resources.queues.redis, 3)
    client = TestClient(world.app, client=("10.1.0.4", 1))
    form = {"username": email_of("south member"), "password": PASSWORD}
    assert {client.post(TOKEN, data=form).status_code for _ in range(8)} == {200}


def test_nothing_that_could_be_used_again_is_stored(world: World) -> None:
    tokens = world.sign_in("north member")
    with world.sessions() as session:
        stored = session.scalars(select(SignIn.refresh_hash)).all()
        assert session.scalar(select(func.count()).select_from(SignIn)) == 1
    assert str(tokens["refresh_token"]) not in stored


def test_signing_out_elsewhere_ends_every_sign_in_but_the_one_that_asks(world: World) -> None:
    here, elsewhere = world.client_of("north member"), world.client_of("north member")
    assert here.post(f"{API}/users/me/sign-outs").status_code == 204
    assert here.get(f"{API}/users/me").status_code == 200
    assert elsewhere.get(f"{API}/users/me").status_code == 401
