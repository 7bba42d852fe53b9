"""Asking for a value: the answer is read as JSON; one that cannot be read is sent back, saying what is wrong."""

import json
import re
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from spravka.llm.arriving_json import Arrived, ArrivingObject
from spravka.llm.asking import Llm, Message, Speaker
from spravka.llm.errors import LlmAnswerUnreadable
from spravka.llm.shapes import Shape

Value = TypeVar("Value")
Part = TypeVar("Part")

REPAIRS = 1
SHOWN_CHARACTERS = 4000
"""How much of an unreadable answer is sent back."""
SHOWN_FAULTS = 5
FAULT_CHARACTERS = 400
THOUGHTS = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL)
TRIED_STARTS = 20


def ask(llm: Llm, messages: Sequence[Message], shape: Shape[Value], repairs: int = REPAIRS) -> Value:
    """The value of the answer; raises LlmAnswerUnreadable after ``repairs`` repetitions, and what ``llm`` raises."""
    asking = Parts(_asking(llm, messages, shape, repairs, lambda _: ()))
    for _ in asking:
        pass
    return asking.value


class Parts(Generic[Part, Value]):
    """What a generator yields, to be iterated over once; then ``value`` is what it returned."""

    def __init__(self, generator: Generator[Part, None, Value]) -> None:
        self._generator = generator
        self.value: Value

    def __iter__(self) -> Iterator[Part]:
        self.value = yield from self._generator

    def close(self) -> None:
        """Nothing more is wanted of it."""
        self._generator.close()


def ask_telling(
    llm: Llm, messages: Sequence[Message], shape: Shape[Value], repairs: int = REPAIRS
) -> Parts[Arrived, Value]:
    """The same for who wants each part of the answer as soon as it is whole.

    Parts are told of the first try alone, and are not read by ``shape``. Where that try cannot be read the value is
    another one: what was made of the parts is to be forgotten then, as after a problem.
    """
    return Parts(_asking(llm, messages, shape, repairs, ArrivingObject().feed))


def _asking(
    llm: Llm, messages: Sequence[Message], shape: Shape[Value], repairs: int, hear: Callable[[str], Iterable[Arrived]]
) -> Generator[Arrived, None, Value]:
    asked = list(messages)
    fault = ""
    for turn in range(repairs + 1):
        pieces: list[str] = []
        with closing(llm.complete(asked, shape=shape)) as answer:
            for piece in answer:
                pieces.append(piece)
                if turn == 0:
                    yield from hear(piece)
        text = "".join(pieces)
        try:
            return shape.read(find_json(text))
        except (ValueError, RecursionError) as error:
            fault = "it was cut off: answer shorter" if answer.is_cut else brief(error)
        asked = [*messages, Message(Speaker.ASSISTANT, text[:SHOWN_CHARACTERS]), _sent_back(fault)]
    raise LlmAnswerUnreadable(f"is not of the shape {shape.name} ({fault})")


def _sent_back(fault: str) -> Message:
    return Message(Speaker.USER, f"That cannot be used: {fault}\nGive the whole answer again, corrected, as JSON only.")


def find_json(text: str) -> Any:
    """The first JSON object in ``text``, whatever stands around it; raises ``ValueError`` where there is none."""
    spoken = THOUGHTS.sub("", text)
    decoder = json.JSONDecoder()
    for start in _starts(spoken):
        try:
            return decoder.raw_decode(spoken, start)[0]
        except (ValueError, RecursionError):
            continue
    raise ValueError("there is no whole JSON object in it")


def _starts(text: str) -> list[int]:
    return [found.start() for found in re.finditer(r"\{", text)][:TRIED_STARTS]


def brief(error: Exception) -> str:
    """What is wrong, in a line: where and why, without the value itself."""
    if not isinstance(error, ValidationError):
        return str(error)[:FAULT_CHARACTERS]
    faults = error.errors(include_url=False, include_input=False, include_context=False)[:SHOWN_FAULTS]
    return "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in faults)[:FAULT_CHARACTERS]
