"""The record of what was done."""

import pytest

from spravka.auth.access import Caller
from spravka.auth.auditing import record, record_in_tenant
from tests.callers import API, World

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
