"""What a language model answers is read as a draft, or refused; no answer is too deep to be refused."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.database_assistant.llm_reading.drafts import (
    DEEPEST,
    DRAFT_SHAPE,
    CannotDraft,
    SqlDraft,
    is_deeper_than,
)


def nested(levels: int, held: Any, *, in_objects: bool = False) -> Any:
    """``held`` inside so many lists or objects."""
    for _ in range(levels):
        held = {"of": held} if in_objects else [held]
    return held


@pytest.mark.parametrize("in_objects", [False, True], ids=["lists", "objects"])
@given(levels=st.integers(0, 80), limit=st.integers(1, 80))
def test_each_list_or_object_is_a_level_and_so_is_what_it_holds(levels: int, limit: int, *, in_objects: bool) -> None:
    assert is_deeper_than(nested(levels, 1, in_objects=in_objects), limit) is (levels + 1 > limit)


def test_the_deepest_part_counts() -> None:
    assert is_deeper_than([1, {"a": [[[2]]]}, 3], 5)
    assert not is_deeper_than([1, {"a": [[[2]]]}, 3], 6)


def test_width_is_no_depth() -> None:
    assert not is_deeper_than([[number] for number in range(5_000)], 3)


@pytest.mark.parametrize("in_objects", [False, True], ids=["lists", "objects"])
def test_a_depth_that_exhausts_a_stack_is_told_like_any_other(*, in_objects: bool) -> None:
    assert is_deeper_than(nested(50_000, 1, in_objects=in_objects), DEEPEST)


@pytest.mark.parametrize("levels", [DEEPEST, 50_000])
def test_a_draft_that_is_too_deep_is_refused_with_the_reason(levels: int) -> None:
    told = {"answer": {"kind": "plan", "plan": nested(levels, 1, in_objects=True)}}
    with pytest.raises(ValueError, match=f"deeper than {DEEPEST} levels"):
        DRAFT_SHAPE.read(told)


@pytest.mark.parametrize(
    ("answer", "draft"),
    [
        ({"kind": "sql", "sql": "SELECT 1"}, SqlDraft("SELECT 1")),
        ({"kind": "cannot", "reason": "no such data"}, CannotDraft("no such data")),
    ],
)
def test_the_kind_tells_what_a_draft_is(answer: dict[str, str], draft: object) -> None:
    assert DRAFT_SHAPE.read({"answer": answer}) == draft


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"answer": {}},
        {"answer": {"kind": "poem", "sql": "SELECT 1"}},
        {"answer": {"kind": "sql"}},
        {"answer": {"kind": "sql", "sql": ""}},
        {"answer": {"kind": "plan", "plan": {"kind": "nothing"}}},
        [],
        None,
    ],
)
def test_anything_else_is_no_draft(told: object) -> None:
    with pytest.raises(ValueError, match="validation error"):
        DRAFT_SHAPE.read(told)
