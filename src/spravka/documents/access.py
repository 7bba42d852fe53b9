"""What the routes of this room are handed."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Request, UploadFile
from fastapi.concurrency import run_in_threadpool

from spravka.auth.access import TenantCaller
from spravka.documents.assistant import DocumentAssistant
from spravka.documents.settings import DocumentsSettings
from spravka.tenants.access import require_mode
from spravka.tenants.tables import ModeName
from spravka.web.dependencies import ResourcesDep, SessionDep
from spravka.web.uploads import files_of

FILES = "files"


def get_document_assistant(request: Request, resources: ResourcesDep) -> DocumentAssistant:
    """The request's parts with the memory that the app opened."""
    return DocumentAssistant(resources, request.app.state.document_memory)


def get_documents_settings(request: Request) -> DocumentsSettings:
    settings: DocumentsSettings = request.app.state.settings.documents
    return settings


DocumentAssistantDep = Annotated[DocumentAssistant, Depends(get_document_assistant)]
DocumentsCallerDep = Annotated[TenantCaller, Depends(require_mode(ModeName.DOCUMENTS))]
DocumentsSettingsDep = Annotated[DocumentsSettings, Depends(get_documents_settings)]


async def get_uploaded_files(
    request: Request, session: SessionDep, _caller: DocumentsCallerDep, settings: DocumentsSettingsDep
) -> AsyncIterator[list[UploadFile]]:
    """The files of the request while its route works; of a stranger none is received.

    They may be on their way for minutes: the transaction in which the caller was found ends before.
    """
    await run_in_threadpool(session.commit)
    async with files_of(request, FILES, settings.upload_files) as files:
        yield files


UploadedFilesDep = Annotated[list[UploadFile], Depends(get_uploaded_files, scope="function")]
