"""Chats, messages, marks and reviews."""

import enum
from typing import Any

from sqlalchemy import Enum, ForeignKey, Index, String, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from spravka.database.mapped import BigInt, CreatedAt, IdKey, Table


class MarkValue(enum.StrEnum):
    LIKE = "like"
    DISLIKE = "dislike"


class Chat(Table):
    """A user's conversation in one mode of one tenant."""

    __tablename__ = "chat"
    __table_args__ = (Index("ix_chat_tenant_id_user_id_id", "tenant_id", "user_id", "id"),)

    id: Mapped[IdKey]
    tenant_id: Mapped[BigInt] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"))
    user_id: Mapped[BigInt] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    mode_id: Mapped[BigInt] = mapped_column(ForeignKey("mode.id"), index=True)
    title: Mapped[str] = mapped_column(String(200), server_default="")
    is_favourite: Mapped[bool] = mapped_column(server_default=false())
    created_at: Mapped[CreatedAt]


class Message(Table):
    """A question and its answer."""

    __tablename__ = "message"
    __table_args__ = (Index("ix_message_chat_id_id", "chat_id", "id"),)

    id: Mapped[IdKey]
    chat_id: Mapped[BigInt] = mapped_column(ForeignKey("chat.id", ondelete="CASCADE"))
    connected_message_id: Mapped[BigInt | None] = mapped_column(
        ForeignKey("message.id", ondelete="SET NULL"), index=True
    )
    answer_id: Mapped[BigInt | None] = mapped_column(ForeignKey("answer.id", ondelete="SET NULL"), index=True)
    """The database assistant's answer, with its stages and proof."""
    document_answer_id: Mapped[BigInt | None] = mapped_column(
        ForeignKey("document_answer.id", ondelete="SET NULL"), index=True
    )
    """The document assistant's answer, with its quotations."""
    query: Mapped[str] = mapped_column(Text)
    answer: Mapped[str | None] = mapped_column(Text)
    sql: Mapped[str | None] = mapped_column(Text)
    table: Mapped[dict[str, Any] | None]
    source: Mapped[dict[str, Any] | None]
    created_at: Mapped[CreatedAt]


class Mark(Table):
    """A user's like or dislike of an answer, one each."""

    __tablename__ = "mark"
    __table_args__ = (UniqueConstraint("message_id", "user_id"),)

    id: Mapped[IdKey]
    message_id: Mapped[BigInt] = mapped_column(ForeignKey("message.id", ondelete="CASCADE"))
    user_id: Mapped[BigInt] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    value: Mapped[MarkValue] = mapped_column(
        Enum(MarkValue, native_enum=False, length=16, values_callable=lambda values: [v.value for v in values])
    )
    reason: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[CreatedAt]


class Review(Table):
    """What a user wrote about an answer."""

    __tablename__ = "review"

    id: Mapped[IdKey]
    message_id: Mapped[BigInt] = mapped_column(ForeignKey("message.id", ondelete="CASCADE"), index=True)
    user_id: Mapped[BigInt] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(Text)
    created_at: Mapped[CreatedAt]
