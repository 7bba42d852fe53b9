"""A file of any shape becomes a table in which nothing is lost."""

import gzip
from pathlib import Path

import pytest
from openpyxl import Workbook

from spravka.sheets.errors import DamagedFile, EmptyFile, SheetTooLarge
from spravka.sheets.sheet import Limits, column_letter
from tests.sheets.made_files import RUSSIAN, read, read_bytes, save_workbook

NAMES = ("Наименование", "Ед. изм.", "Цена")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1251", "cp866", "koi8-r", "utf-16"])
def test_a_csv_is_read_whatever_its_encoding_and_its_name(tmp_path: Path, encoding: str) -> None:
    sheet = read_bytes(tmp_path, RUSSIAN.encode(encoding), "price.xlsx")
    assert (sheet.file_format, sheet.header, sheet.header_row) == ("csv", NAMES, 1)
    assert [row.number for row in sheet.rows] == [2, 3, 4]
    assert sheet.encoding is not None
    assert sheet.encoding.startswith(encoding.removesuffix("-sig"))


def test_a_workbook_is_read_under_the_name_of_a_csv(tmp_path: Path) -> None:
    sheet = read(save_workbook(tmp_path / "t.xlsx", [NAMES, ["Болт", "шт", 5]]).rename(tmp_path / "t.csv"))
    assert (sheet.file_format, sheet.rows[0].cells) == ("xlsx", ("Болт", "шт", 5))


def test_a_packed_csv_is_read(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, gzip.compress(RUSSIAN.encode()), "rows.csv.gz").header == NAMES


def test_a_file_packed_twice_or_cut_off_is_refused(tmp_path: Path) -> None:
    packed = gzip.compress(RUSSIAN.encode())
    for content in (gzip.compress(packed), packed[:-9]):
        with pytest.raises(DamagedFile):
            read_bytes(tmp_path, content)


def test_unpacking_stops_at_the_limit(tmp_path: Path) -> None:
    with pytest.raises(SheetTooLarge) as problem:
        read_bytes(tmp_path, gzip.compress(bytes(3_000_000)), limits=Limits(file_bytes=1_000_000))
    assert problem.value.unit == "bytes when unpacked"


def test_a_file_over_the_limit_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(SheetTooLarge) as problem:
        read_bytes(tmp_path, b"a;b\n" * 10, limits=Limits(file_bytes=10))
    assert "10 bytes" in problem.value.detail


def test_long_rows_make_columns_and_short_rows_are_filled(tmp_path: Path) -> None:
    sheet = read_bytes(tmp_path, "Имя;Цена\nБолт;5;лишнее;ещё\nГайка\n".encode())
    assert sheet.header == ("Имя", "Цена", "Column C", "Column D")
    assert [row.cells for row in sheet.rows] == [("Болт", "5", "лишнее", "ещё"), ("Гайка", None, None, None)]


def test_columns_with_neither_name_nor_value_are_left_out_and_letters_stay(tmp_path: Path) -> None:
    sheet = read(save_workbook(tmp_path / "t.xlsx", [["Имя", None, "Цена"], ["Болт", None, 5], ["Гайка", None, 6]]))
    assert list(zip(sheet.letters, sheet.header, strict=True)) == [("A", "Имя"), ("C", "Цена")]


def test_a_named_column_without_values_is_kept(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "Имя;Примечание\nБолт;\n".encode()).header == ("Имя", "Примечание")


def test_a_form_with_titles_merged_headers_and_column_numbers_is_read(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Товарная накладная № 5"],
        ["Поставщик: ООО «Демо»"],
        ["№", "Товар", None, "Цена", None],
        [None, "наименование", "код", "без НДС", "с НДС"],
        [1, 2, 3, 4, 5],
        [1, "Болт М8", "B-8", 5, 6],
    ]
    sheet = read(save_workbook(tmp_path / "t.xlsx", rows, ["A1:E1", "A3:A4", "B3:C3", "D3:E3"]))
    assert sheet.header == ("№", "Товар / наименование", "Товар / код", "Цена / без НДС", "Цена / с НДС")
    assert (sheet.header_row, [row.number for row in sheet.rows]) == (5, [6])
    assert "rows_above_header" in [note.code for note in sheet.notes]


def test_a_group_merged_over_its_rows_holds_for_each_of_them(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Группа", "Имя"], ["Болты", "М8"], [None, "М10"], [None, "М12"], ["Гайки", "М8"]]
    sheet = read(save_workbook(tmp_path / "t.xlsx", rows, ["A2:A4"]))
    assert sheet.column(0) == ["Болты", "Болты", "Болты", "Гайки"]
    assert "merged_cells_filled" in [note.code for note in sheet.notes]


def test_a_section_title_merged_over_columns_stays_one_cell(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Имя", "Цена"], ["Трубы", None], ["Труба 20", 5]]
    sheet = read(save_workbook(tmp_path / "t.xlsx", rows, ["A2:B2"]))
    assert sheet.rows[0].cells == ("Трубы", None)


@pytest.mark.parametrize(("header_row", "header"), [(0, ("Column A", "Column B")), (2, ("Болт", "5"))])
def test_where_the_header_is_may_be_said(tmp_path: Path, header_row: int, header: tuple[str, ...]) -> None:
    (tmp_path / "t.csv").write_text("Имя;Цена\nБолт;5\nГайка;6\n", encoding="utf-8")
    assert read(tmp_path / "t.csv", header_row=header_row).header == header


@pytest.mark.parametrize("text", ["Наименование;Цена\n", "Наименование\n\n \n"])
def test_a_header_without_rows_is_an_empty_file(tmp_path: Path, text: str) -> None:
    with pytest.raises(EmptyFile):
        read_bytes(tmp_path, text.encode())


def test_a_workbook_whose_rows_are_hidden_says_so(tmp_path: Path) -> None:
    workbook = Workbook()
    hidden = workbook.create_sheet("Скрытый")
    hidden.append(["Имя", "Цена"])
    hidden.sheet_state = "hidden"
    workbook.save(tmp_path / "t.xlsx")
    with pytest.raises(EmptyFile) as problem:
        read(tmp_path / "t.xlsx")
    assert "“Скрытый”" in problem.value.detail


@pytest.mark.parametrize(("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_the_letters_of_a_spreadsheet(index: int, letter: str) -> None:
    assert column_letter(index) == letter
