"""Who makes a request, and the gates a route may put before itself.

A route names the least it needs by the type of its caller: ``CallerDep`` (anybody signed in, API keys too),
``UserCallerDep`` (a person), ``TenantCallerDep`` (whoever has a tenant), ``ExpertDep``, ``TenantAdminDep``,
``PlatformAdminDep``. The tenant is the token's or the key's; nothing else in a request can name it.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import APIKeyHeader, OAuth2PasswordBearer
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from spravka.auth import queries
from spravka.auth.credentials import access_tokens, random_keys
from spravka.auth.errors import (
    NotSignedIn,
    PlatformAdminRequired,
    RoleRequired,
    TenantRequired,
    UserRequired,
)
from spravka.auth.settings import AuthSettings
from spravka.auth.tables import ApiKey, Role
from spravka.queue.limiting import AttemptCounter
from spravka.web.dependencies import SessionDep

TOKEN_URL = "/api/v1/auth/token"  # noqa: S105 (an address)
KEY_USE_NOTED_EVERY = timedelta(minutes=1)
RANKS = (Role.MEMBER, Role.EXPERT, Role.ADMIN)
"""Each role may do what the ones before it may."""

token_scheme = OAuth2PasswordBearer(
    tokenUrl=TOKEN_URL,
    refreshUrl=TOKEN_URL,
    scheme_name="OAuth2",
    description="Sign in with e-mail and password.",
    auto_error=False,
)
key_scheme = APIKeyHeader(
    name="X-API-Key",
    scheme_name="ApiKey",
    description="A key of a tenant, for machines. It may also be sent as a Bearer token.",
    auto_error=False,
)


@dataclass(frozen=True, kw_only=True)
class Caller:
    """Whoever makes a request: a user by a sign-in, or a machine by an API key."""

    user_id: int | None = None
    api_key_id: int | None = None
    sign_in_id: uuid.UUID | None = None
    tenant_id: int | None = None
    role: Role | None = None
    is_platform_admin: bool = False


@dataclass(frozen=True, kw_only=True)
class UserCaller(Caller):
    """A person."""

    user_id: int
    sign_in_id: uuid.UUID


@dataclass(frozen=True, kw_only=True)
class TenantCaller(Caller):
    """Somebody with a tenant: a member of it (``user_id``), or a machine with one of its keys (``api_key_id``)."""

    tenant_id: int
    role: Role


def auth_settings(request: Request) -> AuthSettings:
    """The settings of this room."""
    settings: AuthSettings = request.app.state.settings.auth
    return settings


def attempt_counter(request: Request) -> AttemptCounter:
    """The counter of failed sign-ins that the app opened."""
    counter: AttemptCounter = request.app.state.attempts
    return counter


def client_address(request: Request) -> str:
    """The network address a request comes from, as the server was told it."""
    return request.client.host if request.client else "unknown"


def current_time() -> datetime:
    """Now, as requests see it."""
    return datetime.now(UTC)


AuthSettingsDep = Annotated[AuthSettings, Depends(auth_settings)]
AttemptCounterDep = Annotated[AttemptCounter, Depends(attempt_counter)]
ClientAddressDep = Annotated[str, Depends(client_address)]
NowDep = Annotated[datetime, Depends(current_time)]


def identify(
    session: SessionDep,
    settings: AuthSettingsDep,
    now: NowDep,
    token: Annotated[str | None, Depends(token_scheme)],
    key: Annotated[str | None, Depends(key_scheme)],
) -> Caller:
    """The caller; raises :class:`NotSignedIn`."""
    shown = key or token
    if not shown:
        raise NotSignedIn
    if key or random_keys.is_api_key(shown):
        return caller_of_key(session, shown, now)
    return caller_of_token(session, shown, settings.secret.get_secret_value(), now)


def caller_of_token(session: Session, token: str, secret: str, now: datetime) -> Caller:
    """The user an access token speaks for, if his sign-in lives and he still belongs to the token's tenant."""
    claims = access_tokens.read(token, secret)
    if claims is None:
        raise NotSignedIn
    found = queries.find_signed_in_user(session, claims.user_id, claims.sign_in_id, claims.tenant_id, now)
    if found is None or found.tenant_id != claims.tenant_id:
        raise NotSignedIn
    return Caller(
        user_id=found.user_id,
        sign_in_id=claims.sign_in_id,
        tenant_id=found.tenant_id,
        role=found.role,
        is_platform_admin=found.is_platform_admin,
    )


def caller_of_key(session: Session, key: str, now: datetime) -> Caller:
    """The machine an API key stands for: a member of the key's tenant, who manages nothing."""
    found = queries.find_usable_key(session, random_keys.hash_key(key))
    if found is None:
        raise NotSignedIn
    if found.last_used_at is None or found.last_used_at < now - KEY_USE_NOTED_EVERY:
        _note_use(session, found.api_key_id, now)
    return Caller(api_key_id=found.api_key_id, tenant_id=found.tenant_id, role=Role.MEMBER)


def _note_use(session: Session, api_key_id: int, now: datetime) -> None:
    """Remember that the key was used; requests of the same moment do not wait for each other."""
    free = select(ApiKey.id).where(ApiKey.id == api_key_id).with_for_update(skip_locked=True)
    session.execute(update(ApiKey).where(ApiKey.id.in_(free)).values(last_used_at=now))


CallerDep = Annotated[Caller, Depends(identify)]


def require_user(caller: CallerDep) -> UserCaller:
    """Raises :class:`UserRequired`."""
    if caller.user_id is None or caller.sign_in_id is None:
        raise UserRequired
    return UserCaller(**vars(caller))


def require_tenant(caller: CallerDep) -> TenantCaller:
    """Raises :class:`TenantRequired`."""
    if caller.tenant_id is None or caller.role is None:
        raise TenantRequired
    return TenantCaller(**vars(caller))


TenantCallerDep = Annotated[TenantCaller, Depends(require_tenant)]


def require_role(least: Role) -> Callable[[TenantCaller], TenantCaller]:
    """A gate that lets through who has at least that role in his tenant; raises :class:`RoleRequired`."""

    def gate(caller: TenantCallerDep) -> TenantCaller:
        if not _includes(caller.role, least):
            raise RoleRequired(least.value)
        return caller

    return gate


def _includes(role: Role, least: Role) -> bool:
    return RANKS.index(role) >= RANKS.index(least)


def require_platform_admin(caller: CallerDep) -> Caller:
    """Raises :class:`PlatformAdminRequired`."""
    if not caller.is_platform_admin:
        raise PlatformAdminRequired
    return caller


UserCallerDep = Annotated[UserCaller, Depends(require_user)]
ExpertDep = Annotated[TenantCaller, Depends(require_role(Role.EXPERT))]
TenantAdminDep = Annotated[TenantCaller, Depends(require_role(Role.ADMIN))]
PlatformAdminDep = Annotated[Caller, Depends(require_platform_admin)]
