"""A language model that counts for a tenant: no call is made beyond the limit, none is forgotten."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session, sessionmaker

from spravka.errors import Problem
from spravka.llm.asking import Answer, Llm, Message, Tokens
from spravka.llm.counting import estimate_sent, estimate_tokens
from spravka.llm.shapes import Shape
from spravka.usage import spending
from spravka.usage.tables import Outcome


@dataclass(frozen=True)
class MeteredLlm:
    """An :class:`spravka.llm.asking.Llm` whose calls are a tenant's, for a purpose.

    Tokens are set aside before a call, in a transaction of its own, and settled when it ends, however it ends: many
    calls at once stay under the limit together, and a call that fails in the middle is counted too. Iterating over an
    answer also raises :class:`spravka.usage.errors.TokenLimitReached`.
    """

    llm: Llm
    sessions: sessionmaker[Session]
    tenant_id: int
    purpose: str
    max_tokens: int
    """Of one answer, as in the language model's settings."""
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    @property
    def name(self) -> str:
        return self.llm.name

    def for_purpose(self, purpose: str) -> "MeteredLlm":
        """The same, its calls counted as for ``purpose``."""
        return MeteredLlm(self.llm, self.sessions, self.tenant_id, purpose, self.max_tokens, self.clock)

    def complete(
        self, messages: Sequence[Message], *, shape: Shape[Any] | None = None, max_tokens: int | None = None
    ) -> Answer:
        """See :class:`spravka.llm.asking.Llm`."""
        allowed = min(max_tokens or self.max_tokens, self.max_tokens)
        told = estimate_tokens(shape.told) if shape is not None else 0
        reserved = Tokens(sent=estimate_sent(messages) + told, received=allowed)
        inner = self.llm.complete(messages, shape=shape, max_tokens=allowed)
        return Answer(lambda answer: self._counted(answer, inner, reserved))

    def _counted(self, answer: Answer, inner: Answer, reserved: Tokens) -> Iterator[str]:
        call_id = self._begin(reserved)
        begun = time.monotonic()
        outcome, problem = Outcome.ABANDONED, None
        try:
            yield from inner
            outcome = Outcome.ANSWERED
        except Exception as error:
            outcome, problem = Outcome.FAILED, _type_of(error)
            raise
        finally:
            inner.close()
            answer.tokens, answer.is_cut = inner.tokens, inner.is_cut
            self._end(call_id, inner.tokens, round((time.monotonic() - begun) * 1000), outcome, problem)

    def _begin(self, reserved: Tokens) -> int:
        with self.sessions.begin() as session:
            call = spending.begin_call(session, self.tenant_id, self.purpose, self.name, reserved, self.clock())
            return call.id

    def _end(self, call_id: int, tokens: Tokens, milliseconds: int, outcome: Outcome, problem: str | None) -> None:
        with self.sessions.begin() as session:
            spending.end_call(session, call_id, tokens, milliseconds, outcome, problem)


def _type_of(error: Exception) -> str:
    return error.type_slug() if isinstance(error, Problem) else type(error).__name__
