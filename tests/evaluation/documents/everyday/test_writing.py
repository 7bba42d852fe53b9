"""The everyday documents as files, read back by the product."""

from pathlib import Path

import pytest

from spravka.evaluation.documents.everyday.writing import DOCUMENTS, write_document
from spravka.pages.page import BlockKind, Page

FEWEST_PAGES, MOST_PAGES = 4, 12


def test_every_document_is_written_under_the_name_its_people_gave_it(written: list[Path]) -> None:
    assert [file.name for file in written] == [document.file_name for document in DOCUMENTS.values()]
    assert {file.suffix for file in written} == {".pdf", ".docx", ".md"}


@pytest.mark.parametrize("name", ["pump_manual", "safety_instruction"])
def test_a_document_has_the_same_bytes_each_time(name: str, tmp_path: Path) -> None:
    assert write_document(name, tmp_path).read_bytes() == write_document(name, tmp_path).read_bytes()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_of_several_pages_with_headings_and_tables(name: str, pages: dict[str, list[Page]]) -> None:
    kinds = {block.kind for page in pages[name] for block in page.blocks}
    assert FEWEST_PAGES <= len(pages[name]) <= MOST_PAGES
    assert {BlockKind.HEADING, BlockKind.TABLE_ROW} <= kinds
