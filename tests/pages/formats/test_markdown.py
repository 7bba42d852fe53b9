"""Markdown is read to its words, without its marks."""

from pathlib import Path

import pytest

from spravka.pages.formats.markdown import open_document, told_of_markdown
from tests.pages.made_documents import pages_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Глава\n\nтекст *с* `кодом`\nдальше", [("heading", "Глава"), ("paragraph", "текст с кодом дальше")]),
        ("Глава\n-----\n", [("heading", "Глава")]),
        ("- один\n- два\n  1. три\n", [("list_item", "один"), ("list_item", "два"), ("list_item", "три")]),
        ("```\nx = 1\n```\n", [("paragraph", "x = 1\n")]),
        ("[слово](http://example.com) ![вид](x.png)", [("paragraph", "слово вид")]),
        ("---\ntitle: x\n---\nтекст", [("paragraph", "текст")]),
        ("<div>внутри <b>HTML</b></div>\n\nтекст", [("paragraph", "внутри HTML"), ("paragraph", "текст")]),
        ("> цитата", [("paragraph", "цитата")]),
    ],
)
def test_blocks_are_told_without_marks(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.kind.value, one.text) for one in told_of_markdown(text)] == expected


def test_a_heading_keeps_its_level() -> None:
    assert [one.level for one in told_of_markdown("# a\n### b\n###### c\n")] == [1, 3, 6]


def test_a_table_is_one() -> None:
    told = list(told_of_markdown("| Товар | Цена |\n|---|--:|\n| Болт | 4 |\n| Гайка | |\n"))
    assert [(one.kind.value, one.cells) for one in told] == [
        ("table_header", ("Товар", "Цена")),
        ("table_row", ("Болт", "4")),
        ("table_row", ("Гайка", "")),
    ]


@pytest.mark.parametrize("text", [">" * 10_000, "[" * 10_000, "- " * 2_000, "*" * 10_000 + "a"])
def test_nesting_without_end_ends(text: str) -> None:
    assert sum(1 for _ in told_of_markdown(text)) <= 10


def test_a_file_in_an_old_encoding_is_read(tmp_path: Path) -> None:
    (tmp_path / "t.md").write_bytes("# Договор поставки товара\n".encode("cp1251"))
    assert pages_of(open_document(tmp_path / "t.md"))[0]["words"] == ["Договор", "поставки", "товара"]
