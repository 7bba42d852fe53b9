"""Constants of a plan and their JSON, which keeps a day apart from a text that reads like one."""

import datetime
import math
from typing import Annotated

from pydantic import GetPydanticSchema
from pydantic_core import core_schema

ALLOWED_TYPES = frozenset({bool, int, float, datetime.datetime, datetime.date, str, type(None)})
JSON_SCHEMA = {
    "anyOf": [
        {"type": ["string", "number", "boolean", "null"]},
        {
            "type": "object",
            "properties": {"date": {"type": "string", "format": "date"}},
            "required": ["date"],
            "additionalProperties": False,
        },
        {
            "type": "object",
            "properties": {"moment": {"type": "string", "format": "date-time"}},
            "required": ["moment"],
            "additionalProperties": False,
        },
    ]
}


def decoded(value: object) -> object:
    """A value as it came from JSON or from code. Raises ``ValueError`` for what is no constant."""
    if isinstance(value, dict):
        return decoded_date(value)
    if type(value) not in ALLOWED_TYPES:
        raise ValueError("A constant is a text, a number, true, false, null, {date: …} or {moment: …}.")
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("A constant is a finite number.")
    return value


def decoded_date(value: dict[str, object]) -> datetime.date:
    match value:
        case {"date": str(text)} if len(value) == 1:
            return datetime.date.fromisoformat(text)
        case {"moment": str(text)} if len(value) == 1:
            return datetime.datetime.fromisoformat(text)
    raise ValueError('A date is {"date": "YYYY-MM-DD"}, a moment {"moment": "YYYY-MM-DDTHH:MM:SS"}.')


def encoded(value: object) -> object:
    if isinstance(value, datetime.datetime):
        return {"moment": value.isoformat()}
    return {"date": value.isoformat()} if isinstance(value, datetime.date) else value


def value_schema(*_: object) -> core_schema.CoreSchema:
    return core_schema.no_info_plain_validator_function(
        decoded,
        serialization=core_schema.plain_serializer_function_ser_schema(encoded),
        metadata={"pydantic_js_functions": [lambda *_: JSON_SCHEMA]},
    )


Value = Annotated[bool | int | float | datetime.datetime | datetime.date | str | None, GetPydanticSchema(value_schema)]
