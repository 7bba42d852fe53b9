"""Chats, messages, marks and reviews, over HTTP. Asking streams the stages of the answer."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends, Query, status
from fastapi.sse import EventSourceResponse, ServerSentEvent

from spravka.chat import judging, queries, talking
from spravka.chat.access import AssistantsDep, TalkerDep
from spravka.chat.assistants import kept_alive_while_made
from spravka.chat.errors import AnswerOfAnotherQuestion, ChatNotFound, MessageNotFound, ModeHasNoChat
from spravka.chat.schemas import (
    AnswerChange,
    ChatChange,
    ChatOut,
    MarkOut,
    MessageOut,
    NewChat,
    NewMark,
    NewMessage,
    NewReview,
    ReviewOut,
)
from spravka.database_assistant.errors import AnswerNotFound, NoDatabaseConnected
from spravka.documents.errors import DocumentNotFound, FolderNotFound, NoDocuments, QuestionWithoutWords
from spravka.tenants.errors import ModeNotEnabled
from spravka.tenants.tables import ModeName
from spravka.web.dependencies import ResourcesDep, SessionDep
from spravka.web.documented import documented
from spravka.web.fields import Id
from spravka.web.pages import Page, PageRequestDep, to_page
from spravka.web.streaming import detached

router = APIRouter(tags=["chat"])


@router.get("/chats")
def list_chats(
    session: SessionDep,
    talker: TalkerDep,
    page: PageRequestDep,
    mode: Annotated[ModeName | None, Query(description="Only chats with this service")] = None,
    is_favourite: Annotated[bool | None, Query(description="Only favourites, or only others")] = None,
) -> Page[ChatOut]:
    """Your chats, newest first."""
    found = queries.list_chats(
        session,
        talker.tenant_id,
        talker.user_id,
        mode=mode,
        is_favourite=is_favourite,
        before=page.after,
        limit=page.limit + 1,
    )
    shown, next_after = to_page(found, page, key=lambda chat: chat.id)
    modes = queries.read_mode_names(session)
    return Page(entries=[ChatOut.of(chat, modes) for chat in shown], next_after=next_after)


@router.post("/chats", status_code=status.HTTP_201_CREATED, responses=documented(ModeHasNoChat, ModeNotEnabled))
def begin_chat(session: SessionDep, talker: TalkerDep, new: NewChat) -> ChatOut:
    """Begin a conversation with a service."""
    chat = talking.begin_chat(session, talker.tenant_id, talker.user_id, new)
    return ChatOut.of(chat, queries.read_mode_names(session))


@router.get("/chats/{chat_id}", responses=documented(ChatNotFound))
def get_chat(session: SessionDep, talker: TalkerDep, chat_id: Id) -> ChatOut:
    """One of your chats."""
    chat = queries.get_chat(session, talker.tenant_id, talker.user_id, chat_id)
    return ChatOut.of(chat, queries.read_mode_names(session))


@router.patch("/chats/{chat_id}", responses=documented(ChatNotFound))
def change_chat(session: SessionDep, talker: TalkerDep, chat_id: Id, change: ChatChange) -> ChatOut:
    """Rename a chat, make it a favourite or not."""
    chat = talking.change_chat(session, talker.tenant_id, talker.user_id, chat_id, change)
    return ChatOut.of(chat, queries.read_mode_names(session))


@router.delete("/chats/{chat_id}", status_code=status.HTTP_204_NO_CONTENT, responses=documented(ChatNotFound))
def delete_chat(session: SessionDep, talker: TalkerDep, chat_id: Id) -> None:
    """Delete a chat with its messages."""
    session.delete(queries.get_chat(session, talker.tenant_id, talker.user_id, chat_id))


@router.get("/chats/{chat_id}/messages", responses=documented(ChatNotFound))
def list_messages(session: SessionDep, talker: TalkerDep, chat_id: Id, page: PageRequestDep) -> Page[MessageOut]:
    """A chat's messages in the order they were asked, with your marks."""
    queries.get_chat(session, talker.tenant_id, talker.user_id, chat_id)
    found = queries.list_messages(session, talker.tenant_id, chat_id, after=page.after, limit=page.limit + 1)
    shown, next_after = to_page(found, page, key=lambda message: message.id)
    talking.keep_answers(session, talker.tenant_id, shown)
    marks = queries.read_marks(session, talker.user_id, shown)
    entries = [MessageOut.of(message, marks.get(message.id)) for message in shown]
    return Page(entries=entries, next_after=next_after)


def accept_message(resources: ResourcesDep, talker: TalkerDep, chat_id: Id, new: NewMessage) -> talking.AcceptedMessage:
    """Kept before anything is streamed: a transaction of the request would end after the stream has begun."""
    with resources.sessions.begin() as session:
        return talking.ask(session, talker.caller, talker.user_id, chat_id, new)


@router.post(
    "/chats/{chat_id}/messages",
    response_class=EventSourceResponse,
    responses=documented(
        ChatNotFound,
        NoDatabaseConnected,
        NoDocuments,
        DocumentNotFound,
        FolderNotFound,
        QuestionWithoutWords,
        ModeNotEnabled,
    ),
)
async def ask_in_chat(
    assistants: AssistantsDep,
    talker: TalkerDep,
    accepted: Annotated[talking.AcceptedMessage, Depends(accept_message)],
) -> AsyncIterator[ServerSentEvent]:
    """Ask. Streams `kept` (with the message's id), `accepted` (with the answer's), a `stage` for each stage, the
    `answer`, and at last the `message` with it."""
    alive = kept_alive_while_made(assistants, accepted.mode, accepted.answer_id)
    async for step in detached(lambda: talking.message_steps(assistants, talker.tenant_id, accepted), alive):
        yield ServerSentEvent(event=step.event, data=step.data)


@router.get("/messages/{message_id}", responses=documented(MessageNotFound))
def get_message(session: SessionDep, talker: TalkerDep, message_id: Id) -> MessageOut:
    """One message of your chats."""
    message = queries.get_message(session, talker.tenant_id, talker.user_id, message_id)
    talking.keep_answers(session, talker.tenant_id, [message])
    return MessageOut.of(message, queries.find_mark(session, talker.tenant_id, talker.user_id, message_id))


@router.put(
    "/messages/{message_id}/answer",
    responses=documented(MessageNotFound, AnswerNotFound, AnswerOfAnotherQuestion),
)
def change_answer(session: SessionDep, talker: TalkerDep, message_id: Id, change: AnswerChange) -> MessageOut:
    """Let another answer of yours to the same question stand in the message, such as that of SQL you changed; what
    you ask next follows it."""
    message = talking.change_answer(session, talker.tenant_id, talker.user_id, message_id, change.answer_id)
    return MessageOut.of(message, queries.find_mark(session, talker.tenant_id, talker.user_id, message_id))


@router.put("/messages/{message_id}/mark", responses=documented(MessageNotFound))
def set_mark(session: SessionDep, talker: TalkerDep, message_id: Id, new: NewMark) -> MarkOut:
    """Like or dislike an answer. A liked answer becomes a candidate for the tenant's examples."""
    mark = judging.set_mark(session, talker.tenant_id, talker.user_id, message_id, new)
    return MarkOut.model_validate(mark)


@router.delete(
    "/messages/{message_id}/mark", status_code=status.HTTP_204_NO_CONTENT, responses=documented(MessageNotFound)
)
def remove_mark(session: SessionDep, talker: TalkerDep, message_id: Id) -> None:
    """Take your mark back."""
    judging.remove_mark(session, talker.tenant_id, talker.user_id, message_id)


@router.get("/messages/{message_id}/reviews", responses=documented(MessageNotFound))
def list_reviews(session: SessionDep, talker: TalkerDep, message_id: Id, page: PageRequestDep) -> Page[ReviewOut]:
    """What was written about an answer."""
    queries.get_message(session, talker.tenant_id, talker.user_id, message_id)
    found = queries.list_reviews(session, talker.tenant_id, message_id, after=page.after, limit=page.limit + 1)
    shown, next_after = to_page(found, page, key=lambda review: review.id)
    return Page(entries=[ReviewOut.model_validate(review) for review in shown], next_after=next_after)


@router.post(
    "/messages/{message_id}/reviews", status_code=status.HTTP_201_CREATED, responses=documented(MessageNotFound)
)
def add_review(session: SessionDep, talker: TalkerDep, message_id: Id, new: NewReview) -> ReviewOut:
    """Write what you think of an answer."""
    review = judging.add_review(session, talker.tenant_id, talker.user_id, message_id, new)
    return ReviewOut.model_validate(review)
