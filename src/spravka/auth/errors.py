"""What can go wrong when somebody signs in, asks, or is asked about."""

from dataclasses import dataclass

from spravka.errors import Conflict, Forbidden, LimitExceeded, NotFound, Rejected, Unauthenticated


class NotSignedIn(Unauthenticated):
    """Nothing was shown, or what was shown is not, or no longer, good: which of them is not told."""

    title = "Not signed in"

    @property
    def detail(self) -> str:
        return (
            "Send an access token of POST /api/v1/auth/token as 'Authorization: Bearer …', or an API key as "
            "'X-API-Key'. One that was sent has expired, was ended, or is not genuine: sign in again."
        )


class WrongCredentials(Unauthenticated):
    """The e-mail or the password is wrong: which of them is not told."""

    title = "The e-mail or the password is wrong"
    keeps_work = True

    @property
    def detail(self) -> str:
        return "Check both and try again; whoever administers Spravka can give you a new password."


class SignInEnded(Unauthenticated):
    title = "The sign-in has ended"
    keeps_work = True

    @property
    def detail(self) -> str:
        return "The refresh token is no longer good, or was used a second time: sign in with e-mail and password."


class RefreshTokenRotated(Conflict):
    """Two requests refreshed at the same moment, and this one came second."""

    title = "The refresh token was just used"

    @property
    def detail(self) -> str:
        return "It was exchanged for a new one within the last seconds: use the newest refresh token you were given."


class AccountInactive(Forbidden):
    title = "The account is switched off"

    @property
    def detail(self) -> str:
        return "Whoever administers Spravka can switch it on again."


@dataclass
class NoSuchMembership(Forbidden):
    """The chosen tenant does not exist, is switched off, or is not the user's: which of them is not told."""

    title = "Not a member of this tenant"
    tenant: str

    @property
    def detail(self) -> str:
        return f"You are no member of an active tenant named {self.tenant!r}; GET /api/v1/users/me lists yours."


class NoActiveTenant(Forbidden):
    title = "No active tenant"

    @property
    def detail(self) -> str:
        return "Your account belongs to no active tenant: ask whoever administers your department to add you to one."


@dataclass
class TooManyAttempts(LimitExceeded):
    title = "Too many failed sign-ins"
    retry_after_seconds: int

    @property
    def detail(self) -> str:
        return f"Wait {self.retry_after_seconds} seconds and try again."


class TenantRequired(Forbidden):
    title = "This belongs to a tenant"

    @property
    def detail(self) -> str:
        return "You are signed in without a tenant (as a platform admin is): sign in as a member of the tenant."


class UserRequired(Forbidden):
    title = "This is for people"

    @property
    def detail(self) -> str:
        return "An API key has no account of its own: sign in with e-mail and password."


@dataclass
class RoleRequired(Forbidden):
    title = "Your role does not allow this"
    required_role: str

    @property
    def detail(self) -> str:
        return f"It needs the role {self.required_role!r}, which an admin of the tenant can give you."


class PlatformAdminRequired(Forbidden):
    title = "Only a platform admin may do this"

    @property
    def detail(self) -> str:
        return "Ask whoever administers Spravka; 'spravka users create-admin' makes the first platform admin."


@dataclass
class UserNotFound(NotFound):
    title = "There is no such user"
    user_id: int

    @property
    def detail(self) -> str:
        return f"No user {self.user_id} is known to you."


@dataclass
class EmailTaken(Conflict):
    title = "The e-mail is taken"
    email: str

    @property
    def detail(self) -> str:
        return f"A user with the e-mail {self.email} exists already."


@dataclass
class PasswordRefused(Rejected):
    title = "The password cannot be used"
    reason: str

    @property
    def detail(self) -> str:
        return f"The password {self.reason}."


class LastPlatformAdmin(Conflict):
    title = "The last platform admin"

    @property
    def detail(self) -> str:
        return "No active platform admin would be left: make another one first."


@dataclass
class ApiKeyNotFound(NotFound):
    title = "There is no such API key"
    api_key_id: int

    @property
    def detail(self) -> str:
        return f"Your tenant has no API key {self.api_key_id}; GET /api/v1/api-keys lists its keys."


@dataclass
class ApiKeyNameTaken(Conflict):
    title = "An API key of this name exists"
    name: str

    @property
    def detail(self) -> str:
        return f"The tenant has or had an API key named {self.name!r}: choose another name."


@dataclass
class EmailUnknown(NotFound):
    title = "There is no such user"
    email: str

    @property
    def detail(self) -> str:
        return f"No user has the e-mail {self.email}; 'spravka users create' makes one."
