"""What several do at the same moment, with transactions that are really committed."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from spravka.app import create_app
from spravka.auth.tables import Role
from tests.callers import API, NOBODY, PLATFORM_ADMIN, World, build_world, email_of, settings_for
from tests.parts import Parts


@pytest.fixture
def shared_world(parts: Parts, tmp_path: Path) -> Iterator[World]:
    """A world in a database of its own."""
    settings = settings_for(parts, tmp_path)
    database = settings.database.model_copy(update={"url": parts.new_database()})
    application = create_app(settings.model_copy(update={"database": database}))
    with TestClient(application):
        yield build_world(application, application.state.resources.sessions)


def at_once(requests: Sequence[Callable[[], int]]) -> Counter[int]:
    """How often each status came back."""
    with ThreadPoolExecutor(len(requests)) as crowd:
        return Counter(crowd.map(lambda request: request(), requests))


def test_of_many_refreshes_with_one_token_one_succeeds_and_the_others_end_nothing(shared_world: World) -> None:
    token = str(shared_world.sign_in("north member")["refresh_token"])
    form = {"grant_type": "refresh_token", "refresh_token": token}

    def refresh() -> int:
        return int(shared_world.client_of(NOBODY).post(f"{API}/auth/token", data=form).status_code)

    assert at_once([refresh] * 8) == {200: 1, 409: 7}


def test_two_admins_taken_out_at_once_do_not_leave_the_tenant_without_one(shared_world: World) -> None:
    users = f"{API}/tenants/{shared_world.north.tenant_id}/users"
    client = shared_world.client_of(PLATFORM_ADMIN)
    client.put(f"{users}/{shared_world.north.member_id}", json={"role": "admin"})
    admins = [shared_world.north.member_id, shared_world.north.users[Role.ADMIN]]

    def removing(user_id: int) -> Callable[[], int]:
        return lambda: int(client.delete(f"{users}/{user_id}").status_code)

    assert at_once([removing(user_id) for user_id in admins]) == {204: 1, 409: 1}


def test_of_users_made_at_once_with_one_e_mail_one_is_made(shared_world: World) -> None:
    client = shared_world.client_of(PLATFORM_ADMIN)
    new = {"email": "new@firm.local", "password": "другой пароль 2"}
    assert at_once([lambda: int(client.post(f"{API}/users", json=new).status_code)] * 6) == {201: 1, 409: 5}


def test_versions_of_a_prompt_made_at_once_are_numbered_one_by_one(shared_world: World) -> None:
    client = shared_world.client_of("north admin")
    new = {"table_name": "sales", "text": "text"}
    assert at_once([lambda: int(client.post(f"{API}/prompts", json=new).status_code)] * 6) == {201: 6}
    prompts = client.get(f"{API}/prompts").json()["entries"]
    assert sorted(prompt["version"] for prompt in prompts) == [1, 2, 3, 4, 5, 6]
    assert [prompt["is_active"] for prompt in prompts].count(True) == 1


def test_requests_with_one_key_do_not_wait_for_each_other(shared_world: World) -> None:
    client = shared_world.client_of("north machine")
    with shared_world.sessions() as busy:
        busy.connection().exec_driver_sql("SELECT 1 FROM api_key FOR NO KEY UPDATE")
        assert client.get(f"{API}/prompts").status_code == 200


def test_an_e_mail_known_before_is_not_made_twice_by_joining_two_tenants_at_once(shared_world: World) -> None:
    new = {"email": email_of("east guest"), "password": "другой пароль 2"}
    clients = [shared_world.client_of("north admin"), shared_world.client_of("south admin")]
    paths = [f"{API}/tenants/{side.tenant_id}/users" for side in (shared_world.north, shared_world.south)]
    statuses = at_once(
        [
            lambda client=client, path=path: int(client.post(path, json=new).status_code)  # type: ignore[misc]
            for client, path in zip(clients, paths, strict=True)
        ]
    )
    assert sum(statuses.values()) == 2
    assert set(statuses) <= {201, 409}
