"""Pages and the passages cut from them, as rows; what is stored together is searched together."""

import time
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import insert

from spravka.documents.indexing.steps import Indexing
from spravka.documents.passages_kept import passage_to_json
from spravka.documents.tables import DocumentPage, DocumentPassage, File, FileStatus
from spravka.documents.terms import terms_vector
from spravka.pages.page import Page, TextLayer
from spravka.passages.cutting import Cutter
from spravka.passages.passage import Passage
from spravka.passages.shelf import index_terms

FIRST_PAGES = 8
PAGES_AT_ONCE = 64
SECONDS_AT_ONCE = 2.0
"""Pages are stored after so many or so long, the first ones sooner: whoever waits may ask from them at once."""


class PageKeeper:
    """Takes the pages of a document in order and stores them with their passages."""

    def __init__(self, indexing: Indexing, stored_pages: Iterable[Page], passage_count: int) -> None:
        """``stored_pages`` are those that earlier runs stored; they are cut again, for a passage may begin on them."""
        self._indexing = indexing
        self._cutter = Cutter()
        self._pages: list[tuple[Page, str]] = []
        self._passages: list[Passage] = []
        self._limit = FIRST_PAGES
        self._stored_at = time.monotonic()
        cut = (passage for page in stored_pages for passage in self._cutter.add(page))
        self._passages = list(islice(cut, passage_count, None))

    def add(self, page: Page, told: str) -> bool:
        """Take a page, and its JSON; True where it was stored with those before it."""
        self._pages.append((page, told))
        self._passages += self._cutter.add(page)
        is_time = time.monotonic() - self._stored_at >= SECONDS_AT_ONCE
        if len(self._pages) < self._limit and not is_time:
            return False
        self._store()
        return True

    def finish(self) -> None:
        """Store what is left; the document's pages are then all read."""
        self._passages += self._cutter.finish()
        self._store(is_last=True)

    def _store(self, *, is_last: bool = False) -> None:
        with self._indexing.chunk() as (chunk, document):
            if self._pages:
                chunk.session.execute(insert(DocumentPage), [_page_row(document, *one) for one in self._pages])
            if self._passages:
                first = document.passage_count
                rows = [_passage_row(document, first + at, one) for at, one in enumerate(self._passages)]
                chunk.session.execute(insert(DocumentPassage), rows)
            _count(document, [page for page, _ in self._pages], len(self._passages))
            if is_last:
                document.status, document.page_count = FileStatus.EMBEDDING, document.ready_page_count
            chunk.advance(len(self._pages))
        self._pages, self._passages, self._limit = [], [], PAGES_AT_ONCE
        self._stored_at = time.monotonic()


def _count(document: File, pages: Sequence[Page], passage_count: int) -> None:
    document.ready_page_count += len(pages)
    document.unrecognised_page_count += sum(page.layer is TextLayer.NEEDS_RECOGNITION for page in pages)
    document.passage_count += passage_count


def _page_row(document: File, page: Page, told: str) -> dict[str, Any]:
    return {
        "file_id": document.id,
        "number": page.number,
        "label": page.label.replace("\x00", ""),
        "layer": page.layer,
        "width": page.width,
        "height": page.height,
        "content": told,
    }


def _passage_row(document: File, ordinal: int, passage: Passage) -> dict[str, Any]:
    return {
        "tenant_id": document.tenant_id,
        "file_id": document.id,
        "ordinal": ordinal,
        "kind": passage.kind,
        "page": passage.page,
        "content": passage_to_json(passage),
        "length": len(passage.words),
        "lemmas": terms_vector(index_terms(passage)),
    }
