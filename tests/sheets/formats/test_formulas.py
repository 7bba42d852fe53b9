"""Cells whose value needs a word are found in the XML, wherever a chunk ends."""

import zipfile
from pathlib import Path

import pytest

from spravka.sheets.formats import formulas
from spravka.sheets.formats.formulas import OddCell, find_odd_cells
from tests.sheets.made_files import save_workbook

WORKBOOK = (
    '<x:workbook xmlns:r="r"><x:sheets><x:sheet name="A &amp; B" sheetId="1" r:id="rId7"/></x:sheets></x:workbook>'
)
RELATIONS = '<Relationships><Relationship Target="/xl/sheets/one.xml" Id="rId7" Type="t"/></Relationships>'


def package(path: Path, sheet: str) -> Path:
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("xl/workbook.xml", WORKBOOK)
        parts.writestr("xl/_rels/workbook.xml.rels", RELATIONS)
        parts.writestr("xl/sheets/one.xml", f"<sheetData>{sheet}</sheetData>")
    return path


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c r="C2"><f>A1*2</f><v/></c>', [OddCell(2, 2)]),
        ('<c r="C2"><f>A1*2</f></c>', [OddCell(2, 2)]),
        ('<c r="C2"><f t="shared" si="0"/><v></v></c>', [OddCell(2, 2)]),
        ('<c r="AA10" t="e"><f>1/0</f><v>#DIV/0!</v></c>', [OddCell(10, 26, "#DIV/0!")]),
        ('<x:c s="1" r="B3" t="e"><x:v>#N/A</x:v></x:c>', [OddCell(3, 1, "#N/A")]),
        ('<c r="C2"><f>A1*2</f><v>4</v></c>', []),
        ('<c r="C2" t="str"><f>""</f><v></v></c>', []),
        ('<c r="A1" s="3"/><c r="B1"><v>1</v></c>', []),
    ],
)
def test_an_odd_cell_is_found(tmp_path: Path, cell: str, expected: list[OddCell]) -> None:
    path = package(tmp_path / "t.xlsx", f"<row>{cell}</row>")
    assert find_odd_cells(path, "A & B") == expected


def test_cells_cut_by_the_end_of_a_chunk_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formulas, "CHUNK_BYTES", 64)
    rows = "".join(f'<row r="{number}"><c r="A{number}"><f>1+{number}</f></c></row>' for number in range(1, 40))
    found = find_odd_cells(package(tmp_path / "t.xlsx", rows), "A & B")
    assert [odd.row for odd in found] == list(range(1, 40))


def test_the_sheet_of_a_real_workbook_is_found_by_its_name(tmp_path: Path) -> None:
    path = save_workbook(tmp_path / "t.xlsx", [["=1+1"]])
    assert find_odd_cells(path, "Sheet") == [OddCell(1, 0)]


def test_there_is_nothing_to_find_in_another_sheet_or_another_file(tmp_path: Path) -> None:
    path = package(tmp_path / "t.xlsx", '<row><c r="A1"><f>1</f></c></row>')
    other = tmp_path / "t.xls"
    other.write_bytes(b"no package")
    assert find_odd_cells(path, "another") == []
    assert find_odd_cells(other, "A & B") == []
