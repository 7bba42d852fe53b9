"""What is read of tenants, their modes, their users and their prompts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from spravka.auth.tables import Role, User, UserTenant
from spravka.tenants.errors import PromptNotFound, TenantNotFound
from spravka.tenants.tables import Mode, ModeName, ModeTenant, Prompt, Tenant


@dataclass(frozen=True)
class Member:
    """A user as his tenant sees him."""

    user_id: int
    email: str
    full_name: str | None
    role: Role
    is_active: bool
    joined_at: datetime


def has_mode(session: Session, tenant_id: int, mode: ModeName) -> bool:
    """True where the tenant has the service switched on."""
    is_on = exists().where(ModeTenant.tenant_id == tenant_id, ModeTenant.mode_id == Mode.id, Mode.name == mode)
    return bool(session.scalar(select(is_on)))


def get_tenant(session: Session, tenant_id: int) -> Tenant:
    """Raises :class:`TenantNotFound`."""
    tenant = session.get(Tenant, tenant_id)
    if tenant is None:
        raise TenantNotFound(tenant_id)
    return tenant


def find_tenant_by_slug(session: Session, slug: str) -> Tenant | None:
    return session.scalar(select(Tenant).where(Tenant.slug == slug))


def list_tenants(session: Session, after: int | None, limit: int) -> Sequence[Tenant]:
    """Tenants in the order they were made; one more than ``limit``."""
    return session.scalars(select(Tenant).where(Tenant.id > (after or 0)).order_by(Tenant.id).limit(limit + 1)).all()


def lock_tenant(session: Session, tenant_id: int) -> None:
    """Let no other transaction change who belongs to the tenant until this one ends."""
    session.execute(select(Tenant.id).where(Tenant.id == tenant_id).with_for_update(key_share=True))


def list_modes(session: Session, tenant_id: int) -> Sequence[ModeName]:
    """The services a tenant has switched on, by name."""
    return session.scalars(
        select(Mode.name)
        .join(ModeTenant, ModeTenant.mode_id == Mode.id)
        .where(ModeTenant.tenant_id == tenant_id)
        .order_by(Mode.name)
    ).all()


def list_members(session: Session, tenant_id: int, after: int | None, limit: int) -> Sequence[Member]:
    """A tenant's users, by id; one more than ``limit``."""
    rows = session.execute(
        select(User, UserTenant)
        .join(UserTenant, UserTenant.user_id == User.id)
        .where(UserTenant.tenant_id == tenant_id, User.id > (after or 0))
        .order_by(User.id)
        .limit(limit + 1)
    )
    return [member_of(user, place) for user, place in rows]


def member_of(user: User, place: UserTenant) -> Member:
    """The two rows as one."""
    return Member(user.id, user.email, user.full_name, place.role, user.is_active, place.created_at)


def find_place(session: Session, tenant_id: int, user_id: int) -> UserTenant | None:
    """The user's place in the tenant."""
    return session.get(UserTenant, (user_id, tenant_id))


def count_other_admins(session: Session, tenant_id: int, user_id: int) -> int:
    """How many active admins the tenant has besides that user."""
    return (
        session.scalar(
            select(func.count())
            .select_from(UserTenant)
            .join(User, User.id == UserTenant.user_id)
            .where(UserTenant.tenant_id == tenant_id, UserTenant.role == Role.ADMIN)
            .where(UserTenant.user_id != user_id, User.is_active)
        )
        or 0
    )


def list_prompts(
    session: Session, tenant_id: int, table_name: str | None, after: int | None, limit: int
) -> Sequence[Prompt]:
    """A tenant's prompts, all versions, in the order they were made; one more than ``limit``."""
    query = select(Prompt).where(Prompt.tenant_id == tenant_id, Prompt.id > (after or 0))
    if table_name is not None:
        query = query.where(Prompt.table_name == table_name)
    return session.scalars(query.order_by(Prompt.id).limit(limit + 1)).all()


def get_prompt(session: Session, tenant_id: int, prompt_id: int) -> Prompt:
    """Raises :class:`PromptNotFound`, also for another tenant's prompt."""
    prompt = session.scalar(select(Prompt).where(Prompt.tenant_id == tenant_id, Prompt.id == prompt_id))
    if prompt is None:
        raise PromptNotFound(prompt_id)
    return prompt


def count_versions(session: Session, tenant_id: int, table_name: str) -> int:
    """How many versions of the prompt for a table there are; the newest has that number."""
    newest = select(func.max(Prompt.version)).where(Prompt.tenant_id == tenant_id, Prompt.table_name == table_name)
    return session.scalar(newest) or 0
