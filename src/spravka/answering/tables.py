"""What the rows of answers have in common; each assistant derives a table of its own."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy import text as sql_text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from spravka.database.mapped import BigInt, CreatedAt, IdKey, Table

FIRST, LAST = -1, 1
"""Where a column stands beside those of the assistant's own."""


class AnswerRow(Table):
    """A question of a user, its stages, and what came of it."""

    __abstract__ = True

    id: Mapped[IdKey] = mapped_column(sort_order=FIRST)
    tenant_id: Mapped[BigInt] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"), sort_order=FIRST)
    user_id: Mapped[BigInt | None] = mapped_column(
        ForeignKey("user.id", ondelete="SET NULL"), index=True, sort_order=FIRST
    )
    question: Mapped[str] = mapped_column(Text, sort_order=FIRST)
    language: Mapped[str] = mapped_column(String(2), server_default="en", sort_order=FIRST)
    state: Mapped[Any]
    """One of the assistant's own states, whose table says which; ``is_final`` tells whether it can still change."""
    stages: Mapped[list[Any]] = mapped_column(JSONB, server_default=sql_text("'[]'"), sort_order=LAST)
    text: Mapped[str | None] = mapped_column(Text, sort_order=LAST)
    details: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default=sql_text("'{}'"), sort_order=LAST)
    problem: Mapped[dict[str, Any] | None] = mapped_column(sort_order=LAST)
    cancel_requested_at: Mapped[datetime | None] = mapped_column(sort_order=LAST)
    alive_at: Mapped[CreatedAt] = mapped_column(sort_order=LAST)
    """The latest sign of life of whoever makes the answer."""
    created_at: Mapped[CreatedAt] = mapped_column(sort_order=LAST)
    finished_at: Mapped[datetime | None] = mapped_column(sort_order=LAST)
