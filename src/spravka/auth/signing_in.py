"""Signing in, going on with a refresh token, signing out."""

import hmac
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from spravka.auth import auditing, queries
from spravka.auth.access import Caller, UserCaller
from spravka.auth.credentials import access_tokens, passwords, random_keys
from spravka.auth.errors import (
    AccountInactive,
    NoActiveTenant,
    NoSuchMembership,
    RefreshTokenRotated,
    SignInEnded,
    TooManyAttempts,
    WrongCredentials,
)
from spravka.auth.queries import Membership
from spravka.auth.schemas import TokenForm
from spravka.auth.settings import AuthSettings
from spravka.auth.tables import SignIn, User
from spravka.queue.limiting import AttemptCounter

REUSE_GRACE = timedelta(seconds=10)
"""Two pages of one browser may refresh at the same moment: the second is told so and is no thief."""


@dataclass(frozen=True)
class Credentials:
    """What somebody signs in with; ``address`` is where from, ``tenant`` the short name of the chosen one."""

    email: str
    password: str
    address: str
    tenant: str | None = None


@dataclass(frozen=True)
class Tokens:
    """What a caller gets: an access token for ``expires_in`` seconds, a refresh token for the next pair."""

    access_token: str
    expires_in: int
    refresh_token: str
    tenant: Membership | None


def grant(
    session: Session,
    settings: AuthSettings,
    attempts: AttemptCounter,
    form: TokenForm,
    address: str,
    now: datetime,
    cookie: str | None = None,
) -> Tokens:
    """What the form of the token route asks for: a sign-in, or to go on with one, by the ``cookie`` of a browser
    where the form has no refresh token."""
    if form.grant_type == "refresh_token":
        token = form.refresh_token.get_secret_value() if form.refresh_token else cookie
        if not token:
            raise SignInEnded
        return refresh(session, settings, token, form.chosen_tenant, now)
    password = form.password.get_secret_value() if form.password else ""
    credentials = Credentials(form.username or "", password, address, form.chosen_tenant)
    return sign_in(session, settings, attempts, credentials, now)


def sign_in(
    session: Session,
    settings: AuthSettings,
    attempts: AttemptCounter,
    credentials: Credentials,
    now: datetime,
) -> Tokens:
    """Begin a sign-in.

    Raises :class:`TooManyAttempts`, :class:`WrongCredentials`, :class:`AccountInactive`,
    :class:`NoSuchMembership`, :class:`NoActiveTenant`.
    """
    count_attempt(attempts, credentials.email, credentials.address)
    user = _user_with_password(session, settings, credentials)
    give_attempt_back(attempts, credentials.email, credentials.address)
    if not user.is_active:
        raise AccountInactive
    membership = _choose_tenant(session, user, credentials.tenant)
    return _begin(session, settings, user, membership, now)


def refresh(session: Session, settings: AuthSettings, refresh_token: str, tenant: str | None, now: datetime) -> Tokens:
    """Exchange a refresh token for a new pair, for another tenant of the user's where ``tenant`` names one.

    The token is dead afterwards. Raises :class:`SignInEnded`, :class:`RefreshTokenRotated`,
    :class:`NoSuchMembership`.
    """
    live = _live_sign_in(session, refresh_token, now)
    user = queries.get_user(session, live.user_id)
    membership = _tenant_to_go_on_in(session, user, live, tenant, now)
    live.previous_refresh_hash = live.refresh_hash
    live.rotated_at = now
    return _hand_out(settings, live, membership, now)


def sign_out(session: Session, caller: UserCaller, now: datetime) -> None:
    """End the sign-in: its refresh token and its access tokens are refused from now on."""
    session.execute(update(SignIn).where(SignIn.id == caller.sign_in_id).values(ended_at=now))
    auditing.record(session, caller, "sign-in.ended", f"user {caller.user_id}")


def sign_out_elsewhere(session: Session, caller: UserCaller, now: datetime) -> None:
    """End every sign-in of the caller but the one he asks by."""
    end_sign_ins(session, caller.user_id, now, besides=caller.sign_in_id)
    auditing.record(session, caller, "sign-in.ended-elsewhere", f"user {caller.user_id}")


def end_sign_ins(session: Session, user_id: int, now: datetime, besides: uuid.UUID | None = None) -> None:
    """End every sign-in of a user, ``besides`` the one named."""
    living = update(SignIn).where(SignIn.user_id == user_id, SignIn.ended_at.is_(None))
    if besides is not None:
        living = living.where(SignIn.id != besides)
    session.execute(living.values(ended_at=now))


def count_attempt(attempts: AttemptCounter, email: str, address: str) -> None:
    """Count an attempt to guess a password, before it is made; raises :class:`TooManyAttempts`."""
    for key in _attempt_keys(email, address):
        wait_seconds = attempts.count(*key)
        if wait_seconds is not None:
            raise TooManyAttempts(wait_seconds)


def give_attempt_back(attempts: AttemptCounter, email: str, address: str) -> None:
    """The attempt was no guess."""
    for key in _attempt_keys(email, address):
        attempts.give_back(*key)


def _attempt_keys(email: str, address: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("address", address), ("email", random_keys.hash_key(email.strip().lower()))


def _user_with_password(session: Session, settings: AuthSettings, credentials: Credentials) -> User:
    """The same work and the same answer whether the e-mail is unknown or the password wrong."""
    user = queries.find_user_by_email(session, credentials.email)
    known_hash = user.password_hash if user else passwords.dummy_hash(settings.bcrypt_rounds)
    is_right = passwords.is_right(credentials.password, known_hash)
    if user is None or not is_right:
        auditing.record_failed_sign_in(session, user.id if user else None, credentials.email)
        raise WrongCredentials
    if passwords.is_outdated(known_hash, settings.bcrypt_rounds):
        user.password_hash = passwords.hash_password(credentials.password, settings.bcrypt_rounds)
    return user


def _choose_tenant(session: Session, user: User, slug: str | None) -> Membership | None:
    """The tenant chosen, or the first joined; none for a platform admin."""
    memberships = queries.list_memberships(session, user.id)
    if slug is not None:
        return _membership_named(memberships, slug)
    if user.is_platform_admin:
        return None
    if not memberships:
        raise NoActiveTenant
    return memberships[0]


def _membership_named(memberships: Sequence[Membership], slug: str) -> Membership:
    for membership in memberships:
        if membership.slug == slug:
            return membership
    raise NoSuchMembership(slug)


def _tenant_to_go_on_in(
    session: Session, user: User, live: SignIn, slug: str | None, now: datetime
) -> Membership | None:
    """Never another tenant than the one asked for: whoever lost his place signs in anew and chooses."""
    if not user.is_active:
        raise _ended(live, now)
    memberships = queries.list_memberships(session, user.id)
    if slug is not None:
        return _membership_named(memberships, slug)
    if live.tenant_id is None and user.is_platform_admin:
        return None
    for membership in memberships:
        if membership.tenant_id == live.tenant_id:
            return membership
    raise _ended(live, now)


def _ended(live: SignIn, now: datetime) -> SignInEnded:
    """The sign-in is over, and the refusal that says so."""
    live.ended_at = now
    return SignInEnded()


def _begin(
    session: Session, settings: AuthSettings, user: User, membership: Membership | None, now: datetime
) -> Tokens:
    begun = SignIn(id=uuid.uuid4(), user_id=user.id, rotated_at=now)
    tokens = _hand_out(settings, begun, membership, now)
    session.add(begun)
    auditing.record(session, _caller_of(begun), "sign-in.begun", f"user {user.id}")
    return tokens


def _hand_out(settings: AuthSettings, live: SignIn, membership: Membership | None, now: datetime) -> Tokens:
    """A new pair of tokens for the sign-in, which from now on is one for that tenant."""
    refresh_token = random_keys.new_refresh_token(live.id)
    live.refresh_hash = random_keys.hash_key(refresh_token)
    live.expires_at = now + timedelta(days=settings.sign_in_days)
    live.tenant_id = membership.tenant_id if membership else None
    lifetime = timedelta(minutes=settings.access_minutes)
    claims = access_tokens.AccessClaims(live.user_id, live.tenant_id, live.id)
    access_token = access_tokens.make(claims, settings.secret.get_secret_value(), now, lifetime)
    return Tokens(access_token, int(lifetime.total_seconds()), refresh_token, membership)


def _live_sign_in(session: Session, refresh_token: str, now: datetime) -> SignIn:
    """The sign-in whose newest refresh token this is; an older one used again ends it (RFC 9700, 4.14.2)."""
    found = _sign_in_named_by(session, refresh_token)
    if found is None or found.ended_at is not None or found.expires_at <= now:
        raise SignInEnded
    token_hash = random_keys.hash_key(refresh_token)
    if _is_same(token_hash, found.refresh_hash):
        return found
    if _is_same(token_hash, found.previous_refresh_hash) and now - found.rotated_at <= REUSE_GRACE:
        raise RefreshTokenRotated
    auditing.record(session, _caller_of(found), "sign-in.ended-by-reuse", f"user {found.user_id}")
    raise _ended(found, now)


def _sign_in_named_by(session: Session, refresh_token: str) -> SignIn | None:
    sign_in_id = random_keys.sign_in_of(refresh_token)
    return None if sign_in_id is None else queries.lock_sign_in(session, sign_in_id)


def _is_same(shown_hash: str, stored_hash: str | None) -> bool:
    return stored_hash is not None and hmac.compare_digest(shown_hash, stored_hash)


def _caller_of(live: SignIn) -> Caller:
    return Caller(user_id=live.user_id, sign_in_id=live.id, tenant_id=live.tenant_id)
