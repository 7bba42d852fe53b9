"""What a question is about."""

import pytest

from spravka.passages.asking import ask
from spravka.passages.topics import topic_terms


@pytest.mark.parametrize(
    ("question", "topics"),
    [
        ("Какая гарантия на лифты?", {"гарантия", "лифт"}),
        ("Где хранятся пароли сотрудников?", {"пароль", "сотрудник"}),
        ("What is the price of the crane?", {"price", "crane"}),
        ("Как часто надо чистить?", set()),
    ],
)
def test_nouns_are_told_from_the_rest(question: str, topics: set[str]) -> None:
    assert topic_terms(ask(question)) == topics
