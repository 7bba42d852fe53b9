"""Pages as they are shown: words with boxes, and pictures."""

from sqlalchemy.orm import Session

from spravka.documents import queries
from spravka.documents.assistant import DocumentAssistant
from spravka.documents.errors import PageNotReady, PageWithoutPicture
from spravka.documents.pictures import PictureName, has_pictures, open_pictures
from spravka.documents.removing import is_content_used
from spravka.documents.tables import File
from spravka.errors import LimitExceeded, Rejected
from spravka.pages.errors import PageNotFound
from spravka.pages.images import render_page
from spravka.pages.kinds import SUFFIXES
from spravka.pages.page import Page


def read_page(session: Session, tenant_id: int, document_id: int, page_number: int) -> Page:
    """A page with its words; raises :class:`PageNotFound`, :class:`PageNotReady`."""
    document = queries.get_document(session, tenant_id, document_id)
    page = queries.find_page(session, tenant_id, document_id, page_number)
    if page is None:
        raise _missing(document, page_number)
    return Page.from_json(page.content)


def name_picture(
    session: Session, tenant_id: int, document_id: int, page_number: int, width_pixels: int
) -> PictureName:
    """What names a picture of a page for ever. Raises :class:`PageNotFound`, :class:`PageNotReady`, and
    :class:`PageWithoutPicture` for documents that have no pages of paper."""
    document = queries.get_document(session, tenant_id, document_id)
    if page_number > document.ready_page_count:
        raise _missing(document, page_number)
    if not has_pictures(document.content_type):
        raise PageWithoutPicture(page_number, "documents of this kind have no pages of paper")
    return PictureName(document.content_hash, page_number, width_pixels)


def draw_page(assistant: DocumentAssistant, tenant_id: int, document_id: int, name: PictureName) -> bytes:
    """The page as PNG, kept for the next who asks."""
    resources = assistant.resources
    with resources.sessions() as session:
        media_type = queries.get_document(session, tenant_id, document_id).content_type
    picture = _draw(assistant, name, media_type)
    pictures = open_pictures(resources)
    pictures.keep(name, picture)
    with resources.sessions() as session:
        if not is_content_used(session, name.content_hash):  # deleted while it was drawn
            pictures.remove(name.content_hash)
    return picture


def file_name(document: File) -> str:
    """The document's name as that of a file: with the ending of its kind, though people have renamed it."""
    suffixes = SUFFIXES.get(document.content_type, ())
    if not suffixes or document.name.lower().endswith(suffixes):
        return document.name
    return f"{document.name}{suffixes[0]}"


def _draw(assistant: DocumentAssistant, name: PictureName, media_type: str) -> bytes:
    resources = assistant.resources
    path = resources.documents.path(name.content_hash)
    try:
        return render_page(path, media_type, name.page_number, name.width_pixels, resources.reading_limits)
    except (Rejected, LimitExceeded) as problem:
        raise PageWithoutPicture(name.page_number, problem.title) from problem


def _missing(document: File, page_number: int) -> PageNotFound | PageNotReady:
    is_beyond = document.page_count is not None and page_number > document.page_count
    if is_beyond or document.status.is_settled:
        return PageNotFound(page_number)
    return PageNotReady(page_number, document.ready_page_count)
