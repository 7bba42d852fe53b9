"""Gold of both shapes, and when a quotation holds an answer."""

import json
from pathlib import Path

import pytest

from spravka.evaluation.documents.gold import GoldQuestion, by_document, holds_answer, load_gold


def test_questions_and_titles_are_read_alike(tmp_path: Path) -> None:
    file = tmp_path / "gold.json"
    told = [
        {"doc": "b.pdf", "question": "Когда?", "answer": "в марте", "page": 2, "id": "1"},
        {"doc": "a.pdf", "title": "Сроки", "page": 3, "depth": 1},
        {"doc": "absent.pdf", "title": "Иное", "page": 1},
    ]
    file.write_text(json.dumps(told), encoding="utf-8")
    gold = load_gold(file)
    assert gold[:2] == [GoldQuestion("b.pdf", "Когда?", 2, "в марте"), GoldQuestion("a.pdf", "Сроки", 3)]
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).touch()
    assert list(by_document(gold, tmp_path)) == ["a.pdf", "b.pdf"]


@pytest.mark.parametrize(
    ("text", "answer", "held"),
    [
        ("Завод построен в 1974 году.", "1974", True),
        ("Завод построен в 19740 году.", "1974", False),
        ("«Ёлка», и только", "елка и", True),
        ("7 перехватов", "перехватов 7", False),
        ("1963—1974 гг.", "1974", True),
    ],
)
def test_an_answer_is_held_word_for_word(text: str, answer: str, held: bool) -> None:
    assert holds_answer(text, answer) is held
