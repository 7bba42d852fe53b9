"""States said as participles of either language, and categories said as nouns."""

import datetime

import pytest

from spravka.query_plans.schema import Column, ColumnKind, DatabaseSchema, Dialect, Table
from spravka.question_reading.everyday.state_links import StateLinks
from spravka.question_reading.hearing.hear import hear
from spravka.question_reading.knowledge import Knowledge
from spravka.question_reading.values import ValueIndex

TODAY = datetime.date(2026, 11, 22)
TABLE = Table("house", (Column("state", ColumnKind.TEXT),), comment="Дома")
STATES = ValueIndex({("house", "state"): ("сдан", "запланирован", "приостановлен", "Аренда")})


@pytest.mark.parametrize(
    ("question", "state"),
    [
        ("сданные дома", "сдан"),
        ("запланированных домов", "запланирован"),
        ("completed houses", "сдан"),
        ("suspended houses", "приостановлен"),
        ("дома в аренде", "Аренда"),
    ],
)
def test_a_form_of_the_word_names_the_stored_state(question: str, state: str) -> None:
    links = StateLinks(Knowledge(DatabaseSchema(Dialect.SQLITE, (TABLE,)), STATES)).link(hear(question, TODAY), ())
    assert [link.value for link in links] == [state]


def test_other_words_name_none() -> None:
    links = StateLinks(Knowledge(DatabaseSchema(Dialect.SQLITE, (TABLE,)), STATES)).link(hear("red houses", TODAY), ())
    assert list(links) == []
