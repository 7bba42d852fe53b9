"""Work that must wait until a transaction is durable: a job is sent to Redis only when its row is committed."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from spravka.telemetry import get_logger

log = get_logger(__name__)

_ACTIONS = "after_commit_actions"


def after_commit(session: Session, action: Callable[[], None]) -> None:
    """Run ``action`` once ``session`` commits; never if it rolls back.

    An action that fails is logged and forgotten: the commit stands, so whatever an action does must be
    something that the truth in the database lets somebody do again.
    """
    session.info.setdefault(_ACTIONS, []).append(action)


def run_actions(session: Session) -> None:
    """Run and forget the actions of ``session``; SQLAlchemy's ``after_commit`` event."""
    for action in session.info.pop(_ACTIONS, []):
        try:
            action()
        except Exception:
            log.exception("after-commit action failed")


def forget_actions(session: Session) -> None:
    """Forget the actions of ``session``; SQLAlchemy's ``after_rollback`` event."""
    session.info.pop(_ACTIONS, None)
