"""What a server is known to understand, and what to try next when it refuses: pure, the memory is the caller's.

OpenAI-compatible servers differ in how an answer can be held to a shape, how its length is limited, whether a stream
tells its tokens at the end, whether the temperature may be set, whether the system may speak.
"""

import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from spravka.llm.shapes import Shape


class Form(enum.StrEnum):
    """How a server is held to a shape, strictest first."""

    JSON_SCHEMA = "json-schema"
    JSON_OBJECT = "json-object"
    TEXT = "text"
    """Told in words only; what comes is read and, where it must be, asked for again."""


WEAKER = {Form.JSON_SCHEMA: Form.JSON_OBJECT, Form.JSON_OBJECT: Form.TEXT}
TOO_LONG = re.compile(r"context.{0,40}(length|size|window)|too long|prompt.{0,20}exceed", re.IGNORECASE | re.DOTALL)
SYSTEM_UNKNOWN = re.compile(r"system.{0,20}(role|message)|roles must alternate", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Habits:
    """A server's; the defaults are what most understand."""

    form: Form = Form.JSON_SCHEMA
    length_name: str = "max_tokens"
    tells_tokens: bool = True
    takes_temperature: bool = True
    takes_system: bool = True
    """Some chat templates know no messages of the system."""


def request_fields(habits: Habits, shape: Shape[Any] | None, max_tokens: int) -> Mapping[str, Any]:
    """The members of a request that depend on the server's habits."""
    fields: dict[str, Any] = {habits.length_name: max_tokens}
    if habits.takes_temperature:
        fields["temperature"] = 0
    if habits.tells_tokens:
        fields["stream_options"] = {"include_usage": True}
    if shape is not None and habits.form is not Form.TEXT:
        fields["response_format"] = _response_format(habits.form, shape)
    return fields


def _response_format(form: Form, shape: Shape[Any]) -> Mapping[str, Any]:
    if form is Form.JSON_OBJECT:
        return {"type": "json_object"}
    return {"type": "json_schema", "json_schema": {"name": shape.name, "schema": dict(shape.json_schema)}}


def after_refusal(habits: Habits, complaint: str, has_shape: bool) -> Habits | None:
    """What to try after a refusal with the text ``complaint``; None where nothing is left to try.

    Each step goes one way, so that trying ends.
    """
    if TOO_LONG.search(complaint):
        return None
    if habits.tells_tokens and "stream_options" in complaint:
        return replace(habits, tells_tokens=False)
    if habits.length_name == "max_tokens" and "max_completion_tokens" in complaint:
        return replace(habits, length_name="max_completion_tokens")
    if habits.takes_temperature and "temperature" in complaint:
        return replace(habits, takes_temperature=False)
    if habits.takes_system and SYSTEM_UNKNOWN.search(complaint):
        return replace(habits, takes_system=False)
    return weakened(habits) if has_shape else None


def weakened(habits: Habits) -> Habits | None:
    """The next weaker form."""
    form = WEAKER.get(habits.form)
    return None if form is None else replace(habits, form=form)
