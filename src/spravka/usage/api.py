"""What tenants spend on language models, over HTTP: numbers only."""

from fastapi import APIRouter

from spravka.auth.access import CallerDep, NowDep, TenantAdminDep
from spravka.auth.errors import RoleRequired
from spravka.tenants.access import ManagedTenantDep, OwnedTenantDep
from spravka.tenants.errors import TenantNotFound
from spravka.usage import limiting, queries, summing
from spravka.usage.schemas import CallOut, LimitChange, LimitOut, UsageOut
from spravka.web.dependencies import ResourcesDep, SessionDep
from spravka.web.documented import documented
from spravka.web.pages import Page, PageRequestDep, to_page

router = APIRouter(tags=["usage"])


@router.get("/usage")
def get_usage(session: SessionDep, resources: ResourcesDep, caller: TenantAdminDep, now: NowDep) -> UsageOut:
    """What the tenant spends on language models, and its limit; for its admins."""
    return summing.sum_up(session, caller.tenant_id, now, resources.llm)


@router.get("/usage/calls")
def list_llm_calls(session: SessionDep, caller: TenantAdminDep, page: PageRequestDep) -> Page[CallOut]:
    """The tenant's calls of language models, the newest first; for its admins."""
    rows = queries.list_calls(session, caller.tenant_id, page.after, page.limit)
    calls, next_after = to_page(rows, page, key=lambda call: call.id)
    return Page(entries=[CallOut.model_validate(call) for call in calls], next_after=next_after)


@router.get("/tenants/{tenant_id}/usage", responses=documented(TenantNotFound, RoleRequired))
def get_tenant_usage(session: SessionDep, resources: ResourcesDep, tenant: ManagedTenantDep, now: NowDep) -> UsageOut:
    """What a tenant spends on language models; for platform admins and the tenant's own."""
    return summing.sum_up(session, tenant.id, now, resources.llm)


@router.put("/tenants/{tenant_id}/usage-limit", responses=documented(TenantNotFound))
def set_usage_limit(session: SessionDep, caller: CallerDep, tenant: OwnedTenantDep, change: LimitChange) -> LimitOut:
    """What a tenant may spend from now on; for platform admins."""
    return LimitOut.model_validate(limiting.set_limit(session, caller, tenant.id, change))
