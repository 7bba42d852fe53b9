"""Which rows of a file become items and groups, and why the others are refused."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spravka.catalogues.rows import CatalogueColumns, ItemRow, RejectionReason, SortedRows, sort_rows
from spravka.sheets.sheet import Cell, Row

GROUPED = CatalogueColumns(code=0, name=1, group_code=2, unit=3)
TREE = CatalogueColumns(code=0, name=1, parent_code=2, is_group=3)


def sort(columns: CatalogueColumns, *rows: Sequence[Cell]) -> SortedRows:
    return sort_rows([Row(number, tuple(cells)) for number, cells in enumerate(rows, start=2)], columns)


def test_a_whole_row_becomes_an_item_with_tidy_texts() -> None:
    found = sort(GROUPED, (" 00-1 ", "Труба  57х3,5\n", "01.02", "м"))
    assert found.items == [ItemRow("00-1", "Труба 57х3,5", "01.02", "м")]


def test_a_number_as_a_code_is_kept_as_it_is_written() -> None:
    assert sort(GROUPED, (1001, "Труба", 7, None)).items == [ItemRow("1001", "Труба", "7", None)]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ((None, "Труба", "01", "м"), "no_code"),
        (("1", "  ", "01", "м"), "no_name"),
        (("1", "Труба", None, "м"), "no_group"),
        (("1", "Труба", "01", "м" * 51), "too_long"),
        (("1" * 201, "Труба", "01", "м"), "too_long"),
        (("1", "т" * 10_001, "01", "м"), "too_long"),
    ],
)
def test_a_row_that_lacks_something_is_refused_with_its_number_and_cells(
    cells: Sequence[Cell], reason: RejectionReason
) -> None:
    found = sort(GROUPED, cells)
    assert [(row.row_number, row.reason, row.cells) for row in found.rejected] == [(2, reason, tuple(cells))]
    assert found.items == []


def test_the_second_row_of_a_code_is_refused_and_names_the_first() -> None:
    found = sort(GROUPED, ("1", "Труба", "01", "м"), ("1", "Труба другая", "01", "м"))
    assert [item.name for item in found.items] == ["Труба"]
    assert found.rejected[0].reason == "duplicate_code"
    assert "row 2" in found.rejected[0].detail


def test_empty_rows_are_passed_over() -> None:
    found = sort(GROUPED, (None, " ", None, None), ("1", "Труба", "01", "м"))
    assert (len(found.items), len(found.rejected)) == (1, 0)


def test_a_dotted_group_code_brings_its_ancestors() -> None:
    found = sort(GROUPED, ("1", "Труба", "01.02.03", "м"))
    assert {code: group.parent_code for code, group in found.groups.items()} == {
        "01.02.03": "01.02",
        "01.02": "01",
        "01": None,
    }


def test_the_name_of_a_group_is_taken_from_the_first_row_that_has_it() -> None:
    columns = CatalogueColumns(code=0, name=1, group_code=2, group_name=3)
    found = sort(columns, ("1", "Труба", "Т", None), ("2", "Труба 2", "Т", "Трубы"), ("3", "Труба 3", "Т", "Иное"))
    assert found.groups["Т"].name == "Трубы"


def test_rows_marked_as_groups_make_the_tree_and_are_no_items() -> None:
    found = sort(
        TREE,
        ("Г1", "Материалы", None, "Да"),
        ("Г2", "Трубы", "Г1", True),
        ("1", "Труба", "Г2", "Нет"),
        ("2", "Нить", "", ""),
    )
    assert {code: (group.name, group.parent_code) for code, group in found.groups.items()} == {
        "Г1": ("Материалы", None),
        "Г2": ("Трубы", "Г1"),
    }
    assert [item.code for item in found.items] == ["1"]
    assert [row.reason for row in found.rejected] == ["no_group"]


def test_without_a_mark_the_parents_of_other_rows_are_the_groups() -> None:
    columns = CatalogueColumns(code=0, name=1, parent_code=2)
    found = sort(columns, ("Г1", "Материалы", None), ("1", "Труба", "Г1"), ("2", "Гайка", "Г2"))
    assert found.groups["Г1"].name == "Материалы"
    assert found.groups["Г2"].name is None
    assert [item.group_code for item in found.items] == ["Г1", "Г2"]


def test_items_marked_as_deleted_are_refused() -> None:
    columns = CatalogueColumns(code=0, name=1, group_code=2, is_deleted=3)
    found = sort(columns, ("1", "Труба", "01", "Истина"), ("2", "Гайка", "01", "Ложь"))
    assert [row.reason for row in found.rejected] == ["marked_deleted"]
    assert [item.code for item in found.items] == ["2"]


CELLS = st.one_of(st.none(), st.text(max_size=12), st.integers(0, 20), st.booleans())


@given(st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), max_size=30), st.sampled_from([GROUPED, TREE]))
def test_every_row_is_accounted_for_and_no_code_stands_twice(
    rows: list[tuple[Cell, ...]], columns: CatalogueColumns
) -> None:
    found = sort(columns, *rows)
    empty = sum(all(cell is None or not str(cell).replace("\x00", " ").strip() for cell in row) for row in rows)
    told = len(found.items) + len(found.rejected) + empty
    if columns is GROUPED:
        assert told == len(rows)
    else:
        assert told <= len(rows) <= told + len(found.groups) + len(found.rejected)
    assert len({item.code for item in found.items}) == len(found.items)
    assert all(item.group_code in found.groups for item in found.items)
