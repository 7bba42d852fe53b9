"""What happens around every request."""

from typing import Annotated

import pytest
from fastapi import Body, FastAPI
from starlette.testclient import TestClient

from spravka.web.problems import install_problems
from spravka.web.requests import RequestEdge

LIMIT_BYTES = 1000


@pytest.fixture
def client() -> TestClient:
    app = FastAPI()
    install_problems(app)
    app.add_middleware(RequestEdge, body_limit_bytes=LIMIT_BYTES)

    @app.get("/")
    def answer() -> str:
        return "answered"

    @app.get("/fail")
    def fail() -> None:
        raise RuntimeError("the secret is 42")

    @app.post("/")
    def receive(content: Annotated[bytes, Body(media_type="application/octet-stream")]) -> int:
        return len(content)

    return TestClient(app)


def test_every_answer_has_an_id_of_its_own(client: TestClient) -> None:
    ids = {client.get("/").headers["x-request-id"] for _ in range(3)}
    assert len(ids) == 3


def test_the_callers_own_id_is_kept(client: TestClient) -> None:
    assert client.get("/", headers={"X-Request-Id": "1c-42"}).headers["x-request-id"] == "1c-42"


@pytest.mark.parametrize("given", ["x" * 65, "", "a\tb", "a\u00a0b"])
def test_an_id_that_could_spoil_the_logs_is_replaced(client: TestClient, given: str) -> None:
    headers = {b"X-Request-Id": given.encode("latin-1")}
    assert client.get("/", headers=headers).headers["x-request-id"] != given


def test_the_unforeseen_is_told_by_the_requests_id_and_nothing_else(client: TestClient) -> None:
    answer = client.get("/fail", headers={"X-Request-Id": "1c-42"})
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(answer.json()) == {"type", "title", "status", "request_id"}
    assert answer.json()["request_id"] == "1c-42"


def test_a_body_up_to_the_limit_is_received(client: TestClient) -> None:
    assert client.post("/", content=b"x" * LIMIT_BYTES).json() == LIMIT_BYTES


def test_a_larger_one_is_refused_whether_or_not_its_length_was_told(client: TestClient) -> None:
    told = client.post("/", content=b"x" * (LIMIT_BYTES + 1))
    untold = client.post("/", content=(b"x" * 100 for _ in range(LIMIT_BYTES // 100 + 1)))
    assert [told.status_code, untold.status_code] == [413, 413]
    assert told.headers["content-type"] == "application/problem+json"
