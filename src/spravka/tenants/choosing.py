"""Which tenant a command is for."""

from sqlalchemy.orm import Session

from spravka.tenants import queries
from spravka.tenants.errors import SlugUnknown, TenantUnclear
from spravka.tenants.tables import Tenant

LISTED = 50


def choose_tenant(session: Session, slug: str | None) -> Tenant:
    """The tenant of that slug; without one the only tenant there is.

    Raises :class:`SlugUnknown`, or :class:`TenantUnclear` where there are several to choose from, or none.
    """
    if slug is not None:
        tenant = queries.find_tenant_by_slug(session, slug)
        if tenant is None:
            raise SlugUnknown(slug)
        return tenant
    tenants = queries.list_tenants(session, None, LISTED)
    if len(tenants) != 1:
        raise TenantUnclear([tenant.slug for tenant in tenants])
    return tenants[0]
