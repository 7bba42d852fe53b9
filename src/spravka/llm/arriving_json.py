"""JSON read while it arrives: the members of an object, and of its arrays each element, as soon as they are whole.

Nothing read here is the last word: who needs the value reads the whole answer again when it has ended.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_CLOSED_THOUGHTS = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
_OPEN_THOUGHT = re.compile(r"<think(?:ing)?>")
_OPENING = re.compile(r"[{>]")
_BLANKS = " \t\r\n"
_SCALAR_ENDS = frozenset(",]}" + _BLANKS)
_MARKS = frozenset('{["')
"""What a value that closes itself begins with."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A member that is whole, or an element of the array that is a member."""

    name: str
    value: Any
    is_element: bool = False


class _Unfinished(Exception):
    """More of the text is needed."""


class _Broken(Exception):
    """This is no JSON object."""


@dataclass
class ArrivingObject:
    """The first JSON object of a text that comes in pieces, whatever words or thoughts stand before it.

    From the first fault on nothing is told any more.
    """

    _text: str = ""
    _at: int = -1
    """Where the next thing to read begins; before the object -1."""
    _array: str | None = None
    """The member whose array is being read."""
    _is_over: bool = False
    _decoder: json.JSONDecoder = field(default_factory=json.JSONDecoder)

    def feed(self, piece: str) -> Iterator[Arrived]:
        """What has become whole with this piece."""
        self._text += piece
        if self._at < 0 and not _OPENING.search(piece):  # thoughts may be long
            return
        while not self._is_over:
            try:
                arrived = self._read_next()
            except _Unfinished:
                return
            except (_Broken, RecursionError):
                self._is_over = True
                return
            if arrived is not None:
                yield arrived

    def _read_next(self) -> Arrived | None:
        """The next whole thing; None where only a bracket was passed."""
        if self._at < 0:
            self._at = self._find_object()
            return None
        if self._array is not None:
            return self._read_element(self._array)
        return self._read_member()

    def _find_object(self) -> int:
        """Behind the bracket that opens the object."""
        spoken = _CLOSED_THOUGHTS.sub(lambda found: " " * len(found[0]), self._text)
        start = spoken.find("{")
        thought = _OPEN_THOUGHT.search(spoken)
        if start < 0 or (thought is not None and thought.start() < start):
            raise _Unfinished
        return start + 1

    def _read_member(self) -> Arrived | None:
        at = self._skip(self._at, ",")
        if self._text[at] == "}":
            self._is_over = True
            return None
        name, at = self._value(at)
        at = self._skip(at, "")
        if not isinstance(name, str) or self._text[at] != ":":
            raise _Broken
        at = self._skip(at + 1, "")
        if self._text[at] == "[":
            self._at, self._array = at + 1, name
            return None
        value, self._at = self._value(at)
        return Arrived(name, value)

    def _read_element(self, name: str) -> Arrived | None:
        at = self._skip(self._at, ",")
        if self._text[at] == "]":
            self._at, self._array = at + 1, None
            return None
        value, self._at = self._value(at)
        return Arrived(name, value, is_element=True)

    def _skip(self, at: int, passed: str) -> int:
        """The next letter that is neither blank nor ``passed``."""
        while at < len(self._text) and self._text[at] in _BLANKS + passed:
            at += 1
        if at == len(self._text):
            raise _Unfinished
        return at

    def _value(self, at: int) -> tuple[Any, int]:
        """The value that begins there and where it ends. A number at the end of the text may go on."""
        try:
            value, end = self._decoder.raw_decode(self._text, at)
        except ValueError:
            raise (_Unfinished if self._may_go_on(at) else _Broken) from None
        if self._text[at] not in _MARKS and (end == len(self._text) or self._text[end] not in _SCALAR_ENDS):
            raise _Unfinished
        return value, end

    def _may_go_on(self, at: int) -> bool:
        """Whether what begins there could still become a value."""
        rest = self._text[at:]
        if rest[0] in _MARKS:
            return True
        return any(word.startswith(rest) for word in ("true", "false", "null")) or rest in ("-", "+")
