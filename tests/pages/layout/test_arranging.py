"""From placed words to blocks in reading order."""

from hypothesis import given
from hypothesis import strategies as st

from spravka.pages.page import BlockKind
from tests.pages.layout.pages_made import arranged, kinds
from tests.pages.made_pdfs import Line, cells, paragraph, texts

TEXT = [
    "Поставщик обязуется передать покупателю товар в срок,",
    "а покупатель обязуется принять этот товар и уплатить",
    "за него цену. Цена товара определяется спецификацией.",
]


def column(left: float, top: float, name: str, count: int) -> list[Line]:
    return paragraph(left, top, [f"{name} строка номер {number} этой колонки" for number in range(count)])


def test_lines_under_each_other_are_one_paragraph() -> None:
    (page,) = arranged(paragraph(50, 100, TEXT))
    assert kinds(page) == [BlockKind.PARAGRAPH]
    assert texts(page) == [" ".join(TEXT)]


def test_a_gap_or_an_indent_begins_a_paragraph() -> None:
    lines = [*paragraph(50, 200, TEXT), *paragraph(50, 260, TEXT), Line(70, 296, TEXT[0]), Line(50, 308, TEXT[1])]
    (page,) = arranged(lines)
    assert texts(page) == [" ".join(TEXT), " ".join(TEXT), " ".join(TEXT[:2])]


def test_columns_are_read_one_after_the_other_whatever_the_order_of_the_file() -> None:
    heading = [Line(50, 60, "Договор поставки материалов", 16)]
    left, right = column(50, 100, "левая", 9), column(320, 100, "правая", 9)
    in_order = " ".join(line.text for line in (*left, *right))
    side_by_side = [line for pair in zip(left, right, strict=True) for line in pair]
    for lines in (left + right, right + left, side_by_side):
        (page,) = arranged(heading + lines)
        assert texts(page)[0] == "Договор поставки материалов"
        assert " ".join(texts(page)[1:]) == in_order


def test_three_columns_are_read_from_the_left() -> None:
    columns = [paragraph(left, 100, ["узкая колонка текста тут"] * 8) for left in (30, 220, 410)]
    named = [[*lines[:-1], Line(lines[0].left, 184, f"конец {at}")] for at, lines in enumerate(columns)]
    (page,) = arranged([line for row in zip(*named, strict=True) for line in row])
    assert [word for word in page.words if word.isdigit()] == ["0", "1", "2"]
    assert page.words.index("конец") == 28


def test_a_table_keeps_its_rows_and_cells_and_its_header_is_found() -> None:
    rows = [("Наименование", "Ед.", "Цена"), ("Болт М8", "шт", "12,50"), ("Труба", "м", "310")]
    lines = [
        Line(left, 100 + 14 * at, text)
        for at, row in enumerate(rows)
        for left, text in zip((50, 250, 350), row, strict=True)
    ]
    (page,) = arranged([*lines, *paragraph(50, 200, TEXT)])
    assert kinds(page) == [BlockKind.TABLE_HEADER, BlockKind.TABLE_ROW, BlockKind.TABLE_ROW, BlockKind.PARAGRAPH]
    assert cells(page) == [list(row) for row in rows]


def test_a_cell_of_two_lines_stays_one_and_an_empty_one_is_kept() -> None:
    lines = [
        *(Line(50, 100, "Позиция"), Line(200, 100, "Что поставить"), Line(450, 100, "Штук")),
        *(Line(50, 112, "А-1"), Line(200, 112, "насос водяной"), Line(450, 112, "10")),
        Line(200, 124, "с двигателем"),
        *(Line(50, 136, "А-2"), Line(450, 136, "20")),
    ]
    (page,) = arranged(lines)
    assert cells(page)[1:] == [["А-1", "насос водяной с двигателем", "10"], ["А-2", "", "20"]]


def test_headings_are_told_from_text_by_size_weight_and_number() -> None:
    lines = [
        Line(50, 60, "Договор поставки", 18),
        *paragraph(50, 100, TEXT * 3),
        Line(50, 240, "Права сторон", bold=True),
        *paragraph(50, 260, TEXT * 3),
        Line(50, 400, "4.2 Порядок расчётов"),
        *paragraph(50, 430, TEXT * 3),
    ]
    (page,) = arranged(lines)
    assert texts(page, BlockKind.HEADING) == ["Договор поставки", "Права сторон", "4.2 Порядок расчётов"]
    assert [block.level for block in page.blocks if block.kind is BlockKind.HEADING] == [1, 4, 2]


def test_a_clause_with_a_number_is_no_heading() -> None:
    lines = [*paragraph(50, 100, TEXT), Line(50, 160, "4.2. Поставщик обязан уведомить покупателя об отгрузке.")]
    (page,) = arranged(lines)
    assert texts(page, BlockKind.HEADING) == []


def test_items_of_a_list_are_apart_and_keep_their_lines() -> None:
    lines = [
        *paragraph(50, 100, [*TEXT[:2], "за него:"]),
        *(Line(60, 136, "1) товар новый и ранее не"), Line(72, 148, "бывший в употреблении;")),
        *(Line(60, 160, "2) товар свободен от прав"), Line(72, 172, "третьих лиц.")),
    ]
    (page,) = arranged(lines)
    assert texts(page, BlockKind.LIST_ITEM) == [
        "1) товар новый и ранее не бывший в употреблении;",
        "2) товар свободен от прав третьих лиц.",
    ]


def test_running_titles_and_page_numbers_are_found_by_coming_again() -> None:
    pages = [
        [Line(50, 40, "ООО «Ромашка»"), *paragraph(50, 150, TEXT), Line(290, 770, str(number))]
        for number in range(11, 16)
    ]
    for page in arranged(*pages):
        assert texts(page, BlockKind.RUNNING_TITLE) == ["ООО «Ромашка»", str(page.number + 10)]
        assert texts(page, BlockKind.PARAGRAPH) == [" ".join(TEXT)]


def test_a_heading_at_the_top_of_every_page_is_no_running_title() -> None:
    names = ["Предмет договора", "Права сторон", "Цена и расчёты", "Ответственность"]
    pages = [
        [Line(50, 40, f"{number} {name}", 16, bold=True), *paragraph(50, 150, TEXT * 4)]
        for number, name in enumerate(names, 1)
    ]
    assert all(BlockKind.RUNNING_TITLE not in kinds(page) for page in arranged(*pages))


def test_lines_of_contents_are_marked() -> None:
    lines = [Line(50, 100 + 14 * at, f"{at} Раздел номер {at} . . . . . . . . {at * 3}") for at in range(1, 6)]
    (page,) = arranged([*lines, *paragraph(50, 300, TEXT)])
    assert kinds(page) == [BlockKind.CONTENTS] * 5 + [BlockKind.PARAGRAPH]


def test_a_paragraph_that_goes_on_over_the_page_says_so() -> None:
    first = [*paragraph(50, 100, TEXT), *paragraph(50, 700, TEXT[:2])]
    second = [Line(50, 100, "за него цену. Дальше идёт"), *paragraph(50, 140, TEXT)]
    _, page = arranged(first, second)
    assert [block.starts_mid_sentence for block in page.blocks] == [True, False]


LINES = st.builds(
    Line,
    st.floats(0, 550),
    st.floats(20, 790),
    st.text("абвГД 1.•,", min_size=1, max_size=20).map(lambda text: " ".join(text.split()) or "а"),
    st.sampled_from([8.0, 10.0, 14.0]),
    st.booleans(),
)


@given(st.lists(st.lists(LINES, max_size=25), max_size=5))
def test_no_word_is_lost_or_told_twice(pages: list[list[Line]]) -> None:
    told = arranged(*pages)
    assert [page.number for page in told] == list(range(1, len(pages) + 1))
    for page, lines in zip(told, pages, strict=True):
        assert sorted(page.words) == sorted(word for line in lines for word in line.text.split(" "))
        ends = [(block.first, block.end) for block in page.blocks]
        assert [first for first, _ in ends] == [0, *(end for _, end in ends)][: len(ends)]
        assert (ends[-1][1] if ends else 0) == len(page.words)
        assert page.boxes is not None and len(page.boxes) == len(page.words)
