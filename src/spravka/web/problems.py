"""Problems as HTTP answers: RFC 9457 ``application/problem+json``."""

from typing import Any

from fastapi import FastAPI, Request
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DataError, OperationalError
from starlette.exceptions import HTTPException

from spravka import errors
from spravka.telemetry import get_logger

log = get_logger(__name__)

MEDIA_TYPE = "application/problem+json"
PROBLEM_PAGE = "/static/docs/problems#"

STATUS_OF_KIND: dict[type[errors.Problem], int] = {
    errors.NotFound: 404,
    errors.Conflict: 409,
    errors.Unauthenticated: 401,
    errors.Forbidden: 403,
    errors.Rejected: 422,
    errors.LimitExceeded: 429,
    errors.Unavailable: 503,
}


def install_problems(app: FastAPI) -> None:
    """Make every error of ``app`` a problem document."""
    app.add_exception_handler(errors.Problem, _answer_problem)
    app.add_exception_handler(RequestValidationError, _answer_invalid_request)
    app.add_exception_handler(HTTPException, _answer_http_exception)
    app.add_exception_handler(OperationalError, _answer_database_down)
    app.add_exception_handler(DataError, _answer_unstorable)


def status_of(problem: errors.Problem) -> int:
    """The HTTP status of a problem."""
    return status_of_kind(type(problem))


def status_of_kind(problem: type[errors.Problem]) -> int:
    """The HTTP status of a problem's kind, which one ``http_status`` of its own replaces."""
    for kind, status in STATUS_OF_KIND.items():
        if issubclass(problem, kind):
            return int(getattr(problem, "http_status", status))
    return 500


def problem_response(problem: errors.Problem, status: int | None = None) -> JSONResponse:
    """The problem as an answer; a 401 says how to sign in, a 429 and a 503 when to come back."""
    status = status or status_of(problem)
    body = problem.to_json()
    headers = _headers(status, body)
    body = {**body, "type": PROBLEM_PAGE + problem.type_slug(), "status": status}
    return JSONResponse(jsonable_encoder(body), status, headers, media_type=MEDIA_TYPE)


def unexpected_response(request_id: str) -> JSONResponse:
    """The answer to an error nobody foresaw: the request's id and nothing else."""
    body: dict[str, Any] = {
        "type": PROBLEM_PAGE + "unexpected",
        "title": "Something went wrong on our side",
        "status": 500,
        "request_id": request_id,
    }
    return JSONResponse(body, 500, media_type=MEDIA_TYPE)


def _headers(status: int, body: dict[str, Any]) -> dict[str, str]:
    if status == 401:
        return {"WWW-Authenticate": "Bearer"}
    if status in (429, 503):
        return {"Retry-After": str(body.get("retry_after_seconds", 5))}
    return {}


def _answer_problem(_request: Request, problem: Exception) -> JSONResponse:
    assert isinstance(problem, errors.Problem)
    return problem_response(problem)


def _answer_invalid_request(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    faults = [{"at": "/".join(str(part) for part in fault["loc"]), "message": fault["msg"]} for fault in error.errors()]
    body = {
        "type": PROBLEM_PAGE + "invalid-request",
        "title": "The request is not of the expected form",
        "status": 422,
        "detail": "; ".join(f"{fault['at']}: {fault['message']}" for fault in faults),
        "faults": faults,
    }
    return JSONResponse(jsonable_encoder(body), 422, media_type=MEDIA_TYPE)


def _answer_http_exception(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    body = {"type": "about:blank", "title": str(error.detail), "status": error.status_code}
    return JSONResponse(body, error.status_code, dict(error.headers or {}), media_type=MEDIA_TYPE)


def _answer_database_down(_request: Request, error: Exception) -> JSONResponse:
    log.error("database did not answer", error=str(error))
    return problem_response(DatabaseDown())


def _answer_unstorable(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, DataError)
    log.warning("a value could not be stored", error=str(error.orig))
    return problem_response(ValueNotStorable())


class ValueNotStorable(errors.Rejected):
    """The last net under the schemas, which should have refused the value by its name."""

    title = "A value cannot be stored"

    @property
    def detail(self) -> str:
        return "A text with a NUL character, or a number too large for its place, was sent: take it out."


class DatabaseDown(errors.Unavailable):
    title = "The application's database does not answer"

    @property
    def detail(self) -> str:
        return "Nothing was lost: repeat the request in a few seconds. /health/ready names the part that is down."
