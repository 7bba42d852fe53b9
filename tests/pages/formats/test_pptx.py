"""A slide is a page."""

from pathlib import Path

import pptx
import pytest
from pptx.util import Inches

from spravka.pages.errors import DocumentDamaged, PageNotFound
from spravka.pages.formats.pptx import open_document
from tests.pages.made_documents import package, pages_of, relations, told


def presentation(path: Path) -> Path:
    """Three slides: a title with points and notes, a table, nothing."""
    show = pptx.Presentation()
    first = show.slides.add_slide(show.slide_layouts[1])
    first.shapes.title.text = "Итоги 2026 года"
    first.placeholders[1].text = "Построено 12 домов\nСдано 9 домов"
    notes = first.notes_slide.notes_text_frame
    assert notes is not None
    notes.text = "Сказать о плане"
    second = show.slides.add_slide(show.slide_layouts[6])
    box = second.shapes.add_textbox(Inches(1), Inches(1), Inches(3), Inches(1))
    box.text_frame.text = "Свободный текст"
    cells = second.shapes.add_table(2, 2, Inches(1), Inches(2), Inches(4), Inches(1)).table
    for at, text in enumerate(("Объект", "Цена", "Дом 1", "100")):
        cells.cell(at // 2, at % 2).text = text
    show.slides.add_slide(show.slide_layouts[6])
    show.save(str(path))
    return path


def test_a_slide_tells_its_title_its_points_its_table_and_its_notes(tmp_path: Path) -> None:
    document = open_document(presentation(tmp_path / "t.pptx"))
    assert document.page_count == 3
    pages = pages_of(document)
    assert told(pages[:1]) == [
        ("heading", "Итоги 2026 года"),
        ("list_item", "Построено 12 домов"),
        ("list_item", "Сдано 9 домов"),
        ("paragraph", "Сказать о плане"),
    ]
    assert told(pages[1:2]) == [
        ("paragraph", "Свободный текст"),
        ("table_header", "Объект | Цена"),
        ("table_row", "Дом 1 | 100"),
    ]
    assert (pages[2]["number"], pages[2]["layer"], pages[2]["words"]) == (3, "empty", [])


def test_reading_begins_with_the_slide_that_is_asked_for(tmp_path: Path) -> None:
    pages = pages_of(open_document(presentation(tmp_path / "t.pptx")), first=2)
    assert [page["number"] for page in pages] == [2, 3]


def test_slides_are_not_drawn(tmp_path: Path) -> None:
    with pytest.raises(PageNotFound):
        open_document(presentation(tmp_path / "t.pptx")).render(1, 800, 1_000_000)


def test_a_presentation_without_its_main_part_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(DocumentDamaged):
        open_document(package(tmp_path / "t.pptx", {"ppt/x.xml": "<p/>", "_rels/.rels": relations("")}))
