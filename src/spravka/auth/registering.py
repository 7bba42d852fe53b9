"""Making users and changing them."""

from datetime import datetime

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from spravka.auth import auditing, queries, signing_in
from spravka.auth.access import Caller, UserCaller
from spravka.auth.credentials import passwords
from spravka.auth.errors import EmailTaken, LastPlatformAdmin, PasswordRefused, UserNotFound, WrongCredentials
from spravka.auth.schemas import MeChange, NewUser, PasswordChange, UserChange
from spravka.auth.settings import AuthSettings
from spravka.auth.tables import User
from spravka.queue.limiting import AttemptCounter


def create_user(session: Session, caller: Caller, settings: AuthSettings, new: NewUser) -> User:
    """A new user; raises :class:`PasswordRefused`, :class:`EmailTaken`."""
    password = _acceptable(new.password.get_secret_value(), new.email)
    user: User | None = session.scalar(
        insert(User)
        .values(
            email=new.email,
            full_name=new.full_name,
            password_hash=passwords.hash_password(password, settings.bcrypt_rounds),
            is_platform_admin=new.is_platform_admin,
        )
        .on_conflict_do_nothing()
        .returning(User)
    )
    if user is None:
        raise EmailTaken(new.email)
    auditing.record(session, caller, "user.made", f"user {user.id}", is_platform_admin=new.is_platform_admin)
    return user


def get_managed_user(session: Session, caller: Caller, user_id: int) -> User:
    """A user, for a platform admin; nobody else learns which ids there are. Raises :class:`UserNotFound`."""
    if not caller.is_platform_admin:
        raise UserNotFound(user_id)
    return queries.get_user(session, user_id)


def change_user(
    session: Session, caller: Caller, settings: AuthSettings, user_id: int, change: UserChange, now: datetime
) -> User:
    """What a platform admin changes of a user.

    Raises :class:`UserNotFound`, :class:`PasswordRefused`, :class:`LastPlatformAdmin`.
    """
    user = get_managed_user(session, caller, user_id)
    if "full_name" in change.model_fields_set:
        user.full_name = change.full_name
    if change.is_active is not None:
        _switch(session, user, change.is_active, now)
    if change.password is not None:
        set_password(session, settings, user, change.password.get_secret_value(), now)
    changed = sorted(change.model_fields_set)
    auditing.record(session, caller, "user.changed", f"user {user.id}", changed=changed, is_active=user.is_active)
    return user


def change_me(session: Session, caller: UserCaller, change: MeChange) -> User:
    """What a user changes of himself."""
    user = queries.get_user(session, caller.user_id)
    user.full_name = change.full_name
    return user


def change_my_password(
    session: Session,
    settings: AuthSettings,
    attempts: AttemptCounter,
    caller: UserCaller,
    change: PasswordChange,
    address: str,
    now: datetime,
) -> None:
    """Replace the password; the sign-in it is done by goes on, the others end.

    Guessing is limited here as at sign-in. Raises :class:`TooManyAttempts`, :class:`WrongCredentials`,
    :class:`PasswordRefused`.
    """
    user = queries.get_user(session, caller.user_id)
    signing_in.count_attempt(attempts, user.email, address)
    if not passwords.is_right(change.current_password.get_secret_value(), user.password_hash):
        raise WrongCredentials
    signing_in.give_attempt_back(attempts, user.email, address)
    password = _acceptable(change.new_password.get_secret_value(), user.email)
    user.password_hash = passwords.hash_password(password, settings.bcrypt_rounds)
    signing_in.end_sign_ins(session, user.id, now, besides=caller.sign_in_id)
    auditing.record(session, caller, "password.changed", f"user {user.id}")


def set_password(session: Session, settings: AuthSettings, user: User, password: str, now: datetime) -> None:
    """Replace the password of somebody else; all his sign-ins end. Raises :class:`PasswordRefused`."""
    user.password_hash = passwords.hash_password(_acceptable(password, user.email), settings.bcrypt_rounds)
    signing_in.end_sign_ins(session, user.id, now)


def _switch(session: Session, user: User, is_active: bool, now: datetime) -> None:
    """Switching off ends the sign-ins, so that switching on again does not bring them back."""
    if not is_active:
        _keep_one_platform_admin(session, user)
        signing_in.end_sign_ins(session, user.id, now)
    user.is_active = is_active


def _keep_one_platform_admin(session: Session, leaving: User) -> None:
    if leaving.is_platform_admin and set(queries.lock_active_platform_admins(session)) <= {leaving.id}:
        raise LastPlatformAdmin


def _acceptable(password: str, email: str) -> str:
    fault = passwords.fault_of(password, email)
    if fault is not None:
        raise PasswordRefused(fault)
    return password
