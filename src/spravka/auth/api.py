"""Sign-in, users, API keys, and the record of what was done, over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response, status
from pydantic import AwareDatetime

from spravka.auth import issuing_keys, queries, registering, signing_in, telling
from spravka.auth.access import (
    AttemptCounterDep,
    AuthSettingsDep,
    CallerDep,
    ClientAddressDep,
    NowDep,
    PlatformAdminDep,
    TenantAdminDep,
    UserCallerDep,
)
from spravka.auth.errors import (
    AccountInactive,
    ApiKeyNameTaken,
    ApiKeyNotFound,
    EmailTaken,
    LastPlatformAdmin,
    NoActiveTenant,
    NoSuchMembership,
    PasswordRefused,
    RefreshTokenRotated,
    SignInEnded,
    TooManyAttempts,
    UserNotFound,
    WrongCredentials,
)
from spravka.auth.schemas import (
    ApiKeyOut,
    AuditEventOut,
    MadeApiKeyOut,
    MeChange,
    MembershipOut,
    MeOut,
    NewApiKey,
    NewUser,
    PasswordChange,
    TokenForm,
    TokenOut,
    UserChange,
    UserOut,
)
from spravka.web import session_cookie
from spravka.web.dependencies import SessionDep
from spravka.web.documented import documented
from spravka.web.fields import Id
from spravka.web.pages import Page, PageRequestDep, to_page
from spravka.web.session_cookie import RefreshCookie

router = APIRouter(tags=["auth"])


@router.post(
    "/auth/token",
    responses=documented(
        WrongCredentials,
        SignInEnded,
        RefreshTokenRotated,
        TooManyAttempts,
        AccountInactive,
        NoSuchMembership,
        NoActiveTenant,
    ),
)
def issue_token(
    session: SessionDep,
    settings: AuthSettingsDep,
    attempts: AttemptCounterDep,
    address: ClientAddressDep,
    now: NowDep,
    form: Annotated[TokenForm, Form()],
    request: Request,
    response: Response,
    cookie: RefreshCookie = None,
) -> TokenOut:
    """Sign in (`grant_type=password`), go on or switch the tenant (`grant_type=refresh_token`).

    A refresh token is good once: keep the one of the newest answer. One used a second time ends the sign-in.
    """
    tokens = signing_in.grant(session, settings, attempts, form, address, now, cookie)
    told = TokenOut.model_validate(tokens)
    if form.keep_in == "body":
        return told
    session_cookie.keep(request, response, tokens.refresh_token, settings.sign_in_days)
    return told.model_copy(update={"refresh_token": None})


@router.post("/auth/sign-out", status_code=status.HTTP_204_NO_CONTENT)
def sign_out(session: SessionDep, caller: UserCallerDep, now: NowDep, response: Response) -> None:
    """End the sign-in: its access tokens and its refresh token are refused from now on."""
    signing_in.sign_out(session, caller, now)
    session_cookie.drop(response)


@router.post("/users/me/sign-outs", status_code=status.HTTP_204_NO_CONTENT)
def sign_out_elsewhere(session: SessionDep, caller: UserCallerDep, now: NowDep) -> None:
    """End one's sign-ins on all other machines; this one goes on."""
    signing_in.sign_out_elsewhere(session, caller, now)


@router.get("/users/me")
def get_me(session: SessionDep, caller: UserCallerDep) -> MeOut:
    """The signed-in user and his tenants."""
    return _me(session, caller)


@router.patch("/users/me")
def change_me(session: SessionDep, caller: UserCallerDep, change: MeChange) -> MeOut:
    """Change one's own name."""
    registering.change_me(session, caller, change)
    return _me(session, caller)


@router.post(
    "/users/me/password",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=documented(WrongCredentials, PasswordRefused, TooManyAttempts),
)
def change_my_password(
    session: SessionDep,
    settings: AuthSettingsDep,
    attempts: AttemptCounterDep,
    address: ClientAddressDep,
    now: NowDep,
    caller: UserCallerDep,
    change: PasswordChange,
) -> None:
    """Change one's own password; the other sign-ins end."""
    registering.change_my_password(session, settings, attempts, caller, change, address, now)


@router.get("/users")
def list_users(session: SessionDep, _caller: PlatformAdminDep, page: PageRequestDep) -> Page[UserOut]:
    """All users of the platform, for a platform admin."""
    users, next_after = to_page(queries.list_users(session, page.after, page.limit), page, key=lambda user: user.id)
    return Page(entries=[UserOut.model_validate(user) for user in users], next_after=next_after)


@router.post("/users", status_code=status.HTTP_201_CREATED, responses=documented(EmailTaken, PasswordRefused))
def create_user(session: SessionDep, settings: AuthSettingsDep, caller: PlatformAdminDep, new: NewUser) -> UserOut:
    """Make a user; a tenant takes him in by `PUT /tenants/{tenant_id}/users/{user_id}`."""
    return UserOut.model_validate(registering.create_user(session, caller, settings, new))


@router.get("/users/{user_id}", responses=documented(UserNotFound))
def get_user(session: SessionDep, caller: CallerDep, user_id: Id) -> UserOut:
    """A user, for a platform admin."""
    return UserOut.model_validate(registering.get_managed_user(session, caller, user_id))


@router.patch("/users/{user_id}", responses=documented(UserNotFound, LastPlatformAdmin, PasswordRefused))
def change_user(
    session: SessionDep,
    settings: AuthSettingsDep,
    now: NowDep,
    caller: CallerDep,
    user_id: Id,
    change: UserChange,
) -> UserOut:
    """Switch a user off or on, rename him, give him a new password; for a platform admin."""
    return UserOut.model_validate(registering.change_user(session, caller, settings, user_id, change, now))


@router.get("/api-keys")
def list_api_keys(session: SessionDep, caller: TenantAdminDep, page: PageRequestDep) -> Page[ApiKeyOut]:
    """The tenant's API keys, the revoked too."""
    rows = queries.list_api_keys(session, caller.tenant_id, page.after, page.limit)
    keys, next_after = to_page(rows, page, key=lambda api_key: api_key.id)
    return Page(entries=[ApiKeyOut.model_validate(key) for key in keys], next_after=next_after)


@router.post("/api-keys", status_code=status.HTTP_201_CREATED, responses=documented(ApiKeyNameTaken))
def make_api_key(session: SessionDep, caller: TenantAdminDep, new: NewApiKey) -> MadeApiKeyOut:
    """Make an API key for a machine (1C, a script). The answer is the only place where the key is shown."""
    api_key, text = issuing_keys.make_key(session, caller, new.name)
    return MadeApiKeyOut(**ApiKeyOut.model_validate(api_key).model_dump(), key=text)


@router.delete(
    "/api-keys/{api_key_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=documented(ApiKeyNotFound),
)
def revoke_api_key(session: SessionDep, caller: TenantAdminDep, now: NowDep, api_key_id: Id) -> None:
    """Refuse an API key from now on."""
    issuing_keys.revoke_key(session, caller, api_key_id, now)


@router.get("/audit-events", responses=documented(UserNotFound, ApiKeyNotFound))
def list_audit_events(
    session: SessionDep,
    caller: TenantAdminDep,
    page: PageRequestDep,
    user_id: Annotated[Id | None, Query(description="Only what this person did")] = None,
    api_key_id: Annotated[Id | None, Query(description="Only what was done by this API key")] = None,
    since: Annotated[AwareDatetime | None, Query(description="Only what was done at this moment or later")] = None,
    until: Annotated[AwareDatetime | None, Query(description="Only what was done before this moment")] = None,
) -> Page[AuditEventOut]:
    """What was done in the tenant, the newest first."""
    wanted = queries.AuditFilter(user_id, api_key_id, since, until)
    telling.check_wanted(session, caller.tenant_id, wanted)
    rows = queries.list_audit_events(session, caller.tenant_id, page.after, page.limit, wanted)
    events, next_after = to_page(rows, page, key=lambda event: event.id)
    return Page(entries=telling.told_with_names(session, events), next_after=next_after)


def _me(session: SessionDep, caller: UserCallerDep) -> MeOut:
    user = UserOut.model_validate(queries.get_user(session, caller.user_id))
    tenants = [MembershipOut.model_validate(one) for one in queries.list_memberships(session, caller.user_id)]
    return MeOut(**user.model_dump(), current_tenant_id=caller.tenant_id, tenants=tenants)
