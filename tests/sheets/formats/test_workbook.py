"""Workbooks of every format, and those that would take the reader down."""

import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from spravka.errors import Problem
from spravka.sheets.errors import (
    DamagedFile,
    PasswordProtected,
    SheetNotFound,
    SheetTooLarge,
    WorkbookTooHeavy,
)
from spravka.sheets.formats.workbook import read_workbook
from spravka.sheets.sheet import Grid, Limits, Merge
from tests.sheets.made_files import fill, first_sheet, open_document, protected_xls, save_workbook

TABLE = [["Наименование", "Ед."], ["Болт М8", "шт"], ["Труба 20х2,5", "м"]]


def grid(path: Path, sheet: str | None = None, limits: Limits | None = None) -> Grid:
    return read_workbook(path, path.name, sheet, limits or Limits())


def workbook_of_many_sheets(path: Path) -> Path:
    workbook = Workbook()
    cover = first_sheet(workbook)
    cover.title = "Обложка"
    fill(cover, [["Прайс-лист"], ["действителен три дня"]])
    fill(workbook.create_sheet("Цены"), TABLE)
    hidden = workbook.create_sheet("Закупка")
    fill(hidden, [["Наименование", "Цена"], ["тайна", 1]])
    hidden.sheet_state = "hidden"
    workbook.create_sheet("Настройки").sheet_state = "veryHidden"
    workbook.save(path)
    return path


def test_cells_keep_their_types_and_rows_their_numbers(tmp_path: Path) -> None:
    moment = datetime.datetime(2026, 11, 22, 15, 30)
    rows: list[list[object]] = [["a"], [], [1, 2.5, True, "текст", moment, moment.date(), moment.time(), 123.0]]
    read = grid(save_workbook(tmp_path / "t.xlsx", rows)).rows[1]
    assert read.number == 3
    assert read.cells == (1, 2.5, True, "текст", "2026-11-22T15:30:00", "2026-11-22", "15:30:00", 123)
    assert [type(cell) for cell in read.cells[:3]] == [int, float, bool]


def test_a_duration_reads_as_hours(tmp_path: Path) -> None:
    workbook = Workbook()
    cell = first_sheet(workbook)["A1"]
    cell.value, cell.number_format = datetime.timedelta(hours=36, minutes=5), "[h]:mm:ss"
    workbook.save(tmp_path / "t.xlsx")
    assert grid(tmp_path / "t.xlsx").rows[0].cells == ("36:05:00",)


def test_a_table_far_from_the_corner_keeps_its_place(tmp_path: Path) -> None:
    workbook = Workbook()
    first_sheet(workbook)["D100"] = "Болт"
    workbook.save(tmp_path / "t.xlsx")
    row = grid(tmp_path / "t.xlsx").rows[0]
    assert (row.number, row.cells) == (100, (None, None, None, "Болт"))


def test_the_first_visible_sheet_with_a_table_is_read_and_the_others_are_listed(tmp_path: Path) -> None:
    read = grid(workbook_of_many_sheets(tmp_path / "t.xlsx"))
    assert read.sheet_name == "Цены"
    assert [(sheet.name, sheet.visible) for sheet in read.sheet_names] == [
        ("Обложка", True),
        ("Цены", True),
        ("Закупка", False),
        ("Настройки", False),
    ]
    assert {"sheet_chosen", "hidden_sheets"} <= {note.code for note in read.notes}


def test_a_hidden_sheet_is_read_when_it_is_named(tmp_path: Path) -> None:
    read = grid(workbook_of_many_sheets(tmp_path / "t.xlsx"), sheet="Закупка")
    assert read.rows[1].cells == ("тайна", 1)


def test_a_sheet_that_is_not_there_is_answered_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(SheetNotFound) as problem:
        grid(workbook_of_many_sheets(tmp_path / "t.xlsx"), sheet="Нет такого")
    assert "“Цены”" in problem.value.detail


def test_formulas_without_a_value_are_noted_on_their_row(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Имя", "Цена", "Сумма"], ["Болт", 2, "=B2*3"], ["Гайка", 3, 9]]
    read = grid(save_workbook(tmp_path / "t.xlsx", rows))
    assert [row.notes for row in read.rows] == [
        (),
        ("The formula in C2 was never calculated; its cell is empty.",),
        (),
    ]
    assert "odd_formulas" in [note.code for note in read.notes]


def test_an_error_value_stays_in_its_cell_and_is_noted(tmp_path: Path) -> None:
    read = grid(save_workbook(tmp_path / "t.xlsx", [["Имя", "Цена"], ["Болт", "#REF!"]]))
    assert read.rows[1].cells == ("Болт", "#REF!")
    assert "#REF!" in read.rows[1].notes[0]


def test_merged_areas_are_given_with_rows_from_one(tmp_path: Path) -> None:
    read = grid(save_workbook(tmp_path / "t.xlsx", [["a", "b"], ["c", "d"]], merged=["A1:B1", "A2:A3"]))
    assert set(read.merges) == {Merge(1, 0, 1, 1), Merge(2, 0, 3, 0)}


def test_two_cells_that_abort_the_library_are_an_ordinary_error(tmp_path: Path) -> None:
    workbook = Workbook()
    first_sheet(workbook)["A1"] = "a"
    first_sheet(workbook)["XFD1048576"] = "b"
    workbook.save(tmp_path / "far.xlsx")
    with pytest.raises(WorkbookTooHeavy):
        grid(tmp_path / "far.xlsx")


def test_a_workbook_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    with pytest.raises(WorkbookTooHeavy):
        grid(save_workbook(tmp_path / "t.xlsx", TABLE), limits=Limits(workbook_seconds=0.001))


@pytest.mark.parametrize(
    ("limits", "unit"),
    [
        (Limits(unpacked_bytes=1000), "bytes when unpacked"),
        (Limits(rows=2), "rows"),
        (Limits(columns=1), "columns"),
    ],
)
def test_a_limit_that_is_passed_is_named(tmp_path: Path, limits: Limits, unit: str) -> None:
    with pytest.raises(SheetTooLarge) as problem:
        grid(save_workbook(tmp_path / "t.xlsx", TABLE), limits=limits)
    assert problem.value.unit == unit


@pytest.mark.parametrize("name", ["t.xls", "t.xlsx", "5f3a"])
def test_a_password_is_told_from_damage_whatever_the_file_is_called(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(protected_xls())
    with pytest.raises(PasswordProtected):
        grid(path)


def test_a_workbook_is_read_by_its_content_under_a_wrong_name(tmp_path: Path) -> None:
    path = save_workbook(tmp_path / "t.xlsx", TABLE).rename(tmp_path / "t.xls")
    assert grid(path).rows[1].cells == tuple(TABLE[1])


def test_a_workbook_with_a_broken_sheet_is_damaged(tmp_path: Path) -> None:
    content = bytearray(save_workbook(tmp_path / "t.xlsx", TABLE).read_bytes())
    start = content.index(b"xl/worksheets/sheet1.xml") + 40
    content[start : start + 60] = b"\xff" * 60
    (tmp_path / "t.xlsx").write_bytes(content)
    with pytest.raises(DamagedFile):
        grid(tmp_path / "t.xlsx")


@pytest.mark.parametrize("cut_bytes", [400, 2_000, 4_000])
def test_a_file_cut_off_is_a_problem_and_never_a_crash(tmp_path: Path, cut_bytes: int) -> None:
    content = protected_xls()[:cut_bytes]
    (tmp_path / "t.xls").write_bytes(content)
    with pytest.raises(Problem):
        grid(tmp_path / "t.xls")


def test_an_open_document_is_read(tmp_path: Path) -> None:
    read = grid(open_document(tmp_path / "t.ods", TABLE))
    assert read.file_format == "ods"
    assert [row.cells for row in read.rows] == [tuple(row) for row in TABLE]


def test_an_open_document_that_repeats_a_cell_a_milliard_times_is_refused(tmp_path: Path) -> None:
    with pytest.raises((WorkbookTooHeavy, SheetTooLarge)):
        grid(open_document(tmp_path / "t.ods", [["x"]], repeated=' table:number-columns-repeated="1000000000"'))


def test_the_library_lays_a_sheet_out_as_the_reader_expects(tmp_path: Path) -> None:
    """Rows are given from the first of the sheet on, columns from the first used one: on that numbers rely."""
    workbook = Workbook()
    first_sheet(workbook)["C3"] = "x"
    workbook.save(tmp_path / "t.xlsx")
    sheet = CalamineWorkbook.from_path(tmp_path / "t.xlsx").get_sheet_by_index(0)
    assert sheet.start == (2, 2)
    assert list(sheet.iter_rows()) == [[""], [""], ["x"]]
