"""The built documentation."""

from pathlib import Path

from fastapi import FastAPI
from starlette.testclient import TestClient

from spravka.web.documentation import URL, mount_documentation
from spravka.web.page import BuiltPage


def client_over(folder: Path) -> TestClient:
    app = FastAPI()
    mount_documentation(app, folder)
    return TestClient(app)


def test_where_it_is_not_built_the_answer_says_so(tmp_path: Path) -> None:
    answer = client_over(tmp_path / "nothing").get(f"{URL}/")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert "SPRAVKA_DOCS_DIR" in answer.json()["detail"]


def test_built_while_the_server_runs_it_is_served(tmp_path: Path) -> None:
    client = client_over(tmp_path)
    assert client.get(f"{URL}/").status_code == 404
    (tmp_path / "problems").mkdir()
    (tmp_path / "index.html").write_text("<h1>Документация</h1>")
    (tmp_path / "problems" / "index.html").write_text("<h1>Problems</h1>")
    assert "Документация" in client.get(f"{URL}/").text
    assert "Problems" in client.get(f"{URL}/problems").text


def test_its_address_leads_to_it_without_the_last_slash_too(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<h1>Документация</h1>")
    app = FastAPI()
    mount_documentation(app, tmp_path)
    app.mount("/", BuiltPage(tmp_path / "page"))  # answers whatever nobody else does
    answer = TestClient(app).get(URL)
    assert answer.url.path == f"{URL}/"
    assert "Документация" in answer.text


def test_nothing_outside_the_folder_is_served(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("site")
    (tmp_path / "secret.txt").write_text("secret")
    client = client_over(site)
    for path in ("../secret.txt", "%2e%2e/secret.txt", "..%2fsecret.txt"):
        assert client.get(f"{URL}/{path}").status_code == 404
