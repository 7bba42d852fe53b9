"""Beginning chats, asking in them, keeping the answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from spravka.answering.steps import Step
from spravka.auth.access import TenantCaller
from spravka.chat import queries
from spravka.chat.assistants import TALKING_MODES, Assistants, accept_question, answer_steps, ended_answer
from spravka.chat.errors import AnswerOfAnotherQuestion, ModeHasNoChat
from spravka.chat.schemas import ChatChange, MessageOut, NewChat, NewMessage
from spravka.chat.tables import Chat, Message
from spravka.database_assistant.queries import get_own_answer
from spravka.tenants.errors import ModeNotEnabled
from spravka.tenants.queries import has_mode
from spravka.tenants.tables import ModeName

TITLE_LENGTH = 80


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
    mode: ModeName
    answer_id: int


def ask(session: Session, caller: TenantCaller, user_id: int, chat_id: int, new: NewMessage) -> AcceptedMessage:
    """Accept a question: the message and its answer stand in the database before the first stage begins."""
    chat = queries.get_chat(session, caller.tenant_id, user_id, chat_id)
    mode = queries.read_mode_names(session)[chat.mode_id]
    if not has_mode(session, caller.tenant_id, mode):
        raise ModeNotEnabled(mode.value)
    previous = _followed(session, caller.tenant_id, user_id, chat, new.connected_message_id)
    message = Message(chat_id=chat.id, query=new.query, connected_message_id=previous.id if previous else None)
    answer_id = accept_question(session, caller, mode, message, new, previous)
    session.add(message)
    chat.title = chat.title or " ".join(new.query.split())[:TITLE_LENGTH]
    session.flush()
    return AcceptedMessage(message.id, mode, answer_id)


def message_steps(assistants: Assistants, tenant_id: int, accepted: AcceptedMessage) -> Iterator[Step]:
    """The steps of the answer, and after the last one the message as it is kept."""
    yield Step("kept", {"message_id": accepted.message_id})
    yield from answer_steps(assistants, tenant_id, accepted.mode, accepted.answer_id)
    with assistants.resources.sessions.begin() as session:
        message = session.get(Message, accepted.message_id)
        if message is not None:  # the chat may have been deleted meanwhile
            keep_answers(session, tenant_id, [message])
            yield Step("message", MessageOut.of(message).model_dump(mode="json"))


def keep_answers(session: Session, tenant_id: int, messages: Sequence[Message]) -> None:
    """Copy finished answers into their messages, those too whose process died in between."""
    for message in messages:
        if message.answer is None and (ended := ended_answer(session, tenant_id, message)) is not None:
            message.answer, message.sql = ended.text, ended.sql
            message.table, message.source = ended.table, {**(message.source or {}), **ended.source}
    session.flush()


def change_answer(session: Session, tenant_id: int, user_id: int, message_id: int, answer_id: int) -> Message:
    """Let another answer to the same question stand in the message: that of changed SQL, or of another meaning.

    What follows is then read after it. The first answer stays known as ``first_answer_id`` of the source.
    Raises :class:`AnswerOfAnotherQuestion`.
    """
    message = queries.get_message(session, tenant_id, user_id, message_id)
    answer = get_own_answer(session, tenant_id, user_id, answer_id)
    if message.answer_id is None or answer.question != message.query:
        raise AnswerOfAnotherQuestion(answer_id)
    first_id = (message.source or {}).get("first_answer_id", message.answer_id)
    message.answer_id = answer.id
    message.answer = message.sql = message.table = None
    message.source = {"first_answer_id": first_id}
    keep_answers(session, tenant_id, [message])
    return message


def _followed(
    session: Session, tenant_id: int, user_id: int, chat: Chat, connected_message_id: int | None
) -> Message | None:
    if connected_message_id is not None:
        return queries.get_message(session, tenant_id, user_id, connected_message_id)
    return queries.find_last_message(session, tenant_id, chat.id)
