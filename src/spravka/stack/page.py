"""The web page, built beside everything else where it is missing or older than its sources."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from spravka.stack.supervision.programs import Program

OWN_PAGE_SETTING = "SPRAVKA_PAGE_DIR"
PAGE_INDEX = Path("build", "page", "index.html")
SOURCES = Path("ui")
NOT_SOURCES = ("node_modules", "test-results", "tests", "playwright.config.ts")


def page_program(checkout: Path, environment: Mapping[str, str], log: Path) -> Program | None:
    """What builds the page; None where there is nothing to build or the page lies elsewhere."""
    if environment.get(OWN_PAGE_SETTING) or is_current(checkout):
        return None
    build = (sys.executable, "scripts/build_page.py")
    return Program("page", ("nice", "-n", "5", *build), environment, checkout, log)


def is_current(checkout: Path) -> bool:
    """Whether the page is there and nothing it is made of was changed after it was built."""
    built = checkout / PAGE_INDEX
    if not built.exists():
        return False
    built_at = built.stat().st_mtime
    return all(source.stat().st_mtime <= built_at for source in _sources(checkout / SOURCES))


def _sources(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        if entry.name not in NOT_SOURCES:
            yield entry
            if entry.is_dir():
                yield from entry.rglob("*")
