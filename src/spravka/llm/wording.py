"""The messages as a server takes them: many chat templates know one message of the system, at the start, or none."""

from collections.abc import Sequence
from typing import Any

from spravka.llm.asking import Message, Speaker
from spravka.llm.shapes import Shape

TOLD_IN_WORDS = "Answer with one JSON value of the type Answer and nothing else: no words around it.\n\n"


def with_shape(messages: Sequence[Message], shape: Shape[Any] | None) -> list[Message]:
    """The messages with the shape told in their first, which is the system's."""
    return list(messages) if shape is None else [_system(messages, shape), *_others(messages)]


def _system(messages: Sequence[Message], shape: Shape[Any]) -> Message:
    rules = [one.text for one in messages if one.speaker is Speaker.SYSTEM]
    return Message(Speaker.SYSTEM, "\n\n".join([*rules, TOLD_IN_WORDS + shape.told]))


def _others(messages: Sequence[Message]) -> list[Message]:
    return [one for one in messages if one.speaker is not Speaker.SYSTEM]


def without_system(messages: Sequence[Message]) -> list[Message]:
    """The same with the system's words at the head of the user's first message."""
    rules = [one.text for one in messages if one.speaker is Speaker.SYSTEM]
    others = _others(messages)
    if not rules or not others:
        return [Message(Speaker.USER, one.text) for one in messages]
    return [Message(Speaker.USER, "\n\n".join([*rules, others[0].text])), *others[1:]]
