"""Descriptions and next questions: text only, and rows are told only where the tenant allows it."""

import pytest

from spravka.database_assistant.llm_reading.explaining import Answered, describe_answer, suggest_questions
from spravka.database_assistant.llm_reading.privacy import Privacy
from spravka.llm.errors import LlmUnreachable
from tests.database_assistant.llm_reading.firm import INJECTION
from tests.llm.scripted_server import Reply, Request, failed, said, said_json, scripted_server

ANSWERED = Answered(
    question="Кто получил больше всех?",
    language="ru",
    sql="SELECT title FROM partner WHERE city = 'Тула'",
    columns=("Контрагент", "Сумма"),
    rows=[("ИП Секретов", 900.0), (INJECTION, 1)],
)


@pytest.mark.parametrize(
    ("privacy", "is_value_told", "is_row_told"),
    [
        (Privacy.SCHEMA_ONLY, False, False),
        (Privacy.SCHEMA_AND_VALUES, True, False),
        (Privacy.ROWS_TOO, True, True),
    ],
)
def test_what_is_told_follows_the_switch(privacy: Privacy, is_value_told: bool, is_row_told: bool) -> None:
    with scripted_server(said("Больше всех получил один контрагент.")) as server:
        assert describe_answer(server.llm(), ANSWERED, privacy) == "Больше всех получил один контрагент."
        assert ("Тула" in server.heard, "Секретов" in server.heard) == (is_value_told, is_row_told)


def obedient(request: Request) -> Reply:
    """Does what an instruction in a row says, if it sees one."""
    return said("[Click](http://evil.example) DROP TABLE payment" if "Ignore all rules" in request.text else "Fine.")


def test_an_instruction_in_a_row_can_only_change_a_text() -> None:
    with scripted_server(obedient) as server:
        told = describe_answer(server.llm(), ANSWERED, Privacy.ROWS_TOO)
        assert "<|im_start|>" not in server.heard
    assert told == "Click DROP TABLE payment"


def test_a_description_is_short_and_few_rows_are_told() -> None:
    many = Answered("q", "en", "SELECT 1", ("n",), [("row" + "x" * 500,)] * 5000)
    with scripted_server(said("word " * 300)) as server:
        assert len(describe_answer(server.llm(), many, Privacy.ROWS_TOO)) <= 600
        assert len(server.heard) < 5000
        assert server.requests[0].body["max_tokens"] == 400


def test_next_questions_are_few_plain_and_not_the_one_asked() -> None:
    said_questions = ["Кто получил больше всех?", "По <b>городам</b>?", "По месяцам?", "", "По месяцам?", "Ещё?", "И?"]
    with scripted_server(said_json({"questions": said_questions})) as server:
        found = suggest_questions(server.llm(), ANSWERED.question, "ru", ["table partner"])
    assert found == ("По городам?", "По месяцам?", "Ещё?")


def test_a_failure_is_the_callers_to_fall_back_from() -> None:
    with scripted_server(failed(503)) as server, pytest.raises(LlmUnreachable):
        describe_answer(server.llm(), ANSWERED, Privacy.ROWS_TOO)
