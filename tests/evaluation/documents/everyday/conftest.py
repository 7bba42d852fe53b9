"""The everyday documents, written and read back once for all tests that look into them."""

from pathlib import Path

import pytest

from spravka.evaluation.documents.everyday.writing import DOCUMENTS, write_document
from spravka.pages.kinds import media_type_of
from spravka.pages.limits import ReadingLimits
from spravka.pages.page import Page
from spravka.pages.reading import read_pages


@pytest.fixture(scope="package")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every document as a file."""
    folder = tmp_path_factory.mktemp("everyday")
    return [write_document(name, folder) for name in DOCUMENTS]


@pytest.fixture(scope="package")
def pages(written: list[Path]) -> dict[str, list[Page]]:
    """Every document as the product reads it, by the name of its text."""
    return {name: _read(file) for name, file in zip(DOCUMENTS, written, strict=True)}


def _read(file: Path) -> list[Page]:
    return list(read_pages(file, media_type_of(file, file.name), ReadingLimits()))
