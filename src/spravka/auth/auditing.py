"""The record of what was done: who, what, to what."""

from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from spravka.auth.access import Caller
from spravka.auth.tables import AuditEvent, UserTenant


def record(session: Session, caller: Caller, action: str, subject: str, **facts: Any) -> None:
    """Write down that ``caller`` did ``action`` (``api-key.made``) to ``subject`` (``api-key 7``).

    The event belongs to the caller's tenant; what a platform admin does to a tenant he says by
    ``record_in_tenant``. ``facts`` are JSON-able and never secrets.
    """
    record_in_tenant(session, caller, caller.tenant_id, action, subject, **facts)


def record_in_tenant(
    session: Session, caller: Caller, tenant_id: int | None, action: str, subject: str, **facts: Any
) -> None:
    """The same, seen by the admins of another tenant than the caller's own, or by none."""
    session.add(
        AuditEvent(
            tenant_id=tenant_id,
            user_id=caller.user_id,
            api_key_id=caller.api_key_id,
            action=action,
            subject=subject,
            facts=facts,
        )
    )


def record_failed_sign_in(session: Session, user_id: int | None, email: str) -> None:
    """Write down a wrong password or an unknown e-mail, for the admins of the tenant the user joined first.

    One statement whether or not there is such a user: the answer takes as long.
    """
    first_joined = (
        select(UserTenant.tenant_id)
        .where(UserTenant.user_id == user_id)
        .order_by(UserTenant.created_at)
        .limit(1)
        .scalar_subquery()
    )
    subject = "unknown e-mail" if user_id is None else f"user {user_id}"
    session.execute(
        insert(AuditEvent).values(
            tenant_id=first_joined,
            user_id=user_id,
            action="sign-in.failed",
            subject=subject,
            facts={"email": email},
        )
    )
