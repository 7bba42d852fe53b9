"""Gates of this room: a chat is a person's, in a tenant."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends

from spravka.auth.access import TenantCaller, TenantCallerDep, UserCallerDep


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
