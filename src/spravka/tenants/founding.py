"""Making tenants, changing them, switching their services on and off."""

from collections.abc import Iterable

from sqlalchemy import delete, literal, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from spravka.auth.access import Caller
from spravka.auth.auditing import record_in_tenant
from spravka.tenants.errors import SlugTaken
from spravka.tenants.schemas import NewTenant, TenantChange
from spravka.tenants.tables import Mode, ModeName, ModeTenant, Tenant


def create_tenant(session: Session, caller: Caller, new: NewTenant) -> Tenant:
    """A new tenant with its modes; raises :class:`SlugTaken`."""
    made = insert(Tenant).values(slug=new.slug, name=new.name).on_conflict_do_nothing().returning(Tenant)
    tenant: Tenant | None = session.scalar(made)
    if tenant is None:
        raise SlugTaken(new.slug)
    _switch_on(session, tenant.id, new.modes)
    modes = sorted(set(new.modes))
    record_in_tenant(session, caller, tenant.id, "tenant.made", f"tenant {tenant.id}", slug=new.slug, modes=modes)
    return tenant


def change_tenant(session: Session, caller: Caller, tenant: Tenant, change: TenantChange) -> Tenant:
    """Rename a tenant, switch it off or on."""
    tenant.name = change.name if change.name is not None else tenant.name
    tenant.is_active = change.is_active if change.is_active is not None else tenant.is_active
    facts = change.model_dump(exclude_none=True)
    record_in_tenant(session, caller, tenant.id, "tenant.changed", f"tenant {tenant.id}", **facts)
    return tenant


def switch_mode_on(session: Session, caller: Caller, tenant: Tenant, mode: ModeName) -> None:
    """Give the tenant the service; doing it again changes nothing."""
    if _switch_on(session, tenant.id, [mode]):
        record_in_tenant(session, caller, tenant.id, "mode.switched-on", f"mode {mode.value}")


def switch_mode_off(session: Session, caller: Caller, tenant: Tenant, mode: ModeName) -> None:
    """Take the service from the tenant; what it made with it stays. Doing it again changes nothing."""
    ids = select(Mode.id).where(Mode.name == mode)
    taken = delete(ModeTenant).where(ModeTenant.tenant_id == tenant.id, ModeTenant.mode_id.in_(ids))
    if session.execute(taken.returning(ModeTenant.mode_id)).all():
        record_in_tenant(session, caller, tenant.id, "mode.switched-off", f"mode {mode.value}")


def _switch_on(session: Session, tenant_id: int, modes: Iterable[ModeName]) -> bool:
    """True where something changed."""
    chosen = select(Mode.id, literal(tenant_id)).where(Mode.name.in_(list(modes)))
    added = insert(ModeTenant).from_select(["mode_id", "tenant_id"], chosen).on_conflict_do_nothing()
    return bool(session.execute(added.returning(ModeTenant.mode_id)).all())
