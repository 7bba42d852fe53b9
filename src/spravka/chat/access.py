"""Gates of this room: a chat is a person's, in a tenant."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends

from spravka.auth.access import TenantCaller, TenantCallerDep, UserCallerDep
from spravka.chat.assistants import Assistants
from spravka.database_assistant.access import AssistantDep
from spravka.documents.access import DocumentAssistantDep


@dataclass(frozen=True)
class Talker:
    """A person who talks in his tenant."""

    caller: TenantCaller
    tenant_id: int
    user_id: int


def require_talker(caller: TenantCallerDep, user: UserCallerDep) -> Talker:
    """Raises :class:`UserRequired` for a machine: it asks by ``questions``, which keep no chat."""
    return Talker(caller, caller.tenant_id, user.user_id)


TalkerDep = Annotated[Talker, Depends(require_talker)]


def get_assistants(databases: AssistantDep, documents: DocumentAssistantDep) -> Assistants:
    """The services that are talked to."""
    return Assistants(databases, documents)


AssistantsDep = Annotated[Assistants, Depends(get_assistants)]
