"""Beginning chats, asking in them, keeping the answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from spravka.auth.access import TenantCaller
from spravka.chat import queries
from spravka.chat.errors import ModeHasNoChat
from spravka.chat.schemas import ChatChange, MessageOut, NewChat, NewMessage
from spravka.chat.tables import Chat, Message
from spravka.database_assistant.answering.making import answer_steps
from spravka.database_assistant.answering.steps import Step
from spravka.database_assistant.asking import Asked, accept_question
from spravka.database_assistant.assistant import Assistant
from spravka.database_assistant.queries import get_answer
from spravka.database_assistant.tables import Answer
from spravka.tenants.errors import ModeNotEnabled
from spravka.tenants.queries import has_mode
from spravka.tenants.tables import ModeName

TALKING_MODES = {ModeName.DATABASES}
TITLE_LENGTH = 80
TABLE_ROWS = 50
"""Rows that stand in the message itself; the answer has them all."""


def begin_chat(session: Session, tenant_id: int, user_id: int, new: NewChat) -> Chat:
    """A new, empty chat; raises :class:`ModeHasNoChat`, :class:`ModeNotEnabled`."""
    if new.mode not in TALKING_MODES:
        raise ModeHasNoChat(new.mode.value)
    if not has_mode(session, tenant_id, new.mode):
        raise ModeNotEnabled(new.mode.value)
    mode = queries.read_mode(session, new.mode)
    chat = Chat(tenant_id=tenant_id, user_id=user_id, mode_id=mode.id, title=new.title or "", is_favourite=False)
    session.add(chat)
    session.flush()
    return chat


def change_chat(session: Session, tenant_id: int, user_id: int, chat_id: int, change: ChatChange) -> Chat:
    chat = queries.get_chat(session, tenant_id, user_id, chat_id)
    for name, value in change.model_dump(exclude_none=True).items():
        setattr(chat, name, value)
    session.flush()
    return chat


@dataclass(frozen=True)
class AcceptedMessage:
    """A question that is kept, and the answer to be made."""

    message_id: int
    answer_id: int


def ask(session: Session, caller: TenantCaller, user_id: int, chat_id: int, new: NewMessage) -> AcceptedMessage:
    """Accept a question: the message and its answer stand in the database before the first stage begins."""
    chat = queries.get_chat(session, caller.tenant_id, user_id, chat_id)
    if not has_mode(session, caller.tenant_id, ModeName.DATABASES):
        raise ModeNotEnabled(ModeName.DATABASES.value)
    previous = _followed(session, caller.tenant_id, user_id, chat, new.connected_message_id)
    asked = Asked(question=new.query, previous_answer_id=previous.answer_id if previous else None)
    answer = accept_question(session, caller, asked)
    message = Message(
        chat_id=chat.id, query=new.query, answer_id=answer.id, connected_message_id=previous.id if previous else None
    )
    session.add(message)
    chat.title = chat.title or " ".join(new.query.split())[:TITLE_LENGTH]
    session.flush()
    return AcceptedMessage(message.id, answer.id)


def message_steps(assistant: Assistant, tenant_id: int, accepted: AcceptedMessage) -> Iterator[Step]:
    """The steps of the answer, and after the last one the message as it is kept."""
    yield Step("kept", {"message_id": accepted.message_id})
    yield from answer_steps(assistant, tenant_id, accepted.answer_id)
    with assistant.resources.sessions.begin() as session:
        message = session.get(Message, accepted.message_id)
        if message is not None:  # the chat may have been deleted meanwhile
            keep_answers(session, tenant_id, [message])
            yield Step("message", MessageOut.of(message).model_dump(mode="json"))


def keep_answers(session: Session, tenant_id: int, messages: Sequence[Message]) -> None:
    """Copy finished answers into their messages, those too whose process died in between."""
    for message in messages:
        if message.answer is None and message.answer_id is not None:
            answer = get_answer(session, tenant_id, message.answer_id)
            if answer.state.is_final:
                _keep(message, answer)
    session.flush()


def _keep(message: Message, answer: Answer) -> None:
    message.answer = answer.text or ""
    message.sql = answer.sql
    message.source = {"answer_id": answer.id, "state": answer.state.value}
    if answer.columns is not None:
        rows = answer.rows or []
        message.table = {"columns": answer.columns, "rows": rows[:TABLE_ROWS], "row_count": len(rows)}


def _followed(
    session: Session, tenant_id: int, user_id: int, chat: Chat, connected_message_id: int | None
) -> Message | None:
    if connected_message_id is not None:
        return queries.get_message(session, tenant_id, user_id, connected_message_id)
    return queries.find_last_message(session, tenant_id, chat.id)
