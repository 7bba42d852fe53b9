"""Keyset pages of a list: ``?after=<last id seen>&limit=<how many>``."""

from collections.abc import Callable, Sequence
from typing import Annotated, Generic, TypeVar

from fastapi import Depends, Query
from pydantic import BaseModel, Field

from spravka.web.fields import MAX_ID

MAX_PAGE_SIZE = 500

Entry = TypeVar("Entry")


class PageRequest(BaseModel):
    """Which page is asked for: entries whose key comes after ``after``, ``limit`` of them."""

    after: int | None = None
    limit: int = 50


class Page(BaseModel, Generic[Entry]):
    """A page of a list; ``next_after`` is the ``after`` of the next page, null on the last one."""

    entries: list[Entry]
    next_after: int | None = Field(description="`after` of the next page, null on the last one")


def page_request(
    after: Annotated[int | None, Query(ge=0, le=MAX_ID, description="Key of the last entry already seen")] = None,
    limit: Annotated[int, Query(ge=1, le=MAX_PAGE_SIZE, description="Entries on the page")] = 50,
) -> PageRequest:
    return PageRequest(after=after, limit=limit)


PageRequestDep = Annotated[PageRequest, Depends(page_request)]


def to_page(rows: Sequence[Entry], request: PageRequest, key: Callable[[Entry], int]) -> tuple[list[Entry], int | None]:
    """Cut ``rows`` (asked for with one more than ``limit``) to the page and the key of the next one."""
    shown = list(rows[: request.limit])
    has_more = len(rows) > request.limit
    return shown, key(shown[-1]) if has_more and shown else None
