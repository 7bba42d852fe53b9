"""What the routes of this room are handed."""

from typing import Annotated

from fastapi import Depends, Request

from spravka.auth.access import TenantCaller
from spravka.documents.assistant import DocumentAssistant
from spravka.tenants.access import require_mode
from spravka.tenants.tables import ModeName
from spravka.web.dependencies import ResourcesDep


def get_document_assistant(request: Request, resources: ResourcesDep) -> DocumentAssistant:
    """The request's parts with the memory that the app opened."""
    return DocumentAssistant(resources, request.app.state.document_memory)


DocumentAssistantDep = Annotated[DocumentAssistant, Depends(get_document_assistant)]
DocumentsCallerDep = Annotated[TenantCaller, Depends(require_mode(ModeName.DOCUMENTS))]
