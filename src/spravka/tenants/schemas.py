"""What the routes of this room take and give."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from spravka.auth.schemas import Email, FullName, Password
from spravka.auth.tables import Role
from spravka.tenants.tables import ModeName
from spravka.web.fields import Line, Paragraphs

MAX_PROMPT_LENGTH = 20_000

Slug = Annotated[
    str,
    Field(
        max_length=63,
        pattern=r"^[a-z0-9](-?[a-z0-9])*$",
        description="Short name: small Latin letters, digits, single hyphens; people pick the tenant by it",
        examples=["procurement"],
    ),
]
TenantName = Annotated[Line, Field(max_length=200, examples=["Отдел закупок"])]
TableName = Annotated[
    Line, Field(max_length=255, description="The table of the tenant's database that the prompt is about")
]


class _Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class TenantOut(_Out):
    """A department."""

    id: int
    slug: str
    name: str
    is_active: bool
    created_at: datetime


class NewTenant(BaseModel):
    """A tenant to make, with the services switched on from the start."""

    slug: Slug
    name: TenantName
    modes: list[ModeName] = Field(default_factory=list)


class TenantChange(BaseModel):
    """What changes; what is absent stays. A tenant switched off refuses its users and its API keys."""

    name: TenantName | None = None
    is_active: bool | None = None


class ModesOut(BaseModel):
    """The services a tenant has switched on."""

    modes: list[ModeName]


class MemberOut(_Out):
    """A user as his tenant sees him."""

    user_id: int
    email: str
    full_name: str | None
    role: Role
    is_active: bool
    joined_at: datetime


class NewMember(BaseModel):
    """Somebody to take into the tenant; a user is made where none has the e-mail."""

    email: Email
    role: Role = Role.MEMBER
    password: Password | None = Field(
        default=None, description="The initial password of a new user; not used for one who exists"
    )
    full_name: FullName | None = Field(default=None, description="Of a new user")


class AddedMemberOut(MemberOut):
    """A member just added."""

    is_new_user: bool = Field(description="False where the user existed: his password is the one he has")


class RoleChange(BaseModel):
    """The role a user has in the tenant from now on."""

    role: Role


class NewPrompt(BaseModel):
    """A new version of the wording for a table."""

    table_name: TableName
    text: Annotated[Paragraphs, Field(max_length=MAX_PROMPT_LENGTH)]
    is_active: bool = Field(default=True, description="Use this version from now on")


class PromptOut(_Out):
    """A version of the wording for a table."""

    id: int
    table_name: str
    version: int
    text: str
    is_active: bool
    created_by_id: int | None
    created_at: datetime
