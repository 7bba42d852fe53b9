"""The record of what was done."""

import pytest

from spravka.auth.access import Caller
from spravka.auth.auditing import record, record_in_tenant
from tests.callers import API, World, email_of

EVENTS = f"{API}/audit-events"


def add_events(world: World, tenant_id: int, count: int) -> None:
    with world.sessions.begin() as session:
        for number in range(count):
            record(session, Caller(tenant_id=tenant_id), "test.done", f"thing {number}", number=number)
            session.flush()


def test_the_newest_come_first_and_pages_go_back_in_time(world: World) -> None:
    add_events(world, world.north.tenant_id, 5)
    client = world.client_of("north admin")
    first = client.get(EVENTS, params={"limit": 3}).json()
    second = client.get(EVENTS, params={"limit": 500, "after": first["next_after"]}).json()
    numbers = [event["facts"]["number"] for event in first["entries"] + second["entries"] if event["facts"]]
    assert numbers == [4, 3, 2, 1, 0]
    assert second["next_after"] is None


def test_a_tenant_sees_what_was_done_in_it_and_nothing_else(world: World) -> None:
    add_events(world, world.south.tenant_id, 1)
    with world.sessions.begin() as session:
        record_in_tenant(session, Caller(user_id=world.platform_admin_id), world.north.tenant_id, "test.seen", "x")
        record(session, Caller(user_id=world.platform_admin_id), "test.unseen", "x")
    actions = {event["action"] for event in world.client_of("north admin").get(EVENTS).json()["entries"]}
    assert "test.seen" in actions
    assert not actions & {"test.done", "test.unseen"}


@pytest.mark.parametrize("role", ["expert", "member", "machine"])
def test_the_record_is_for_admins(world: World, role: str) -> None:
    assert world.client_of(f"north {role}").get(EVENTS).status_code == 403


def test_signing_in_and_out_is_recorded(world: World) -> None:
    world.client_of("north member").post(f"{API}/auth/sign-out")
    events = world.client_of("north admin").get(EVENTS).json()["entries"]
    of_member = [event["action"] for event in events if event["user_id"] == world.north.member_id]
    assert of_member == ["sign-in.ended", "sign-in.begun"]


def test_events_are_told_with_the_names_of_the_people_in_them(world: World) -> None:
    with world.sessions.begin() as session:
        caller = Caller(user_id=world.platform_admin_id)
        record_in_tenant(session, caller, world.north.tenant_id, "user.placed", f"user {world.north.member_id}")
    event = world.client_of("north admin").get(EVENTS, params={"limit": 500}).json()["entries"]
    placed = next(one for one in event if one["action"] == "user.placed" and one["user_id"] == world.platform_admin_id)
    assert placed["user_name"] == email_of("platform admin")
    assert placed["subject_name"] == email_of("north member")


def test_only_what_one_person_did_is_told_where_it_is_asked_for(world: World) -> None:
    world.client_of("north member")
    client = world.client_of("north admin")
    events = client.get(EVENTS, params={"user_id": world.north.member_id}).json()["entries"]
    assert {event["user_id"] for event in events} == {world.north.member_id}
    assert client.get(EVENTS, params={"api_key_id": world.north.api_key_id}).json()["entries"] == []


@pytest.mark.parametrize("member", ["user_id", "api_key_id"])
def test_whoever_is_nobody_in_the_tenant_is_not_found(world: World, member: str) -> None:
    theirs = {"user_id": world.south.member_id, "api_key_id": world.south.api_key_id}
    assert world.client_of("north admin").get(EVENTS, params={member: theirs[member]}).status_code == 404


def test_a_platform_admin_who_acted_in_the_tenant_is_known_there(world: World) -> None:
    with world.sessions.begin() as session:
        record_in_tenant(session, Caller(user_id=world.platform_admin_id), world.north.tenant_id, "test.seen", "x")
    events = world.client_of("north admin").get(EVENTS, params={"user_id": world.platform_admin_id}).json()["entries"]
    assert [event["action"] for event in events] == ["test.seen"]


def test_only_what_was_done_within_a_time_is_told_where_it_is_asked_for(world: World) -> None:
    add_events(world, world.north.tenant_id, 2)
    client = world.client_of("north admin")
    newest = client.get(EVENTS).json()["entries"][0]["created_at"]
    since = client.get(EVENTS, params={"since": newest}).json()["entries"]
    until = client.get(EVENTS, params={"until": newest}).json()["entries"]
    assert since and all(event["created_at"] >= newest for event in since)
    assert all(event["created_at"] < newest for event in until)


def test_a_time_without_its_zone_is_refused(world: World) -> None:
    assert world.client_of("north admin").get(EVENTS, params={"since": "2026-11-01T00:00:00"}).status_code == 422
