"""Documents of every format, and those that would harm who opens them, through the process that reads them."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image

from spravka.errors import Problem
from spravka.pages.errors import DocumentDamaged, NothingToRead, ReadingTooBig, UnknownFormat
from spravka.pages.kinds import media_type_of
from spravka.pages.limits import ReadingLimits
from spravka.pages.page import BlockKind, Page, TextLayer
from spravka.pages.reading import read_pages
from tests.pages.made_documents import docx, package, paragraph, relations, row, table
from tests.sheets.made_files import open_document, save_workbook

PRICES: list[list[object]] = [["Наименование", "Цена"], ["Болт М8", 4]]


def read(path: Path, name: str = "", limits: ReadingLimits | None = None) -> list[Page]:
    return list(read_pages(path, media_type_of(path, name or path.name), limits or ReadingLimits()))


def text(path: Path) -> None:
    path.write_text("Болт М8 и гайка")


def page(path: Path) -> None:
    path.write_text("<html><p>Болт М8 и гайка</p></html>")


def document(path: Path) -> None:
    docx(path, paragraph("Болт М8 и гайка"))


def workbook(path: Path) -> None:
    save_workbook(path.with_suffix(".xlsx"), PRICES).rename(path)


@pytest.mark.parametrize("make", [text, page, document, workbook])
@pytest.mark.parametrize("name", ["a.pdf", "a.docx"])
def test_a_wrong_ending_changes_nothing(tmp_path: Path, make: Callable[[Path], None], name: str) -> None:
    make(tmp_path / name)
    pages = read(tmp_path / name)
    assert "Болт М8" in " ".join(word for page in pages for word in page.words)
    assert all(page.boxes is None for page in pages)


def test_a_long_table_is_read_within_the_ordinary_limits(tmp_path: Path) -> None:
    rows = "".join(row(f"Позиция {number}", "шт", "4") for number in range(2_000))
    pages = read(docx(tmp_path / "t.docx", table(row("Имя", "Ед.", "Цена"), rows)))
    assert sum(block.kind is BlockKind.TABLE_ROW for page in pages for block in page.blocks) == 2_000
    assert all(page.blocks[0].kind is BlockKind.TABLE_HEADER for page in pages)


def test_a_workbook_that_repeats_a_cell_a_milliard_times_is_too_big(tmp_path: Path) -> None:
    path = open_document(tmp_path / "t.ods", [["x"]], repeated=' table:number-columns-repeated="1000000000"')
    with pytest.raises(ReadingTooBig):
        read(path)


def test_a_document_of_empty_paragraphs_holds_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead):
        read(docx(tmp_path / "t.docx", paragraph("") * 10))


def test_a_document_without_its_main_part_is_damaged(tmp_path: Path) -> None:
    path = package(tmp_path / "t.docx", {"word/styles.xml": "<w/>", "_rels/.rels": relations("")})
    with pytest.raises(DocumentDamaged, match="main part is missing"):
        read(path)


def test_a_kind_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    text(tmp_path / "t.txt")
    with pytest.raises(UnknownFormat):
        list(read_pages(tmp_path / "t.txt", "application/x-unknown", ReadingLimits()))


@pytest.mark.parametrize("memory_bytes", [150_000_000, 250_000_000])
def test_an_image_beyond_the_memory_is_a_problem_and_never_silence(tmp_path: Path, memory_bytes: int) -> None:
    Image.new("RGB", (8_000, 9_000)).save(tmp_path / "t.tiff")
    try:
        pages = read(tmp_path / "t.tiff", limits=ReadingLimits(memory_bytes=memory_bytes))
    except Problem as problem:
        assert isinstance(problem, ReadingTooBig | DocumentDamaged)
    else:
        assert [page.layer for page in pages] == [TextLayer.NEEDS_RECOGNITION]


def test_a_page_that_unfolds_beyond_the_memory_is_too_big(tmp_path: Path) -> None:
    (tmp_path / "t.html").write_text("<html><p>" + "<b>x</b>" * 500_000)
    with pytest.raises(ReadingTooBig):
        read(tmp_path / "t.html", limits=ReadingLimits(memory_bytes=100_000_000))


def test_pages_are_counted_where_the_file_tells(tmp_path: Path) -> None:
    frames = [Image.new("1", (50, 50)) for _ in range(3)]
    frames[0].save(tmp_path / "t.tiff", save_all=True, append_images=frames[1:])
    document(tmp_path / "t.docx")
    counts: list[int | None] = []
    for name in ("t.tiff", "t.docx"):
        path = tmp_path / name
        with suppress(NothingToRead):  # the frames are blank: told after they are counted
            list(read_pages(path, media_type_of(path, name), ReadingLimits(), tell_count=counts.append))
    assert counts == [3, None]
