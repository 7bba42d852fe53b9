"""An HTML page under the name of .xls is read as the table it holds."""

import pytest

from spravka.sheets.errors import UnsupportedFile
from spravka.sheets.formats.html_table import read_html
from spravka.sheets.sheet import Cell, Limits, Merge

PAGE = """<html><body><table><tr><td>меню</td></tr></table>
<table border=1><tr><th rowspan=2>Наименование<th colspan=2>Цена
<tr><th>опт<th>розница
<tr><td>Болт &laquo;М8&raquo;<br>чёрный<td> 5,5 <td><b>6</b></td></tr></table></body></html>"""


def rows(page: str) -> list[tuple[Cell, ...]]:
    return [row.cells for row in read_html(page.encode("cp1251"), "t.xls", Limits()).rows]


def test_the_longest_table_is_read_with_its_spans() -> None:
    grid = read_html(PAGE.encode("cp1251"), "t.xls", Limits())
    assert [row.cells for row in grid.rows] == [
        ("Наименование", "Цена"),
        (None, "опт", "розница"),
        ("Болт «М8»\nчёрный", "5,5", "6"),
    ]
    assert grid.merges == (Merge(1, 0, 2, 0), Merge(1, 1, 1, 2))


def test_a_table_inside_a_cell_gives_its_text_to_the_cell() -> None:
    inner = "<table><tr><td>1</td><td>2</td></tr></table>"
    assert rows(f"<table><tr><td>a{inner}</td><td>b</td></tr><tr><td>c</table>") == [("a12", "b"), ("c",)]


def test_a_page_without_a_table_is_refused() -> None:
    with pytest.raises(UnsupportedFile):
        read_html(b"<html><body>404</body></html>", "t.xls", Limits())


@pytest.mark.parametrize("span", ["0", "-3", "many", "99999999"])
def test_a_span_that_makes_no_sense_does_no_harm(span: str) -> None:
    assert rows(f"<table><tr><td colspan='{span}'>a<td>b</table>")[0][0] == "a"
