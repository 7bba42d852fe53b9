"""What is read of users, their places in tenants, sign-ins, API keys and the record of what was done."""

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, Boolean, String, and_, column, func, select, table
from sqlalchemy.orm import Session

from spravka.auth.errors import ApiKeyNotFound, UserNotFound
from spravka.auth.tables import ApiKey, AuditEvent, Role, SignIn, User, UserTenant

tenant = table(
    "tenant",
    column("id", BigInteger),
    column("slug", String),
    column("name", String),
    column("is_active", Boolean),
)
"""Tenants as far as sign-in needs them; the table itself belongs to the room above."""


@dataclass(frozen=True)
class SignedInUser:
    """A user with a live sign-in; ``tenant_id`` and ``role`` where he is a member of the tenant asked for."""

    user_id: int
    is_platform_admin: bool
    tenant_id: int | None
    role: Role | None


@dataclass(frozen=True)
class UsableKey:
    """An API key that is not revoked, of a tenant that is active."""

    api_key_id: int
    tenant_id: int
    last_used_at: datetime | None


@dataclass(frozen=True)
class Membership:
    """A user's place in an active tenant."""

    tenant_id: int
    slug: str
    name: str
    role: Role


@dataclass(frozen=True)
class AuditFilter:
    """Which events are asked for: of whom, and of when; ``until`` itself is not among them. None is any."""

    user_id: int | None = None
    api_key_id: int | None = None
    since: datetime | None = None
    until: datetime | None = None


def find_signed_in_user(
    session: Session, user_id: int, sign_in_id: uuid.UUID, tenant_id: int | None, now: datetime
) -> SignedInUser | None:
    """The user behind an access token, if the sign-in lives and he is active: one query."""
    is_member = and_(UserTenant.user_id == User.id, UserTenant.tenant_id == tenant_id)
    row = session.execute(
        select(User.id, User.is_platform_admin, tenant.c.id.label("tenant_id"), UserTenant.role)
        .join(SignIn, SignIn.user_id == User.id)
        .outerjoin(UserTenant, is_member)
        .outerjoin(tenant, and_(tenant.c.id == UserTenant.tenant_id, tenant.c.is_active))
        .where(SignIn.id == sign_in_id, SignIn.ended_at.is_(None), SignIn.expires_at > now)
        .where(User.id == user_id, User.is_active)
    ).one_or_none()
    return None if row is None else SignedInUser(row.id, row.is_platform_admin, row.tenant_id, row.role)


def find_usable_key(session: Session, key_hash: str) -> UsableKey | None:
    """The API key with that hash, if it is not revoked and its tenant is active: one query."""
    row = session.execute(
        select(ApiKey.id, ApiKey.tenant_id, ApiKey.last_used_at)
        .join(tenant, and_(tenant.c.id == ApiKey.tenant_id, tenant.c.is_active))
        .where(ApiKey.key_hash == key_hash, ApiKey.revoked_at.is_(None))
    ).one_or_none()
    return None if row is None else UsableKey(row.id, row.tenant_id, row.last_used_at)


def find_user_by_email(session: Session, email: str) -> User | None:
    """The user who signs in with ``email``, in whatever case it is written."""
    return session.scalar(select(User).where(func.lower(User.email) == email.strip().lower()))


def get_user(session: Session, user_id: int) -> User:
    """Raises :class:`UserNotFound`."""
    user = session.get(User, user_id)
    if user is None:
        raise UserNotFound(user_id)
    return user


def list_users(session: Session, after: int | None, limit: int) -> Sequence[User]:
    """Users of the whole platform in the order they were made; one more than ``limit``."""
    query = select(User).where(User.id > (after or 0)).order_by(User.id).limit(limit + 1)
    return session.scalars(query).all()


def lock_active_platform_admins(session: Session) -> Sequence[int]:
    """The ids of the active platform admins, none of whom can cease to be one until the transaction ends."""
    query = select(User.id).where(User.is_platform_admin, User.is_active).with_for_update()
    return session.scalars(query).all()


def list_memberships(session: Session, user_id: int) -> Sequence[Membership]:
    """A user's places in active tenants, the first joined first."""
    rows = session.execute(
        select(tenant.c.id, tenant.c.slug, tenant.c.name, UserTenant.role)
        .join(UserTenant, UserTenant.tenant_id == tenant.c.id)
        .where(UserTenant.user_id == user_id, tenant.c.is_active)
        .order_by(UserTenant.created_at, tenant.c.id)
    )
    return [Membership(row.id, row.slug, row.name, row.role) for row in rows]


def lock_sign_in(session: Session, sign_in_id: uuid.UUID) -> SignIn | None:
    """The sign-in, which nobody else can change until the transaction ends."""
    return session.get(SignIn, sign_in_id, with_for_update=True)


def list_api_keys(session: Session, tenant_id: int, after: int | None, limit: int) -> Sequence[ApiKey]:
    """A tenant's API keys in the order they were made, the revoked too; one more than ``limit``."""
    query = select(ApiKey).where(ApiKey.tenant_id == tenant_id, ApiKey.id > (after or 0))
    return session.scalars(query.order_by(ApiKey.id).limit(limit + 1)).all()


def get_api_key(session: Session, tenant_id: int, api_key_id: int) -> ApiKey:
    """Raises :class:`ApiKeyNotFound`, also for another tenant's key."""
    query = select(ApiKey).where(ApiKey.tenant_id == tenant_id, ApiKey.id == api_key_id)
    api_key = session.scalar(query)
    if api_key is None:
        raise ApiKeyNotFound(api_key_id)
    return api_key


def list_audit_events(
    session: Session, tenant_id: int, after: int | None, limit: int, wanted: AuditFilter
) -> Sequence[AuditEvent]:
    """What was done in a tenant, the newest first; one more than ``limit``."""
    query = select(AuditEvent).where(AuditEvent.tenant_id == tenant_id)
    if after is not None:
        query = query.where(AuditEvent.id < after)
    if wanted.user_id is not None:
        query = query.where(AuditEvent.user_id == wanted.user_id)
    if wanted.api_key_id is not None:
        query = query.where(AuditEvent.api_key_id == wanted.api_key_id)
    if wanted.since is not None:
        query = query.where(AuditEvent.created_at >= wanted.since)
    if wanted.until is not None:
        query = query.where(AuditEvent.created_at < wanted.until)
    return session.scalars(query.order_by(AuditEvent.id.desc()).limit(limit + 1)).all()


def is_known_in(session: Session, tenant_id: int, user_id: int) -> bool:
    """Whether a person belongs to the tenant, or has done something in it."""
    is_member = select(UserTenant.user_id).where(UserTenant.tenant_id == tenant_id, UserTenant.user_id == user_id)
    has_acted = select(AuditEvent.id).where(AuditEvent.tenant_id == tenant_id, AuditEvent.user_id == user_id)
    return bool(session.scalar(select(is_member.exists() | has_acted.exists())))


def find_user_names(session: Session, user_ids: Collection[int]) -> dict[int, str]:
    """What people are called: their full names, where they have none their e-mails; the unknown are left out."""
    named = select(User.id, func.coalesce(User.full_name, User.email).label("name")).where(User.id.in_(user_ids))
    return {row.id: row.name for row in session.execute(named)}
