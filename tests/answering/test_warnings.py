"""A warning stands beside the answer with its facts."""

import enum
import json

import pytest

from spravka.answering.warnings import AnswerWarning


class Kind(enum.StrEnum):
    LATE = "late"


@pytest.mark.parametrize("kind", ["late", Kind.LATE])
def test_a_warning_tells_its_kind_text_and_facts(kind: str) -> None:
    told = AnswerWarning(kind, "It came late.", {"days": 2}).to_json()
    assert json.dumps(told) == '{"kind": "late", "text": "It came late.", "days": 2}'
