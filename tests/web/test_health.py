"""Is the process alive, and are its parts?"""

import socket
from datetime import UTC, datetime, timedelta

import pytest
from fastapi import FastAPI
from rq import Worker
from rq.serializers import JSONSerializer

from spravka.llm.reaching import reach
from spravka.llm.settings import LlmSettings
from spravka.queue.queues import MAINTENANCE
from spravka.web.health import part_checks
from tests.callers import World


def test_the_process_says_that_it_lives(world: World) -> None:
    assert world.client_of("nobody").get("/health/live").json() == {"status": "live"}


def test_with_every_part_up_the_server_is_ready(world: World) -> None:
    answer = world.client_of("nobody").get("/health/ready")
    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ready",
        "parts": {"postgres": "up", "redis": "up", "chroma": "up", "files": "up"},
    }


@pytest.mark.parametrize("down", ["postgres", "redis", "chroma", "files"])
def test_the_part_that_is_down_is_named(app: FastAPI, world: World, down: str) -> None:
    def fail() -> None:
        raise ConnectionError("password=secret")

    checks = {**world.app.state.resources.checks(), down: fail}
    app.dependency_overrides[part_checks] = lambda: checks
    try:
        answer = world.client_of("nobody").get("/health/ready")
    finally:
        app.dependency_overrides.clear()
    assert answer.status_code == 503
    assert answer.json()["status"] == "not ready"
    assert [name for name, state in answer.json()["parts"].items() if state == "down"] == [down]
    assert "secret" not in answer.text


def states_told_to(world: World) -> dict[str, str]:
    told = world.client_of("nobody").get("/health/parts").json()
    return {part["name"]: part["state"] for part in told["parts"]}


def test_without_a_worker_and_an_llm_the_parts_say_so_and_the_server_is_ready(world: World) -> None:
    states = states_told_to(world)
    assert (states["worker"], states["llm"]) == ("down", "off")
    assert world.client_of("nobody").get("/health/ready").status_code == 200


def test_a_worker_that_told_of_itself_just_now_is_up_and_a_silent_one_is_not(world: World) -> None:
    queues = world.app.state.resources.queues
    worker = Worker([queues.queue(MAINTENANCE)], connection=queues.redis, serializer=JSONSerializer)
    worker.register_birth()  # type: ignore[no-untyped-call]
    try:
        now = datetime.now(UTC)
        assert states_told_to(world)["worker"] == "up"
        assert queues.count_workers(now + timedelta(minutes=2)) == 0
    finally:
        worker.register_death()  # type: ignore[no-untyped-call]


def test_an_llm_is_up_where_its_server_can_be_reached(world: World) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        settings = LlmSettings(base_url=f"http://127.0.0.1:{server.getsockname()[1]}/v1", name="any")
        reach(settings)
    with pytest.raises(OSError):
        reach(settings)
