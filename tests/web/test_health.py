"""Is the process alive, and are its parts?"""

import pytest
from fastapi import FastAPI

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
