"""What the server itself shows in a browser works inside the perimeter: nothing is loaded from another host."""

import re
from pathlib import Path

import pytest
from scripts.documentation.outside_hosts import loads_of_page, loads_of_style
from starlette.testclient import TestClient

from spravka.app import create_app
from spravka.settings import load_settings

SECRET = "only-for-this-test-0123456789-abcdef"
PAGE = "/api/v1/docs"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """Asks the application for its pages; none of them needs a part."""
    settings = load_settings(
        database={"url": "postgresql+psycopg://nowhere"},
        auth={"secret": SECRET},
        databases={"secret": SECRET},
        docs_dir=tmp_path_factory.mktemp("site"),
    )
    Path(settings.docs_dir, "index.html").write_text("<!doctype html><title>Built</title>")
    return TestClient(create_app(settings))


def files_of(browser: TestClient, page: str) -> list[str]:
    """What a page asks for besides itself."""
    return re.findall(r"(?:src|href)=\"([^\"]+)\"", browser.get(page).text)


def test_the_page_of_the_api_loads_nothing_from_another_host(browser: TestClient) -> None:
    assert loads_of_page(browser.get(PAGE).text) == []
    styles = [browser.get(file).text for file in files_of(browser, PAGE) if file.endswith(".css")]
    assert styles
    assert [address for style in styles for address in loads_of_style(style)] == []


def test_every_file_that_the_page_of_the_api_asks_for_is_served(browser: TestClient) -> None:
    files = files_of(browser, PAGE)
    assert {file: browser.get(file).status_code for file in files} == dict.fromkeys(files, 200)
    assert len(files) >= 3


def test_the_page_of_the_api_asks_no_validator_on_the_internet(browser: TestClient) -> None:
    scripts = [browser.get(file).text for file in files_of(browser, PAGE) if not file.startswith("/static/")]
    assert any('"validatorUrl": null' in script for script in scripts)


@pytest.mark.parametrize("page", [PAGE, "/static/docs/"])
def test_the_browser_is_told_to_load_from_this_server_alone(browser: TestClient, page: str) -> None:
    answer = browser.get(page)
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'self'")
    assert "http" not in policy and "*" not in policy
