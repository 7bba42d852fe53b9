"""Problems as HTTP answers."""

from dataclasses import dataclass

import pytest
from fastapi import FastAPI
from sqlalchemy import create_engine, text
from starlette.testclient import TestClient

from spravka import errors
from spravka.web.documented import add_problem_schema, documented
from spravka.web.problems import STATUS_OF_KIND, install_problems, status_of_kind


@dataclass
class ShelfFull(errors.Conflict):
    title = "The shelf is full"
    shelf: str
    free_places: int

    @property
    def detail(self) -> str:
        return f"There are {self.free_places} free places on {self.shelf}: take another shelf."


@dataclass
class TooOften(errors.LimitExceeded):
    title = "Too often"
    retry_after_seconds: int


class TooHeavy(errors.LimitExceeded):
    title = "Too heavy"
    http_status = 413


def answering(problem: Exception) -> TestClient:
    app = FastAPI()
    install_problems(app)

    @app.get("/")
    def fail() -> None:
        raise problem

    @app.get("/sum")
    def add(left: int, right: int) -> int:
        return left + right

    return TestClient(app)


def test_a_problem_is_told_by_its_type_title_detail_status_and_members() -> None:
    answer = answering(ShelfFull("A 7", 0)).get("/")
    assert answer.status_code == 409
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "/static/docs/problems#shelf-full",
        "title": "The shelf is full",
        "status": 409,
        "detail": "There are 0 free places on A 7: take another shelf.",
        "shelf": "A 7",
        "free_places": 0,
    }


@pytest.mark.parametrize(("kind", "status"), STATUS_OF_KIND.items(), ids=lambda told: getattr(told, "__name__", told))
def test_each_kind_has_its_status(kind: type[errors.Problem], status: int) -> None:
    assert answering(kind()).get("/").status_code == status == status_of_kind(kind)


def test_a_problem_may_have_a_status_of_its_own() -> None:
    assert answering(TooHeavy()).get("/").status_code == 413


def test_an_answer_to_too_many_requests_says_when_to_come_back() -> None:
    assert answering(TooOften(retry_after_seconds=17)).get("/").headers["retry-after"] == "17"


def test_an_answer_without_a_sign_in_says_how_to_sign_in() -> None:
    assert answering(errors.Unauthenticated()).get("/").headers["www-authenticate"] == "Bearer"


def test_a_request_of_another_form_is_told_each_of_its_faults() -> None:
    answer = answering(ShelfFull("", 0)).get("/sum", params={"left": "one"})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert {fault["at"] for fault in answer.json()["faults"]} == {"query/left", "query/right"}


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nothing", 404), ("POST", "/", 405)])
def test_what_the_framework_refuses_is_a_problem_too(method: str, path: str, status: int) -> None:
    answer = answering(ShelfFull("", 0)).request(method, path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_a_database_that_does_not_answer_is_503_and_tells_no_address() -> None:
    engine = create_engine("postgresql+psycopg://secret-user:secret-word@127.0.0.1:1/x")
    app = FastAPI()
    install_problems(app)

    @app.get("/")
    def ask() -> None:
        with engine.connect() as connection:
            connection.execute(text("SELECT 1"))

    answer = TestClient(app).get("/")
    assert answer.status_code == 503
    assert "secret" not in answer.text
    assert answer.headers["retry-after"]


def test_a_route_documents_the_problems_it_may_answer() -> None:
    app = FastAPI()

    @app.get("/", responses=documented(ShelfFull, errors.Conflict, TooHeavy))
    def answer() -> int:
        return 1

    document = add_problem_schema(app.openapi())
    responses = document["paths"]["/"]["get"]["responses"]
    assert set(responses) == {"200", "409", "413"}
    assert responses["409"]["description"] == "The shelf is full; Conflict"
    (schema,) = responses["409"]["content"].values()
    assert schema["schema"]["$ref"].rpartition("/")[2] in document["components"]["schemas"]
