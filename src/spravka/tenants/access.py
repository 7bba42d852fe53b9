"""Gates of routes: the service must be switched on; the tenant in a path must be the caller's."""

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends

from spravka.auth.access import Caller, CallerDep, TenantCaller, TenantCallerDep
from spravka.auth.errors import PlatformAdminRequired, RoleRequired
from spravka.auth.tables import Role
from spravka.tenants import queries
from spravka.tenants.errors import ModeNotEnabled, TenantNotFound
from spravka.tenants.tables import ModeName, Tenant
from spravka.web.dependencies import SessionDep
from spravka.web.fields import Id


def require_mode(mode: ModeName) -> Callable[[SessionDep, TenantCaller], TenantCaller]:
    """A gate that lets through callers whose tenant has the service; raises :class:`ModeNotEnabled`.

    ``caller: Annotated[TenantCaller, Depends(require_mode(ModeName.NOMENCLATURE))]``, or for a whole router
    ``APIRouter(dependencies=[Depends(require_mode(ModeName.NOMENCLATURE))])``.
    """

    def gate(session: SessionDep, caller: TenantCallerDep) -> TenantCaller:
        if not queries.has_mode(session, caller.tenant_id, mode):
            raise ModeNotEnabled(mode.value)
        return caller

    return gate


def visible_tenant(session: SessionDep, caller: CallerDep, tenant_id: Id) -> Tenant:
    """The tenant of the path: any for a platform admin, else the caller's own; raises :class:`TenantNotFound`."""
    if not (caller.is_platform_admin or caller.tenant_id == tenant_id):
        raise TenantNotFound(tenant_id)
    return queries.get_tenant(session, tenant_id)


VisibleTenantDep = Annotated[Tenant, Depends(visible_tenant)]


def managed_tenant(tenant: VisibleTenantDep, caller: CallerDep) -> Tenant:
    """The tenant of the path, if the caller administers it; raises :class:`RoleRequired`."""
    if not _administers(caller):
        raise RoleRequired(Role.ADMIN.value)
    return tenant


def _administers(caller: Caller) -> bool:
    return caller.is_platform_admin or caller.role is Role.ADMIN


def owned_tenant(tenant: VisibleTenantDep, caller: CallerDep) -> Tenant:
    """The tenant of the path, for a platform admin; raises :class:`PlatformAdminRequired`."""
    if not caller.is_platform_admin:
        raise PlatformAdminRequired
    return tenant


ManagedTenantDep = Annotated[Tenant, Depends(managed_tenant)]
OwnedTenantDep = Annotated[Tenant, Depends(owned_tenant)]
