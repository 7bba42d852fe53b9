"""What the routes of this room are handed."""

from typing import Annotated

from fastapi import Depends, Request

from spravka.auth.access import TenantCaller
from spravka.database_assistant.assistant import Assistant
from spravka.tenants.access import require_mode
from spravka.tenants.tables import ModeName


def get_assistant(request: Request) -> Assistant:
    """The assistant that the app opened."""
    assistant: Assistant = request.app.state.assistant
    return assistant


AssistantDep = Annotated[Assistant, Depends(get_assistant)]
DatabasesCallerDep = Annotated[TenantCaller, Depends(require_mode(ModeName.DATABASES))]
