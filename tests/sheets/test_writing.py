"""Results keep their types, and nothing in a cell is ever a formula."""

import datetime
import io
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from spravka.sheets import writing
from spravka.sheets.errors import TooManyRowsToWrite
from spravka.sheets.formats.bounded import CONTROL_CHARACTERS
from spravka.sheets.sheet import Cell
from spravka.sheets.writing import CsvStyle, OutCell, Written, guard_formula, write_csv, write_xlsx
from tests.sheets.made_files import read

HOSTILE = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")', "{=1}", "http://x"]


def xlsx_rows(header: list[str], rows: list[list[OutCell]]) -> list[tuple[object, ...]]:
    stream = io.BytesIO()
    write_xlsx(stream, header, rows)
    sheet = load_workbook(stream).worksheets[0]
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


def csv_text(rows: list[list[OutCell]], style: CsvStyle = writing.RUSSIAN_CSV) -> str:
    stream = io.BytesIO()
    write_csv(stream, ["a", "b"], rows, style)
    return stream.getvalue().decode(style.encoding)


def test_xlsx_keeps_the_types_of_cells() -> None:
    moment = datetime.datetime(2026, 11, 22, 15, 30)
    row: list[OutCell] = [1, 2.5, True, "0012", Decimal("1.25"), moment, datetime.date(2026, 11, 22), None, "x"]
    written = xlsx_rows(list("abcdefghi"), [row])[1]
    assert written[:5] == (1, 2.5, True, "0012", 1.25)
    assert written[5:] == (moment, datetime.datetime(2026, 11, 22), None, "x")


def test_numbers_a_spreadsheet_would_spoil_are_written_as_text() -> None:
    row: list[OutCell] = [12345678901234567890, float("inf"), float("nan")]
    assert xlsx_rows(["a", "b", "c"], [row])[1] == ("12345678901234567890", "inf", "nan")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_formula_in_xlsx(text: str) -> None:
    stream = io.BytesIO()
    write_xlsx(stream, [text], [[text]])
    sheet = load_workbook(stream).worksheets[0]
    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in (sheet["A1"], sheet["A2"])] == [
        (text, "s", None),
        (text, "s", None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("@x", "'@x"),
        ("-2+3", "'-2+3"),
        ("+cmd", "'+cmd"),
        ("\t=1", "'\t=1"),
        ("-5", "-5"),
        ("+7 495 000", "+7 495 000"),
        ("-12,5%", "-12,5%"),
        ("-", "-"),
        ("Труба =", "Труба ="),
        ("", ""),
    ],
)
def test_only_what_could_be_a_formula_gets_an_apostrophe(text: str, expected: str) -> None:
    assert guard_formula(text) == expected


@given(st.text(max_size=20))
def test_a_guarded_text_begins_like_a_formula_only_if_it_is_a_number(text: str) -> None:
    guarded = guard_formula(text)
    assert guarded.removeprefix("'") == text.removeprefix("'") or guarded == text
    assert guarded[:1] not in {"=", "@", "\t", "\r"}


def test_csv_opens_in_a_russian_spreadsheet() -> None:
    stream = io.BytesIO()
    assert write_csv(stream, ["Имя", "Цена"], [["Болт; М8", 2.5], ["Гайка", None]]) == Written(2)
    assert stream.getvalue() == b"\xef\xbb\xbf" + 'Имя;Цена\r\n"Болт; М8";2,5\r\nГайка;\r\n'.encode()


def test_csv_may_be_written_plainly() -> None:
    plain = CsvStyle(delimiter=",", encoding="utf-8", decimal_comma=False)
    assert csv_text([["x", 2.5]], plain) == "a,b\r\nx,2.5\r\n"


def test_csv_may_be_written_for_old_programs() -> None:
    assert csv_text([["Труба", 1]], CsvStyle(encoding="cp1251")) == "a;b\r\nТруба;1\r\n"


def test_dates_are_text_in_csv_that_a_spreadsheet_takes_for_dates() -> None:
    day = datetime.date(2026, 11, 22)
    assert csv_text([[day, datetime.datetime(2026, 11, 22, 1, 2)]]).splitlines()[1] == "2026-11-22;2026-11-22 01:02:00"


def test_a_moment_of_a_zone_is_in_csv_the_time_of_its_zone_without_it() -> None:
    moment = datetime.datetime(2026, 11, 22, 10, 0, 0, 123, tzinfo=datetime.UTC)
    assert csv_text([[moment]]).splitlines()[1] == "2026-11-22 10:00:00"


def test_a_text_longer_than_a_spreadsheet_cell_is_cut_and_counted(tmp_path: Path) -> None:
    written = write_xlsx(tmp_path / "t.xlsx", ["Имя"], [["х" * 40_000], ["у" * 32_767]])
    assert written == Written(2, cut_count=1)


def test_more_rows_than_a_spreadsheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "XLSX_ROWS", 3)
    with pytest.raises(TooManyRowsToWrite):
        write_xlsx(io.BytesIO(), ["a"], [[number] for number in range(4)])


def test_the_header_is_frozen_and_filtered_and_columns_are_wide_enough() -> None:
    stream = io.BytesIO()
    write_xlsx(stream, ["Имя", "Цена"], [["x" * 30, 1]] * 150, sheet_name="a/b:c" + "d" * 40)
    sheet = load_workbook(stream).worksheets[0]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B151")
    assert sheet.column_dimensions["A"].width > 30
    assert sheet.max_row == 151
    assert len(sheet.title) == 31


def test_rows_are_taken_one_at_a_time() -> None:
    stream = io.BytesIO()
    assert write_xlsx(stream, ["n"], ([number] for number in range(1000))).row_count == 1000
    assert load_workbook(stream).worksheets[0].max_row == 1001


CELL = st.booleans() | st.integers(-(10**14), 10**14) | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def as_stored(cell: Cell) -> Cell:
    """What a file keeps of a cell: no control characters, and nothing where there is no text."""
    return (CONTROL_CHARACTERS.sub("", cell) or None) if isinstance(cell, str) else cell


@settings(max_examples=12)
@given(rows=st.lists(st.tuples(CELL, CELL), min_size=1, max_size=12))
def test_what_is_written_as_xlsx_is_read_back(
    rows: list[tuple[Cell, Cell]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("sheets") / "t.xlsx"
    write_xlsx(path, ["№", "Наименование", "Цена", "Конец"], [(number, *row, "x") for number, row in enumerate(rows)])
    sheet = read(path, header_row=1)
    assert [row.cells for row in sheet.rows] == [(number, *map(as_stored, row), "x") for number, row in enumerate(rows)]
