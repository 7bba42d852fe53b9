"""An OpenAI-compatible server (Ollama, vLLM, llama.cpp, a cloud), asked over chat completions that stream."""

import logging
import urllib.request
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from spravka.llm.asking import Answer, Llm, Message, Tokens
from spravka.llm.counting import estimate_sent, estimate_tokens
from spravka.llm.deadline import Deadline
from spravka.llm.errors import LlmRefused, LlmUnreachable
from spravka.llm.habits import Habits, after_refusal, request_fields, weakened
from spravka.llm.settings import LlmSettings
from spravka.llm.shapes import Shape
from spravka.llm.wording import with_shape, without_system
from spravka.telemetry import get_logger

if TYPE_CHECKING:
    import httpx2
    from openai import APIStatusError, OpenAI

log = get_logger(__name__)

CONNECT_SECONDS = 5.0
RETRY_SECONDS = 0.5
LONGEST_RETRY_SECONDS = 10.0
CHUNK_BYTES = 4096
"""A token in a stream comes in a chunk of a few hundred bytes."""
TOKEN_CHARACTERS = 16
"""Hardly a token is longer: an answer of more characters is longer than it was allowed to be."""
UNDERSTOOD_OTHERWISE = frozenset({400, 404, 415, 422, 501})
"""Statuses of servers that do not know a member of the request."""
REPEATED = frozenset({408, 409, 429, 500, 502, 503, 504, 529})


def open_llm(settings: LlmSettings) -> Llm | None:
    """The language model of the settings, None where there is none; nothing is contacted yet."""
    return OpenAiServer(settings) if settings.is_on else None


class OpenAiServer:
    """Remembers what its server understands; nothing else is kept between calls."""

    def __init__(self, settings: LlmSettings) -> None:
        self._settings = settings
        self._habits = Habits()

    @property
    def name(self) -> str:
        return self._settings.name

    @property
    def habits(self) -> Habits:
        """What the server is known to understand, so far."""
        return self._habits

    def complete(
        self, messages: Sequence[Message], *, shape: Shape[Any] | None = None, max_tokens: int | None = None
    ) -> Answer:
        """See :class:`spravka.llm.asking.Llm`."""
        allowed = min(max_tokens or self._settings.max_tokens, self._settings.max_tokens)
        told = with_shape(messages, shape)
        return Answer(lambda answer: self._pieces(answer, told, shape, allowed))

    def _pieces(
        self, answer: Answer, messages: Sequence[Message], shape: Shape[Any] | None, max_tokens: int
    ) -> Iterator[str]:
        from spravka.llm.troubles import telling

        deadline = Deadline(self._settings.timeout_seconds)
        received: list[str] = []
        try:
            with telling(deadline):
                stream = self._open(messages, shape, max_tokens, deadline)
                answer.tokens = Tokens(sent=estimate_sent(messages))
                with stream, deadline.cutting(stream.response):
                    for piece in _within(_read(stream, answer, deadline), answer, max_tokens * TOKEN_CHARACTERS):
                        received.append(piece)
                        yield piece
        finally:
            if answer.tokens.is_estimated:
                answer.tokens = Tokens(answer.tokens.sent, estimate_tokens("".join(received)))

    def _open(self, messages: Sequence[Message], shape: Shape[Any] | None, max_tokens: int, deadline: Deadline) -> Any:
        """The stream of an answer that has begun: what the server does not understand is asked otherwise."""
        from openai import APIStatusError

        habits = self._habits
        while True:
            fields = request_fields(habits, shape, max_tokens)
            try:
                told = messages if habits.takes_system else without_system(messages)
                stream = self._ask_twice(told, fields, deadline)
            except APIStatusError as refusal:
                other = _otherwise(refusal, habits, shape)
                if other is None:
                    raise
                habits = other
            else:
                self._habits = habits
                return stream

    def _ask_twice(self, messages: Sequence[Message], fields: Any, deadline: Deadline) -> Any:
        """A server that is down or busy is asked once more, if there is time for that."""
        from openai import APIConnectionError, APIStatusError, APITimeoutError

        try:
            return self._ask(messages, fields, deadline)
        except APITimeoutError:
            raise
        except APIConnectionError:
            pause = RETRY_SECONDS
            if not deadline.wait(pause):
                raise
        except APIStatusError as refusal:
            pause = _pause_after(refusal)
            if refusal.status_code not in REPEATED or pause > LONGEST_RETRY_SECONDS or not deadline.wait(pause):
                raise
        return self._ask(messages, fields, deadline)

    def _ask(self, messages: Sequence[Message], fields: Any, deadline: Deadline) -> Any:
        import httpx2

        remaining = deadline.remaining_seconds
        said: Any = [{"role": one.speaker.value, "content": one.text} for one in messages]
        return self._client.chat.completions.create(
            model=self.name,
            messages=said,
            stream=True,
            timeout=httpx2.Timeout(remaining, connect=min(CONNECT_SECONDS, remaining)),
            **fields,
        )

    @cached_property
    def _client(self) -> "OpenAI":
        from openai import OpenAI  # over a second of imports: only a process that asks pays for it

        logging.getLogger("openai").setLevel(logging.WARNING)  # below that it logs what users wrote
        assert self._settings.base_url is not None
        key = self._settings.api_key.get_secret_value() if self._settings.api_key else "none"
        return OpenAI(
            base_url=self._settings.base_url,
            api_key=key,
            admin_api_key="",
            default_headers={"Authorization": f"Bearer {key}"},
            max_retries=0,
            http_client=self._http_client(),
        )

    def _http_client(self) -> "httpx2.Client":
        import httpx2

        from spravka.llm.transport import BoundedTransport

        inner = httpx2.HTTPTransport(trust_env=False, proxy=proxy_of(self._settings))
        limit_bytes = 2**20 + self._settings.max_tokens * CHUNK_BYTES
        return httpx2.Client(transport=BoundedTransport(inner, limit_bytes), trust_env=False, follow_redirects=False)


def proxy_of(settings: LlmSettings) -> str | None:
    """The proxy that the environment names for the server's address, where the settings trust it."""
    address = urlsplit(settings.base_url or "")
    if not settings.trusts_environment or urllib.request.proxy_bypass(address.hostname or ""):
        return None
    return urllib.request.getproxies().get(address.scheme)


def _otherwise(refusal: "APIStatusError", habits: Habits, shape: Shape[Any] | None) -> Habits | None:
    """What to try after a refusal. Some servers answer 500 to a shape that they cannot compile."""
    if refusal.status_code in UNDERSTOOD_OTHERWISE:
        return after_refusal(habits, f"{refusal.message} {refusal.body}", shape is not None)
    return weakened(habits) if refusal.status_code == 500 and shape is not None else None


def _pause_after(refusal: "APIStatusError") -> float:
    told = refusal.response.headers.get("retry-after", "")
    return float(told) if told.isdigit() else RETRY_SECONDS


def _read(stream: Any, answer: Answer, deadline: Deadline) -> Iterator[str]:
    """The pieces of text; keeps count in ``answer``. Nothing of a chunk is believed to be there."""
    refusal: list[str] = []
    ending: str | None = None
    for chunk in stream:
        deadline.check()
        _keep_count(answer, getattr(chunk, "usage", None))
        for choice in (getattr(chunk, "choices", None) or [])[:1]:
            ending = getattr(choice, "finish_reason", None) or ending
            refusal += _texts(choice, "refusal")
            yield from _texts(choice, "content")
    deadline.check()
    answer.is_cut = ending == "length"
    _check_ending(ending, "".join(refusal))


def _within(pieces: Iterator[str], answer: Answer, limit_characters: int) -> Iterator[str]:
    """The pieces up to a limit: a server may not know or not keep the one it was told."""
    left = limit_characters
    for piece in pieces:
        left -= len(piece)
        if left < 0:
            answer.is_cut = True
            return
        yield piece


def _texts(choice: Any, name: str) -> list[str]:
    text = getattr(getattr(choice, "delta", None), name, None)
    return [text] if isinstance(text, str) and text else []


def _keep_count(answer: Answer, usage: Any) -> None:
    sent, received = getattr(usage, "prompt_tokens", None), getattr(usage, "completion_tokens", None)
    if isinstance(sent, int) and isinstance(received, int) and min(sent, received) >= 0:
        answer.tokens = Tokens(sent, received, is_estimated=False)


def _check_ending(ending: str | None, refusal: str) -> None:
    if refusal or ending == "content_filter":
        raise LlmRefused("The language model declined to answer this.")
    if ending is None:
        raise LlmUnreachable("broke off in the middle of an answer")
