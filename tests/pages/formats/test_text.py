"""Plain text has paragraphs, items and the plainest of headings."""

from pathlib import Path

import pytest

from spravka.pages.formats.flowing.flow import PageBreak, Told
from spravka.pages.formats.text import open_document, told_of_text
from tests.pages.made_documents import pages_of, told

WRAPPED = (
    "Поставщик обязуется передать покупателю товар в срок, который\n"
    "указан в приложении, а покупатель обязуется принять товар и\n"
    "оплатить его.\n"
)


def blocks(text: str) -> list[tuple[str, str]]:
    return [
        ("break", "") if isinstance(one, PageBreak) else (one.kind.value, " ".join(one.text.split()))
        for one in told_of_text(text)
        if isinstance(one, PageBreak | Told)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WRAPPED, [("paragraph", " ".join(WRAPPED.split()))]),
        ("Иванов\nПетров\nСидоров\n", [("paragraph", "Иванов"), ("paragraph", "Петров"), ("paragraph", "Сидоров")]),
        ("ПРЕДМЕТ ДОГОВОРА\n\nТекст.", [("heading", "ПРЕДМЕТ ДОГОВОРА"), ("paragraph", "Текст.")]),
        ("2.1. Порядок оплаты\n\nТекст.", [("heading", "2.1. Порядок оплаты"), ("paragraph", "Текст.")]),
        ("Глава 3\n=======\n\nТекст.", [("heading", "Глава 3"), ("paragraph", "Текст.")]),
        ("1. Молоко\n2. Хлеб\n- Соль\n", [("list_item", "1. Молоко"), ("list_item", "2. Хлеб"), ("list_item", "Соль")]),
        ("раз\n\f\nдва", [("paragraph", "раз"), ("break", ""), ("paragraph", "два")]),
        ("Текст, который кончается точкой.\n", [("paragraph", "Текст, который кончается точкой.")]),
        ("", []),
        (" \n\n---\n", []),
    ],
)
def test_a_text_is_told_in_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(text) == expected


def test_a_wrapped_item_is_one_item() -> None:
    text = "1) " + WRAPPED + "2) " + WRAPPED
    assert [kind for kind, _ in blocks(text)] == ["list_item", "list_item"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-r", "cp866", "utf-16"])
def test_the_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "t.txt").write_bytes(WRAPPED.encode(encoding))
    assert told(pages_of(open_document(tmp_path / "t.txt"))) == [("paragraph", " ".join(WRAPPED.split()))]


def test_what_no_database_keeps_and_nobody_sees_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("до\x01го\u00adвор\u200b № 1\ufeff\n")
    assert pages_of(open_document(tmp_path / "t.txt"))[0]["words"] == ["договор", "№", "1"]
