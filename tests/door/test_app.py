"""The server's door."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from spravka.app import create_app
from spravka.settings import SettingsRefused
from tests.callers import API, NOBODY, World, settings_for
from tests.parts import Parts


def test_the_root_is_the_page_for_everybody(world: World) -> None:
    answer = world.client_of(NOBODY).get("/", follow_redirects=False)
    assert answer.headers["content-type"].startswith("text/html")
    assert "Справка" in answer.text


def test_metrics_count_requests_by_the_route_and_not_by_the_path(world: World) -> None:
    client = world.client_of("north admin")
    client.get(f"{API}/users/{world.north.member_id}")
    metrics = client.get("/metrics").text
    assert f'handler="{API}/users/{{user_id}}"' in metrics
    assert f"/users/{world.north.member_id}" not in metrics


def test_without_settings_the_start_is_refused_and_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SPRAVKA_DATABASE_URL", raising=False)
    monkeypatch.delenv("SPRAVKA_AUTH_SECRET", raising=False)
    with pytest.raises(SettingsRefused, match="SPRAVKA_AUTH_SECRET is missing"):
        create_app()


def test_the_server_starts_while_its_parts_are_down_and_says_so(parts: Parts, tmp_path: Path) -> None:
    settings = settings_for(parts, tmp_path)
    nowhere = settings.database.model_copy(update={"url": "postgresql+psycopg://user@127.0.0.1:1/x"})
    app = create_app(settings.model_copy(update={"database": nowhere}))
    with TestClient(app) as client:
        assert client.get("/health/live").status_code == 200
        assert client.get("/health/ready").json()["parts"]["postgres"] == "down"
        signing_in = client.post(f"{API}/auth/token", data={"username": "a@b.local", "password": "x"})
    assert signing_in.status_code == 503
    assert signing_in.headers["content-type"] == "application/problem+json"


def test_pages_of_allowed_origins_may_call_the_api(parts: Parts, tmp_path: Path) -> None:
    settings = settings_for(parts, tmp_path)
    web = settings.web.model_copy(update={"allowed_origins": ("https://portal.firm.local",)})
    with TestClient(create_app(settings.model_copy(update={"web": web}))) as client:
        allowed = client.get("/health/live", headers={"Origin": "https://portal.firm.local"})
        other = client.get("/health/live", headers={"Origin": "https://elsewhere.example"})
    assert allowed.headers["access-control-allow-origin"] == "https://portal.firm.local"
    assert "access-control-allow-origin" not in other.headers
