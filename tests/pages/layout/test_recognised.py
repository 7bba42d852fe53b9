"""What Tesseract tells of an image stands on the page where it stands in the image."""

import pytest

from spravka.pages.layout.hyphens import Joiner
from spravka.pages.layout.placed import PlacedPage
from spravka.pages.layout.recognised import certainty, place_recognised

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
PAGE = "1\t1\t0\t0\t0\t0\t0\t0\t2000\t3000\t-1\t"


def word(text: str, line: int, left: int, top: int, width: int = 100, height: int = 40, certainty: float = 96.0) -> str:
    return f"5\t1\t1\t1\t{line}\t1\t{left}\t{top}\t{width}\t{height}\t{certainty}\t{text}"


def place(*rows: str) -> PlacedPage:
    return place_recognised("\n".join((HEAD, PAGE, *rows)) + "\n", 500.0, 750.0, Joiner())


def test_words_stand_in_points_and_are_as_high_as_their_line() -> None:
    page = place(word("Договор", 1, 200, 100), word("-", 1, 320, 118, 20, 4))
    assert page.words == ["Договор", "-"]
    assert page.boxes == [(50.0, 25.0, 75.0, 35.0), (80.0, 25.0, 85.0, 35.0)]
    assert (page.width, page.height, page.layer) == (500.0, 750.0, "recognised")


def test_a_line_is_a_piece_and_a_wide_gap_parts_it() -> None:
    page = place(word("Имя", 1, 0, 0), word("товара", 1, 120, 0), word("Цена", 1, 900, 0), word("Болт", 2, 0, 60))
    assert [(piece.first, piece.end) for piece in page.pieces] == [(0, 2), (2, 3), (3, 4)]


def test_what_is_hardly_a_word_is_left_out() -> None:
    assert place(word("шум", 1, 0, 0, certainty=11.0), word("слово", 1, 200, 0)).words == ["слово"]


def test_lines_with_and_without_tall_letters_are_of_one_size_and_a_title_is_larger() -> None:
    heights = (40, 34, 46, 40, 90)
    page = place(*(word("слово", at, 0, 100 * at, height=height) for at, height in enumerate(heights, 1)))
    assert [piece.size for piece in page.pieces] == [10.0, 10.0, 10.0, 10.0, 22.5]


def test_a_word_broken_over_two_lines_is_whole_in_its_first_piece() -> None:
    page = place(word("постав-", 1, 800, 0), word("щик", 2, 0, 60), word("обязан", 2, 120, 60))
    assert page.words == ["поставщик", "", "обязан"]


def test_a_table_without_a_word_is_an_empty_page() -> None:
    page = place()
    assert (page.words, page.boxes, page.pieces) == ([], [], [])


def test_lines_that_are_no_rows_are_passed_over() -> None:
    assert place("", "garbage", "5\t1\t1", word("слово", 1, 0, 0)).words == ["слово"]


@pytest.mark.parametrize(
    ("first", "second", "turned"),
    [
        ((200, 100), (320, 100), (200 / 4, 100 / 4)),
        ((100, 1200), (100, 1080), (750 - 1300 / 4, 25)),
        ((100, 1000), (100, 1120), None),
    ],
)
def test_lines_that_run_up_or_down_are_lines(
    first: tuple[int, int], second: tuple[int, int], turned: tuple[float, float] | None
) -> None:
    is_level = first[1] == second[1]
    size = (100, 40) if is_level else (40, 100)
    page = place(word("Договор", 1, *first, *size), word("поставки", 1, *second, *size))
    (piece,) = page.pieces
    assert (piece.first, piece.end, round(piece.bottom - piece.top)) == (0, 2, 10)
    assert page.boxes[0] == pytest.approx(
        (first[0] / 4, first[1] / 4, (first[0] + size[0]) / 4, (first[1] + size[1]) / 4)
    )
    assert turned is None or (piece.left, piece.top) == pytest.approx(turned)


def test_a_line_askew_has_the_size_of_its_words() -> None:
    page = place(*(word("слово", 1, 120 * at, 8 * at, height=40) for at in range(12)))
    assert [piece.size for piece in page.pieces] == [10.0]


def test_certainty_is_that_of_the_letters_and_few_of_them_tell_nothing() -> None:
    sure, unsure = word("договор" * 8, 1, 0, 0, certainty=95), word("да" * 7, 1, 90, 0, certainty=20)
    assert certainty("\n".join((HEAD, PAGE, sure, unsure))) == pytest.approx((56 * 95 + 14 * 20) / 70)
    assert certainty("\n".join((HEAD, PAGE, unsure))) == 100.0
