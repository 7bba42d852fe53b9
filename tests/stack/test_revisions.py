"""Whether migrations are needed: read from the files and asked of the database."""

from pathlib import Path

import pytest

from spravka.database import migrating
from spravka.stack.revisions import current_revisions, is_newest, newest_revisions
from tests.parts import Parts

VERSIONS = migrating.MIGRATIONS_DIR / "versions"


def libpq(address: str) -> str:
    return address.replace("+psycopg", "")


def test_the_newest_revision_read_from_the_files_is_the_one_alembic_knows() -> None:
    assert newest_revisions(VERSIONS) == {migrating.newest_revision()}


@pytest.mark.parametrize(
    ("files", "newest"),
    [
        ([], set()),
        (['revision = "1"\ndown_revision = None'], {"1"}),
        (['revision = "1"\ndown_revision = None', 'revision: str = "2"\ndown_revision: str | None = "1"'], {"2"}),
        (['revision = "1"', "revision = '2'\ndown_revision = '1'", "revision = '3'\ndown_revision = '1'"], {"2", "3"}),
    ],
)
def test_the_newest_revisions_are_those_that_no_other_follows(
    tmp_path: Path, files: list[str], newest: set[str]
) -> None:
    for number, text in enumerate(files):
        (tmp_path / f"{number}.py").write_text(text)
    assert newest_revisions(tmp_path) == newest


def test_a_database_that_was_migrated_has_the_newest_tables(parts: Parts) -> None:
    assert is_newest(libpq(parts.database_url), VERSIONS)


def test_an_empty_database_has_to_be_migrated(parts: Parts) -> None:
    address = libpq(parts.new_database(template="template1"))
    assert current_revisions(address) == set()
    assert not is_newest(address, VERSIONS)


def test_in_doubt_the_migrations_run(parts: Parts, tmp_path: Path) -> None:
    assert not is_newest(libpq(parts.database_url), tmp_path)
