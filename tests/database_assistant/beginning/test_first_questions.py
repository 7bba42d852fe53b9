"""Questions to begin with, over HTTP."""

from tests.database_assistant.department import Department
from tests.database_assistant.test_examples import OPEN, approved


def first_questions(department: Department, **query: object) -> list[tuple[str, bool]]:
    [database] = department.member.get("/databases")["entries"]
    found = department.member.get(f"/databases/{database['id']}/first-questions", **query)
    return [(one["question"], one["is_approved"]) for one in found]


def test_approved_examples_are_offered_in_their_language(asking: Department) -> None:
    approved(asking)
    assert first_questions(asking, language="en") == [(OPEN, True)]
    assert first_questions(asking, language="ru") == []


def test_what_the_reader_is_not_sure_of_is_not_offered(asking: Department) -> None:
    assert first_questions(asking, language="en") == []
    assert first_questions(asking, language="en", table="orders") == []
