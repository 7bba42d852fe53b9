"""JSON that is read while it arrives: each part once, as soon as it is whole, however the text is cut into pieces."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.llm.arriving_json import Arrived, ArrivingObject

ANSWER = {"found": True, "sentences": [{"text": 'It costs {6500} "roubles", №7.', "passages": [1]}, {"text": "ё"}]}
PARTS = [
    Arrived("found", True),
    Arrived("sentences", ANSWER["sentences"][0], is_element=True),  # type: ignore[index]
    Arrived("sentences", {"text": "ё"}, is_element=True),
]
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def arrived(text: str, size: int = 1) -> list[Arrived]:
    arriving = ArrivingObject()
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    return [part for piece in pieces for part in arriving.feed(piece)]


def parts_of(value: dict[str, Any]) -> list[Arrived]:
    """What is to be told of ``value``."""
    return [
        part
        for name, member in value.items()
        for part in (
            [Arrived(name, one, is_element=True) for one in member]
            if isinstance(member, list)
            else [Arrived(name, member)]
        )
    ]


@given(st.dictionaries(st.text(), values, max_size=4), st.integers(1, 50), st.booleans())
def test_every_part_is_told_once_and_in_order_however_the_text_is_cut(
    value: dict[str, Any], size: int, is_indented: bool
) -> None:
    text = json.dumps(value, ensure_ascii=is_indented, indent=2 if is_indented else None)
    assert arrived(text, size) == parts_of(value)


@given(st.text(), st.integers(1, 20))
def test_no_text_breaks_it(text: str, size: int) -> None:
    assert all(isinstance(part.name, str) for part in arrived('{"a": ' + text, size))


def test_a_part_is_told_as_soon_as_its_last_letter_is_there() -> None:
    arriving = ArrivingObject()
    told = [(at, part) for at, letter in enumerate(json.dumps(ANSWER)) for part in arriving.feed(letter)]
    text = json.dumps(ANSWER)
    assert told[0][0] == text.index("true") + len("true")
    assert told[1][0] == text.index("]}") + 1


@pytest.mark.parametrize(
    "before",
    ["", "Here it is:\n```json\n", '<think>Should it be {"found": false}? No.</think>\n', "<thinking>{</thinking>"],
    ids=["nothing", "words", "thoughts", "open bracket in thoughts"],
)
@pytest.mark.parametrize("size", [1, 3, 1000])
def test_what_stands_before_the_object_is_passed_over(before: str, size: int) -> None:
    assert arrived(before + json.dumps(ANSWER, ensure_ascii=False) + "\n```", size) == PARTS


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("no object", []),
        ('<think>for ever {"found": true}', []),
        ('{"found": true, "sentences": [{"text": "cut', PARTS[:1]),
        ('{"found": true, oops', PARTS[:1]),
        ('{"found": 12', []),
        ('{"found": "Yes" "more": 1}', [Arrived("found", "Yes"), Arrived("more", 1)]),
        ('{"found" true}', []),
        ("{{}", []),
        ('{"sentences": [1, 2', [Arrived("sentences", 1, is_element=True)]),
    ],
)
def test_what_is_not_whole_is_not_told(text: str, parts: list[Arrived]) -> None:
    assert arrived(text) == parts
