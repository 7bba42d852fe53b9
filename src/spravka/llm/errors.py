"""What can go wrong with a language model; none of it makes a service unavailable that can do without."""

from dataclasses import dataclass

from spravka.errors import LimitExceeded, Unavailable

WITHOUT_IT = "Everything that needs no language model goes on working."


@dataclass
class LlmUnreachable(Unavailable):
    """The server is down, answered with an error of its own, or broke off in the middle."""

    title = "The language model does not answer"
    reason: str

    @property
    def detail(self) -> str:
        return f"The language model's server {self.reason}. {WITHOUT_IT}"


@dataclass
class LlmTimedOut(Unavailable):
    title = "The language model took too long"
    timeout_seconds: float

    @property
    def detail(self) -> str:
        return (
            f"The answer was not complete after {self.timeout_seconds:g} s; "
            f"SPRAVKA_LLM_TIMEOUT_SECONDS allows more. {WITHOUT_IT}"
        )


@dataclass
class LlmRefused(Unavailable):
    """The server does not take the request, or the language model declined to answer it."""

    title = "The language model refused"
    reason: str

    @property
    def detail(self) -> str:
        return f"{self.reason} {WITHOUT_IT}"


@dataclass
class LlmAnswerUnreadable(Unavailable):
    title = "The language model's answer cannot be read"
    reason: str

    @property
    def detail(self) -> str:
        return f"The answer {self.reason}; asking again or in other words may help. {WITHOUT_IT}"


@dataclass
class LlmLimitReached(LimitExceeded):
    """The server's own limit, not the tenant's."""

    title = "The language model is busy"
    retry_after_seconds: float | None

    @property
    def detail(self) -> str:
        when = "later" if self.retry_after_seconds is None else f"in {self.retry_after_seconds:.0f} s"
        return f"The language model's server takes no more requests now: ask again {when}. {WITHOUT_IT}"
