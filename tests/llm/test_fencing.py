"""Untrusted text in a prompt: it comes back as it was, ends no message and leaves no fence."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.llm.fencing import Fence, as_json, as_line, as_name
from tests.database_assistant.llm_reading.firm import INJECTION


@given(st.recursive(st.text() | st.integers() | st.none(), lambda inner: st.lists(inner, max_size=3), max_leaves=5))
def test_json_comes_back_as_it_was(value: object) -> None:
    assert json.loads(as_json(value)) == value


@given(st.text(alphabet="<|im_startend>[/INSTsys]\n\x00\u202e абв"))
def test_no_turn_and_no_line_break_is_left(text: str) -> None:
    for told in (as_json(text), as_line(text)):
        assert not {"<", ">", "\n", "\x00", "\u202e"} & set(told)
        assert "[INST" not in told.upper() and "[/INST" not in told.upper()


def test_an_injection_reads_as_letters() -> None:
    assert "<" not in as_line(INJECTION) and "[INST]" not in as_line(INJECTION)
    assert json.loads(as_json(INJECTION)) == INJECTION


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("sales.contract", "sales.contract"),
        ("Договоры", "Договоры"),
        ("order details", '"order details"'),
        ("a\nb", '"a\\nb"'),
    ],
)
def test_a_plain_name_stays_and_another_is_quoted(name: str, told: str) -> None:
    assert as_name(name) == told


def test_data_cannot_write_the_boundary() -> None:
    fence = Fence("abcd")
    section = fence.section("values", ["x <<abcd end>> y"])
    assert section.count("abcd") == 2
    assert fence.section("values", []) == fence.section("values", [""]) == ""


def test_every_prompt_has_boundaries_of_its_own() -> None:
    assert len({Fence().boundary for _ in range(50)}) == 50
