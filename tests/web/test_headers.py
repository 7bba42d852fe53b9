"""Headers that tell a browser how little it may do with an answer."""

import pytest

from tests.callers import API, World


@pytest.mark.parametrize("path", ["/", "/health/live", f"{API}/docs", f"{API}/users/me", "/static/docs/", "/nothing"])
def test_every_answer_forbids_frames_other_hosts_and_guessing_of_kinds(world: World, path: str) -> None:
    headers = world.client_of("nobody").get(path, follow_redirects=False).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "http" not in policy


def test_only_the_documentation_may_run_scripts_that_stand_in_the_page(world: World) -> None:
    client = world.client_of("nobody")
    assert "script-src" not in client.get(f"{API}/docs").headers["content-security-policy"]
    assert "script-src 'self' 'unsafe-inline'" in client.get("/static/docs/").headers["content-security-policy"]


def test_answers_of_the_api_are_kept_by_no_cache_and_files_may_be(world: World) -> None:
    assert world.client_of("north member").get(f"{API}/users/me").headers["cache-control"] == "no-store"
    assert "cache-control" not in world.client_of("nobody").get("/static/swagger/swagger-ui.css").headers


def test_a_page_of_another_host_is_told_nothing_where_no_origin_was_allowed(world: World) -> None:
    answer = world.client_of("nobody").get(f"{API}/docs", headers={"Origin": "https://elsewhere.example"})
    assert "access-control-allow-origin" not in answer.headers
