"""The documentation is built when it is missing or old, and left alone otherwise."""

import os
from pathlib import Path

import pytest

from spravka.stack.documentation import SITE_INDEX, documentation_program, is_current

BUILT_AT = 1_000_000.0


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for file in (SITE_INDEX, Path("docs", "ru", "index.md")):
        (tmp_path / file).parent.mkdir(parents=True)
        (tmp_path / file).touch()
    for path in ((tmp_path / "docs"), *(tmp_path / "docs").rglob("*"), tmp_path / SITE_INDEX):
        os.utime(path, (BUILT_AT, BUILT_AT))
    return tmp_path


def test_a_site_as_new_as_its_pages_is_left_alone(checkout: Path) -> None:
    assert is_current(checkout)
    assert documentation_program(checkout, {}, checkout / "log") is None


def test_a_site_older_than_a_page_is_built(checkout: Path) -> None:
    os.utime(checkout / "docs" / "ru" / "index.md", (BUILT_AT + 1, BUILT_AT + 1))
    assert documentation_program(checkout, {}, checkout / "log")


def test_a_site_that_was_never_finished_is_built(checkout: Path) -> None:
    (checkout / SITE_INDEX).unlink()
    assert documentation_program(checkout, {}, checkout / "log")


def test_a_site_that_lies_elsewhere_is_not_ours_to_build(checkout: Path) -> None:
    (checkout / SITE_INDEX).unlink()
    assert documentation_program(checkout, {"SPRAVKA_DOCS_DIR": "/elsewhere"}, checkout / "log") is None
