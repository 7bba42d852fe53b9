"""Bringing a database to the newest revision, and asking which one it has."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

MIGRATIONS_DIR = Path(__file__).resolve().parents[3] / "migrations"


def upgrade(url: str, revision: str = "head") -> None:
    """Apply every migration up to ``revision`` to the database at ``url``."""
    command.upgrade(configuration(url), revision)


def check(url: str) -> None:
    """Raise alembic's CommandError where the mapped classes and the migrated database differ."""
    command.check(configuration(url))


def newest_revision() -> str | None:
    """The revision this code was written for."""
    return ScriptDirectory.from_config(configuration("")).get_current_head()


def current_revision(engine: Engine) -> str | None:
    """The revision the database has, None where it has none."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def configuration(url: str) -> Config:
    """Alembic, pointed at our migrations and at the database of ``url``."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS_DIR).replace("%", "%%"))
    config.attributes["url"] = url
    return config
