"""A route that takes JSON or a form with a file, told apart by the content type of the request."""

import json
from typing import Any, TypeVar

from fastapi import Request, UploadFile
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError
from starlette.datastructures import UploadFile as ReceivedFile

JsonBody = TypeVar("JsonBody", bound=BaseModel)
FormBody = TypeVar("FormBody", bound=BaseModel)

FILE_PART = "file"


def json_or_form(json_schema: type[BaseModel], form_schema: type[BaseModel]) -> dict[str, Any]:
    """The ``openapi_extra`` of such a route."""
    form = form_schema.model_json_schema(ref_template="#/components/schemas/{model}")
    form["properties"][FILE_PART] = {
        "type": "string",
        "format": "binary",
        "contentMediaType": "application/octet-stream",
    }
    form["required"] = [*form.get("required", []), FILE_PART]
    body = json_schema.model_json_schema(ref_template="#/components/schemas/{model}")
    return {
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": body}, "multipart/form-data": {"schema": form}},
        }
    }


async def read_json_or_form(
    request: Request, json_schema: type[JsonBody], form_schema: type[FormBody]
) -> tuple[JsonBody | FormBody, UploadFile | None]:
    """The body and, of a form, its file. Raises FastAPI's RequestValidationError, answered as any other."""
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        form = dict(await request.form())
        file = form.pop(FILE_PART, None)
        if not isinstance(file, ReceivedFile):
            raise RequestValidationError([{"type": "missing", "loc": ("body", FILE_PART), "msg": "Field required"}])
        return _valid(form_schema, form), UploadFile(file.file, filename=file.filename, size=file.size)
    return _valid(json_schema, _parsed(await request.body())), None


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError as error:
        fault = {"type": "json_invalid", "loc": ("body",), "msg": f"The body is not JSON: {error}"}
        raise RequestValidationError([fault]) from error


def _valid(schema: type[JsonBody], body: Any) -> JsonBody:
    try:
        return schema.model_validate(body)
    except ValidationError as error:
        faults = [{**fault, "loc": ("body", *fault["loc"])} for fault in error.errors(include_url=False)]
        raise RequestValidationError(faults) from error
