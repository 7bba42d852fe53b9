"""Text of a language model is text: no links, no tags, no markup, of a bounded length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.llm.plain_text import plain_text


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Сумма **платежей** по городам.", "Сумма платежей по городам."),
        ("See [the report](https://evil.example/?q=1) now", "See the report now"),
        ("![x](http://evil.example/pixel.png) fine", "x fine"),
        ("go to www.evil.example or http://a.b", "go to or"),
        ("<script>alert(1)</script>rows", "alert(1)rows"),
        ("<think>secret plan</think>Answer", "Answer"),
        ("# Heading\n- one\n- two", "Heading one two"),
        ("javascript:alert(1) text", "text"),
        ("a\x00b\u202ec", "a b c"),
    ],
)
def test_only_the_words_stay(written: str, told: str) -> None:
    assert plain_text(written, 600) == told


def test_a_long_text_ends_with_a_sentence() -> None:
    assert plain_text("One is here. Two is there. Three is far away.", 30) == "One is here. Two is there."
    assert plain_text("x" * 50, 10) == "x" * 9 + "…"


@given(st.text(alphabet="<>[]()!:/ahtps.\n *#`", max_size=80), st.integers(1, 60))
def test_nothing_clickable_is_left_whatever_is_written(written: str, limit: int) -> None:
    told = plain_text(written, limit)
    assert len(told) <= limit
    assert "<" not in told and ">" not in told and "\n" not in told
    assert "http://" not in told and "](" not in told
