"""Gold of both shapes, and when a quotation holds an answer."""

import json
from pathlib import Path

import pytest

from spravka.evaluation.documents.gold import GoldQuestion, by_document, holds_answer, load_gold
from spravka.evaluation.problems import GoldDocumentsMissing, GoldUnreadable

TITLE = {"doc": "a.pdf", "title": "Сроки", "page": 3}


def write_gold(folder: Path, told: object) -> Path:
    file = folder / "gold.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    return file


def test_questions_and_titles_are_read_alike(tmp_path: Path) -> None:
    told = [
        {"doc": "b.pdf", "question": "Когда?", "answer": "в марте", "page": 2, "id": "1"},
        {**TITLE, "depth": 1},
    ]
    gold = load_gold(write_gold(tmp_path, told))
    assert gold == [GoldQuestion("b.pdf", "Когда?", 2, "в марте"), GoldQuestion("a.pdf", "Сроки", 3)]
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).touch()
    assert list(by_document(gold, tmp_path)) == ["a.pdf", "b.pdf"]


def test_of_some_documents_the_others_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").touch()
    gold = load_gold(write_gold(tmp_path, [{**TITLE, "doc": "absent.pdf"}, TITLE]))
    assert list(by_document(gold, tmp_path)) == ["a.pdf"]


def test_where_no_document_is_there_they_are_named(tmp_path: Path) -> None:
    gold = load_gold(write_gold(tmp_path, [{**TITLE, "doc": f"absent{number}.pdf"} for number in range(7)]))
    with pytest.raises(GoldDocumentsMissing) as raised:
        by_document(gold, tmp_path)
    assert "absent0.pdf" in raised.value.detail
    assert "absent4.pdf, …" in raised.value.detail


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"questions": []}, "no list"),
        ([], "no list"),
        (["a.pdf"], "no object in place 1"),
        ([TITLE, {"doc": "a.pdf", "page": 1}], "neither question nor title, in place 2"),
        ([{**TITLE, "doc": 7}], "no doc"),
        ([{**TITLE, "page": "3"}], "no page"),
        ([{**TITLE, "page": 0}], "no page"),
        ([{**TITLE, "page": True}], "no page"),
        ([{"doc": "a.pdf", "question": "Когда?", "page": 1}], "question without an answer"),
        ([{"doc": "a.pdf", "question": "Когда?", "page": 1, "answer": ["в марте"]}], "question without an answer"),
    ],
)
def test_gold_of_another_shape_is_refused_with_the_place(tmp_path: Path, told: object, reason: str) -> None:
    with pytest.raises(GoldUnreadable) as raised:
        load_gold(write_gold(tmp_path, told))
    assert reason in raised.value.detail


@pytest.mark.parametrize("content", [None, b"", b"{", b"\xff\xfe", b"[" * 100_000])
def test_a_file_that_is_no_json_is_refused(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "gold.json").write_bytes(content)
    with pytest.raises(GoldUnreadable) as raised:
        load_gold(tmp_path / "gold.json")
    assert raised.value.detail.startswith("gold.json is")


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
