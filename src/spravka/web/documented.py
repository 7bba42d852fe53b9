"""Problems in the OpenAPI document: what a route may answer besides its result."""

from typing import Any

from spravka.errors import Problem
from spravka.web.problems import MEDIA_TYPE, status_of_kind

PROBLEM_SCHEMA_NAME = "Problem"

PROBLEM_SCHEMA: dict[str, Any] = {
    "title": "Problem",
    "description": "RFC 9457 problem details; each `type` may bring members of its own.",
    "type": "object",
    "required": ["type", "title", "status"],
    "properties": {
        "type": {
            "type": "string",
            "description": "Which problem; a page of the documentation tells about it",
        },
        "title": {"type": "string", "description": "The same for every occurrence"},
        "status": {"type": "integer", "description": "The HTTP status"},
        "detail": {"type": "string", "description": "What happened here and what to do about it"},
    },
    "additionalProperties": True,
}

Responses = dict[int | str, dict[str, Any]]


def documented(*problems: type[Problem]) -> Responses:
    """The ``responses=`` of a route or a router that may answer with these problems."""
    titles: dict[int, list[str]] = {}
    for problem in problems:
        titles.setdefault(status_of_kind(problem), []).append(problem.title)
    return {status: _response("; ".join(dict.fromkeys(known))) for status, known in titles.items()}


def add_problem_schema(document: dict[str, Any]) -> dict[str, Any]:
    """Put the schema that :func:`documented` refers to into an OpenAPI document."""
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    schemas[PROBLEM_SCHEMA_NAME] = PROBLEM_SCHEMA
    return document


def _response(description: str) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{PROBLEM_SCHEMA_NAME}"}
    return {"description": description, "content": {MEDIA_TYPE: {"schema": schema}}}
