"""Reading a user's chats, with their messages, marks and reviews."""

from collections.abc import Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from spravka.chat.errors import ChatNotFound, MessageNotFound
from spravka.chat.tables import Chat, Mark, Message, Review
from spravka.tenants.tables import Mode, ModeName


def get_chat(session: Session, tenant_id: int, user_id: int, chat_id: int) -> Chat:
    chat = session.scalar(_chats(tenant_id, user_id).where(Chat.id == chat_id))
    if chat is None:
        raise ChatNotFound(chat_id)
    return chat


def list_chats(
    session: Session,
    tenant_id: int,
    user_id: int,
    *,
    mode: ModeName | None,
    is_favourite: bool | None,
    before: int | None,
    limit: int,
) -> Sequence[Chat]:
    """The user's chats, newest first."""
    query = _chats(tenant_id, user_id).order_by(Chat.id.desc()).limit(limit)
    if mode is not None:
        query = query.join(Mode, Mode.id == Chat.mode_id).where(Mode.name == mode)
    if is_favourite is not None:
        query = query.where(Chat.is_favourite == is_favourite)
    return session.scalars(query if before is None else query.where(Chat.id < before)).all()


def read_mode(session: Session, name: ModeName) -> Mode:
    """The row of a mode; the migrations made them all."""
    return session.scalars(select(Mode).where(Mode.name == name)).one()


def read_mode_names(session: Session) -> dict[int, ModeName]:
    """Modes by id."""
    return {mode.id: mode.name for mode in session.scalars(select(Mode))}


def get_message(session: Session, tenant_id: int, user_id: int, message_id: int) -> Message:
    """A message of one of the user's chats."""
    query = select(Message).join(Chat, Chat.id == Message.chat_id)
    message = session.scalar(
        query.where(Chat.tenant_id == tenant_id, Chat.user_id == user_id, Message.id == message_id)
    )
    if message is None:
        raise MessageNotFound(message_id)
    return message


def list_messages(
    session: Session, tenant_id: int, chat_id: int, *, after: int | None, limit: int
) -> Sequence[Message]:
    """A chat's messages in the order they were asked."""
    query = select(Message).join(Chat, Chat.id == Message.chat_id)
    query = query.where(Chat.tenant_id == tenant_id, Message.chat_id == chat_id).order_by(Message.id).limit(limit)
    return session.scalars(query if after is None else query.where(Message.id > after)).all()


def find_last_message(session: Session, tenant_id: int, chat_id: int) -> Message | None:
    query = select(Message).join(Chat, Chat.id == Message.chat_id)
    query = query.where(Chat.tenant_id == tenant_id, Message.chat_id == chat_id)
    return session.scalar(query.order_by(Message.id.desc()).limit(1))


def find_mark(session: Session, tenant_id: int, user_id: int, message_id: int) -> Mark | None:
    query = select(Mark).join(Message, Message.id == Mark.message_id).join(Chat, Chat.id == Message.chat_id)
    return session.scalar(
        query.where(Chat.tenant_id == tenant_id, Mark.user_id == user_id, Mark.message_id == message_id)
    )


def read_marks(session: Session, user_id: int, messages: Sequence[Message]) -> dict[int, Mark]:
    """The user's marks of these messages, by message."""
    query = select(Mark).where(Mark.user_id == user_id, Mark.message_id.in_([message.id for message in messages]))
    return {mark.message_id: mark for mark in session.scalars(query)}


def list_reviews(
    session: Session, tenant_id: int, message_id: int, *, after: int | None, limit: int
) -> Sequence[Review]:
    query = select(Review).join(Message, Message.id == Review.message_id).join(Chat, Chat.id == Message.chat_id)
    query = query.where(Chat.tenant_id == tenant_id, Review.message_id == message_id)
    query = query.order_by(Review.id).limit(limit)
    return session.scalars(query if after is None else query.where(Review.id > after)).all()


def _chats(tenant_id: int, user_id: int) -> Select[Chat]:
    return select(Chat).where(Chat.tenant_id == tenant_id, Chat.user_id == user_id)
