"""Telling the columns of a catalogue file."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from spravka.catalogues.columns import told_columns
from spravka.catalogues.errors import ColumnsUnclear
from spravka.catalogues.rows import CatalogueColumns
from spravka.sheets.reading import read_sheet
from spravka.sheets.sheet import Sheet


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def sheet_of(folder: Path, header: Sequence[str], *rows: Sequence[object]) -> Sheet:
    path = folder / "catalogue.csv"
    path.write_text("\n".join(";".join(map(str, row)) for row in [header, *rows]), encoding="utf-8")
    return read_sheet(path, file_name=path.name)


ROWS = [(f"{number:05}", f"Труба стальная {number}х3,5", f"01.0{number % 3}", "м") for number in range(1, 30)]


@pytest.mark.parametrize(
    "header",
    [
        ("Код", "Наименование", "Код группы", "Ед. изм."),
        ("id", "name", "group_code", "unit"),
        ("Артикул", "Номенклатура", "Группа", "ЕИ"),
        ("full_code", "name", "group code", "uom"),
    ],
)
def test_usual_headers_are_told(folder: Path, header: Sequence[str]) -> None:
    columns = told_columns(sheet_of(folder, header, *ROWS), {})
    assert (columns.code, columns.name, columns.group_code, columns.unit) == (0, 1, 2, 3)


def test_a_table_as_1c_keeps_it_is_told_by_parent_and_mark(folder: Path) -> None:
    header = ("Код", "Наименование", "Родитель", "ЭтоГруппа", "ПометкаУдаления")
    rows = [("Г1", "Трубы", "", "Да", "Нет"), *((f"{n}", f"Труба {n}", "Г1", "Нет", "Нет") for n in range(20))]
    columns = told_columns(sheet_of(folder, header, *rows), {})
    assert columns == CatalogueColumns(code=0, name=1, parent_code=2, is_group=3, is_deleted=4)


def test_what_a_person_says_goes_before_what_is_detected(folder: Path) -> None:
    sheet = sheet_of(folder, ("Код", "Наименование", "Код группы", "Артикул"), *ROWS)
    assert told_columns(sheet, {"code": "Артикул"}).code == 3
    assert told_columns(sheet, {"code": "D"}).code == 3


def test_a_column_that_a_person_says_is_not_there_is_not_detected(folder: Path) -> None:
    sheet = sheet_of(folder, ("Код", "Наименование", "Код группы", "Ед. изм."), *ROWS)
    assert told_columns(sheet, {"unit": ""}).unit is None


def test_what_cannot_be_told_is_named_with_the_columns_there_are(folder: Path) -> None:
    with pytest.raises(ColumnsUnclear) as refused:
        told_columns(sheet_of(folder, ("x", "y"), ("1", "2"), ("3", "4")), {})
    assert refused.value.header == ["x", "y"]
    assert {missing.split()[0] for missing in refused.value.missing} >= {"name", "group_code"}


def test_a_field_that_does_not_exist_is_refused(folder: Path) -> None:
    with pytest.raises(ColumnsUnclear):
        told_columns(sheet_of(folder, ("Код", "Наименование", "Группа"), *ROWS), {"colour": "Код"})
