"""Documents, folders and pages over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, File, Header, Path, Query, Response, UploadFile, status

from spravka.documents import changing, filing, queries, removing, showing, uploading
from spravka.documents.access import DocumentAssistantDep, DocumentsCallerDep
from spravka.documents.errors import (
    DocumentNotFound,
    DocumentOfSomebodyElse,
    FolderExists,
    FolderInsideItself,
    FolderNotEmpty,
    FolderNotFound,
    PageNotReady,
)
from spravka.documents.schemas import (
    DocumentChange,
    DocumentOut,
    FolderChange,
    FolderOut,
    NewFolder,
    PageOut,
    ReceivedOut,
)
from spravka.documents.tables import FileStatus
from spravka.files.store import FileTooLarge
from spravka.pages.errors import PageNotFound, UnknownFormat
from spravka.tenants.access import require_mode
from spravka.tenants.tables import ModeName
from spravka.web.dependencies import ResourcesDep, SessionDep
from spravka.web.documented import Responses, documented
from spravka.web.fields import Id
from spravka.web.pages import Page, PageRequestDep, to_page
from spravka.web.uploads import chunks_of, file_name_of, upload_limit_bytes

router = APIRouter(tags=["documents"], dependencies=[Depends(require_mode(ModeName.DOCUMENTS))])

UploadLimitDep = Annotated[int, Depends(upload_limit_bytes)]
PageNumber = Annotated[int, Path(ge=1, le=10_000_000, description="Counted from 1 in the file")]
MIN_WIDTH, USUAL_WIDTH, MAX_WIDTH = 50, 1_000, 2_400
IMAGE: Responses = {200: {"content": {"image/png": {}}}, 304: {"description": "The picture named is the newest"}}
PICTURE_CACHING = "private, max-age=86400"


@router.get("/documents")
def list_documents(
    session: SessionDep,
    caller: DocumentsCallerDep,
    page: PageRequestDep,
    folder_id: Annotated[Id | None, Query(description="Only documents that lie in this folder itself")] = None,
    status: Annotated[FileStatus | None, Query(description="Only documents in this status")] = None,
    search: Annotated[str | None, Query(max_length=200, description="Only documents with this in their name")] = None,
) -> Page[DocumentOut]:
    """The tenant's documents, newest first, and how far each is."""
    if folder_id is not None:
        queries.get_folder(session, caller.tenant_id, folder_id)
    found = queries.list_documents(
        session,
        caller.tenant_id,
        folder_id=folder_id,
        status=status,
        search=search,
        before=page.after,
        limit=page.limit + 1,
    )
    shown, next_after = to_page(found, page, key=lambda document: document.id)
    return Page(entries=[DocumentOut.of(document) for document in shown], next_after=next_after)


@router.post(
    "/documents",
    status_code=status.HTTP_201_CREATED,
    responses=documented(UnknownFormat, FileTooLarge, FolderNotFound)
    | {200: {"description": "Nothing new: the tenant has all of it", "model": list[ReceivedOut]}},
)
def upload_documents(
    resources: ResourcesDep,
    caller: DocumentsCallerDep,
    limit_bytes: UploadLimitDep,
    response: Response,
    files: Annotated[
        list[UploadFile], File(description="PDF, DOCX, XLSX, PPTX, TXT, MD, HTML or images; one or many", min_length=1)
    ],
    folder_id: Annotated[Id | None, Query(description="Where they are to lie")] = None,
) -> list[ReceivedOut]:
    """Upload documents; each is read in the background, and may be asked from its first pages on. What becomes of each
    file is told by itself; a problem is answered where none could be taken. Content that the tenant has already makes
    no second document."""
    uploads = [uploading.Upload(file_name_of(file), chunks_of(file), folder_id) for file in files]
    received = uploading.receive_documents(resources, caller, uploads, limit_bytes)
    if not any(one.is_new for one in received):
        response.status_code = status.HTTP_200_OK
    return received


@router.get("/documents/{document_id}", responses=documented(DocumentNotFound))
def get_document(session: SessionDep, caller: DocumentsCallerDep, document_id: Id) -> DocumentOut:
    """A document, and how far it is."""
    return DocumentOut.of(queries.get_document(session, caller.tenant_id, document_id))


@router.patch(
    "/documents/{document_id}", responses=documented(DocumentNotFound, FolderNotFound, DocumentOfSomebodyElse)
)
def change_document(
    session: SessionDep, caller: DocumentsCallerDep, document_id: Id, change: DocumentChange
) -> DocumentOut:
    """Rename a document of yours, or move it to another folder; admins change everybody's."""
    return DocumentOut.of(changing.change_document(session, caller, document_id, change))


@router.delete(
    "/documents/{document_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=documented(DocumentNotFound, DocumentOfSomebodyElse),
)
def delete_document(session: SessionDep, resources: ResourcesDep, caller: DocumentsCallerDep, document_id: Id) -> None:
    """Delete a document of yours with everything that was read of it; admins delete everybody's. Answers that were
    given from it stay in their chats."""
    removing.delete_document(session, resources.queues, caller, document_id)


@router.post(
    "/documents/{document_id}/indexing",
    status_code=status.HTTP_202_ACCEPTED,
    responses=documented(DocumentNotFound, DocumentOfSomebodyElse),
)
def index_document(
    session: SessionDep, resources: ResourcesDep, caller: DocumentsCallerDep, document_id: Id
) -> DocumentOut:
    """Read a document of yours anew, from its first page; admins have everybody's read."""
    return DocumentOut.of(changing.index_again(session, resources.queues, caller, document_id))


@router.get(
    "/documents/{document_id}/pages/{page_number}", responses=documented(DocumentNotFound, PageNotFound, PageNotReady)
)
def get_page(session: SessionDep, caller: DocumentsCallerDep, document_id: Id, page_number: PageNumber) -> PageOut:
    """The words of a page, with a box each."""
    return PageOut.of(showing.read_page(session, caller.tenant_id, document_id, page_number))


def name_picture(
    session: SessionDep,
    caller: DocumentsCallerDep,
    document_id: Id,
    page_number: PageNumber,
    width: Annotated[
        int, Query(ge=MIN_WIDTH, le=MAX_WIDTH, description="Pixels from the left to the right")
    ] = USUAL_WIDTH,
) -> tuple[str, int]:
    """The picture's tag and its width; the session ends before anything is drawn."""
    return showing.picture_tag(session, caller.tenant_id, document_id, page_number, width), width


@router.get(
    "/documents/{document_id}/pages/{page_number}/image",
    response_class=Response,
    responses=documented(DocumentNotFound, PageNotFound, PageNotReady) | IMAGE,
)
def get_page_image(
    assistant: DocumentAssistantDep,
    caller: DocumentsCallerDep,
    document_id: Id,
    page_number: PageNumber,
    named: Annotated[tuple[str, int], Depends(name_picture)],
    if_none_match: Annotated[str | None, Header(max_length=2_000)] = None,
) -> Response:
    """The page as PNG, for a viewer that draws boxes over it: a box's points times `width` over the page's width."""
    tag, width_pixels = named
    headers = {"ETag": tag, "Cache-Control": PICTURE_CACHING}
    if if_none_match is not None and tag in if_none_match:
        return Response(status_code=status.HTTP_304_NOT_MODIFIED, headers=headers)
    picture = showing.draw_page(assistant, caller.tenant_id, document_id, page_number, width_pixels)
    return Response(picture, media_type="image/png", headers=headers)


@router.get("/folders")
def list_folders(
    session: SessionDep,
    caller: DocumentsCallerDep,
    page: PageRequestDep,
    parent_id: Annotated[Id | None, Query(description="Only folders inside this one")] = None,
) -> Page[FolderOut]:
    """The tenant's folders; `parent_id` makes the tree."""
    if parent_id is not None:
        queries.get_folder(session, caller.tenant_id, parent_id)
    found = queries.list_folders(session, caller.tenant_id, parent_id=parent_id, after=page.after, limit=page.limit + 1)
    shown, next_after = to_page(found, page, key=lambda folder: folder.id)
    return Page(entries=[FolderOut.model_validate(folder) for folder in shown], next_after=next_after)


@router.post("/folders", status_code=status.HTTP_201_CREATED, responses=documented(FolderExists, FolderNotFound))
def make_folder(session: SessionDep, caller: DocumentsCallerDep, new: NewFolder) -> FolderOut:
    """A new folder."""
    return FolderOut.model_validate(filing.make_folder(session, caller.tenant_id, new))


@router.patch("/folders/{folder_id}", responses=documented(FolderNotFound, FolderExists, FolderInsideItself))
def change_folder(session: SessionDep, caller: DocumentsCallerDep, folder_id: Id, change: FolderChange) -> FolderOut:
    """Rename a folder, or move it with all that is in it."""
    return FolderOut.model_validate(filing.change_folder(session, caller.tenant_id, folder_id, change))


@router.delete(
    "/folders/{folder_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=documented(FolderNotFound, FolderNotEmpty),
)
def delete_folder(session: SessionDep, caller: DocumentsCallerDep, folder_id: Id) -> None:
    """Delete an empty folder."""
    filing.delete_folder(session, caller.tenant_id, folder_id)
