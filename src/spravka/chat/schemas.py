"""What the routes of this room take and give."""

from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field

from spravka.chat.tables import Chat, Mark, MarkValue, Message
from spravka.documents.answer_schemas import DocumentScope
from spravka.tenants.tables import ModeName
from spravka.web.fields import Id, Line, Paragraphs

ChatTitle = Annotated[Line, Field(max_length=200)]
Reason = Annotated[Paragraphs, Field(max_length=2_000)]


class _Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class NewChat(BaseModel):
    """A conversation to begin."""

    mode: ModeName = Field(default=ModeName.DATABASES, description="The service to talk to")
    title: ChatTitle | None = Field(default=None, description="The first question, where left out")


class ChatChange(BaseModel):
    """What changes; what is absent stays."""

    title: ChatTitle | None = None
    is_favourite: bool | None = None


class ChatOut(_Out):
    """A conversation."""

    id: int
    mode: ModeName
    title: str
    is_favourite: bool
    created_at: datetime

    @classmethod
    def of(cls, chat: Chat, modes: dict[int, ModeName]) -> Self:
        return cls(
            id=chat.id,
            mode=modes[chat.mode_id],
            title=chat.title,
            is_favourite=chat.is_favourite,
            created_at=chat.created_at,
        )


class NewMessage(BaseModel):
    """A question."""

    query: Annotated[Paragraphs, Field(max_length=4_000, examples=["Сколько заплатили подрядчикам в прошлом месяце?"])]
    connected_message_id: Id | None = Field(
        default=None, description="The message it follows; the chat's last one, where a question cannot stand alone"
    )
    scope: DocumentScope | None = Field(
        default=None, description="Of a chat with documents: which are asked; left out, those of the message it follows"
    )
    is_quoted_only: bool = Field(
        default=False, description="Of a chat with documents: quotations alone, no language model is asked"
    )


class MarkOut(_Out):
    """Your like or dislike."""

    value: MarkValue
    reason: str | None


class MessageOut(_Out):
    """A question with its answer. The whole of it, with stages and proof, is `answers/{answer_id}` of a database,
    `document-answers/{document_answer_id}` of documents."""

    id: int
    chat_id: int
    connected_message_id: int | None
    answer_id: int | None
    document_answer_id: int | None
    query: str
    answer: str | None
    sql: str | None
    table: dict[str, Any] | None = Field(description="The first rows: `columns`, `rows`, `row_count`")
    source: dict[str, Any] | None = Field(
        description="Of documents: `quotations` with pages and boxes, `sentences`; of a database, where another answer "
        "stands in place of the first: `first_answer_id`"
    )
    mark: MarkOut | None = None
    created_at: datetime

    @classmethod
    def of(cls, message: Message, mark: Mark | None = None) -> Self:
        shown = cls.model_validate({**_columns(message), "mark": None})
        return shown if mark is None else shown.model_copy(update={"mark": MarkOut.model_validate(mark)})


def _columns(message: Message) -> dict[str, Any]:
    return {name: getattr(message, name) for name in MessageOut.model_fields if name != "mark"}


class AnswerChange(BaseModel):
    """Another answer to a message's question."""

    answer_id: Id = Field(description="Of changed SQL, or of a chosen meaning; the first answer's id goes back to it")


class NewMark(BaseModel):
    """A like or a dislike."""

    value: MarkValue
    reason: Reason | None = Field(default=None, description="Why")


class NewReview(BaseModel):
    """What you think of an answer."""

    text: Annotated[Paragraphs, Field(max_length=10_000)]


class ReviewOut(_Out):
    """What somebody wrote about an answer."""

    id: int
    message_id: int
    user_id: int
    text: str
    created_at: datetime
