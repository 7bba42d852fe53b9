"""The sheets of a workbook are pages of rows that know their header."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from spravka.pages.errors import DocumentDamaged, DocumentProtected, NothingToRead
from spravka.pages.formats.opening import KeptPage
from spravka.pages.formats.sheet import open_document, shown
from spravka.sheets.sheet import Cell
from tests.pages.made_documents import pages_of, told
from tests.sheets.made_files import fill, first_sheet, protected_xls, save_workbook
from tests.sheets.made_files import open_document as open_document_file

PRICES: list[list[object]] = [["Наименование", "Ед. изм.", "Цена"], ["Болт М8", "шт", 4.5], ["Труба 20х2,5", "м", 215]]


def read(path: Path) -> list[KeptPage]:
    return pages_of(open_document(path))


def test_a_sheet_is_told_with_its_header(tmp_path: Path) -> None:
    pages = read(save_workbook(tmp_path / "t.xlsx", PRICES))
    assert told(pages)[-3:] == [
        ("table_header", "Наименование | Ед. изм. | Цена"),
        ("table_row", "Болт М8 | шт | 4.5"),
        ("table_row", "Труба 20х2,5 | м | 215"),
    ]
    assert [page["label"] for page in pages] == ["Sheet"]


def test_what_stands_above_and_below_a_table_is_no_row_of_it(tmp_path: Path) -> None:
    rows: list[list[object]] = [["ООО «Ромашка»"], [], *PRICES, [None, None, None, None, "Директор"]]
    kinds = [kind for kind, _ in told(read(save_workbook(tmp_path / "t.xlsx", rows)))]
    assert kinds == ["paragraph", "table_header", "table_row", "table_row", "paragraph"]


def test_every_visible_sheet_is_a_page_labelled_and_headed_by_its_name(tmp_path: Path) -> None:
    workbook = Workbook()
    first_sheet(workbook).title = "Прайс"
    fill(first_sheet(workbook), PRICES)
    fill(workbook.create_sheet("Остатки"), PRICES)
    hidden = workbook.create_sheet("Закупка")
    fill(hidden, PRICES)
    hidden.sheet_state = "hidden"
    workbook.save(tmp_path / "t.xlsx")
    pages = read(tmp_path / "t.xlsx")
    assert [(page["number"], page["label"]) for page in pages] == [(1, "Прайс"), (2, "Остатки")]
    assert [told([page])[0] for page in pages] == [("heading", "Прайс"), ("heading", "Остатки")]


def test_a_long_sheet_is_several_pages_with_the_header_on_each(tmp_path: Path) -> None:
    rows: list[list[object]] = [PRICES[0], *([f"Болт номер {number}", "шт", number] for number in range(400))]
    pages = read(save_workbook(tmp_path / "t.xlsx", rows))
    assert len(pages) > 2
    assert {page["blocks"][0][0] for page in pages[1:]} == {"table_header"}
    assert sum(len(page["words"]) for page in pages) == 400 * 5 + len(pages) * 4


def test_delimited_text_is_a_sheet(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes("Наименование;Цена\nБолт;4\nГайка;5\n".encode("cp1251"))
    assert told(read(tmp_path / "t.csv")) == [
        ("table_header", "Наименование | Цена"),
        ("table_row", "Болт | 4"),
        ("table_row", "Гайка | 5"),
    ]


def test_an_open_document_is_read(tmp_path: Path) -> None:
    path = open_document_file(tmp_path / "t.ods", [["Наименование", "Цена"], ["Болт", "4"]])
    assert told(read(path))[-1] == ("table_row", "Болт | 4")


def test_a_protected_workbook_is_told_from_a_damaged_one(tmp_path: Path) -> None:
    (tmp_path / "t.xls").write_bytes(protected_xls())
    with pytest.raises(DocumentProtected):
        read(tmp_path / "t.xls")
    (tmp_path / "t.xlsx").write_bytes(save_workbook(tmp_path / "x.xlsx", PRICES).read_bytes()[:2_000])
    with pytest.raises(DocumentDamaged):
        read(tmp_path / "t.xlsx")


def test_an_empty_file_has_nothing_to_read_and_an_empty_workbook_no_pages(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(b" \n")
    with pytest.raises(NothingToRead):
        open_document(tmp_path / "t.csv")
    assert read(save_workbook(tmp_path / "t.xlsx", [])) == []


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (None, ""),
        (True, "TRUE"),
        (0.1 + 0.2, "0.3"),
        (1250000, "1250000"),
        ("2026-11-22T15:30:00", "2026-11-22 15:30"),
        ("2026-11-22T00:00:00", "2026-11-22"),
        ("2026-11-22T15:30:05", "2026-11-22 15:30:05"),
        (" две \n строки ", "две строки"),
    ],
)
def test_a_cell_is_shown_as_people_read_it(cell: Cell, expected: str) -> None:
    assert shown(cell) == expected
