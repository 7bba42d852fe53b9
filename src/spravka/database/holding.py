"""One transaction at a time for things that no row stands for.

PostgreSQL's manual, "Advisory Locks": the lock is of the transaction and ends with it.
"""

from sqlalchemy import func, select
from sqlalchemy.orm import Session


def hold(session: Session, name: str) -> None:
    """Wait until nobody else holds ``name``, then hold it until the transaction ends."""
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(name, 0))))
