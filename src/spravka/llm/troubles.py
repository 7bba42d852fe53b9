"""The client library's errors as our own: none of them carries what the server wrote, which may hold secrets."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx2
from openai import APIConnectionError, APIError, APIStatusError, APITimeoutError

from spravka.errors import Problem
from spravka.llm.deadline import Deadline
from spravka.llm.errors import LlmAnswerUnreadable, LlmLimitReached, LlmRefused, LlmUnreachable
from spravka.telemetry import get_logger

log = get_logger(__name__)

REFUSALS = {
    401: "The language model's server does not accept the key: set SPRAVKA_LLM_API_KEY.",
    403: "The language model's server does not allow this to the key of SPRAVKA_LLM_API_KEY.",
    404: "The server knows no such language model or address: look at SPRAVKA_LLM_NAME and SPRAVKA_LLM_BASE_URL.",
    413: "The question with all that belongs to it is too long: lower SPRAVKA_LLM_PROMPT_TOKENS.",
}


@contextmanager
def telling(deadline: Deadline) -> Iterator[None]:
    """Raises a problem of :mod:`spravka.llm.errors` for whatever goes wrong inside."""
    try:
        yield
    except (APIError, httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL, ValueError) as error:
        problem = deadline.problem() if deadline.is_over else problem_of(error, deadline)
        log.warning("language model failed", problem=problem.type_slug(), kind=type(error).__name__)
        raise problem from None


def problem_of(error: Exception, deadline: Deadline) -> Problem:
    """What the error means to a caller."""
    if isinstance(error, APIStatusError):
        return _problem_of_status(error)
    if isinstance(error, APITimeoutError | httpx2.TimeoutException):
        return deadline.problem() if _was_reading(error) else LlmUnreachable("could not be reached")
    if isinstance(error, APIConnectionError | httpx2.HTTPError | httpx2.StreamError | httpx2.InvalidURL):
        return LlmUnreachable("could not be reached or broke off")
    if isinstance(error, APIError):
        return LlmUnreachable("reported an error in the middle of an answer")
    return LlmAnswerUnreadable("is not in the form that OpenAI-compatible servers use")


def _problem_of_status(error: APIStatusError) -> Problem:
    if error.status_code == 429:
        return LlmLimitReached(_retry_after_seconds(error))
    if error.status_code >= 500:
        return LlmUnreachable(f"answered {error.status_code}")
    reason = REFUSALS.get(
        error.status_code,
        f"The language model's server does not take the question (status {error.status_code}): "
        "it may be too long; SPRAVKA_LLM_PROMPT_TOKENS limits it.",
    )
    return LlmRefused(reason)


def _retry_after_seconds(error: Any) -> float | None:
    told = error.response.headers.get("retry-after", "")
    return float(told) if told.isdigit() else None


def _was_reading(error: Exception) -> bool:
    """A connection that was never made is no slow answer."""
    return not isinstance(error.__cause__ or error, httpx2.ConnectTimeout)
