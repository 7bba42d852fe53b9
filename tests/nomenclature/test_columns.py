"""Telling which column of a price list holds the names."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from spravka.nomenclature.columns import told_name_column
from spravka.nomenclature.errors import NameColumnUnclear
from spravka.sheets.errors import ColumnNotFound
from spravka.sheets.reading import read_sheet
from spravka.sheets.sheet import Sheet


def sheet_of(folder: Path, *rows: Sequence[object]) -> Sheet:
    path = folder / "prices.csv"
    path.write_text("\n".join(";".join(map(str, row)) for row in rows), encoding="utf-8")
    return read_sheet(path, file_name=path.name)


GOODS = [(number, f"А-{number}", f"Труба стальная {number}х3,5", "м", 10.5 * number) for number in range(1, 20)]


@pytest.mark.parametrize("word", ["Наименование", "Товар", "Номенклатура", "Наименование товара", "Name"])
def test_the_usual_words_are_known(tmp_path: Path, word: str) -> None:
    sheet = sheet_of(tmp_path, ("№ п/п", "Артикул", word, "Ед. изм.", "Цена"), *GOODS)
    assert told_name_column(sheet, None) == 2


def test_a_table_of_one_column_needs_no_telling(tmp_path: Path) -> None:
    assert told_name_column(sheet_of(tmp_path, ("Труба 57х3,5",), ("Гайка М8",)), None) == 0


def test_two_columns_of_names_are_not_guessed_between(tmp_path: Path) -> None:
    rows = [(f"Труба {number}х3,5", f"Гайка М{number} оцинкованная") for number in range(20)]
    with pytest.raises(NameColumnUnclear) as refused:
        told_name_column(sheet_of(tmp_path, ("Наименование 1", "Наименование 2"), *rows), None)
    assert sorted(refused.value.likely) == ["Наименование 1", "Наименование 2"]


def test_a_person_may_choose_by_header_or_by_letter_but_not_what_is_not_there(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, ("№ п/п", "Артикул", "Наименование", "Ед. изм.", "Цена"), *GOODS)
    assert told_name_column(sheet, "Артикул") == 1
    assert told_name_column(sheet, "B") == 1
    with pytest.raises(ColumnNotFound):
        told_name_column(sheet, "Колонка")
