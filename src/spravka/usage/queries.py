"""What is read of a tenant's calls."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from spravka.usage.tables import LlmCall, LlmLimit, Outcome

SHOWN_DAYS = 31


@dataclass(frozen=True)
class Spending:
    """Calls and what they cost. ``key`` is the day or the purpose they have in common."""

    calls: int
    failed_calls: int
    sent_tokens: int
    received_tokens: int
    milliseconds: int
    key: Any = None

    @property
    def day(self) -> datetime.date:
        day: datetime.date = self.key
        return day

    @property
    def purpose(self) -> str:
        return str(self.key)


def find_limit(session: Session, tenant_id: int) -> LlmLimit | None:
    """The tenant's limit, where one was set."""
    return session.get(LlmLimit, tenant_id)


def find_limit_for_update(session: Session, tenant_id: int) -> LlmLimit | None:
    """The tenant's limit, held until the transaction ends: calls that begin at once are judged one by one."""
    return session.scalar(
        select(LlmLimit)
        .where(LlmLimit.tenant_id == tenant_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


def count_tokens_since(session: Session, tenant_id: int, since_at: datetime.datetime) -> int:
    """Tokens spent or set aside."""
    total = func.sum(LlmCall.sent_tokens + LlmCall.received_tokens)
    spent = session.scalar(select(total).where(LlmCall.tenant_id == tenant_id, LlmCall.created_at >= since_at))
    return int(spent or 0)


def get_spending(session: Session, tenant_id: int, since_at: datetime.datetime) -> Spending:
    """All calls since then."""
    found = session.execute(
        select(*_sums()).where(LlmCall.tenant_id == tenant_id, LlmCall.created_at >= since_at)
    ).one()
    return _spending(found)


def list_purposes(session: Session, tenant_id: int, since_at: datetime.datetime) -> Sequence[Spending]:
    """The calls since then by purpose, the dearest first."""
    sums = _sums()
    found = session.execute(
        select(*sums, LlmCall.purpose.label("key"))
        .where(LlmCall.tenant_id == tenant_id, LlmCall.created_at >= since_at)
        .group_by(LlmCall.purpose)
        .order_by((func.sum(LlmCall.sent_tokens + LlmCall.received_tokens)).desc(), LlmCall.purpose)
    )
    return [_spending(one, one.key) for one in found]


def list_days(session: Session, tenant_id: int, since_at: datetime.datetime) -> Sequence[Spending]:
    """The calls since then by day (UTC), the newest first."""
    day = func.date(func.timezone("UTC", LlmCall.created_at))
    found = session.execute(
        select(*_sums(), day.label("key"))
        .where(LlmCall.tenant_id == tenant_id, LlmCall.created_at >= since_at)
        .group_by(day)
        .order_by(day.desc())
        .limit(SHOWN_DAYS)
    )
    return [_spending(one, one.key) for one in found]


def list_calls(session: Session, tenant_id: int, before: int | None, limit: int) -> Sequence[LlmCall]:
    """Calls, the newest first; one more than ``limit``."""
    query = select(LlmCall).where(LlmCall.tenant_id == tenant_id)
    if before is not None:
        query = query.where(LlmCall.id < before)
    return session.scalars(query.order_by(LlmCall.id.desc()).limit(limit + 1)).all()


def _sums() -> tuple[ColumnElement[Any], ...]:
    return (
        func.count().label("calls"),
        func.count().filter(LlmCall.outcome == Outcome.FAILED).label("failed_calls"),
        func.coalesce(func.sum(LlmCall.sent_tokens), 0).label("sent_tokens"),
        func.coalesce(func.sum(LlmCall.received_tokens), 0).label("received_tokens"),
        func.coalesce(func.sum(LlmCall.milliseconds), 0).label("milliseconds"),
    )


def _spending(found: Any, key: Any = None) -> Spending:
    return Spending(
        found.calls,
        found.failed_calls,
        int(found.sent_tokens),
        int(found.received_tokens),
        int(found.milliseconds),
        key,
    )
