"""Beginning and ending a call: tokens are set aside before it, and what it really cost is written down after it."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from spravka.llm.asking import Tokens
from spravka.usage import queries
from spravka.usage.errors import TokenLimitReached
from spravka.usage.periods import start_of_day, start_of_month
from spravka.usage.tables import LlmCall, Outcome


def check_limit(session: Session, tenant_id: int, now: datetime, wanted_tokens: int = 1) -> None:
    """Raises :class:`TokenLimitReached` where ``wanted_tokens`` more would go over the tenant's limit.

    Holds the tenant's limit until the transaction ends, so that of two callers one sees what the other took.
    """
    limit = queries.find_limit_for_update(session, tenant_id)
    if limit is None:
        return
    for period, allowed, since_at in (
        ("day", limit.tokens_a_day, start_of_day(now)),
        ("month", limit.tokens_a_month, start_of_month(now)),
    ):
        if allowed is not None:
            spent = queries.count_tokens_since(session, tenant_id, since_at)
            if spent + wanted_tokens > allowed:
                raise TokenLimitReached(period, allowed, spent)


def begin_call(
    session: Session, tenant_id: int, purpose: str, llm_name: str, reserved: Tokens, now: datetime
) -> LlmCall:
    """A call with its tokens set aside; raises :class:`TokenLimitReached`. Commit before calling."""
    check_limit(session, tenant_id, now, reserved.total)
    call = LlmCall(
        tenant_id=tenant_id,
        purpose=purpose,
        llm_name=llm_name,
        sent_tokens=reserved.sent,
        received_tokens=reserved.received,
        created_at=now,
    )
    session.add(call)
    session.flush()
    return call


def end_call(
    session: Session, call_id: int, tokens: Tokens, milliseconds: int, outcome: Outcome, problem: str | None = None
) -> None:
    """What the call cost, in place of what was set aside; ``problem`` is the type of what went wrong."""
    session.execute(
        update(LlmCall)
        .where(LlmCall.id == call_id)
        .values(
            sent_tokens=tokens.sent,
            received_tokens=tokens.received,
            is_estimated=tokens.is_estimated,
            milliseconds=milliseconds,
            outcome=outcome,
            problem=problem,
        )
    )
