"""What is quoted: one row of a table, and no heading without a sentence under it."""

import pytest

from spravka.passages.searching import search
from spravka.passages.shelf import MemoryShelf
from tests.passages.building import HEADER, HEADING, PARAGRAPH, ROW, cut, page

PRICES = page(
    1,
    (HEADING, "Прайс-лист", 1),
    (HEADER, "№ Наименование Кол-во Цена"),
    (ROW, "1 Стеллаж металлический 10 12 000"),
    (ROW, "2 Погрузчик ручной 2 31 500"),
    (ROW, "3 Огнетушитель порошковый 5 1 900"),
    (ROW, "4 Арматура 10 мм 100 450"),
    (ROW, "5 Арматура 12 мм 100 620"),
)


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("почём погрузчик", ["2 Погрузчик ручной 2 31 500"]),
        ("почём арматура 12 мм", ["5 Арматура 12 мм 100 620"]),
        ("сколько стоит огнетушитель", ["3 Огнетушитель порошковый 5 1 900"]),
        ("сколько стоит арматура", ["4 Арматура 10 мм 100 450 5 Арматура 12 мм 100 620"]),
        (
            "сколько стоит погрузчик ручной и огнетушитель",
            ["2 Погрузчик ручной 2 31 500 3 Огнетушитель порошковый 5 1 900"],
        ),
    ],
)
def test_a_row_is_quoted_alone_unless_another_is_asked_for(question: str, quoted: list[str]) -> None:
    assert [one.text for one in search(question, MemoryShelf(cut([PRICES]))).quotations] == quoted


def test_a_row_is_shown_under_the_header_of_its_table() -> None:
    [quotation] = search("почём погрузчик", MemoryShelf(cut([PRICES]))).quotations
    assert quotation.headings == ("Прайс-лист", "№ Наименование Кол-во Цена")


def test_a_heading_is_quoted_with_a_sentence_under_it() -> None:
    lease = page(
        1,
        (HEADING, "3 Арендная плата и порядок её внесения", 1),
        (PARAGRAPH, "Деньги перечисляются до пятого числа. Просрочка не допускается."),
    )
    [quotation, *_] = search("когда внесение арендной платы", MemoryShelf(cut([lease]))).quotations
    assert "Деньги перечисляются до пятого числа." in quotation.text
