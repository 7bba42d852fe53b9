"""Throwing away sign-ins that are over."""

from datetime import timedelta

from sqlalchemy import delete, func, or_

from spravka.auth.tables import SignIn
from spravka.resources import Resources

KEPT_FOR = timedelta(days=7)
"""An ended sign-in is kept this long, so that the reuse of its refresh token is still recognised."""


def remove_old_sign_ins(resources: Resources) -> None:
    """Delete sign-ins that ended, or ran out, a week ago."""
    before = func.now() - KEPT_FOR
    with resources.sessions.begin() as session:
        session.execute(delete(SignIn).where(or_(SignIn.ended_at < before, SignIn.expires_at < before)))
