"""Kinds of values that requests of every room bring."""

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

MAX_ID = 2**63 - 1

Id = Annotated[int, Field(ge=1, le=MAX_ID)]
"""The id of a thing, in a path, a query or a body: what the database's bigint can hold."""


def _refuse_control_characters(text: str) -> str:
    if any(character < " " or character == "\x7f" for character in text):
        raise ValueError("has a line break or another control character")
    return text


Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_refuse_control_characters)
]
"""One line of text that a person typed: not empty, no control characters; say ``max_length`` with a ``Field``."""


def _refuse_nul(text: str) -> str:
    if "\x00" in text:
        raise ValueError("has a NUL character")
    return text


Paragraphs = Annotated[str, StringConstraints(min_length=1), AfterValidator(_refuse_nul)]
"""Text of any lines; PostgreSQL stores every character but NUL."""
