"""An HTML page is read as a browser shows it, and nothing of it is run or fetched."""

from pathlib import Path

import pytest

from spravka.pages.formats.html import open_document, text_of
from tests.pages.made_documents import Told, pages_of, told

RUSSIAN = "<p>Договор поставки товара заключён в Москве на пять лет</p>"


def read(path: Path, content: str | bytes) -> list[Told]:
    (path / "t.html").write_bytes(content if isinstance(content, bytes) else content.encode())
    return told(pages_of(open_document(path / "t.html")))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<h2>Глава</h2>текст <b>жир</b>ный<br>ещё", [("heading", "Глава"), ("paragraph", "текст жирный ещё")]),
        ("<ul><li>один<ul><li>два</li></ul></li></ul>", [("list_item", "один"), ("list_item", "два")]),
        ("<div>раз<div>два</div>три</div>", [("paragraph", "раз"), ("paragraph", "два"), ("paragraph", "три")]),
        ("<p>видно<!-- нет --> всё</p><script>alert(1)</script>", [("paragraph", "видно всё")]),
        ("<p style='display: none'>нет</p><p hidden>нет</p><p>да</p>", [("paragraph", "да")]),
        ("<title>Заглавие</title><p>текст", [("heading", "Заглавие"), ("paragraph", "текст")]),
        ("<title>Заглавие</title><h1>Имя</h1>", [("heading", "Имя")]),
        ("<p>5 &lt; 6 &amp; &#1071;&nbsp;</p>", [("paragraph", "5 < 6 & Я")]),
        ("<figure><img src=x><figcaption>Рис. 1</figcaption></figure>", [("caption", "Рис. 1")]),
        ("<a href='http://example.com'>ссылка</a> и <span>слово</span>", [("paragraph", "ссылка и слово")]),
    ],
)
def test_blocks_are_told_in_the_order_in_which_they_are_shown(
    tmp_path: Path, content: str, expected: list[Told]
) -> None:
    assert read(tmp_path, content) == expected


def test_a_table_keeps_its_header_and_what_its_cells_span(tmp_path: Path) -> None:
    content = (
        "<table><caption>Цены</caption><thead><tr><td>Товар<td>Цена<td>НДС</tr></thead>"
        "<tr><td>Болт<td><p>4</p><p>руб.</p><td>20</tr><tr><td colspan=2>Итого<td>5</tr></table>"
    )
    assert read(tmp_path, content) == [
        ("caption", "Цены"),
        ("table_header", "Товар | Цена | НДС"),
        ("table_row", "Болт | 4 руб. | 20"),
        ("table_row", "Итого |  | 5"),
    ]


def test_a_table_that_holds_the_page_together_is_no_table(tmp_path: Path) -> None:
    content = (
        "<table><tr><td>меню</td><td><h1>Имя</h1><table><tr><th>a<th>b</tr><tr><td>1<td>2</tr></table></td></table>"
    )
    assert read(tmp_path, content) == [
        ("paragraph", "меню"),
        ("heading", "Имя"),
        ("table_header", "a | b"),
        ("table_row", "1 | 2"),
    ]


@pytest.mark.parametrize(
    "content",
    [
        RUSSIAN.encode("cp1251"),
        b"<meta charset=windows-1251>" + RUSSIAN.encode("cp1251"),
        b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">' + RUSSIAN.encode("koi8-r"),
        b"<meta charset=utf-8>" + RUSSIAN.encode("cp1251"),
        b"<meta charset=nonsense>" + RUSSIAN.encode(),
        b"<meta charset=utf-16>" + RUSSIAN.encode(),
        b"<meta charset=idna>" + RUSSIAN.encode(),
        b'<?xml version="1.0" encoding="UTF-8"?><html>' + RUSSIAN.encode(),
        RUSSIAN.encode("utf-16"),
        b"\xef\xbb\xbf" + RUSSIAN.encode(),
    ],
)
def test_the_encoding_is_the_one_the_text_is_in_whatever_the_page_says(content: bytes) -> None:
    assert RUSSIAN in text_of(content)


def test_a_page_of_a_declared_encoding_is_read_to_its_words(tmp_path: Path) -> None:
    content = b'<?xml version="1.0" encoding="windows-1251"?><html>' + RUSSIAN.encode("cp1251")
    assert read(tmp_path, content) == [("paragraph", RUSSIAN[3:-4])]


def test_nesting_without_end_is_read_as_far_as_it_can_be(tmp_path: Path) -> None:
    content = "<p>начало</p>" + "<div>" * 100_000 + "дно"
    assert read(tmp_path, content)[0] == ("paragraph", "начало")


def test_an_external_entity_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("тайна")
    start = f'<!DOCTYPE html [<!ENTITY i SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    assert "тайна" not in str(read(tmp_path, f"{start}<p>текст &i;</p>"))


@pytest.mark.parametrize("content", ["", "   ", "<html></html>", "\0\0", "<!-- nothing -->"])
def test_a_page_without_a_word_has_no_pages(tmp_path: Path, content: str) -> None:
    assert read(tmp_path, content) == []
