"""Who belongs to a tenant, and in which role."""

from sqlalchemy.orm import Session

from spravka.auth import queries as users
from spravka.auth import registering
from spravka.auth.access import Caller
from spravka.auth.auditing import record_in_tenant
from spravka.auth.schemas import NewUser
from spravka.auth.settings import AuthSettings
from spravka.auth.tables import Role, User, UserTenant
from spravka.tenants import queries
from spravka.tenants.errors import CannotJoin, LastAdmin, MemberNotFound, PasswordNeeded
from spravka.tenants.queries import Member
from spravka.tenants.schemas import NewMember
from spravka.tenants.tables import Tenant


def add_member(
    session: Session, caller: Caller, settings: AuthSettings, tenant: Tenant, new: NewMember
) -> tuple[Member, bool]:
    """Take somebody in by his e-mail; the member, and whether a user was made for him.

    For a member already there this is a change of role. Raises :class:`PasswordNeeded`,
    :class:`spravka.auth.errors.PasswordRefused`, :class:`CannotJoin`, :class:`LastAdmin`.
    """
    known = users.find_user_by_email(session, new.email)
    user = known or _register(session, caller, settings, new)
    return _place(session, caller, tenant, user, new.role), known is None


def set_role(session: Session, caller: Caller, tenant: Tenant, user_id: int, role: Role) -> Member:
    """Change the role of a member; a platform admin also takes in a user by his id.

    Raises :class:`MemberNotFound`, :class:`CannotJoin`, :class:`LastAdmin`.
    """
    is_member = queries.find_place(session, tenant.id, user_id) is not None
    user = session.get(User, user_id) if is_member or caller.is_platform_admin else None
    if user is None:
        raise MemberNotFound(user_id)
    return _place(session, caller, tenant, user, role)


def remove_member(session: Session, caller: Caller, tenant: Tenant, user_id: int) -> None:
    """Take the user out of the tenant: his tokens for it are refused from now on.

    Raises :class:`MemberNotFound`, :class:`LastAdmin`.
    """
    queries.lock_tenant(session, tenant.id)
    place = queries.find_place(session, tenant.id, user_id)
    if place is None:
        raise MemberNotFound(user_id)
    _keep_one_admin(session, place)
    session.delete(place)
    record_in_tenant(session, caller, tenant.id, "user.removed", f"user {user_id}", role=place.role.value)


def _register(session: Session, caller: Caller, settings: AuthSettings, new: NewMember) -> User:
    if new.password is None:
        raise PasswordNeeded(new.email)
    facts = NewUser(email=new.email, password=new.password, full_name=new.full_name)
    return registering.create_user(session, caller, settings, facts)


def _place(session: Session, caller: Caller, tenant: Tenant, user: User, role: Role) -> Member:
    if user.is_platform_admin:
        raise CannotJoin(user.email)
    queries.lock_tenant(session, tenant.id)
    place = queries.find_place(session, tenant.id, user.id)
    if place is None:
        place = UserTenant(user_id=user.id, tenant_id=tenant.id, role=role)
        session.add(place)
    elif role is not Role.ADMIN:
        _keep_one_admin(session, place)
    place.role = role
    session.flush()
    record_in_tenant(session, caller, tenant.id, "user.placed", f"user {user.id}", role=role.value)
    return queries.member_of(user, place)


def _keep_one_admin(session: Session, leaving: UserTenant) -> None:
    is_admin = leaving.role is Role.ADMIN
    if is_admin and queries.count_other_admins(session, leaving.tenant_id, leaving.user_id) == 0:
        raise LastAdmin
