"""What the making of an answer must know of the assistant that makes it."""

import enum
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy.orm import Session

from spravka.answering.tables import AnswerRow
from spravka.errors import Problem

RowT = TypeVar("RowT", bound=AnswerRow)


@dataclass(frozen=True)
class AnswerKind(Generic[RowT]):
    """The answers of one assistant."""

    table: type[RowT]
    running: enum.StrEnum
    failed: enum.StrEnum
    """Two of its states."""
    id_name: str
    """What the id of an answer is called where it is told."""
    get: Callable[[Session, int, int], RowT]
    """The answer of a tenant with an id; raises where there is none."""
    to_json: Callable[[RowT], dict[str, Any]]
    """The whole answer as it is told."""
    broke: Callable[[int], Problem]
    """What is told of an answer in whose making something unforeseen happened."""
    interrupted: Callable[[], Problem]
    """What is told of an answer whose process died."""
