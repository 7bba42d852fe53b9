"""What can go wrong with departments, their services, their people and their prompts."""

from dataclasses import dataclass

from spravka.errors import Conflict, Forbidden, NotFound, Rejected


@dataclass
class ModeNotEnabled(Forbidden):
    title = "The service is not switched on"
    mode: str

    @property
    def detail(self) -> str:
        return f"Your tenant does not have the service {self.mode!r}: a platform admin can switch it on."


@dataclass
class TenantNotFound(NotFound):
    title = "There is no such tenant"
    tenant_id: int

    @property
    def detail(self) -> str:
        return f"No tenant {self.tenant_id} is known to you."


@dataclass
class SlugTaken(Conflict):
    title = "The tenant's short name is taken"
    slug: str

    @property
    def detail(self) -> str:
        return f"A tenant with the short name {self.slug!r} exists already: choose another."


@dataclass
class MemberNotFound(NotFound):
    title = "There is no such user in the tenant"
    user_id: int

    @property
    def detail(self) -> str:
        return (
            f"The tenant has no user {self.user_id}; POST /api/v1/tenants/{{tenant_id}}/users adds one by his e-mail."
        )


class LastAdmin(Conflict):
    title = "The tenant's last admin"

    @property
    def detail(self) -> str:
        return "The tenant would have no active admin left: make another user its admin first."


@dataclass
class CannotJoin(Conflict):
    title = "This user cannot join a tenant"
    email: str

    @property
    def detail(self) -> str:
        return f"{self.email} cannot be a member of a tenant; use another e-mail."


@dataclass
class PasswordNeeded(Rejected):
    title = "A new user needs a password"
    email: str

    @property
    def detail(self) -> str:
        return f"There is no user {self.email} yet: give an initial password, which he can change."


@dataclass
class PromptNotFound(NotFound):
    title = "There is no such prompt"
    prompt_id: int

    @property
    def detail(self) -> str:
        return f"Your tenant has no prompt {self.prompt_id}; GET /api/v1/prompts lists its prompts."


@dataclass
class SlugUnknown(NotFound):
    title = "There is no such tenant"
    slug: str

    @property
    def detail(self) -> str:
        return f"No tenant has the short name {self.slug!r}; 'spravka tenants list' lists them."


@dataclass
class TenantUnclear(Rejected):
    title = "It is not clear which tenant is meant"
    slugs: list[str]

    @property
    def detail(self) -> str:
        if not self.slugs:
            return "There is no tenant yet: make one with 'spravka tenants create'."
        return f"Say which with --tenant: {', '.join(self.slugs)}."
