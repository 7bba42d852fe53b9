"""The sign-in of a browser: its refresh token lives in a cookie that no script can read."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from spravka.web.session_cookie import MARK, NAME
from tests.callers import API, NOBODY, PASSWORD, World, email_of

TOKEN = f"{API}/auth/token"
MEMBER = {"username": email_of("north member"), "password": PASSWORD}


@pytest.fixture
def browser(world: World) -> TestClient:
    return TestClient(world.client_of(NOBODY).app, base_url="https://spravka.example")


def ask(browser: TestClient, **form: str) -> Any:
    return browser.post(TOKEN, data={"keep_in": "cookie", **form})


def test_the_refresh_token_is_in_the_cookie_and_not_in_the_answer(browser: TestClient) -> None:
    answer = ask(browser, **MEMBER)
    assert answer.json()["refresh_token"] is None
    cookie = answer.headers.get_list("set-cookie")[0].lower()
    for word in ("httponly", "samesite=strict", "path=/api/v1/auth", "secure"):
        assert word in cookie


def test_the_browser_goes_on_by_its_cookie_alone_which_is_good_once(browser: TestClient) -> None:
    ask(browser, **MEMBER)
    first = browser.cookies[NAME]
    assert ask(browser, grant_type="refresh_token").status_code == 200
    assert browser.cookies[NAME] != first


def test_without_a_cookie_there_is_no_sign_in_to_go_on_with(browser: TestClient) -> None:
    answer = ask(browser, grant_type="refresh_token")
    assert (answer.status_code, answer.json()["type"].partition("#")[2]) == (401, "sign-in-ended")


def test_the_page_reads_by_a_mark_that_there_may_be_a_sign_in_and_by_nothing_else(browser: TestClient) -> None:
    token = ask(browser, **MEMBER).json()["access_token"]
    cookies = ask(browser, grant_type="refresh_token").headers.get_list("set-cookie")
    readable = [cookie for cookie in cookies if "httponly" not in cookie.lower()]
    assert [cookie.partition(";")[0] for cookie in readable] == [f"{MARK}=1"]
    browser.post(f"{API}/auth/sign-out", headers={"Authorization": f"Bearer {token}"})
    assert MARK not in browser.cookies


def test_signing_out_takes_the_cookie_away(browser: TestClient) -> None:
    token = ask(browser, **MEMBER).json()["access_token"]
    assert browser.post(f"{API}/auth/sign-out", headers={"Authorization": f"Bearer {token}"}).status_code == 204
    assert NAME not in browser.cookies
    assert ask(browser, grant_type="refresh_token").status_code == 401


def test_a_cookie_is_not_taken_where_the_caller_did_not_ask_for_it(browser: TestClient) -> None:
    ask(browser, **MEMBER)
    assert browser.post(TOKEN, data={"grant_type": "refresh_token"}).status_code == 422


def test_over_plain_http_inside_the_perimeter_the_cookie_works_too(world: World) -> None:
    browser = TestClient(world.client_of(NOBODY).app, base_url="http://spravka")
    assert "secure" not in ask(browser, **MEMBER).headers["set-cookie"].lower()
    assert ask(browser, grant_type="refresh_token").status_code == 200
