"""Tenants, their services, their users and their prompts, over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Query, status

from spravka.auth.access import AuthSettingsDep, CallerDep, PlatformAdminDep, TenantAdminDep, TenantCallerDep
from spravka.auth.errors import EmailTaken, PasswordRefused, RoleRequired
from spravka.tenants import founding, joining, queries, wording
from spravka.tenants.access import ManagedTenantDep, OwnedTenantDep, VisibleTenantDep
from spravka.tenants.errors import (
    CannotJoin,
    LastAdmin,
    MemberNotFound,
    PasswordNeeded,
    PromptNotFound,
    SlugTaken,
    TenantNotFound,
)
from spravka.tenants.schemas import (
    AddedMemberOut,
    MemberOut,
    ModesOut,
    NewMember,
    NewPrompt,
    NewTenant,
    PromptOut,
    RoleChange,
    TenantChange,
    TenantOut,
)
from spravka.tenants.tables import ModeName
from spravka.web.dependencies import SessionDep
from spravka.web.documented import documented
from spravka.web.fields import Id
from spravka.web.pages import Page, PageRequestDep, to_page

router = APIRouter(tags=["tenants"])


@router.get("/tenants")
def list_tenants(session: SessionDep, _caller: PlatformAdminDep, page: PageRequestDep) -> Page[TenantOut]:
    """All tenants, for a platform admin."""
    rows = queries.list_tenants(session, page.after, page.limit)
    tenants, next_after = to_page(rows, page, key=lambda tenant: tenant.id)
    return Page(entries=[TenantOut.model_validate(tenant) for tenant in tenants], next_after=next_after)


@router.post("/tenants", status_code=status.HTTP_201_CREATED, responses=documented(SlugTaken))
def create_tenant(session: SessionDep, caller: PlatformAdminDep, new: NewTenant) -> TenantOut:
    """Make a tenant, for a platform admin."""
    return TenantOut.model_validate(founding.create_tenant(session, caller, new))


@router.get("/tenants/{tenant_id}", responses=documented(TenantNotFound))
def get_tenant(tenant: VisibleTenantDep) -> TenantOut:
    """A tenant: for its users and for platform admins."""
    return TenantOut.model_validate(tenant)


@router.patch("/tenants/{tenant_id}", responses=documented(TenantNotFound))
def change_tenant(session: SessionDep, caller: CallerDep, tenant: OwnedTenantDep, change: TenantChange) -> TenantOut:
    """Rename a tenant, switch it off or on, for a platform admin."""
    return TenantOut.model_validate(founding.change_tenant(session, caller, tenant, change))


@router.get("/tenants/{tenant_id}/modes", responses=documented(TenantNotFound))
def list_modes(session: SessionDep, tenant: VisibleTenantDep) -> ModesOut:
    """The services the tenant has switched on."""
    return ModesOut(modes=list(queries.list_modes(session, tenant.id)))


@router.put(
    "/tenants/{tenant_id}/modes/{mode}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=documented(TenantNotFound),
)
def switch_mode_on(session: SessionDep, caller: CallerDep, tenant: OwnedTenantDep, mode: ModeName) -> None:
    """Switch a service on, for a platform admin."""
    founding.switch_mode_on(session, caller, tenant, mode)


@router.delete(
    "/tenants/{tenant_id}/modes/{mode}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=documented(TenantNotFound),
)
def switch_mode_off(session: SessionDep, caller: CallerDep, tenant: OwnedTenantDep, mode: ModeName) -> None:
    """Switch a service off, for a platform admin; nothing that was made with it is lost."""
    founding.switch_mode_off(session, caller, tenant, mode)


@router.get("/tenants/{tenant_id}/users", responses=documented(TenantNotFound, RoleRequired))
def list_members(session: SessionDep, tenant: ManagedTenantDep, page: PageRequestDep) -> Page[MemberOut]:
    """The tenant's users, for its admins."""
    rows = queries.list_members(session, tenant.id, page.after, page.limit)
    members, next_after = to_page(rows, page, key=lambda member: member.user_id)
    return Page(entries=[MemberOut.model_validate(member) for member in members], next_after=next_after)


@router.post(
    "/tenants/{tenant_id}/users",
    status_code=status.HTTP_201_CREATED,
    responses=documented(
        TenantNotFound, RoleRequired, PasswordNeeded, PasswordRefused, CannotJoin, EmailTaken, LastAdmin
    ),
)
def add_member(
    session: SessionDep,
    settings: AuthSettingsDep,
    caller: CallerDep,
    tenant: ManagedTenantDep,
    new: NewMember,
) -> AddedMemberOut:
    """Take somebody into the tenant by his e-mail; a new user gets the initial password given here."""
    member, is_new_user = joining.add_member(session, caller, settings, tenant, new)
    return AddedMemberOut(**MemberOut.model_validate(member).model_dump(), is_new_user=is_new_user)


@router.put(
    "/tenants/{tenant_id}/users/{user_id}",
    responses=documented(TenantNotFound, MemberNotFound, RoleRequired, CannotJoin, LastAdmin),
)
def set_role(
    session: SessionDep, caller: CallerDep, tenant: ManagedTenantDep, user_id: Id, change: RoleChange
) -> MemberOut:
    """Give a user of the tenant a role; a platform admin also takes in a user by his id."""
    return MemberOut.model_validate(joining.set_role(session, caller, tenant, user_id, change.role))


@router.delete(
    "/tenants/{tenant_id}/users/{user_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=documented(TenantNotFound, MemberNotFound, RoleRequired, LastAdmin),
)
def remove_member(session: SessionDep, caller: CallerDep, tenant: ManagedTenantDep, user_id: Id) -> None:
    """Take a user out of the tenant; his tokens for it are refused at once."""
    joining.remove_member(session, caller, tenant, user_id)


@router.get("/prompts")
def list_prompts(
    session: SessionDep,
    caller: TenantCallerDep,
    page: PageRequestDep,
    table_name: Annotated[str | None, Query(max_length=255, description="Only those of this table")] = None,
) -> Page[PromptOut]:
    """The tenant's prompts, all versions."""
    rows = queries.list_prompts(session, caller.tenant_id, table_name, page.after, page.limit)
    prompts, next_after = to_page(rows, page, key=lambda prompt: prompt.id)
    return Page(entries=[PromptOut.model_validate(prompt) for prompt in prompts], next_after=next_after)


@router.post("/prompts", status_code=status.HTTP_201_CREATED)
def add_prompt(session: SessionDep, caller: TenantAdminDep, new: NewPrompt) -> PromptOut:
    """A new version of the wording for a table."""
    return PromptOut.model_validate(wording.add_version(session, caller, new))


@router.get("/prompts/{prompt_id}", responses=documented(PromptNotFound))
def get_prompt(session: SessionDep, caller: TenantCallerDep, prompt_id: Id) -> PromptOut:
    """One version."""
    return PromptOut.model_validate(queries.get_prompt(session, caller.tenant_id, prompt_id))


@router.post("/prompts/{prompt_id}/activation", responses=documented(PromptNotFound))
def activate_prompt(session: SessionDep, caller: TenantAdminDep, prompt_id: Id) -> PromptOut:
    """Use this version from now on, also an older one."""
    return PromptOut.model_validate(wording.activate(session, caller, prompt_id))
