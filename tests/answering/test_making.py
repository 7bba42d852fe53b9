"""A question that was accepted comes to an end, whatever happens on the way."""

from collections.abc import Iterator

import pytest

from spravka.answering.making import steps_to_the_end
from spravka.answering.steps import Step
from spravka.documents.answering.answers import ANSWERS
from spravka.errors import NotFound, Problem

ACCEPTED = Step("accepted", {"document_answer_id": 7})
STAGE = Step("stage", {"stage": "look"})
ANSWER = Step("answer", {"text": "On page 3."})


def ended(problem: Problem) -> Iterator[Step]:
    yield Step("answer", {"problem": problem.type_slug()})


def told_of(makes: list[Step | Exception]) -> list[Step]:
    def make() -> Iterator[Step]:
        for one in makes:
            if isinstance(one, Exception):
                raise one
            yield one

    return list(steps_to_the_end(ANSWERS, 7, make, ended))


def test_the_id_is_told_first_then_what_is_made() -> None:
    assert told_of([STAGE, ANSWER]) == [ACCEPTED, STAGE, ANSWER]


@pytest.mark.parametrize(
    ("raised", "slug"),
    [
        pytest.param(NotFound(), "not-found", id="a problem is told as it is"),
        pytest.param(RuntimeError("no such thing"), "document-answer-broke", id="anything else as the assistant's own"),
    ],
)
@pytest.mark.parametrize("before", [[], [STAGE]], ids=["at once", "after a stage"])
def test_an_error_ends_the_answer(before: list[Step | Exception], raised: Exception, slug: str) -> None:
    assert told_of([*before, raised]) == [ACCEPTED, *before, Step("answer", {"problem": slug})]
