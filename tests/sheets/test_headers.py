"""The header is found under whatever stands above it, and its columns get names that can be told apart."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spravka.demo.catalogue import generate_catalogue
from spravka.demo.spellings import supplier_spellings
from spravka.sheets.headers import NO_HEADER, clean_name, find_header, header_at, is_number, unique_names
from spravka.sheets.sheet import Cell, Merge
from tests.sheets.made_files import area, rows_of

GOODS = generate_catalogue()
PLAIN = ["Наименование", "Ед. изм.", "Цена"]
BOLT, NUT = ["Болт М8", "шт", 5], ["Гайка М8", "шт", 3]


@pytest.mark.parametrize(
    ("rows", "first", "last", "names"),
    [
        pytest.param([PLAIN, BOLT, NUT], 1, 1, PLAIN, id="in the first row"),
        pytest.param([["ООО «Ромашка»"], [], PLAIN, BOLT], 3, 3, PLAIN, id="under a title"),
        pytest.param([["Цены на материалы"], PLAIN, BOLT], 2, 2, PLAIN, id="under a title of header words"),
        pytest.param([PLAIN, [1, 2, 3], BOLT], 1, 2, PLAIN, id="over a row that counts columns"),
        pytest.param([PLAIN, ["1", "2", "3"], BOLT], 1, 2, PLAIN, id="over such a row as text"),
        pytest.param([["Наименование"], ["Болт"], ["Гайка"]], 1, 1, ["Наименование"], id="of one column"),
        pytest.param([["item", "qty"], ["bolt", "5"]], 1, 1, ["item", "qty"], id="in English"),
        pytest.param([["itemName", "groupCode"], ["b", "1"]], 1, 1, ["itemName", "groupCode"], id="in camel case"),
        pytest.param([["alpha", "beta"], ["x", 5], ["y", 6]], 1, 1, ["alpha", "beta"], id="of unknown words"),
        pytest.param([["c1", "c2"], ["x", 5], ["y", 6]], 1, 1, ["c1", "c2"], id="of identifiers"),
        pytest.param(
            [["№", "Имя", "Цена", ""], ["", "", "без НДС", "с НДС"], [1, "Болт", 5, 6], [2, "Гайка", 1, 2]],
            1,
            2,
            ["№", "Имя", "Цена / без НДС", "Цена / с НДС"],
            id="in two rows without merged cells",
        ),
    ],
)
def test_a_header_is_found(rows: list[list[Cell]], first: int, last: int, names: list[str]) -> None:
    header = find_header(rows_of(*rows))
    assert (header.first_row, header.last_row, list(header.names)) == (first, last, names)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["Кирпич", "шт"], ["Песок", "м3"]], id="units are no names of columns"),
        pytest.param([["Кирпич", "Россия"], ["Песок", "Россия"]], id="a name does not come again below"),
        pytest.param([["Кирпич"], ["Песок"], ["Щебень"]], id="one column of names"),
        pytest.param([["Труба 20х2,5", 5], ["Болт М8", 6]], id="names with sizes"),
        pytest.param([[1, 2], [3, 4]], id="numbers"),
        pytest.param([], id="nothing at all"),
    ],
)
def test_no_row_of_goods_is_taken_for_a_header(rows: list[list[Cell]]) -> None:
    assert find_header(rows_of(*rows)) == NO_HEADER


@settings(max_examples=40)
@given(seed=st.integers(0, 10_000))
def test_a_list_of_goods_without_a_header_loses_no_row_to_one(seed: int) -> None:
    goods = random.Random(seed).sample(GOODS, 40)
    names = supplier_spellings(goods, 40, seed)
    assert find_header(rows_of(*[[item.code, item.name, item.group_code, item.unit] for item in goods])) == NO_HEADER
    assert find_header(rows_of(*[[name] for name, _ in names])) == NO_HEADER


def test_header_words_in_the_middle_of_a_table_are_no_header() -> None:
    goods: list[list[Cell]] = [[f"Труба {number}", "длинная"] for number in range(5)]
    assert find_header(rows_of(*goods, ["Наименование", "Цена"], *goods)) == NO_HEADER


def test_merged_cells_say_how_many_rows_a_header_takes() -> None:
    rows = rows_of(["Имя", "Цена", None], [None, "опт", "розница"], ["Болт", 1, 2], ["Гайка", 1, 2])
    header = find_header(rows, [area(1, 0, 2, 0), area(1, 1, 1, 2)])
    assert header.last_row == 2
    assert header.names == ("Имя", "Цена / опт", "Цена / розница")


def test_a_merged_name_that_nothing_divides_belongs_to_its_first_column_alone() -> None:
    rows = rows_of(["Наименование", None, "Цена"], ["Болт", None, 1], ["Гайка", None, 2])
    assert find_header(rows, [Merge(1, 0, 1, 1)]).names == ("Наименование", "", "Цена")


def test_a_header_may_be_pointed_at() -> None:
    rows = rows_of(["x", "y"], ["Болт", "шт"])
    assert header_at(rows, 1).names == ("x", "y")
    assert header_at(rows, 0) == NO_HEADER
    assert header_at(rows, 9) == NO_HEADER


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Но-\nмер\nпо по-\nрядку", "Номер по порядку"),
        ("Коли-\nчество \n(масса \nнетто)", "Количество (масса нетто)"),
        ("  Цена,\n руб. ", "Цена, руб."),
        ("Кол-во", "Кол-во"),
    ],
)
def test_a_name_broken_to_fit_its_cell_is_put_together(text: str, expected: str) -> None:
    assert clean_name(text) == expected


@given(st.lists(st.sampled_from(["", "Цена", "цена", "ЦЕНА", "Цена (2)", "Column B", "Имя"]), max_size=8))
def test_names_are_never_empty_and_never_twice(names: list[str]) -> None:
    unique = unique_names(names, "ABCDEFGH"[: len(names)])
    assert len({name.lower() for name in unique}) == len(names)
    assert all(unique)


def test_the_first_of_equal_names_keeps_it() -> None:
    assert unique_names(["Цена", "", "цена"], "ABC") == ("Цена", "Column B", "цена (2)")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1 200,50", True),
        ("12%", True),
        ("-5.5", True),
        (7, True),
        ("91.01.01", False),
        ("20х2", False),
        ("", False),
        (None, False),
    ],
)
def test_a_number_is_told_from_a_code(cell: Cell, expected: bool) -> None:
    assert is_number(cell) is expected
