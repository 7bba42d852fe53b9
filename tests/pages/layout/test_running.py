"""Running titles come again from page to page; what begins a part, or is the text's own last line, is none."""

import pytest

from spravka.pages.page import BlockKind
from tests.pages.layout.pages_made import arranged
from tests.pages.made_pdfs import Line, paragraph, texts

BODY = paragraph(50, 300, ["Подрядчик обязуется выполнить работы", "в срок, названный в договоре."])


def titles(*pages: list[Line]) -> list[list[str]]:
    return [texts(page, BlockKind.RUNNING_TITLE) for page in arranged(*([*lines, *BODY] for lines in pages))]


def test_annexes_that_begin_alike_are_no_running_titles() -> None:
    pages = [
        [Line(50, 30, "Договор 12"), Line(300, 60, f"Приложение № {at}"), Line(300, 75, "к договору подряда")]
        for at in (1, 2, 3)
    ]
    assert titles(*pages) == [["Договор 12"]] * 3


def test_what_begins_an_annex_is_a_heading() -> None:
    pages = arranged(*([Line(300, 60, f"Приложение № {at}"), Line(300, 75, "к договору"), *BODY] for at in (1, 2)))
    assert [texts(page, BlockKind.HEADING) for page in pages] == [["Приложение № 1"], ["Приложение № 2"]]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("страница 4 из 10", "страница 5 из 10"),
        ("Глава 3. Сроки 4", "Глава 3. Сроки 5"),
        ("4 Глава 3. Сроки", "Договор подряда 5"),
        ("1.2. СРОКИ РАБОТ 4", "1.3. ЦЕНА 5"),
        ("— 4 —", "— 5 —"),
        ("iv", "v"),
        ("ООО «Строитель», 2025 год", "ООО «Строитель», 2025 год"),
    ],
)
def test_titles_may_differ_by_the_number_of_the_page(before: str, after: str) -> None:
    assert titles([Line(50, 780, before)], [Line(50, 780, after)]) == [[before], [after]]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Труба 57 шт. 340", "Труба 108 шт. 260"),
        ("3. Стороны подписали договор.", "4. Стороны получили его."),
        ("Глава 1. Сроки", "Глава 2. Сроки"),
    ],
)
def test_lines_that_are_alike_but_for_other_numbers_are_text(before: str, after: str) -> None:
    assert titles([Line(50, 780, before)], [Line(50, 780, after)]) == [[], []]


def test_a_line_inside_of_one_that_does_not_come_again_is_text() -> None:
    pages = [[Line(50, 700, "Итого по разделу"), Line(50, 740, text)] for text in ("первый итог", "другая строка")]
    assert titles(*pages) == [[], []]
