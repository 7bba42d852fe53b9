"""The documentation site, built beside everything else where it is missing or older than its sources."""

import sys
from collections.abc import Mapping
from pathlib import Path

from spravka.stack.supervision.programs import Program

OWN_SITE_SETTING = "SPRAVKA_DOCS_DIR"
SITE_INDEX = Path("build", "site", "index.html")  # written last: with it the site is whole
SOURCES = Path("docs")


def documentation_program(checkout: Path, environment: Mapping[str, str], log: Path) -> Program | None:
    """What builds the site; None where there is nothing to build or the site lies elsewhere."""
    if environment.get(OWN_SITE_SETTING) or is_current(checkout):
        return None
    build = (sys.executable, "scripts/build_docs.py", "--as-committed")
    return Program("documentation", ("nice", "-n", "10", *build), environment, checkout, log)


def is_current(checkout: Path) -> bool:
    """Whether the site is there and no page was changed after it was built."""
    built = checkout / SITE_INDEX
    if not built.exists():
        return False
    built_at = built.stat().st_mtime
    return all(page.stat().st_mtime <= built_at for page in (checkout / SOURCES).rglob("*"))
