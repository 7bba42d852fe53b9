"""Whether the database has the newest tables already: asking takes a moment, starting the migrations takes seconds."""

import re
from pathlib import Path

import psycopg

# `revision = "0001"`, `down_revision: str | None = "0001"`
LINE = re.compile(r"""^(revision|down_revision)\b[^=]*=\s*(?:["']([^"']+)["']|None)""", re.MULTILINE)


def newest_revisions(folder: Path) -> set[str]:
    """The revisions in ``folder`` that no other follows."""
    known: dict[str, set[str]] = {"revision": set(), "down_revision": set()}
    for file in folder.glob("*.py"):
        for name, value in LINE.findall(file.read_text(encoding="utf-8")):
            known[name].add(value)
    return known["revision"] - known["down_revision"]


def current_revisions(address: str) -> set[str]:
    """The revisions the database at ``address`` (libpq's form) has; none where it was never migrated."""
    with psycopg.connect(address) as connection:
        try:
            return {row[0] for row in connection.execute("SELECT version_num FROM alembic_version")}
        except psycopg.errors.UndefinedTable:
            return set()


def is_newest(address: str, folder: Path) -> bool:
    """Whether nothing is left to migrate; in doubt no."""
    newest = newest_revisions(folder)
    return bool(newest) and newest == current_revisions(address)
