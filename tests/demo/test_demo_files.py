"""The files to try the product with are laid out as people lay them out, and are understood."""

from pathlib import Path

import pytest

from spravka.demo.catalogue import generate_catalogue, generate_groups
from spravka.demo.demo_files import CATALOGUE_HEADER, PRICE_LIST_HEADER, PRICE_LIST_ROWS, DemoFiles, write_demo_files
from spravka.sheets.columns import Wanted, detect_columns
from spravka.sheets.reading import read_sheet
from spravka.sheets.words import ColumnKind

K = ColumnKind


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> DemoFiles:
    return write_demo_files(tmp_path_factory.mktemp("demo"))


def test_the_catalogue_is_read_back_whole(files: DemoFiles) -> None:
    sheet = read_sheet(files.catalogue, file_name="catalogue.csv")
    groups = [(group.code, group.name, group.parent_code or "") for group in generate_groups()]
    items = [(item.code, item.name, item.group_code) for item in generate_catalogue()]
    assert sheet.header == CATALOGUE_HEADER
    assert [tuple(cell or "" for cell in row.cells[:3]) for row in sheet.rows] == groups + items


def test_the_columns_of_the_catalogue_are_found(files: DemoFiles) -> None:
    sheet = read_sheet(files.catalogue, file_name="catalogue.csv")
    kinds = (K.ITEM_CODE, K.NAME, K.PARENT_CODE, K.IS_GROUP, K.UNIT)
    columns = detect_columns(sheet, [Wanted(kind, required=True) for kind in kinds]).confirm()
    assert [columns.get(kind) for kind in kinds] == [0, 1, 2, 3, 4]


def test_the_price_list_is_read_under_its_titles(files: DemoFiles) -> None:
    sheet = read_sheet(files.price_list, file_name="prices.xlsx")
    assert (sheet.header, sheet.header_row) == (PRICE_LIST_HEADER, 5)
    assert len(sheet.rows) == PRICE_LIST_ROWS + 1
    assert sheet.rows[-1].cells[1] == "Итого"


def test_the_columns_of_the_price_list_are_found(files: DemoFiles) -> None:
    sheet = read_sheet(files.price_list, file_name="prices.xlsx")
    kinds = (K.ROW_NUMBER, K.NAME, K.UNIT, K.QUANTITY, K.PRICE, K.AMOUNT)
    columns = detect_columns(sheet, [Wanted(kind) for kind in kinds])
    assert [columns.get(kind) for kind in kinds] == [0, 1, 2, 3, 4, 5]


def test_every_row_of_the_price_list_means_a_known_item(files: DemoFiles) -> None:
    codes = {item.code for item in generate_catalogue()}
    assert len(files.meant_codes) == PRICE_LIST_ROWS
    assert set(files.meant_codes) <= codes


def test_the_files_are_the_same_every_time(files: DemoFiles, tmp_path: Path) -> None:
    again = write_demo_files(tmp_path)
    assert again.catalogue.read_bytes() == files.catalogue.read_bytes()
    assert again.meant_codes == files.meant_codes
