"""What the routes of this room take and give."""

from datetime import datetime
from typing import Annotated, Any, Literal, Self

from email_validator import EmailNotValidError, validate_email
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    StringConstraints,
    model_validator,
)

from spravka.auth.credentials import passwords, random_keys
from spravka.auth.tables import Role
from spravka.web.fields import Line

TENANT_SCOPE = "tenant:"


PUBLIC_ENDING = ".ru"


def checked_email(text: str) -> str:
    """The address in lower case; raises ValueError where it is none.

    Inside a closed network ``ivan@server`` and ``ivan@firm.local`` are good addresses, which the library
    refuses as not reachable from outside: it is asked about the address with a public ending.
    """
    try:
        checked = validate_email(text.strip() + PUBLIC_ENDING, check_deliverability=False)
    except EmailNotValidError as error:
        raise ValueError(f"is no e-mail address: {error}") from None
    return checked.normalized.removesuffix(PUBLIC_ENDING).lower()


Email = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=320),
    AfterValidator(checked_email),
    Field(examples=["ivan@firm.local"]),
]
Password = Annotated[
    SecretStr,
    Field(
        max_length=passwords.MAX_LENGTH,
        description=f"At least {passwords.MIN_LENGTH} characters, not the e-mail address",
    ),
]
FullName = Annotated[Line, Field(max_length=200)]


class TokenForm(BaseModel):
    """The form of OAuth2's password flow (RFC 6749, 4.3) and of a refresh (6)."""

    grant_type: Literal["password", "refresh_token"] = Field(
        default="password", description="`password` to sign in, `refresh_token` to go on"
    )
    username: Line | None = Field(default=None, max_length=320, description="The e-mail")
    password: SecretStr | None = Field(default=None, max_length=passwords.MAX_LENGTH)
    refresh_token: SecretStr | None = Field(default=None, max_length=random_keys.MAX_LENGTH)
    keep_in: Literal["body", "cookie"] = Field(
        default="body",
        description="`cookie`: the refresh token goes into a cookie for browsers, which no script can read, and is "
        "taken from there",
    )
    scope: str = Field(default="", max_length=200, description="`tenant:<short name>` picks a tenant")
    tenant: str | None = Field(
        default=None,
        max_length=63,
        description="The short name of the tenant to work in; the first joined where absent",
    )

    @model_validator(mode="after")
    def _ask_for_what_the_grant_needs(self) -> Self:
        if self.grant_type == "password" and (self.username is None or self.password is None):
            raise ValueError("grant_type=password needs username and password")
        if self.grant_type == "refresh_token" and self.refresh_token is None and self.keep_in == "body":
            raise ValueError("grant_type=refresh_token needs refresh_token")
        return self

    @property
    def chosen_tenant(self) -> str | None:
        """The short name of the tenant asked for, by the field or by the scope."""
        scopes = (scope for scope in self.scope.split() if scope.startswith(TENANT_SCOPE))
        return self.tenant or next((scope.removeprefix(TENANT_SCOPE) for scope in scopes), None)


class _Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class MembershipOut(_Out):
    """A user's place in a tenant."""

    tenant_id: int
    slug: str = Field(description="Short name, the one to pick the tenant by at sign-in")
    name: str
    role: Role


class TokenOut(_Out):
    """What a sign-in or a refresh gives."""

    access_token: str = Field(description="Send it as `Authorization: Bearer …`")
    token_type: Literal["bearer"] = "bearer"  # noqa: S105 (a kind)
    expires_in: int = Field(description="Seconds until the access token ends")
    refresh_token: str | None = Field(description="Good once, for the next pair of tokens; null where a cookie has it")
    tenant: MembershipOut | None = Field(description="The tenant the token is for; null for a platform admin")


class UserOut(_Out):
    """A user as the platform sees him."""

    id: int
    email: str
    full_name: str | None
    is_active: bool
    is_platform_admin: bool
    created_at: datetime


class MeOut(UserOut):
    """The signed-in user, and the tenants he may work in."""

    current_tenant_id: int | None = Field(description="The tenant this access token is for")
    tenants: list[MembershipOut]


class NewUser(BaseModel):
    """A user to make; tenants take him in afterwards."""

    email: Email
    password: Password
    full_name: FullName | None = None
    is_platform_admin: bool = False


class UserChange(BaseModel):
    """What a platform admin changes of a user; what is absent stays. A new password ends all his sign-ins."""

    full_name: FullName | None = None
    is_active: bool | None = None
    password: Password | None = None


class MeChange(BaseModel):
    """What a user changes of himself."""

    full_name: FullName | None = Field(description="Null takes the name away")


class PasswordChange(BaseModel):
    """A new password; it ends the user's other sign-ins."""

    current_password: SecretStr = Field(max_length=passwords.MAX_LENGTH)
    new_password: Password


class NewApiKey(BaseModel):
    """An API key to make."""

    name: Annotated[Line, Field(max_length=100, examples=["1C"])]


class ApiKeyOut(_Out):
    """An API key as lists show it."""

    id: int
    name: str
    prefix: str = Field(description="How the key begins")
    created_at: datetime
    last_used_at: datetime | None = Field(description="Noted at most once a minute")
    revoked_at: datetime | None


class MadeApiKeyOut(ApiKeyOut):
    """A key just made."""

    key: str = Field(description="The key itself, shown this once: send it as `X-API-Key`")


class AuditEventOut(_Out):
    """Something that was done in the tenant."""

    id: int
    user_id: int | None
    api_key_id: int | None
    action: str = Field(examples=["api-key.made"])
    subject: str = Field(examples=["api-key 7"])
    facts: dict[str, Any]
    created_at: datetime
    user_name: str | None = Field(default=None, description="What the person who did it is called now")
    subject_name: str | None = Field(default=None, description="What the person it was done to is called now")
