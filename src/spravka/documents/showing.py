"""Pages as they are shown: words with boxes, and pictures."""

from sqlalchemy.orm import Session

from spravka.documents import queries
from spravka.documents.assistant import DocumentAssistant
from spravka.documents.errors import PageNotReady
from spravka.documents.tables import File
from spravka.pages.errors import PageNotFound
from spravka.pages.images import render_page
from spravka.pages.page import Page


def read_page(session: Session, tenant_id: int, document_id: int, page_number: int) -> Page:
    """A page with its words; raises :class:`PageNotFound`, :class:`PageNotReady`."""
    document = queries.get_document(session, tenant_id, document_id)
    page = queries.find_page(session, tenant_id, document_id, page_number)
    if page is None:
        raise _missing(document, page_number)
    return Page.from_json(page.content)


def picture_tag(session: Session, tenant_id: int, document_id: int, page_number: int, width_pixels: int) -> str:
    """What names a picture of a page for ever: the same content drawn to the same width is the same picture."""
    document = queries.get_document(session, tenant_id, document_id)
    if page_number > document.ready_page_count:
        raise _missing(document, page_number)
    return f'"{document.content_hash}-{page_number}-{width_pixels}"'


def draw_page(
    assistant: DocumentAssistant, tenant_id: int, document_id: int, page_number: int, width_pixels: int
) -> bytes:
    """The page as PNG; raises the problems of :mod:`spravka.pages.errors`."""
    resources = assistant.resources
    with resources.sessions() as session:
        document = queries.get_document(session, tenant_id, document_id)
    path = resources.documents.path(document.content_hash)
    with assistant.memory.rendering:
        return render_page(path, document.content_type, page_number, width_pixels, resources.reading_limits)


def _missing(document: File, page_number: int) -> PageNotFound | PageNotReady:
    is_beyond = document.page_count is not None and page_number > document.page_count
    if is_beyond or document.status.is_settled:
        return PageNotFound(page_number)
    return PageNotReady(page_number, document.ready_page_count)
