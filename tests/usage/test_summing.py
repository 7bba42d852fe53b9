"""What a tenant's admin, and a platform admin, see of the calls."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session, sessionmaker

from spravka.usage.tables import Outcome
from tests.callers import API, PLATFORM_ADMIN, World
from tests.usage.ledger import record_call

USAGE = f"{API}/usage"


@pytest.fixture
def spent(world: World, sessions: sessionmaker[Session]) -> World:
    """Two calls of the north today, one forty days ago, one of the south."""
    now = datetime.now(UTC)
    ago = now - timedelta(days=40)
    with sessions.begin() as session:
        for side, purpose, tokens, outcome, at in (
            (world.north, "reading", (100, 20), Outcome.ANSWERED, now),
            (world.north, "description", (300, 50), Outcome.FAILED, now),
            (world.north, "reading", (7, 7), Outcome.ANSWERED, ago),
            (world.south, "reading", (1, 1), Outcome.ANSWERED, now),
        ):
            record_call(session, side.tenant_id, tokens, at, purpose, outcome)
    return world


def usage(world: World, name: str = "north admin") -> Any:
    return world.client_of(name).get(USAGE).json()


def test_an_admin_sees_what_his_tenant_spent(spent: World) -> None:
    told = usage(spent)
    expected = {"calls": 2, "failed_calls": 1, "sent_tokens": 400, "received_tokens": 70, "milliseconds": 500}
    assert told["today"] == told["this_month"] == expected
    assert [one["purpose"] for one in told["purposes"]] == ["description", "reading"]
    assert [one["day"] for one in told["days"]] == [datetime.now(UTC).date().isoformat()]
    assert told["limit"] == {"tokens_a_day": None, "tokens_a_month": None}


def test_where_nothing_was_spent_all_is_zero(world: World) -> None:
    told = usage(world)
    assert set(told["today"].values()) == {0}
    assert (told["purposes"], told["days"]) == ([], [])


def test_calls_are_listed_newest_first_page_by_page(spent: World) -> None:
    client = spent.client_of("north admin")
    first = client.get(f"{USAGE}/calls", params={"limit": 2}).json()
    second = client.get(f"{USAGE}/calls", params={"limit": 2, "after": first["next_after"]}).json()
    assert [one["sent_tokens"] for one in first["entries"] + second["entries"]] == [7, 300, 100]
    assert second["next_after"] is None


def test_a_platform_admin_sees_the_numbers_of_any_tenant(spent: World) -> None:
    path = f"{API}/tenants/{spent.south.tenant_id}/usage"
    assert spent.client_of(PLATFORM_ADMIN).get(path).json()["today"]["calls"] == 1
    assert spent.client_of("south admin").get(path).status_code == 200
    assert spent.client_of("north admin").get(path).status_code == 404
    assert spent.client_of(PLATFORM_ADMIN).get(USAGE).status_code == 403


@pytest.mark.parametrize("name", ["north expert", "north member", "north machine"])
def test_only_admins_see_the_spending(world: World, name: str) -> None:
    client = world.client_of(name)
    for path in (USAGE, f"{USAGE}/calls", f"{API}/tenants/{world.north.tenant_id}/usage"):
        assert client.get(path).status_code == 403


def test_a_platform_admin_sets_and_changes_a_limit_and_the_tenant_sees_it(world: World) -> None:
    path = f"{API}/tenants/{world.north.tenant_id}/usage-limit"
    client = world.client_of(PLATFORM_ADMIN)
    for wanted in ({"tokens_a_day": 1000, "tokens_a_month": None}, {"tokens_a_day": None, "tokens_a_month": 5000}):
        assert client.put(path, json=wanted).json() == wanted
        assert usage(world)["limit"] == wanted
    assert world.client_of("north admin").put(path, json=wanted).status_code == 403
    assert world.client_of("south admin").put(path, json=wanted).status_code == 404


@pytest.mark.parametrize(
    "limit", [{}, {"tokens_a_day": -1, "tokens_a_month": 1}, {"tokens_a_day": 10**19, "tokens_a_month": 1}]
)
def test_what_is_no_limit_is_refused(world: World, limit: dict[str, int]) -> None:
    path = f"{API}/tenants/{world.north.tenant_id}/usage-limit"
    assert world.client_of(PLATFORM_ADMIN).put(path, json=limit).status_code == 422


def test_which_llm_is_set_up_is_told(world: World) -> None:
    llm = world.app.state.resources.llm
    assert usage(world)["llm_name"] == (llm.name if llm else None)
