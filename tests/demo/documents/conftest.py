"""The documents, made once for all tests, and their text as other libraries than ours read it."""

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

import openpyxl
import pypdfium2
import pytest
from docx import Document

from spravka.demo.documents.names import DemoFile

if TYPE_CHECKING:
    from spravka.demo.documents.documents import DemoDocument

Pages = tuple[str, ...]


@pytest.fixture(scope="session")
def made() -> "Mapping[DemoFile, DemoDocument]":
    """By their names; skips where the packages that make them are not installed."""
    pytest.importorskip("reportlab", reason="the packages of the demonstration's documents are not installed")
    from spravka.demo.documents.documents import demo_documents

    return {DemoFile(document.name): document for document in demo_documents()}


@pytest.fixture(scope="session")
def texts(made: "Mapping[DemoFile, DemoDocument]") -> Mapping[DemoFile, Pages]:
    """Pages of each document as text with single spaces; a DOCX is one page, a sheet of a workbook too."""
    return {name: tuple(map(single_spaced, _pages(document.content, name))) for name, document in made.items()}


def single_spaced(text: str) -> str:
    return " ".join(text.split())


def _pages(content: bytes, name: DemoFile) -> Pages:
    if name.endswith(".pdf"):
        return _pdf_pages(content)
    return _sheets(content) if name.endswith(".xlsx") else (_docx_text(content),)


def _pdf_pages(content: bytes) -> Pages:
    document = pypdfium2.PdfDocument(content)
    return tuple(page.get_textpage().get_text_bounded() for page in document)


def _sheets(content: bytes) -> Pages:
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    return tuple(
        "\n".join(" ".join(str(cell) for cell in row if cell is not None) for row in sheet.iter_rows(values_only=True))
        for sheet in book
    )


def _docx_text(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    rows = (row for table in document.tables for row in table.rows)
    tables = "\n".join(" ".join(cell.text for cell in row.cells) for row in rows)
    return "\n".join(paragraph.text for paragraph in document.paragraphs) + "\n" + tables
