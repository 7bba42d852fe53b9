"""The marks of the texts are read as what they mean."""

import pytest

from spravka.demo.documents.markup import (
    Caution,
    Columns,
    Element,
    Grid,
    Heading,
    ListItem,
    NewPage,
    OnTheRight,
    Paragraph,
    read_markup,
    read_text,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4.2. A clause\nover two lines", [Paragraph("4.2. A clause\nover two lines")]),
        ("# Contract\nfor works", [Heading(0, "Contract", "for works")]),
        ("## 1. Subject\n\n### 1.1 Part", [Heading(1, "1. Subject"), Heading(2, "1.1 Part")]),
        ("- one\n- two", [ListItem("-", "one"), ListItem("-", "two")]),
        ("1. first", [ListItem("1.", "first")]),
        ("! DANGER: stay away: now", [Caution("DANGER", "stay away: now")]),
        (":: left\nline || right", [Columns("left\nline", "right")]),
        ("::: town || day", [Columns("town", "day", is_spread=True)]),
        (">> approved", [OnTheRight("approved")]),
        ("one\n\n---\n\ntwo", [Paragraph("one"), NewPage(), Paragraph("two")]),
        ("|= 10 20\n| a | b |\n| 1 |  |", [Grid((10, 20), (("a", "b"), ("1", "")))]),
    ],
)
def test_a_mark_makes_its_element(text: str, expected: list[Element]) -> None:
    assert list(read_markup(text)) == expected


@pytest.mark.parametrize("name", ["contract", "crane_manual", "letter", "procurement_rules", "specification"])
def test_every_row_of_a_table_has_as_many_cells_as_the_table_has_widths(name: str) -> None:
    hole = "|= 10 20\n| a | b |"
    tables = dict.fromkeys(("works", "reinforcement", "sections", "sheets", "fasteners", "totals"), hole)
    grids = [element for element in read_text(name, tables) if isinstance(element, Grid)]
    assert {len(row) - len(grid.widths_mm) for grid in grids for row in grid.rows} <= {0}


def test_a_hole_without_a_table_is_not_passed_over() -> None:
    with pytest.raises(KeyError):
        read_text("contract")
