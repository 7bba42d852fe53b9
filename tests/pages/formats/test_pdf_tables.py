"""Ruled tables of PDF files keep their cells, whatever stands in them; what is no table stays text."""

from itertools import pairwise
from pathlib import Path

import pytest

from spravka.pages.formats.opening import Wanted
from spravka.pages.formats.pdf import open_document
from spravka.pages.page import BlockKind, Page
from tests.pages.made_pdfs import HEIGHT, Line, cells, made_pdf, paragraph, ruled, texts

HEADER = [Line(52, 111, "Поз."), Line(82, 111, "Наименование"), Line(302, 111, "Сумма")]
WRAPPED = [
    *HEADER,
    Line(52, 131, "1"),
    Line(82, 131, "Устройство монолитной фундаментной пли-"),
    Line(82, 143, "ты из бетона"),
    Line(302, 131, "9 850,00"),
    Line(52, 163, "2"),
    Line(82, 163, "Армирование плиты из арматуры диаметром 36"),
    Line(302, 163, "86 400,00"),
]
GRID = ruled([50, 80, 300, 400], [100, 120, 150, 170])
EXPECTED = [
    ["Поз.", "Наименование", "Сумма"],
    ["1", "Устройство монолитной фундаментной плиты из бетона", "9 850,00"],
    ["2", "Армирование плиты из арматуры диаметром 36", "86 400,00"],
]


def read(path: Path) -> Page:
    (page,) = open_document(path).pages(Wanted(1, frozenset(), lambda number: None))
    return Page.from_json(page)


def kinds(page: Page) -> list[BlockKind]:
    return [block.kind for block in page.blocks]


def test_a_cell_over_several_lines_is_one_cell_and_neighbours_stay_apart(tmp_path: Path) -> None:
    lines = [Line(50, 80, "Таблица цен по договору"), *WRAPPED, Line(50, 200, "Цены указаны без налога.")]
    page = read(made_pdf(tmp_path / "a.pdf", [lines], drawn=GRID))
    assert cells(page) == EXPECTED
    assert kinds(page)[1:] == [BlockKind.TABLE_HEADER, *[BlockKind.TABLE_ROW] * 2, BlockKind.PARAGRAPH]
    assert texts(page)[0] == "Таблица цен по договору"


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_the_file_does_not_matter(tmp_path: Path, order: int) -> None:
    assert cells(read(made_pdf(tmp_path / "a.pdf", [WRAPPED[::order]], drawn=GRID)))[0] == EXPECTED[0]


def boxes() -> bytes:
    """The same grid, a rectangle a cell."""
    sides = [(x, after - x) for x, after in pairwise([50, 80, 300, 400])]
    heights = [(HEIGHT - below, below - y) for y, below in pairwise([100, 120, 150, 170])]
    return " ".join(f"{x} {y} {width} {height} re S" for x, width in sides for y, height in heights).encode()


def thin_boxes() -> bytes:
    """The same lines, each a narrow rectangle that is filled, as word processors draw them."""
    upright = [f"{x} {HEIGHT - 170} 0.5 70 re f" for x in (50, 80, 300, 400)]
    return " ".join([*upright, *(f"50 {HEIGHT - y} 350 0.5 re f" for y in (100, 120, 150, 170))]).encode()


def one_path() -> bytes:
    return GRID.replace(b" S", b"") + b" S"


@pytest.mark.parametrize(
    "drawn", [boxes(), thin_boxes(), one_path(), b"q 2 0 0 2 0 0 cm .5 0 0 .5 0 0 cm " + GRID + b" Q"]
)
def test_it_does_not_matter_what_the_rules_are_drawn_by(tmp_path: Path, drawn: bytes) -> None:
    assert cells(read(made_pdf(tmp_path / "a.pdf", [WRAPPED], drawn=drawn))) == EXPECTED


LATIN = [
    *(Line(x, 111, text) for x, text in ((52, "No."), (82, "Name"), (302, "Price"))),
    *(Line(82, 131 + 12 * at, text) for at, text in enumerate(("Foundation slab of the main", "building"))),
    *(Line(x, 131, text) for x, text in ((52, "1"), (302, "9 850.00"))),
]
LATIN_CELLS = [["No.", "Name", "Price"], ["1", "Foundation slab of the main building", "9 850.00"]]
TURNS = {
    0: b"",
    90: b"0 1 -1 0 600 0 cm 1 0 0 1 0 -200 cm ",
    180: b"-1 0 0 -1 600 800 cm ",
    270: b"0 -1 1 0 0 800 cm 1 0 0 1 0 -200 cm ",
}


@pytest.mark.parametrize("degrees", TURNS)
@pytest.mark.parametrize("is_shown_turned", [False, True])
def test_a_turned_table_keeps_its_cells_whether_the_page_is_shown_turned_or_not(
    tmp_path: Path, degrees: int, is_shown_turned: bool
) -> None:
    entries = f"/Rotate {degrees}" if is_shown_turned else ""
    drawn = TURNS[degrees] + ruled([50, 80, 300, 400], [100, 120, 150])
    assert cells(read(made_pdf(tmp_path / "a.pdf", [LATIN], drawn=drawn, page_entries=entries))) == LATIN_CELLS


def test_merged_cells_stand_in_their_first_column(tmp_path: Path) -> None:
    drawn = ruled([50, 400], [100, 120, 140, 160]) + b" " + ruled([150, 250], [120, 160])
    lines = [Line(150, 113, "Итоги года")] + [
        Line(x, y, text)
        for y, row in ((133, ("Квартал", "План", "Факт")), (153, ("первый", "10", "12")))
        for x, text in zip((55, 155, 255), row, strict=True)
    ]
    page = read(made_pdf(tmp_path / "a.pdf", [lines], drawn=drawn))
    assert cells(page) == [["Итоги года", "", ""], ["Квартал", "План", "Факт"], ["первый", "10", "12"]]


def test_rows_without_rules_between_them_are_told_apart(tmp_path: Path) -> None:
    names = ("Труба", "Отвод", "Муфта", "Кран")
    rows = [Line(x, 131 + 12 * at, text) for at, name in enumerate(names) for x, text in ((52, name), (202, f"{at}00"))]
    lines = [Line(52, 111, "Имя"), Line(202, 111, "Цена"), *rows]
    page = read(made_pdf(tmp_path / "a.pdf", [lines], drawn=ruled([50, 200, 400], [100, 118, 180])))
    assert cells(page) == [["Имя", "Цена"], *([name, f"{at}00"] for at, name in enumerate(names))]


def test_two_parties_side_by_side_are_each_in_a_cell(tmp_path: Path) -> None:
    left = ["ООО «Первый»", "ИНН 111", "КПП 222", "Директор"]
    right = ["ООО «Второй»", "ИНН 333", "КПП 444", "Директор"]
    lines = [Line(52, 111, "Заказчик"), Line(202, 111, "Подрядчик"), *paragraph(52, 131, left)]
    path = made_pdf(
        tmp_path / "a.pdf", [[*lines, *paragraph(202, 131, right)]], drawn=ruled([50, 200, 400], [100, 118, 180])
    )
    assert cells(read(path))[1] == [" ".join(left), " ".join(right)]


LISTING = ["def add(one, other):", "    total = one + other", "    return total"]


@pytest.mark.parametrize(
    "drawn",
    [
        ruled([45, 400], [85, 130]),
        f"0.9 g 45 {HEIGHT - 130} 355 45 re f 0 g".encode(),
        b" ".join(f"0.9 g 45 {HEIGHT - y} 355 12 re f 0 g".encode() for y in (103, 115, 127)),
    ],
    ids=["framed", "shaded", "shaded line by line"],
)
def test_a_listing_of_a_program_is_no_table(tmp_path: Path, drawn: bytes) -> None:
    page = read(made_pdf(tmp_path / "a.pdf", [paragraph(50, 100, LISTING)], drawn=drawn))
    assert cells(page) == []
    assert " ".join(texts(page)) == " ".join(" ".join(LISTING).split())


def test_a_box_with_a_label_is_a_paragraph_read_cell_after_cell(tmp_path: Path) -> None:
    lines = [Line(52, 111, "ВНИМАНИЕ"), Line(152, 111, "Не стойте под"), Line(152, 123, "поднятым грузом.")]
    page = read(made_pdf(tmp_path / "a.pdf", [lines], drawn=ruled([50, 150, 400], [100, 130])))
    assert cells(page) == []
    assert texts(page) == ["ВНИМАНИЕ Не стойте под поднятым грузом."]


def test_a_frame_around_the_text_of_a_page_is_no_cell(tmp_path: Path) -> None:
    text = [f"строка {at} обычного текста внутри рамки листа" for at in range(40)]
    stamp = [Line(402, 751, "Лист"), Line(502, 751, "1"), Line(402, 771, "Листов"), Line(502, 771, "9")]
    drawn = ruled([20, 580], [20, 780]) + b" " + ruled([400, 500, 580], [740, 760, 780])
    page = read(made_pdf(tmp_path / "a.pdf", [[*paragraph(50, 60, text), *stamp]], drawn=drawn))
    assert texts(page, BlockKind.PARAGRAPH) == [" ".join(text)]
    assert cells(page) == [["Лист", "1"], ["Листов", "9"]]
