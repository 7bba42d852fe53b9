"""The migrations make exactly the mapped tables, and undo them."""

import pytest
from alembic import command
from sqlalchemy import create_engine, inspect

from spravka import all_tables
from spravka.database import migrating
from tests.parts import Parts

CUSTOMER_TABLES = {
    "alembic_version",
    "user",
    "tenant",
    "user_tenant",
    "mode",
    "mode_tenant",
    "chat",
    "message",
    "mark",
    "review",
    "prompt",
    "database_prediction_config",
    "file",
    "classifier_version",
}


@pytest.fixture
def migrated_url(parts: Parts) -> str:
    return parts.new_database()


def test_the_mapped_classes_and_the_migrated_database_are_the_same(migrated_url: str) -> None:
    migrating.check(migrated_url)


def test_the_customers_tables_are_all_there(migrated_url: str) -> None:
    engine = create_engine(migrated_url)
    names = set(inspect(engine).get_table_names())
    engine.dispose()
    assert names >= CUSTOMER_TABLES
    assert names == set(all_tables.metadata.tables) | {"alembic_version"}


def test_a_database_knows_its_revision(migrated_url: str) -> None:
    engine = create_engine(migrated_url)
    assert migrating.current_revision(engine) == migrating.newest_revision()
    engine.dispose()


def test_every_migration_can_be_undone(migrated_url: str) -> None:
    command.downgrade(migrating.configuration(migrated_url), "base")
    engine = create_engine(migrated_url)
    assert inspect(engine).get_table_names() == ["alembic_version"]
    engine.dispose()
    migrating.upgrade(migrated_url)
    migrating.check(migrated_url)
