"""Every call of a language model, and what a tenant may spend on them."""

import enum
from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, Enum, ForeignKey, Index, String, func, text, true
from sqlalchemy.orm import Mapped, mapped_column

from spravka.database.mapped import BigInt, CreatedAt, IdKey, Table


class Outcome(enum.StrEnum):
    """How a call ended."""

    STARTED = "started"
    """Not yet; also for ever, where the process was killed in the middle: what was set aside then counts."""
    ANSWERED = "answered"
    FAILED = "failed"
    ABANDONED = "abandoned"
    """Nobody listened to the end."""


class LlmCall(Table):
    """One call of a language model for a tenant; until it ends, its tokens are those set aside for it."""

    __tablename__ = "llm_call"
    __table_args__ = (
        Index("ix_llm_call_tenant_id_created_at", "tenant_id", "created_at"),
        Index("ix_llm_call_tenant_id_id", "tenant_id", "id"),
    )

    id: Mapped[IdKey]
    tenant_id: Mapped[BigInt] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"))
    purpose: Mapped[str] = mapped_column(String(64))
    llm_name: Mapped[str] = mapped_column(String(200))
    sent_tokens: Mapped[int]
    received_tokens: Mapped[int]
    is_estimated: Mapped[bool] = mapped_column(server_default=true())
    milliseconds: Mapped[int | None]
    outcome: Mapped[Outcome] = mapped_column(
        Enum(Outcome, native_enum=False, length=16, values_callable=lambda all_: [one.value for one in all_]),
        server_default=Outcome.STARTED.value,
    )
    problem: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[CreatedAt]


class LlmLimit(Table):
    """What a tenant may spend, in tokens sent and received together; null is without limit."""

    __tablename__ = "llm_limit"
    __table_args__ = (
        CheckConstraint("tokens_a_day >= 0", name="tokens_a_day"),
        CheckConstraint("tokens_a_month >= 0", name="tokens_a_month"),
    )

    tenant_id: Mapped[BigInt] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"), primary_key=True)
    tokens_a_day: Mapped[int | None] = mapped_column(BigInteger)
    tokens_a_month: Mapped[int | None] = mapped_column(BigInteger)
    changed_at: Mapped[datetime] = mapped_column(server_default=func.now(), onupdate=text("now()"))
