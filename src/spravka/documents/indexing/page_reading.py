"""The first step of indexing: reading pages, from the one after the last that an earlier run has stored."""

from collections.abc import Iterator
from functools import partial

from spravka.documents import queries
from spravka.documents.indexing.page_keeping import PageKeeper
from spravka.documents.indexing.steps import Indexing
from spravka.documents.tables import File, FileStatus
from spravka.pages.page import Page
from spravka.pages.reading import read_told_pages

STORED_PAGES_AT_ONCE = 200


def read_document(indexing: Indexing) -> None:
    """Store every page with its passages; raises the problems of :mod:`spravka.pages.errors`."""
    document = indexing.read()
    if document.status in (FileStatus.QUEUED, FileStatus.READING):
        _begin(indexing)
        _read_pages(indexing, document)


def _begin(indexing: Indexing) -> None:
    with indexing.chunk() as (chunk, found):
        found.status = FileStatus.READING
        chunk.job.stage, chunk.job.total_count = "reading", found.page_count
        chunk.job.ready_count = found.ready_page_count


def _note_count(indexing: Indexing, page_count: int | None) -> None:
    with indexing.chunk() as (chunk, found):
        found.page_count = chunk.job.total_count = page_count


def _read_pages(indexing: Indexing, document: File) -> None:
    keeper = PageKeeper(indexing, _stored_pages(indexing, document), document.passage_count)
    for page, told in _unread_pages(indexing, document):
        if keeper.add(page, told):
            indexing.let_others_go_first()
    keeper.finish()


def _unread_pages(indexing: Indexing, document: File) -> Iterator[tuple[Page, str]]:
    if document.page_count is not None and document.ready_page_count >= document.page_count:
        return iter(())
    resources = indexing.run.resources
    path = resources.documents.path(document.content_hash)
    tell_count = partial(_note_count, indexing) if document.page_count is None else None
    limits, first_page = resources.reading_limits, document.ready_page_count + 1
    return read_told_pages(path, document.content_type, limits, first_page, tell_count)


def _stored_pages(indexing: Indexing, document: File) -> Iterator[Page]:
    after = 0
    while after < document.ready_page_count:
        with indexing.run.resources.sessions() as session:
            found = queries.list_pages(
                session, indexing.run.tenant_id, document.id, after=after, limit=STORED_PAGES_AT_ONCE
            )
        if not found:
            return
        yield from (Page.from_json(page.content) for page in found)
        after = found[-1].number
