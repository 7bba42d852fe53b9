"""What can go wrong with chats, marks and reviews."""

from dataclasses import dataclass
from typing import ClassVar

from spravka.errors import NotFound, Rejected


@dataclass
class ChatNotFound(NotFound):
    title: ClassVar[str] = "No such chat"
    chat_id: int

    @property
    def detail(self) -> str:
        return f"You have no chat {self.chat_id} in this tenant."


@dataclass
class MessageNotFound(NotFound):
    title: ClassVar[str] = "No such message"
    message_id: int

    @property
    def detail(self) -> str:
        return f"None of your chats in this tenant has a message {self.message_id}."


@dataclass
class ModeHasNoChat(Rejected):
    title: ClassVar[str] = "This service is not talked to"
    mode: str

    @property
    def detail(self) -> str:
        return f"There are no chats with the service {self.mode!r}; start one with the service databases or documents."


@dataclass
class AnswerOfAnotherQuestion(Rejected):
    title: ClassVar[str] = "The answer is to another question"
    answer_id: int

    @property
    def detail(self) -> str:
        return f"Answer {self.answer_id} does not answer this message's question; take one made from its answer."
