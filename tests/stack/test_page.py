"""The web page is built when it is missing or old, and left alone otherwise."""

import os
from pathlib import Path

import pytest

from spravka.stack.page import PAGE_INDEX, is_current, page_program

BUILT_AT = 1_000_000.0
SOURCE = Path("ui", "src", "main.tsx")
PACKAGE = Path("ui", "node_modules", "react", "index.js")
BROWSER_TEST = Path("ui", "tests", "offline.spec.ts")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for file in (PAGE_INDEX, SOURCE, PACKAGE, BROWSER_TEST):
        (tmp_path / file).parent.mkdir(parents=True)
        (tmp_path / file).touch()
    for path in (*(tmp_path / "ui").rglob("*"), tmp_path / PAGE_INDEX):
        os.utime(path, (BUILT_AT, BUILT_AT))
    return tmp_path


def test_a_page_as_new_as_its_sources_is_left_alone(checkout: Path) -> None:
    assert is_current(checkout)
    assert page_program(checkout, {}, checkout / "log") is None


def test_a_page_older_than_a_source_is_built(checkout: Path) -> None:
    os.utime(checkout / SOURCE, (BUILT_AT + 1, BUILT_AT + 1))
    assert page_program(checkout, {}, checkout / "log")


@pytest.mark.parametrize("file", [PACKAGE, BROWSER_TEST], ids=["a package", "a test"])
def test_what_is_no_source_makes_no_page_old(checkout: Path, file: Path) -> None:
    os.utime(checkout / file, (BUILT_AT + 1, BUILT_AT + 1))
    assert is_current(checkout)


def test_a_page_that_was_never_finished_is_built(checkout: Path) -> None:
    (checkout / PAGE_INDEX).unlink()
    assert page_program(checkout, {}, checkout / "log")


def test_a_page_that_lies_elsewhere_is_not_ours_to_build(checkout: Path) -> None:
    (checkout / PAGE_INDEX).unlink()
    assert page_program(checkout, {"SPRAVKA_PAGE_DIR": "/elsewhere"}, checkout / "log") is None
