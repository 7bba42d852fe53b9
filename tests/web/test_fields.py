"""Kinds of values that requests bring."""

import pytest
from pydantic import TypeAdapter, ValidationError

from spravka.web.fields import MAX_ID, Id, Line, Paragraphs


@pytest.mark.parametrize(("text", "line"), [("a", "a"), ("  Труба Ø20 🚧 ", "Труба Ø20 🚧"), ("a\u00a0b", "a\u00a0b")])
def test_a_line_is_taken_without_the_spaces_around_it(text: str, line: str) -> None:
    assert TypeAdapter(Line).validate_python(text) == line


@pytest.mark.parametrize("text", ["", " ", "a\nb", "a\x00", "\x1b[31m", "a\x7fb", "\ud800"])
def test_what_is_empty_or_has_control_characters_is_no_line(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Line).validate_python(text)


@pytest.mark.parametrize(("text", "is_good"), [("a\n\tb ", True), ("", False), ("a\x00", False)])
def test_paragraphs_are_any_text_that_can_be_stored(text: str, is_good: bool) -> None:
    if is_good:
        assert TypeAdapter(Paragraphs).validate_python(text) == text
    else:
        with pytest.raises(ValidationError):
            TypeAdapter(Paragraphs).validate_python(text)


@pytest.mark.parametrize("number", [0, -1, MAX_ID + 1, 1.5, "x", None])
def test_what_the_database_cannot_hold_is_no_id(number: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Id).validate_python(number)
