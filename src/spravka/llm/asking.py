"""The one interface of every language model: messages in, an answer that arrives piece by piece out."""

import enum
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from spravka.llm.shapes import Shape


class Speaker(enum.StrEnum):
    """Who says a message; only ``SYSTEM`` is ours to command with."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


@dataclass(frozen=True, slots=True)
class Message:
    speaker: Speaker
    text: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a call cost; ``is_estimated`` where the server did not say."""

    sent: int = 0
    received: int = 0
    is_estimated: bool = True

    @property
    def total(self) -> int:
        return self.sent + self.received


class Answer:
    """An answer as it arrives. Iterate over it once; nothing is asked before that.

    ``tokens`` and ``is_cut`` hold once the answer has ended, also where it ended with a problem or was closed.
    """

    def __init__(self, pieces: Callable[["Answer"], Iterator[str]]) -> None:
        self.tokens = Tokens()
        self.is_cut = False
        """True where the answer was longer than allowed."""
        self._pieces = pieces(self)

    def __iter__(self) -> Iterator[str]:
        return self._pieces

    def text(self) -> str:
        """The whole of it; raises the problems of :mod:`spravka.llm.errors`."""
        return "".join(self._pieces)

    def close(self) -> None:
        """Hear no more of it: the server is let go."""
        close = getattr(self._pieces, "close", None)
        if close is not None:
            close()


class Llm(Protocol):
    """A language model. Safe to use from several threads."""

    @property
    def name(self) -> str:
        """Which language model answers."""

    def complete(
        self, messages: Sequence[Message], *, shape: Shape[Any] | None = None, max_tokens: int | None = None
    ) -> Answer:
        """The answer to ``messages``, with ``shape`` as JSON as far as the server can be held to it.

        Iterating over the answer raises LlmUnreachable, LlmTimedOut, LlmRefused, LlmAnswerUnreadable or
        LlmLimitReached.
        """
