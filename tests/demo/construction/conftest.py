"""The holding's database in the real PostgreSQL, made once for a worker."""

import datetime
import os
from collections.abc import Iterator
from dataclasses import dataclass

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from spravka.demo.construction.creating import create_demo_database, reader_address
from spravka.demo.construction.founding import DemoRoles
from tests.parts import Parts

TODAY = datetime.date(2026, 11, 22)
"""The day for which the tests make the company: the gold answers are of this day."""


@dataclass(frozen=True)
class Demo:
    """Where the database is."""

    parts: Parts
    roles: DemoRoles

    @property
    def reader(self) -> str:
        return reader_address(self.parts.admin_url, self.roles)

    def reader_of(self, database: str) -> str:
        """The reader's address of another database of the same server."""
        return make_conninfo(self.reader, dbname=database)


@pytest.fixture(scope="session")
def demo(parts: Parts) -> Demo:
    """The database made and filled for ``TODAY``, with roles of this worker's own."""
    name = f"construction_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    roles = DemoRoles("owner-secret", "reader-secret", name, f"{name}_owner", f"{name}_reader")
    create_demo_database(parts.admin_url, roles, TODAY)
    return Demo(parts, roles)


@pytest.fixture
def reading(demo: Demo) -> Iterator[psycopg.Connection]:
    """A connection of the reader's."""
    with psycopg.connect(demo.reader) as connection:
        yield connection
