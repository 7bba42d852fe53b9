"""The service with the grammar that it is shipped with; how well that reads is measured elsewhere."""

from collections.abc import Iterator

import pytest

from spravka.database_assistant.assistant import Assistant
from tests.database_assistant.department import Department


@pytest.fixture
def shipped(asking: Department) -> Iterator[Department]:
    """The department with the product's own reader."""
    state = asking.app.state
    before = state.assistant
    state.assistant = Assistant(asking.resources)
    yield asking
    state.assistant = before


def test_a_plain_question_is_answered_with_its_proof(shipped: Department) -> None:
    answer = shipped.member.ask("How many orders are there?")
    assert (answer["state"], answer["rows"], answer["details"]["reader"]) == ("answered", [[5]], "grammar")
    assert {"orders"} <= {span["text"] for span in answer["proof"]}


def test_a_question_about_something_else_is_declined(shipped: Department) -> None:
    answer = shipped.member.ask("What is the weather like in Rome tomorrow?")
    assert answer["state"] == "declined"
    assert answer["text"] and answer["details"]["declined"]["reason"]
