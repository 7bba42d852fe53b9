"""Headings of contracts, standards and manuals; a clause that opens with a number is none."""

import pytest

from spravka.pages.page import BlockKind
from tests.pages.layout.pages_made import arranged
from tests.pages.made_pdfs import Line, paragraph, texts

TEXT = [
    "Подрядчик обязуется выполнить работы по договору, а заказчик",
    "обязуется принять их и уплатить цену, названную в настоящем договоре,",
    "в срок не позднее десяти дней.",
]
WIDE = 50 + 5 * len(TEXT[1])


def headings(*lines: Line) -> list[str]:
    page = arranged([*paragraph(50, 100, TEXT), *lines, *paragraph(50, 500, TEXT)])[0]
    return texts(page, BlockKind.HEADING)


def centred(text: str, top: float, bold: bool = False) -> Line:
    return Line((50 + WIDE - 5 * len(text)) / 2, top, text, bold=bold)


@pytest.mark.parametrize(
    "text",
    [
        "Приложение № 1",
        "Приложение №1",
        "Приложение А",
        "Статья 12.",
        "Статья 12. Ответственность сторон",
        "Раздел II",
        "Глава 3. Сроки",
        "Appendix B",
        "Chapter 3",
        "Annex 2",
    ],
)
def test_a_part_is_a_heading_by_its_name_and_number(text: str) -> None:
    assert headings(Line(50, 200, text)) == [text]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", ["1. ПРЕДМЕТ ДОГОВОРА", "2. Цена договора", "10. РЕКВИЗИТЫ"])
def test_a_numbered_title_in_the_middle_needs_no_space_around_it(text: str, bold: bool) -> None:
    assert headings(centred(text, 136, bold), *paragraph(50, 148, TEXT)) == [text]


def test_a_title_in_capitals_goes_on_over_its_rows() -> None:
    rows = [centred("5. ПРАВА И ОБЯЗАННОСТИ СТОРОН ПО НАСТОЯЩЕМУ", 136), centred("ДОГОВОРУ ПОДРЯДА", 148)]
    assert headings(*rows, *paragraph(50, 160, TEXT)) == [
        "5. ПРАВА И ОБЯЗАННОСТИ СТОРОН ПО НАСТОЯЩЕМУ ДОГОВОРУ ПОДРЯДА"
    ]


def test_a_title_is_told_by_the_clauses_under_it() -> None:
    clause = [f"1.1. {TEXT[0]}", *TEXT[1:]]
    assert headings(Line(50, 136, "1. Предмет договора"), *paragraph(50, 148, clause)) == ["1. Предмет договора"]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "4.2. Подрядчик обязуется выполнить все работы в срок, названный в графике.",
        "12. Стороны обязуются хранить в тайне то, что узнали друг о друге при работе.",
    ],
)
def test_a_clause_is_a_paragraph_that_opens_with_its_number(text: str, bold: bool) -> None:
    assert headings(Line(50, 200, text, bold=bold)) == []


@pytest.mark.parametrize("text", ["приложение № 1", "Часть работ", "Статья расходов", "Приложение к договору № 7;"])
def test_words_that_only_sound_like_a_part_are_no_heading(text: str) -> None:
    assert headings(Line(50, 136, text)) == []


def test_a_line_within_a_paragraph_may_begin_with_the_name_of_a_part() -> None:
    assert headings(Line(50, 136, "Статья 12"), *paragraph(50, 148, ["не применяется к этому договору."])) == []
