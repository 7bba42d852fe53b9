"""Real databases to connect to."""

from collections.abc import Iterator

import pytest

from spravka.customer_databases.caps import Timeouts
from spravka.customer_databases.connection import CustomerConnection
from spravka.customer_databases.opening import open_connection
from tests.customer_databases.mariadb import MariadbPlace, find_programs, running_mariadb
from tests.customer_databases.places import PostgresqlPlace, new_postgresql
from tests.parts import Parts

QUICK = Timeouts(connect_seconds=5, query_seconds=5, lock_seconds=1)


@pytest.fixture
def postgresql(parts: Parts) -> PostgresqlPlace:
    """An empty database of the test's own."""
    return new_postgresql(parts)


@pytest.fixture(scope="module")
def shared_postgresql(parts: Parts) -> PostgresqlPlace:
    """A database that the tests of a module share: none of them changes it."""
    return new_postgresql(parts)


@pytest.fixture
def connection(shared_postgresql: PostgresqlPlace) -> Iterator[CustomerConnection]:
    """A connection to the shared database."""
    with open_connection(shared_postgresql.fields, QUICK) as opened:
        yield opened


@pytest.fixture(scope="session")
def mariadb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MariadbPlace]:
    """A server of MariaDB for this worker; the tests make databases of their own in it."""
    programs = find_programs()
    if programs is None:
        pytest.skip("MariaDB's programs (mariadbd, mariadb-install-db) are not on this machine")
    with running_mariadb(programs, tmp_path_factory.mktemp("mariadb")) as place:
        yield place
