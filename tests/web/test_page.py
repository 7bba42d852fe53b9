"""The built page at the root of the server."""

import gzip
from pathlib import Path

import pytest
from fastapi import FastAPI
from scripts.page.compressing import compress
from starlette.testclient import TestClient

from spravka.web.page import BuiltPage

BROWSER = {"accept": "text/html,application/xhtml+xml"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    built = tmp_path / "page"
    (built / "assets").mkdir(parents=True)
    (built / "index.html").write_text("<title>Справка</title>", encoding="utf-8")
    (built / "assets" / "index-1a2b3c.js").write_text("export {}", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return built


def client_over(folder: Path) -> TestClient:
    app = FastAPI()

    @app.get("/api/v1/there")
    def there() -> str:
        return "there"

    app.mount("/", BuiltPage(folder))
    return TestClient(app)


@pytest.mark.parametrize("address", ["/", "/documents", "/nomenclature/17"])
def test_every_address_of_the_page_opens_its_document(folder: Path, address: str) -> None:
    answer = client_over(folder).get(address, headers=BROWSER)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-cache")
    assert "Справка" in answer.text


def test_files_named_by_their_content_are_kept_for_good(folder: Path) -> None:
    answer = client_over(folder).get("/assets/index-1a2b3c.js")
    assert answer.status_code == 200
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize(
    ("accepted", "encoding"), [("gzip, deflate, br", "gzip"), ("identity", None)], ids=["taken", "not taken"]
)
def test_a_file_with_a_compressed_twin_travels_as_the_browser_takes_it(
    folder: Path, accepted: str, encoding: str | None
) -> None:
    (folder / "assets" / "index-1a2b3c.js.gz").write_bytes(gzip.compress(b"export {}"))
    answer = client_over(folder).get("/assets/index-1a2b3c.js", headers={"accept-encoding": accepted})
    assert (answer.headers.get("content-encoding"), answer.headers["vary"]) == (encoding, "accept-encoding")
    assert (answer.text, answer.headers["content-type"]) == ("export {}", "text/javascript; charset=utf-8")


@pytest.mark.parametrize(
    "address", ["/assets/gone.js", "/favicon.png", "/../secret.txt", "/%2e%2e/secret.txt", "/api/v1/gone"]
)
def test_a_file_that_is_not_there_is_no_document(folder: Path, address: str) -> None:
    answer = client_over(folder).get(address, headers=BROWSER)
    assert answer.status_code == 404
    assert "secret" not in answer.text


def test_a_program_that_asks_a_wrong_address_gets_no_page(folder: Path) -> None:
    assert client_over(folder).get("/documents", headers={"accept": "application/json"}).status_code == 404


def test_what_the_server_answers_itself_stays_so(folder: Path) -> None:
    assert client_over(folder).get("/api/v1/there", headers=BROWSER).json() == "there"


def test_while_it_is_being_built_a_note_says_so_and_looks_again(tmp_path: Path) -> None:
    answer = client_over(tmp_path / "nothing").get("/", headers=BROWSER)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "3")
    assert "Страница собирается" in answer.text and "http-equiv" in answer.text


def test_the_build_lays_a_compressed_twin_beside_whatever_packs(tmp_path: Path) -> None:
    (tmp_path / "index.js").write_bytes(b"export {};" * 500)
    (tmp_path / "tiny.js").write_bytes(b"export {};")
    (tmp_path / "letters.woff2").write_bytes(b"packed already" * 500)
    twins = compress(tmp_path)
    assert [twin.name for twin in twins] == ["index.js.gz"]
    assert gzip.decompress(twins[0].read_bytes()) == b"export {};" * 500
    assert compress(tmp_path)[0].read_bytes() == twins[0].read_bytes()
