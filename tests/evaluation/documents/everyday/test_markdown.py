"""Markdown becomes the elements that are set on pages."""

from spravka.demo.documents.markup import Grid, Heading, ListItem, NewPage, Paragraph
from spravka.evaluation.documents.everyday.markdown import NARROWEST_MM, elements_of

TEXT = """# Contract

## 1. Subject

1.1. The **Works** are done.

1) first
2) second

- third

| Item | Price |
|---|---|
| Pipe of the longest name in this table | 12 |
| | 30 |

# Annex
"""


def test_each_block_becomes_what_it_is() -> None:
    kinds = [type(element) for element in elements_of(TEXT, 170)]
    assert kinds == [Heading, Heading, Paragraph, ListItem, ListItem, ListItem, Grid, NewPage, Heading]


def test_a_numbered_clause_is_a_paragraph_and_a_numbered_item_is_an_item() -> None:
    elements = elements_of(TEXT, 170)
    assert elements[2] == Paragraph("1.1. The **Works** are done.")
    assert elements[3] == ListItem("1)", "first")


def test_a_table_keeps_its_empty_cells_and_fills_its_width() -> None:
    [grid] = [element for element in elements_of(TEXT, 170) if isinstance(element, Grid)]
    assert grid.rows == (("Item", "Price"), ("Pipe of the longest name in this table", "12"), ("", "30"))
    assert sum(grid.widths_mm) == 170
    assert grid.widths_mm[0] > grid.widths_mm[1] >= NARROWEST_MM


def test_titles_after_the_first_begin_a_page() -> None:
    assert elements_of("# One", 100) == [Heading(0, "One")]
    assert elements_of("# One\n\n# Two", 100) == [Heading(0, "One"), NewPage(), Heading(0, "Two")]
