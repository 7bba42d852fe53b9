"""Documents, folders and pages over HTTP."""

from collections.abc import AsyncIterator
from functools import cache, partial
from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, Depends, Header, Path, Query, Response, status
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import FileResponse

from spravka.documents import changing, filing, finding, queries, removing, showing, uploading
from spravka.documents.access import (
    FILES,
    DocumentAssistantDep,
    DocumentsCallerDep,
    DocumentsSettingsDep,
    UploadedFilesDep,
)
from spravka.documents.errors import (
    DocumentNotFound,
    DocumentOfSomebodyElse,
    FolderExists,
    FolderHoldsOthersDocuments,
    FolderInsideItself,
    FolderNotEmpty,
    FolderNotFound,
    PageNotReady,
    PageWithoutPicture,
)
from spravka.documents.pictures import PictureName, open_pictures
from spravka.documents.schemas import (
    DocumentAbilitiesOut,
    DocumentChange,
    DocumentOut,
    FolderChange,
    FolderOut,
    FoundPlaceOut,
    FoundPlacesOut,
    NewFolder,
    PageOut,
    ReceivedOut,
)
from spravka.documents.tables import FileStatus
from spravka.files.store import DiskFull, FileMissing, FileTooLarge
from spravka.pages.errors import PageNotFound, UnknownFormat
from spravka.pages.recognition import find_recogniser
from spravka.tenants.access import require_mode
from spravka.tenants.tables import ModeName
from spravka.web.dependencies import ResourcesDep, SessionDep
from spravka.web.documented import Responses, documented
from spravka.web.fields import Id, Line
from spravka.web.pages import Page, PageRequestDep, to_page
from spravka.web.requests import RequestTooLarge
from spravka.web.uploads import TooManyFiles, chunks_of, file_name_of, files_form

router = APIRouter(tags=["documents"], dependencies=[Depends(require_mode(ModeName.DOCUMENTS))])

PageNumber = Annotated[int, Path(ge=1, le=10_000_000, description="Counted from 1 in the file")]
MIN_WIDTH, USUAL_WIDTH, MAX_WIDTH = 50, 1_000, 2_400
IMAGE: Responses = {200: {"content": {"image/png": {}}}, 304: {"description": "The picture named is the newest"}}
PICTURE_CACHING = "private, max-age=86400"


@cache
def can_recognise() -> bool:
    """Whether images are read on this machine; asked for once."""
    return find_recogniser() is not None


@router.get("/documents")
def list_documents(
    session: SessionDep,
    caller: DocumentsCallerDep,
    page: PageRequestDep,
    folder_id: Annotated[Id | None, Query(description="Only documents that lie in this folder itself")] = None,
    is_unfiled: Annotated[bool, Query(description="Only documents that lie in no folder")] = False,
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
        is_unfiled=is_unfiled,
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
    openapi_extra=files_form(FILES, "PDF, DOCX, XLSX, PPTX, TXT, MD, HTML or images; one or many"),
    responses=documented(UnknownFormat, FileTooLarge, RequestTooLarge, TooManyFiles, DiskFull, FolderNotFound)
    | {200: {"description": "Nothing new: the tenant has all of it", "model": list[ReceivedOut]}},
)
def upload_documents(
    resources: ResourcesDep,
    caller: DocumentsCallerDep,
    settings: DocumentsSettingsDep,
    response: Response,
    files: UploadedFilesDep,
    folder_id: Annotated[Id | None, Query(description="Where they are to lie")] = None,
) -> list[ReceivedOut]:
    """Upload documents; each is read in the background, and may be asked from its first pages on. What becomes of each
    file is told by itself; a problem is answered where none could be taken. Content that the tenant has already makes
    no second document."""
    uploads = [uploading.Upload(file_name_of(file), chunks_of(file), folder_id) for file in files]
    received = uploading.receive_documents(resources, caller, uploads, settings.file_megabytes << 20)
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
    "/documents/{document_id}/download",
    response_class=FileResponse,
    responses=documented(DocumentNotFound, FileMissing),
)
def download_document(
    session: SessionDep, resources: ResourcesDep, caller: DocumentsCallerDep, document_id: Id
) -> FileResponse:
    """The file as it was uploaded, under the document's present name."""
    document = queries.get_document(session, caller.tenant_id, document_id)
    path = resources.documents.path(document.content_hash)
    return FileResponse(path, media_type=document.content_type, filename=showing.file_name(document))


@router.get("/documents/{document_id}/places", responses=documented(DocumentNotFound))
def find_places(
    session: SessionDep,
    caller: DocumentsCallerDep,
    document_id: Id,
    text: Annotated[Line, Query(max_length=200, description="Words one after another; the last may be unfinished")],
) -> FoundPlacesOut:
    """Where words stand in a document, whatever their endings; only pages that are read are searched."""
    found = finding.find_places(session, caller.tenant_id, document_id, text)
    places = [FoundPlaceOut.of(place) for place in found]
    return FoundPlacesOut(places=places, is_cut=len(places) >= finding.MOST_PLACES)


@router.get("/document-abilities")
def get_document_abilities(
    resources: ResourcesDep, settings: DocumentsSettingsDep, _caller: DocumentsCallerDep
) -> DocumentAbilitiesOut:
    """Whether a language model answers here, whether scans are read, and how large a file may be."""
    return DocumentAbilitiesOut(
        has_llm=resources.llm is not None,
        recognises_images=can_recognise(),
        file_limit_bytes=settings.file_megabytes << 20,
    )


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
) -> PictureName:
    """Which picture is asked for; the session ends before anything is drawn."""
    return showing.name_picture(session, caller.tenant_id, document_id, page_number, width)


async def find_picture(
    assistant: DocumentAssistantDep,
    caller: DocumentsCallerDep,
    document_id: Id,
    name: Annotated[PictureName, Depends(name_picture)],
    if_none_match: Annotated[str | None, Header(max_length=2_000)] = None,
) -> AsyncIterator[bytes | None]:
    """The picture, drawn where it is not kept; None where the caller has it. Waiting for a turn to draw keeps no thread
    from other requests."""
    if if_none_match is not None and f'"{name}"' in if_none_match:
        yield None
        return
    picture = await run_in_threadpool(open_pictures(assistant.resources).find, name)
    if picture is None:
        draw = partial(showing.draw_page, assistant, caller.tenant_id, document_id, name)
        picture = await to_thread.run_sync(draw, limiter=assistant.memory.drawing)
    yield picture


@router.get(
    "/documents/{document_id}/pages/{page_number}/image",
    response_class=Response,
    responses=documented(DocumentNotFound, PageNotFound, PageNotReady, PageWithoutPicture) | IMAGE,
)
def get_page_image(
    name: Annotated[PictureName, Depends(name_picture)],
    picture: Annotated[bytes | None, Depends(find_picture, scope="function")],
) -> Response:
    """The page as PNG, for a viewer that draws boxes over it: a box's points times `width` over the page's width.
    Documents without pages of paper (DOCX, XLSX, PPTX, HTML, text) have none: show the words of the page."""
    headers = {"ETag": f'"{name}"', "Cache-Control": PICTURE_CACHING}
    if picture is None:
        return Response(status_code=status.HTTP_304_NOT_MODIFIED, headers=headers)
    return Response(picture, media_type="image/png", headers=headers)


@router.get("/folders")
def list_folders(
    session: SessionDep,
    caller: DocumentsCallerDep,
    page: PageRequestDep,
    parent_id: Annotated[Id | None, Query(description="Only folders inside this one")] = None,
) -> Page[FolderOut]:
    """The tenant's folders, and how much lies in each; `parent_id` makes the tree."""
    if parent_id is not None:
        queries.get_folder(session, caller.tenant_id, parent_id)
    found = queries.list_folders(session, caller.tenant_id, parent_id=parent_id, after=page.after, limit=page.limit + 1)
    shown, next_after = to_page(found, page, key=lambda folder: folder.id)
    counts = queries.count_in_folders(session, caller.tenant_id, [folder.id for folder in shown])
    return Page(entries=[FolderOut.of(folder, *counts[folder.id]) for folder in shown], next_after=next_after)


@router.post("/folders", status_code=status.HTTP_201_CREATED, responses=documented(FolderExists, FolderNotFound))
def make_folder(session: SessionDep, caller: DocumentsCallerDep, new: NewFolder) -> FolderOut:
    """A new folder."""
    return FolderOut.of(filing.make_folder(session, caller.tenant_id, new))


@router.patch("/folders/{folder_id}", responses=documented(FolderNotFound, FolderExists, FolderInsideItself))
def change_folder(session: SessionDep, caller: DocumentsCallerDep, folder_id: Id, change: FolderChange) -> FolderOut:
    """Rename a folder, or move it with all that is in it."""
    folder = filing.change_folder(session, caller.tenant_id, folder_id, change)
    return FolderOut.of(folder, *queries.count_in_folders(session, caller.tenant_id, [folder_id])[folder_id])


@router.delete(
    "/folders/{folder_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=documented(FolderNotFound, FolderNotEmpty, FolderHoldsOthersDocuments),
)
def delete_folder(
    session: SessionDep,
    resources: ResourcesDep,
    caller: DocumentsCallerDep,
    folder_id: Id,
    with_contents: Annotated[
        bool, Query(description="With all folders inside it and their documents, which must be yours; admins all")
    ] = False,
) -> None:
    """Delete an empty folder, or one with everything in it."""
    if with_contents:
        removing.delete_folder_with_contents(session, resources.queues, caller, folder_id)
    else:
        filing.delete_folder(session, caller.tenant_id, folder_id)
