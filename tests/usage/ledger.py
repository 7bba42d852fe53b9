"""Calls written down as over, whatever the limit."""

from datetime import datetime

from sqlalchemy.orm import Session

from spravka.usage.tables import LlmCall, Outcome


def record_call(
    session: Session, tenant_id: int, tokens: tuple[int, int], at: datetime, purpose: str, outcome: Outcome
) -> None:
    """A call of a quarter of a second; ``tokens`` are those sent and those received."""
    sent, received = tokens
    session.add(
        LlmCall(
            tenant_id=tenant_id,
            purpose=purpose,
            llm_name="x",
            sent_tokens=sent,
            received_tokens=received,
            milliseconds=250,
            outcome=outcome,
            created_at=at,
        )
    )
